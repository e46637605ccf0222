import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exponentOf, formatMoney, parseMoney } from '#domain/money.ts';

/** ISO 4217 list one: every currency whose minor unit is not the hundredth. */
const DIGITS = [
  ['BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0],
  ['AUD CAD CHF CNY EUR GBP HKD HUF IDR MGA MRU TWD USD UYU', 2],
  ['BHD IQD JOD KWD LYD OMR TND', 3],
  ['CLF UYW', 4],
] as const;
const CURRENCIES = DIGITS.flatMap(([codes, digits]) => codes.split(' ').map((code) => [code, digits] as const));

const amountOf = (digits: number): string => (digits === 0 ? '1' : `1.${'234567'.slice(0, digits)}`);

test.each(CURRENCIES)('%s has %i digits after the point, and no more are taken', (currency, digits) => {
  const minor = Number(`1${'234567'.slice(0, digits)}`);

  expect(parseMoney({ amount: amountOf(digits), currency })).toEqual({ minor, currency });
  expect(parseMoney({ amount: amountOf(digits + 1), currency })).toBeUndefined();
});

test('a whole sum is as many minor units as the currency has', () => {
  const minor = (amount: string, currency: string) => parseMoney({ amount, currency })?.minor;

  expect([minor('300', 'ISK'), minor('300', 'CNY'), minor('300', 'IQD'), minor('300', 'CLF')]).toEqual([
    300, 30_000, 300_000, 3_000_000,
  ]);
});

test('what is written of a sum is always read back as that sum, in every currency', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CURRENCIES), fc.integer({ min: -1e12, max: 1e12 }), ([currency], minor) => {
      const written = formatMoney({ minor, currency });

      expect(written.amount.split('.')[1]?.length ?? 0).toBe(exponentOf(currency));
      expect(parseMoney(written)).toEqual({ minor, currency });
    }),
  );
});
