import { expect, test } from 'vitest';
import { dayOf } from '#domain/calendar/business.ts';
import { dueOf, lastDay } from '#domain/complaint/clocks/due.ts';
import type { SlaBook } from '#domain/complaint/clocks/policy.ts';
import { slaBook } from '#policies/sla/book.ts';
import { clockedOf, clockOf } from '../../../support/complaints/clocks.ts';

const approved = { days: 20, approver: 's1', role: 'supervisor', at: 0 } as const;

/** The shipped book, its calendars known for fewer years. */
const without = (...years: readonly number[]): SlaBook => ({
  ...slaBook,
  calendar: (id) => {
    const calendar = slaBook.calendar(id);
    const known = [...(calendar?.years ?? [])].filter((year) => !years.includes(year));
    return calendar === undefined ? undefined : { ...calendar, years: new Set(known) };
  },
});

test('a clock that would have to be counted through a year without data has no end', () => {
  const of = clockedOf('UK', '2026-12-29', { category: 'transfer_payment' });
  const clock = clockOf(of, 'uk-psd', 'decide');
  const refusal = { refused: 'complaint.calendar-missing', owner: 'uk-england-and-wales', year: 2027 };

  expect(dueOf(clock, { of, book: without(2027) })).toEqual(refusal);
  expect(dueOf({ ...clock, extensions: [approved] }, { of, book: without(2027) })).toEqual(refusal);
});

test('an extension into a year without data is refused where its own days would be counted', () => {
  const of = clockedOf('UK', '2026-12-01', { category: 'transfer_payment' });
  const clock = { ...clockOf(of, 'uk-psd', 'decide'), extensions: [approved, approved] };

  expect(lastDay(clock, { of, book: without(2027) })).toEqual({
    refused: 'calendar.year-missing',
    owner: 'uk-england-and-wales',
    year: 2027,
  });
});

test('a last day that would be rolled into a year without data is refused', () => {
  const of = clockedOf('CN', '2025-12-17');
  const clock = clockOf(of, 'cn-cbirc-2020', 'decide');

  expect(lastDay(clock, { of, book: slaBook })).toBe(dayOf('2026-01-01'));
  expect(dueOf(clock, { of, book: without(2026) })).toEqual({
    refused: 'complaint.calendar-missing',
    owner: 'cn-statutory',
    year: 2026,
  });
});

test('a calendar that is not there knows no year at all', () => {
  const of = clockedOf('UK', '2026-04-02');
  const clock = clockOf(of, 'uk-disp', 'ack');

  expect(dueOf(clock, { of, book: { ...slaBook, calendar: () => undefined } })).toEqual({
    refused: 'complaint.calendar-missing',
    owner: 'uk-england-and-wales',
    year: 2026,
  });
});

test('where a law counts the day of receipt as the first, every term ends a day earlier', () => {
  const of = clockedOf('US', '2026-03-02');
  const clock = clockOf(of, 'us-cfpb-portal', 'decide');
  const counted: SlaBook = {
    ...slaBook,
    policy: (id, version) => {
      const policy = slaBook.policy(id, version);
      return policy === undefined ? undefined : { ...policy, dayRule: { ...policy.dayRule, excludeReceiptDay: false } };
    },
  };
  const last = lastDay(clock, { of, book: slaBook });

  expect(last).toBe(dayOf('2026-03-17'));
  expect(lastDay(clock, { of, book: counted })).toBe(dayOf('2026-03-16'));
});
