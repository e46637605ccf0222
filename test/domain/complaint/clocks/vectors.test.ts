import { expect, test } from 'vitest';
import { localText } from '#domain/calendar/zone.ts';
import { extendClock } from '#domain/complaint/clocks/extend.ts';
import { slaBook } from '#policies/sla/book.ts';
import { at, clockedOf, clockOf, dueDay, good, startClocks } from '../../../support/complaints/clocks.ts';

const extended = (of: ReturnType<typeof clockedOf>, days: number) => ({
  ...of,
  clocks: good(
    extendClock(
      of,
      { days, reason: 'an expert is asked', approver: 's1', role: 'supervisor' },
      { now: of.receivedAt, book: slaBook },
    ),
  ).clocks,
});

test('China: 15 days from Tuesday 2026-02-10 end on Wednesday 2026-02-25', () => {
  expect(dueDay(clockedOf('CN', '2026-02-10'), 'cn-cbirc-2020', 'decide')).toBe('2026-02-25');
});

test('United States: 15 days from 2026-03-01 end on 2026-03-16, though the clocks change in between', () => {
  expect(dueDay(clockedOf('US', '2026-03-01'), 'us-cfpb-portal', 'decide')).toBe('2026-03-16');
});

test('United Kingdom: 8 weeks from Friday 2026-01-02 end on Friday 2026-02-27', () => {
  expect(dueDay(clockedOf('UK', '2026-01-02'), 'uk-disp', 'decide')).toBe('2026-02-27');
});

test('United Kingdom: 3 business days from Thursday 2026-04-02 end on Thursday 2026-04-09, Easter in between', () => {
  expect(dueDay(clockedOf('UK', '2026-04-02'), 'uk-disp', 'ack')).toBe('2026-04-09');
});

test('United Kingdom: 15 business days for a payment from Thursday 2026-04-02 end on Monday 2026-04-27', () => {
  const payment = clockedOf('UK', '2026-04-02', { category: 'transfer_payment' });

  expect(dueDay(payment, 'uk-psd', 'decide')).toBe('2026-04-27');
});

test('United Kingdom: 35 business days from Thursday 2026-04-02 end on Wednesday 2026-05-27', () => {
  const payment = clockedOf('UK', '2026-04-02', { category: 'transfer_payment' });

  expect(dueDay(extended(payment, 20), 'uk-psd', 'decide')).toBe('2026-05-27');
});

test('China: a last day on which banks are closed moves to the next on which they work', () => {
  // 15 days later is the 18th; Spring Festival lasts from the 15th to the 23rd.
  expect(dueDay(clockedOf('CN', '2026-02-03'), 'cn-cbirc-2020', 'decide')).toBe('2026-02-24');
  // 2026-05-09 is a Saturday worked for the first of May.
  expect(dueDay(clockedOf('CN', '2026-04-24'), 'cn-cbirc-2020', 'decide')).toBe('2026-05-09');
});

test('China: a Saturday worked to make up for a holiday is a working day', () => {
  // Friday 2026-02-13, then Saturday 2026-02-14 is worked.
  expect(dueDay(clockedOf('CN', '2026-02-13'), 'cn-cbirc-2020', 'ack')).toBe('2026-02-14');
  expect(dueDay(clockedOf('CN', '2026-02-14'), 'cn-cbirc-2020', 'ack')).toBe('2026-02-24');
});

test('China: 15 days become 30 with a first extension and 60 with a second', () => {
  const of = clockedOf('CN', '2026-03-02');
  const once = extended(of, 15);
  const twice = good(
    extendClock(
      once,
      { days: 30, reason: 'abroad', approver: 'h1', role: 'head' },
      { now: of.receivedAt, book: slaBook },
    ),
  );

  expect(dueDay(of, 'cn-cbirc-2020', 'decide')).toBe('2026-03-17');
  expect(dueDay(once, 'cn-cbirc-2020', 'decide')).toBe('2026-04-01');
  // 2026-05-01 is a holiday until the 5th.
  expect(dueDay({ ...of, clocks: twice.clocks }, 'cn-cbirc-2020', 'decide')).toBe('2026-05-06');
});

test('China: a credit record is checked within 20 days beside the 15 of every complaint', () => {
  const of = clockedOf('CN', '2026-03-02', { category: 'credit_record' });

  expect(dueDay(of, 'cn-credit-record', 'decide')).toBe('2026-03-23');
  expect(dueDay(of, 'cn-cbirc-2020', 'decide')).toBe('2026-03-17');
});

test('China: what the regulator forwards is heard the same day, and both clocks of the decision run', () => {
  const of = clockedOf('CN', '2026-03-02', { channel: 'regulator' });

  expect(dueDay(of, 'cn-12378', 'ack')).toBe('2026-03-02');
  expect(dueDay(of, 'cn-12378', 'decide')).toBe('2026-03-17');
  expect(dueDay(of, 'cn-cbirc-2020', 'decide')).toBe('2026-03-17');
});

test('United States: 10 business days for an electronic transfer, 45 and 90 days with provisional credit', () => {
  const of = clockedOf('US', '2026-06-26', { category: 'fraud_unauthorised' });

  // The 3rd of July is the day off for the 4th.
  expect(dueDay(of, 'us-reg-e', 'decide')).toBe('2026-07-13');
  expect(dueDay(extended(of, 28), 'us-reg-e', 'decide')).toBe('2026-08-10');
});

test('fraud under way or a life in danger: a person in 5 minutes, something done in 30, at any hour', () => {
  const of = clockedOf('CN', '2026-02-17', { flags: ['fraud_in_progress'], severity: 'P1' });

  expect(clockOf(of, 'p1-incident', 'human').dueAt - of.receivedAt).toBe(5 * 60_000);
  expect(clockOf(of, 'p1-incident', 'action').dueAt - of.receivedAt).toBe(30 * 60_000);
});

test('a day ends where the law counts it, to the last millisecond', () => {
  const of = clockedOf('CN', '2026-02-10');

  expect(localText('Asia/Shanghai', clockOf(of, 'cn-cbirc-2020', 'decide').dueAt)).toBe(
    '2026-02-25T23:59:59.999+08:00',
  );
});

test('a complaint received a minute before midnight loses nothing of the day after', () => {
  const of = clockedOf('CN', '2026-02-10', { receivedAt: at('2026-02-10T23:59:00+08:00') });

  expect(dueDay(of, 'cn-cbirc-2020', 'decide')).toBe('2026-02-25');
});

test('days that would be counted through a year without data are refused, never guessed', () => {
  const { clocks: _clocks, ...late } = clockedOf('CN', '2026-12-01');

  expect(startClocks({ ...late, receivedAt: at('2026-12-20T12:00:00+08:00') }, slaBook)).toEqual({
    refused: 'complaint.calendar-missing',
    owner: 'cn-statutory',
    year: 2027,
  });
});
