import { expect, test } from 'vitest';
import { isCovered } from '#domain/account/pending.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { after, clearing, cny, credit, debit, flag, LATER, statement } from '../../support/intake/account-events.ts';

const paid = (sequence: number, change: object = {}) =>
  credit(sequence, { ref: 70, amount: cny(30_000), at: LATER - HOUR, ...change });
const pending = (sequence: number, change: object = {}) => paid(sequence, { pending: true, ...change });
const covered = (...events: Parameters<typeof after>[0]): boolean => {
  const { account } = after(events);
  return account !== undefined && isCovered(account);
};

test('a debt that was paid is covered while the payment is pending and once it has posted', () => {
  expect(covered(flag(1), pending(2))).toBe(true);
  expect(covered(flag(1), pending(2), paid(3))).toBe(true);
  expect(covered(flag(1), paid(2))).toBe(true);
  expect(covered(flag(1), paid(2, { amount: cny(29_999) }))).toBe(false);
});

test('a posted payment covers until a newer word speaks of the debt, and no longer', () => {
  expect(covered(flag(1), paid(2), statement(3, { balance: cny(7), status: 'active' }))).toBe(true);
  expect(covered(flag(1), paid(2), statement(3, { overdue: cny(30_000) }))).toBe(false);
  expect(covered(flag(1), paid(2), statement(3, { daysPastDue: 4 }))).toBe(false);
  expect(covered(flag(1), paid(2), flag(3))).toBe(false);
});

test('in whatever order they come: a word that is older than the posting takes nothing away', () => {
  expect(covered(paid(2), flag(1))).toBe(true);
  expect(covered(flag(3), paid(2))).toBe(false);
  expect(covered(flag(1), statement(4, { overdue: cny(30_000) }), pending(2), paid(3))).toBe(false);
  expect(covered(flag(1), pending(2), statement(4, { overdue: cny(30_000) }))).toBe(true);
});

test('what posted more than five days ago covers nothing', () => {
  expect(covered(flag(1), paid(2, { at: LATER - 5 * DAY }))).toBe(true);
  expect(covered(flag(1), paid(2, { at: LATER - 5 * DAY - 1 }))).toBe(false);
});

test('the pending word of a transaction that has posted already is not waited for', () => {
  const posted = after([flag(1), paid(4), statement(5, { overdue: cny(30_000) })]).account;

  const late = after([pending(2, { at: LATER - 2 * HOUR })], posted);

  expect(late.account?.pending?.sum).toEqual(cny(0));
  expect(covered(flag(1), paid(3), pending(2))).toBe(true);
});

test('payments that are waited for are not pushed out by purchases that have not posted yet', () => {
  const purchases = [3, 4, 5, 6, 7, 8, 9].map((sequence) => debit(sequence, { pending: true, at: LATER }));

  expect(covered(flag(1), pending(2), ...purchases)).toBe(true);
  expect(covered(flag(1), paid(2), ...purchases)).toBe(true);
});

test('a purchase abroad that has not posted yet hides no payment', () => {
  const abroad = debit(2, { pending: true, at: LATER - HOUR, amount: { minor: 900, currency: 'EUR' } });

  expect(covered(flag(1), abroad, paid(3))).toBe(true);
});

test('the time of what is pending is that of its newest credit, whatever was bought since', () => {
  const { account } = after([flag(1), pending(2), debit(3, { pending: true, at: LATER })]);

  expect(account?.pending?.at).toBe(LATER - HOUR);
});

test('a payment that posts where it was pending moves no reason; one that nobody saw pending does', () => {
  const start = after([flag(1), pending(2)]).account;

  expect(after([paid(3)], start).account?.reasonVersion).toBe(start?.reasonVersion);
  expect(after([paid(3, { ref: 71 }), clearing(4)], after([flag(1)]).account).account?.reasonVersion).toBe(3);
});
