import { expect, test } from 'vitest';
import { durationOf } from '#domain/policy/book.ts';
import { isAboveConfirming, trustToConfirm } from '#domain/policy/confirming.ts';
import { isTemplate, TEMPLATES } from '#domain/policy/template-names.ts';
import { DAY } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { shipped } from '../../support/rules/policies.ts';

const above = (minor: number, currency: string) => isAboveConfirming(shipped.limits, { minor, currency });

test.each([
  ['CNY', 5_000_000],
  ['USD', 700_000],
  ['EUR', 700_000],
  ['GBP', 600_000],
])('an SMS confirms payments in %s up to the limit, inclusive', (currency, limit) => {
  expect([above(limit, currency), above(limit + 1, currency), above(-limit - 1, currency)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('a currency without a limit is above it, a reason without an amount is not', () => {
  expect(above(1, 'JPY')).toBe(true);
  expect(isAboveConfirming(shipped.limits, undefined)).toBe(false);
});

const rules = shipped.purpose('fraud_security');
const needed = (minor: number, numberChangedAt?: number) => {
  const changed = numberChangedAt === undefined ? {} : { numberChangedAt };
  return trustToConfirm(shipped, { rules, amount: { minor, currency: 'CNY' }, ...changed }, NOON);
};

test('confirming by SMS is trusted up to the limit; above it a person or the app must know who it is', () => {
  expect([needed(5_000_000), needed(5_000_001)]).toEqual([2, 3]);
});

test('for seven days after a number changed its answers need more trust', () => {
  expect([needed(1, NOON - 7 * DAY + 1), needed(1, NOON - 7 * DAY), needed(1)]).toEqual([3, 2, 2]);
});

test('policy data that is no duration is a fault of ours, not a wait of none', () => {
  expect(durationOf('P1DT2H')).toBe(26 * 60 * 60 * 1000);
  expect(() => durationOf('1 day')).toThrow(RangeError);
});

test('a template is one of the closed list', () => {
  expect(TEMPLATES.every(isTemplate)).toBe(true);
  expect(isTemplate('marketing.spring')).toBe(false);
});
