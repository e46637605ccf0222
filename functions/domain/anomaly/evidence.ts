import { type Money, parseMoney } from '../money.ts';

/** Evidence of a detector has a form of its own; sums are looked for this deep. */
const DEEPEST = 4;
const CURRENCY = /^[A-Z]{3}$/u;

/**
 * The greatest sum that evidence names, in the currency it names first: what a report does not say itself is read from
 * what it rests on, so that more than a text is asked for where much is at stake.
 */
export function greatestSum(evidence: unknown): Money | undefined {
  const [first, ...others] = sumsIn(evidence, 0);
  return others.reduce<Money | undefined>(
    (greatest, one) =>
      greatest !== undefined && one.currency === greatest.currency && one.minor > greatest.minor ? one : greatest,
    first,
  );
}

function sumsIn(value: unknown, depth: number): readonly Money[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  const own = sumOf({ ...value });
  const below = Object.values(value).flatMap((one: unknown) => sumsIn(one, depth + 1));
  return own === undefined ? below : [own, ...below];
}

function sumOf({ amount, currency }: { readonly amount?: unknown; readonly currency?: unknown }): Money | undefined {
  if (typeof currency !== 'string' || !CURRENCY.test(currency)) return undefined;
  if (typeof amount !== 'string' && typeof amount !== 'number') return undefined;
  const sum = parseMoney({ amount: String(amount), currency });
  return sum === undefined || sum.minor < 0 ? undefined : sum;
}
