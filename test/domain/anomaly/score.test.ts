import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASELINE_BYTES, packBaseline, unpackBaseline } from '#domain/anomaly/baseline.ts';
import { knows, learnDebit } from '#domain/anomaly/learn.ts';
import { judge } from '#domain/anomaly/score.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { after, cny, credit, debit, statement } from '../../support/intake/account-events.ts';

const daily = (count: number, change: Parameters<typeof debit>[1] = {}) =>
  Array.from({ length: count }, (_, day) => debit(day + 1, { at: NOON + day * DAY, ...change }));
const next = (count: number, change: Parameters<typeof debit>[1] = {}) =>
  debit(count + 1, { at: NOON + count * DAY, ...change });

test('an ordinary payment after an ordinary month opens nothing', () => {
  const { found } = after([...daily(30), next(30)]);

  expect(found?.scored).toMatchObject({ reasons: [], opened: false });
});

test('an amount far above the account’s own history opens, with its reason', () => {
  const { found } = after([...daily(30), next(30, { amount: cny(980_000), counterparty: 'stranger' })]);

  expect(found?.scored).toMatchObject({ reasons: ['unusual-amount'], opened: true });
  expect(found?.scored?.score).toBeGreaterThan(0.8);
});

test('the same amount is usual for an account that often spends it', () => {
  const { found } = after([...daily(30, { amount: cny(950_000) }), next(30, { amount: cny(980_000) })]);

  expect(found?.scored?.opened).toBe(false);
});

test('an account without ten debits has no history to be far above', () => {
  const { found } = after([...daily(9), next(9, { amount: cny(9_800_000) })]);

  expect(found?.scored?.opened).toBe(false);
});

test('many payments at once are no unusual amount', () => {
  const burst = Array.from({ length: 40 }, (_, index) => debit(index + 31, { at: NOON + 30 * DAY + index * 1_000 }));

  for (const [index] of burst.entries()) {
    expect(after([...daily(30), ...burst.slice(0, index + 1)]).found?.scored?.opened).toBe(false);
  }
});

test('an odd hour and a stranger make a large amount more unlike the customer', () => {
  const score = (change: Parameters<typeof debit>[1]): number =>
    after([...daily(30), next(30, { amount: cny(45_000), ...change })]).found?.scored?.score ?? 0;

  const usual = score({ counterparty: 'shop-1' });
  expect(score({ counterparty: 'stranger' })).toBeGreaterThan(usual);
  expect(score({ counterparty: 'shop-1', at: NOON + 30 * DAY + 15 * HOUR })).toBeGreaterThan(usual);
});

test('a debit from an account that was silent for more than ninety days opens, a fee does not', () => {
  const at = NOON + 29 * DAY + 91 * DAY;

  expect(after([...daily(30), next(30, { at })]).found?.scored).toMatchObject({
    reasons: ['dormant-moving'],
    opened: true,
  });
  expect(after([...daily(30), next(30, { at, amount: cny(100) })]).found?.scored?.opened).toBe(false);
});

test('an account of status dormant that moves opens, with or without a history', () => {
  const dormant = statement(1, { status: 'dormant' });

  expect(after([dormant, debit(2)]).found?.scored?.reasons).toEqual(['dormant-moving']);
  expect(after([dormant, credit(2)]).found?.scored?.opened).toBe(false);
});

test('credits are neither judged nor remembered', () => {
  const account = after(daily(20)).account;

  const judged = judge(credit(99, { amount: cny(99_000_000) }), account ?? { baseline: new Uint8Array() });

  expect(judged).toEqual({ scored: { score: 0, reasons: [], opened: false }, baseline: account?.baseline });
});

test('a thief who raises the amounts step by step moves the mean no faster than its bound', () => {
  const { account } = after([...daily(60), next(60, { amount: cny(999_999_999) })]);
  const [before, then] = [after(daily(60)).account, account].map((one) =>
    unpackBaseline(one?.baseline ?? new Uint8Array()),
  );

  expect((then?.mean ?? 0) - (before?.mean ?? 0)).toBeLessThan(0.05);
});

test('a debit that comes late is counted by its time and moves no clock back', () => {
  const inOrder = after(daily(20)).account;
  const [late, ...others] = daily(20).toReversed();
  const shuffled = after([
    ...others.toReversed().toSpliced(10, 1),
    ...(late === undefined ? [] : [late]),
    debit(11, { at: NOON + 10 * DAY }),
  ]).account;

  const [one, other] = [inOrder, shuffled].map((account) => unpackBaseline(account?.baseline ?? new Uint8Array()));
  expect(other?.lastAt).toBe(one?.lastAt);
  expect(other?.n).toBe(one?.n);
  expect(other?.month).toBeCloseTo(one?.month ?? 0, -1);
  expect(other?.mean).toBeCloseTo(one?.mean ?? 0, 1);
});

test('a baseline is 123 bytes whatever happened, and reads back as it was packed', () => {
  const payments = fc.array(
    fc.record({
      at: fc.integer({ min: NOON, max: NOON + 400 * DAY }),
      minor: fc.integer({ min: 0, max: 10 ** 13 }),
      counterparty: fc.string({ maxLength: 12 }),
      place: fc.record({
        lat: fc.integer({ min: -9_000, max: 9_000 }),
        lon: fc.integer({ min: -18_000, max: 18_000 }),
      }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(payments, (all) => {
      let bytes = new Uint8Array();
      for (const payment of all) {
        const learnt = learnDebit(unpackBaseline(bytes), payment);
        bytes = Uint8Array.from(packBaseline(learnt));
        expect(bytes.length).toBe(BASELINE_BYTES);
        expect(packBaseline(unpackBaseline(bytes))).toEqual(bytes);
        expect(knows(unpackBaseline(bytes), payment.counterparty)).toBe(true);
        expect(Number.isFinite(unpackBaseline(bytes).mean) && Number.isFinite(unpackBaseline(bytes).variance)).toBe(
          true,
        );
      }
    }),
  );
});
