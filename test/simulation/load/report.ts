import type { Entry } from '#store/codecs/entry.ts';
import type { Programs } from '../machine/programs.ts';
import { violationsOf } from '../model/check.ts';
import { caseClaims } from '../model/contacts/texts.ts';
import { textAt } from '../model/facts.ts';
import { readRecord, type TableRecord } from '../model/record.ts';
import type { Violation } from '../model/violation.ts';
import { rounded, type Single, type Spread, singlesOf, spreadOf } from './figures.ts';
import { type Loaded, type LoadOrder, playLoad } from './play.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** A debtor gets at most one reminder a day. Source: docs/contact-rules.md, CN, read by people. */
const REMINDERS_A_DAY = 1;

export type LoadReport = LoadOrder & {
  readonly customers: number;
  readonly texts: number;
  /** Work messages a contact, from the minute on in which all fall due. */
  readonly messages: { readonly due: number; readonly other: number };
  readonly provider: { readonly parts: number; readonly refused: number; readonly busiestSecond: number };
  /** Reminders beyond what a debtor may get, counted from the entries. */
  readonly capsBroken: number;
  readonly spread: readonly Spread[];
  readonly singles: readonly Single[];
  readonly conflictsMet: number;
  readonly minutes: number;
  readonly violations: readonly Violation[];
  readonly seconds: number;
};

/** Plays a load and reports on it. */
export async function runLoad(order: LoadOrder, programs: Programs): Promise<LoadReport> {
  const from = performance.now();
  const loaded = await playLoad(order, programs);
  const { world, provider, keys, dueAt } = loaded;
  try {
    const record = await readRecord(world.machine.engine);
    const { texts } = world.machine.provider;
    return {
      ...order,
      customers: world.customers.length,
      texts: texts.length,
      messages: messagesOf(loaded, order.contacts),
      provider: { parts: provider.taken(), refused: provider.refused(), busiestSecond: provider.busiest() },
      capsBroken: capsBroken(record, loaded),
      spread: spreadOf(keys, weightsOf(record)),
      singles: singlesOf(keys),
      conflictsMet: [...world.machine.planner.visited.values()].reduce((sum, count) => sum + count, 0),
      minutes: rounded((Math.max(...texts.map(({ at }) => at)) - dueAt) / MINUTE),
      violations: await violationsOf(world),
      seconds: rounded((performance.now() - from) / 1_000),
    };
  } finally {
    await world.machine.stop();
  }
}

type Work = { readonly seq?: number };

/** `due`: what the sweep sent; `other`: what the relay sent of an entry. */
function messagesOf({ world, before }: Loaded, contacts: number): LoadReport['messages'] {
  const work = world.machine.queues.sent
    .slice(before)
    .filter(({ queue }) => queue === 'bulk' || queue === 'normal' || queue === 'urgent')
    .map(({ body }) => JSON.parse(body) as Work);
  const due = work.filter(({ seq }) => seq === undefined).length;
  return { due: rounded(due / contacts), other: rounded((work.length - due) / contacts) };
}

function capsBroken(record: TableRecord, { world }: Loaded): number {
  const texts = caseClaims({ world, record }).filter(({ outcome }) => outcome?.state !== 'NOT_SENT');
  const byNumber = Map.groupBy(texts, ({ point }) => point);
  return [...byNumber.values()].flatMap((claims) =>
    claims.filter((one) => claims.filter(({ at }) => at <= one.at && at > one.at - DAY).length > REMINDERS_A_DAY),
  ).length;
}

/** Contacts that hang on a key: all debts of its customer, texted or held by a cap, or the one of a case or account. */
function weightsOf(record: TableRecord): (key: string) => number {
  const cases = [...record.timelines]
    .filter(([aggregate]) => aggregate.startsWith('CASE#'))
    .map(([, entries]) => entries);
  const weights = new Map<string, number>();
  for (const [customer, own] of Map.groupBy(cases, customerOf)) {
    const points = own.flatMap((entries) => entries.flatMap(({ facts }) => textAt(facts, 'at', 'point') ?? []));
    for (const key of [`CUS#${customer}`, `byCustomer ${customer}`, ...points.map((point) => `PT#${point}`)])
      weights.set(key, own.length);
  }
  return (key) => weights.get(key) ?? 1;
}

const customerOf = ([first]: readonly Entry[]): string =>
  textAt(first?.effects.find((one) => one.do === 'notify')?.data, 'customerId') ?? '';
