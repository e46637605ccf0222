import * as v from 'valibot';
import { formatMoney, type Money } from '#domain/money.ts';
import { formatInstant, type Instant } from '#domain/time.ts';

export const time = formatInstant;
export const timeIf = (at: Instant | undefined): string | undefined =>
  at === undefined ? undefined : formatInstant(at);

export const moneyIf = (money: Money | undefined): ReturnType<typeof formatMoney> | undefined =>
  money === undefined ? undefined : formatMoney(money);

/** Members of facts that hold an instant as a number. */
const INSTANTS: ReadonlySet<string> = new Set([
  'again',
  'asOf',
  'at',
  'dueAt',
  'expiresAt',
  'knownEnd',
  'madeAt',
  'receivedAt',
  'reportedAt',
  'recheckAt',
  'since',
  'until',
  'verifiedAt',
]);
const MoneyFact = v.strictObject({ minor: v.pipe(v.number(), v.safeInteger()), currency: v.string() });
const Members = v.record(v.string(), v.unknown());

/** Facts of an entry as people read them: instants as RFC 3339, money as decimal text; all else as it is. */
export function shownFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, shown(name, value)]));
}

function shown(name: string, value: unknown): unknown {
  if (typeof value === 'number') return INSTANTS.has(name) ? formatInstant(value) : value;
  if (Array.isArray(value)) return value.map((one: unknown) => shown('', one));
  if (v.is(MoneyFact, value)) return formatMoney(value);
  return v.is(Members, value) ? shownFacts(value) : value;
}
