import { localText, localTime } from '#domain/calendar/zone.ts';
import type { Clock, ClockKind } from '#domain/complaint/clock.ts';
import { type Clocked, type ClockRefusal, isClockRefusal, type SlaBook } from '#domain/complaint/clocks/policy.ts';
import { type Clocks, join, startPolicy } from '#domain/complaint/clocks/start.ts';
import { civilFromDays, type Instant, parseInstant } from '#domain/time.ts';
import { slaBook } from '#policies/sla/book.ts';

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`time: got ${text}`);
  return instant;
}

const ZONE = { CN: 'Asia/Shanghai', UK: 'Europe/London', US: 'America/New_York' } as const;

/** All clocks of all policies that match, from the receipt, each pinned to its policy's version. */
export const startClocks = (of: Omit<Clocked, 'clocks'>, book: SlaBook): Clocks | ClockRefusal =>
  book
    .matching(of)
    .reduce<Clocks | ClockRefusal>(
      (clocks, policy) =>
        join(clocks, () => startPolicy(policy, { startOn: 'received', at: of.receivedAt }, { of, book })),
      [],
    );

/** A complaint as its clocks see it, received at noon of that day where the customer lives, its clocks started. */
export function clockedOf(
  jurisdiction: keyof typeof ZONE,
  received: string,
  { book = slaBook, ...change }: Partial<Clocked> & { readonly book?: SlaBook } = {},
): Clocked {
  const of = {
    kind: 'complaint',
    channel: 'web',
    category: 'fees_interest',
    flags: [],
    severity: 'P3',
    jurisdiction,
    timezone: ZONE[jurisdiction],
    receivedAt: noonIn(ZONE[jurisdiction], received),
    ...change,
  } as const;
  return { ...of, clocks: good(startClocks(of, book)) };
}

const noonIn = (zone: string, date: string): Instant => {
  const noon = at(`${date}T12:00:00Z`);
  return noon - localTime(zone, noon).offset;
};

/** Throws where the rules refuse: for tests that expect no refusal. */
export function good<T extends object>(result: T | ClockRefusal): T {
  if (isClockRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}

export function clockOf(of: Pick<Clocked, 'clocks'>, policy: string, kind: ClockKind): Clock {
  const clock = of.clocks.findLast((one) => one.policy === policy && one.kind === kind);
  if (clock === undefined) throw new Error(`clock: got none of ${policy} ${kind}`);
  return clock;
}

/** Local day on which a clock is over, `YYYY-MM-DD`. */
export const dueDay = (of: Clocked, policy: string, kind: ClockKind): string =>
  localText(of.timezone, clockOf(of, policy, kind).dueAt).slice(0, 10);

export const dateOf = (day: number): string => {
  const { year, month, day: date } = civilFromDays(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};
