import type { Budget } from '#domain/spend/budget.ts';
import { segmentsOf } from '#domain/text/segments.ts';
import { MINUTE, SECOND } from '#domain/time.ts';
import type { Text } from '../../support/pipeline/aws/sms-provider.ts';
import { knows } from '../../support/pipeline/events.ts';
import { push, type Said } from '../../support/pipeline/people.ts';
import { type Pipeline, settle } from '../../support/pipeline/pipeline.ts';

/** Somebody with a producer's token who is paid for every text that reaches their numbers. */
export type Attack = {
  /** Two events each: a person nobody knew, and something odd about their account. */
  readonly numbers: number;
  /** The attacker's n-th number: no two are the same. */
  readonly numberOf: (n: number) => string;
};

/** People of a batch; two batches, two hundred events, a second. */
const BATCH = 50;

/** Everything is posted within a minute or so of model time, and acted on at once. */
export async function attack(of: Pipeline, by: Attack): Promise<void> {
  for (let first = 0; first < by.numbers; first += BATCH) {
    const people = Array.from({ length: Math.min(BATCH, by.numbers - first) }, (_one, n) => first + n);
    await push(of, ...people.flatMap((n) => eventsAbout(of, n, by)));
    await settle(of);
    of.moveTo(of.now() + SECOND / 2);
  }
}

function eventsAbout(of: Pipeline, n: number, { numberOf }: Attack): readonly Said[] {
  const customerId = `mule-${n}`;
  const odd = { customerId, accountId: `acc-${customerId}`, kind: 'odd' };
  return [knows(of, { id: customerId, phone: numberOf(n) }), { type: 'anomaly.reported', data: odd }];
}

/** What the provider was handed, in message parts. */
export const partsOf = (texts: readonly Pick<Text, 'text'>[]): number =>
  texts.reduce((sum, { text }) => sum + segmentsOf(text).parts, 0);

export function mostToOneNumber(texts: readonly Text[]): number {
  const perNumber = new Map<string, number>();
  for (const { to } of texts) perNumber.set(to, (perNumber.get(to) ?? 0) + 1);
  return Math.max(0, ...perNumber.values());
}

/** When an alarm on the figure is up: at the end of the minute in which it was first counted. */
export function alarmAt(of: Pipeline, figure: 'BudgetSpent' | 'NumbersSideBySide'): number {
  const line = of
    .output()
    .split('\n')
    .find((one) => one.includes(`"${figure}":`));
  const counted = Number(/"Timestamp":(\d+)/u.exec(line ?? '')?.[1]);
  return (Math.floor(counted / MINUTE) + 1) * MINUTE;
}

/** What a small bank might allow. */
export const SMALL: Budget = {
  partsPerDay: 240,
  partsPerHour: 60,
  countries: { CN: 60 },
  partsPerRange: 12,
};
