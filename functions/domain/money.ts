/** Money in minor units as a bigint-safe integer: amounts are compared and added exactly, never as floats. */
export type Money = { readonly minor: number; readonly currency: string };

/** Currencies whose minor unit is not the hundredth, by digits after the point. Source: ISO 4217, list one. */
const OTHER_DIGITS = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  // Units of account: loans of Chile and Uruguay are owed in them, so they are read and not refused.
  [4, 'CLF UYW'],
] as const;
const EXPONENT: ReadonlyMap<string, number> = new Map(
  OTHER_DIGITS.flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, digits] as const)),
);
const AMOUNT = /^-?\d{1,13}(?:\.\d{1,4})?$/u;

export const exponentOf = (currency: string): number => EXPONENT.get(currency) ?? 2;

/** Reads `{ amount: "300.00", currency: "CNY" }`; undefined when the digits do not fit the currency. */
export function parseMoney(wire: { readonly amount: string; readonly currency: string }): Money | undefined {
  if (!AMOUNT.test(wire.amount)) return undefined;
  const [whole = '', fraction = ''] = wire.amount.split('.');
  const digits = exponentOf(wire.currency);
  if (fraction.length > digits) return undefined;
  const minor = Number(`${whole}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? { minor: minor === 0 ? 0 : minor, currency: wire.currency } : undefined;
}

/** Is it more, whatever the sign? What is in another currency cannot be compared and counts as more. */
export const isMoreThan = (one: Money, other: Money | undefined): boolean =>
  other === undefined || one.currency !== other.currency || Math.abs(one.minor) > Math.abs(other.minor);

/** Decimal string with exactly the currency's digits. */
export function formatMoney(money: Money): { amount: string; currency: string } {
  const digits = exponentOf(money.currency);
  const sign = money.minor < 0 ? '-' : '';
  const text = String(Math.abs(money.minor)).padStart(digits + 1, '0');
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return { amount: `${sign}${amount}`, currency: money.currency };
}
