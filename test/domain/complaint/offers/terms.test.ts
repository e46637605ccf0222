import { expect, test } from 'vitest';
import type { OfferTerms } from '#domain/complaint/offer.ts';
import { mayOffer } from '#domain/complaint/offers/authority.ts';
import { areTermsValid, termsOnWire, valueOf } from '#domain/complaint/offers/terms.ts';
import type { Money } from '#domain/money.ts';
import type { Role } from '#domain/words.ts';
import { AUTHORITY } from '#policies/authority.ts';
import { at } from '../../../support/complaints/clocks.ts';

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const when = { now: at('2026-03-02T20:00:00Z'), zone: 'Asia/Shanghai' };
const valid = (terms: OfferTerms) => areTermsValid(terms, when);

test('an offer is worth what is paid and what is waived together', () => {
  const fees = [
    { name: 'late fee', amount: cny(1_000) },
    { name: 'card fee', amount: cny(250) },
  ];

  expect(valueOf({ kind: 'instalments', count: 3, amount: cny(9_000), waive: cny(1_000) })).toEqual(cny(10_000));
  expect(valueOf({ kind: 'waiver', fees })).toEqual(cny(1_250));
  expect(valueOf({ kind: 'goodwill', amount: cny(500) })).toEqual(cny(500));
  expect(valueOf({ kind: 'deferral', until: '2026-05-01' })).toBeUndefined();
});

test.each<OfferTerms>([
  { kind: 'instalments', count: 12, amount: cny(120_000) },
  { kind: 'instalments', count: 12, amount: cny(120_000), waive: cny(100) },
  { kind: 'deferral', until: '2026-03-04' },
  { kind: 'rate', rate: '4.35' },
  { kind: 'term', months: 36 },
  { kind: 'waiver', fees: [{ name: 'late fee', amount: cny(1) }] },
  { kind: 'goodwill', amount: cny(1) },
])('$kind can be kept', (terms) => {
  expect(valid(terms)).toBe(true);
});

test.each<OfferTerms>([
  { kind: 'instalments', count: 0, amount: cny(100) },
  { kind: 'instalments', count: 1.5, amount: cny(100) },
  { kind: 'instalments', count: 361, amount: cny(100_000) },
  { kind: 'instalments', count: 12, amount: cny(11) },
  { kind: 'instalments', count: 12, amount: cny(-1_200) },
  { kind: 'instalments', count: 12, amount: cny(1_200), waive: { minor: 100, currency: 'USD' } },
  { kind: 'instalments', count: 12, amount: cny(1_200), waive: cny(0) },
  // It is the third of March in Shanghai already.
  { kind: 'deferral', until: '2026-03-03' },
  { kind: 'deferral', until: '2026-02-30' },
  { kind: 'deferral', until: '2040-01-01' },
  { kind: 'deferral', until: 'soon' },
  { kind: 'rate', rate: '-1' },
  { kind: 'rate', rate: '4.35%' },
  { kind: 'term', months: 0 },
  { kind: 'waiver', fees: [] },
  {
    kind: 'waiver',
    fees: [
      { name: 'a', amount: cny(1) },
      { name: 'b', amount: { minor: 1, currency: 'USD' } },
    ],
  },
  { kind: 'goodwill', amount: cny(0) },
])('$kind that nobody could keep is no offer', (terms) => {
  expect(valid(terms)).toBe(false);
});

const may = (role: Role, terms: OfferTerms, ...agreed: readonly Money[]): boolean =>
  mayOffer(AUTHORITY, role, {
    terms,
    agreed: agreed.map((value, n) => ({ id: `m1.a${n}`, offerId: `m1.o${n}`, seq: n, at: 0, value })),
  });
const goodwill = (minor: number, currency = 'CNY'): OfferTerms => ({ kind: 'goodwill', amount: { minor, currency } });

test.each([
  ['agent', 'CNY', 1_500_000],
  ['agent', 'USD', 500_000],
  ['agent', 'EUR', 500_000],
  ['agent', 'GBP', 400_000],
  ['supervisor', 'CNY', 15_000_000],
  ['supervisor', 'GBP', 4_000_000],
] as const)('%s may offer in %s up to %d in minor units, inclusive', (role, currency, limit) => {
  expect(may(role, goodwill(limit, currency))).toBe(true);
  expect(may(role, goodwill(limit + 1, currency))).toBe(false);
  expect(may('head', goodwill(limit + 1, currency))).toBe(true);
});

test('a currency without a limit is a head’s, and other roles offer nothing', () => {
  expect(may('supervisor', goodwill(1, 'JPY'))).toBe(false);
  expect(may('head', goodwill(1, 'JPY'))).toBe(true);
  expect(may('analyst', goodwill(1))).toBe(false);
});

test('what was agreed on before counts: one limit is used up once, in whatever currencies', () => {
  expect(may('agent', goodwill(500_000), cny(1_000_000))).toBe(true);
  expect(may('agent', goodwill(500_001), cny(400_000), cny(600_000))).toBe(false);
  expect(may('supervisor', goodwill(500_001), cny(400_000), cny(600_000))).toBe(true);
  expect(may('agent', goodwill(100_000, 'USD'), cny(1_200_000))).toBe(true);
  expect(may('agent', goodwill(100_000, 'USD'), cny(1_200_001))).toBe(false);
  expect(may('agent', { kind: 'deferral', until: '2026-05-01' }, cny(1_500_000))).toBe(true);
});

test('terms without a sum: an agent may put off, a supervisor may change rate and term', () => {
  expect(may('agent', { kind: 'deferral', until: '2026-05-01' })).toBe(true);
  expect(may('agent', { kind: 'rate', rate: '3' })).toBe(false);
  expect(may('supervisor', { kind: 'term', months: 36 })).toBe(true);
});

test('terms travel as decimal texts', () => {
  expect(termsOnWire({ kind: 'instalments', count: 3, amount: cny(10_000), waive: cny(5) })).toEqual({
    kind: 'instalments',
    count: 3,
    amount: { amount: '100.00', currency: 'CNY' },
    waive: { amount: '0.05', currency: 'CNY' },
  });
  expect(termsOnWire({ kind: 'waiver', fees: [{ name: 'late fee', amount: cny(5) }] })).toEqual({
    kind: 'waiver',
    fees: [{ name: 'late fee', amount: { amount: '0.05', currency: 'CNY' } }],
  });
});
