import { expect, test } from 'vitest';
import { resolve } from '#domain/complaint/life/decide.ts';
import { rateComplaint, reopen } from '#domain/complaint/life/follow-up.ts';
import { tick } from '#domain/complaint/life/tick.ts';
import type { OfferBook } from '#domain/complaint/offers/move.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { complaintBook, complaintOf, moved } from '../../../support/complaints/complaints.ts';

const START = complaintOf().receivedAt;
const THEN = START + 30 * DAY;
const by = { staff: 's1', role: 'supervisor' } as const;
const at = (now: number, book: OfferBook = complaintBook) => ({ now, by, book, caseId: 'k1' });
const contact = { channel: 'call', at: START + HOUR, confirmed: false } as const;
/** Received in a year whose holidays nobody knew, and resolved after thirty days. */
const uncounted = moved(resolve(complaintOf({ clocks: [] }), { contact, reached: false }, at(THEN))).next;
const unknown: OfferBook = { ...complaintBook, calendar: () => undefined };

test('a complaint whose days could not be counted at its receipt has its second look, and what was late is told', () => {
  const again = moved(reopen(uncounted, at(THEN + HOUR)));
  const clocks = again.next.clocks.map(({ kind, round, state }) => [kind, round ?? 0, state]);

  expect(uncounted.clocks).toEqual([]);
  expect(clocks).toEqual([
    ['ack', 0, 'BREACHED'],
    ['decide', 0, 'BREACHED'],
    ['followUp', 0, 'CANCELLED'],
    ['decide', 1, 'RUNNING'],
  ]);
  expect(again.next.clocks.at(-1)).toMatchObject({ policy: 'cn-cbirc-2020', startedAt: THEN + HOUR });
  expect(moved(tick(again.next, { ...at(THEN + HOUR), tasks: [] })).entry).toMatchObject({
    type: 'complaint.clocks-told',
  });
  expect(again.tasks).toEqual([]);
});

test('while they still cannot be counted it is reopened with a task, and its entry names the year', () => {
  for (const again of [
    moved(reopen(uncounted, at(THEN + HOUR, unknown))),
    moved(rateComplaint(uncounted, { rating: 1 }, at(THEN + HOUR, unknown))),
  ]) {
    expect(again.next).toMatchObject({ status: 'REOPENED', clocks: [] });
    expect(again.tasks).toMatchObject([{ kind: 'review', note: 'calendar-missing' }]);
    expect(again.entry.facts).toMatchObject({ calendarMissing: { owner: 'cn-statutory', year: 2026 } });
  }
});

test('a version that a complaint is pinned to is never passed over: where it is not there, nothing is reopened', () => {
  const known = moved(resolve(complaintOf(), { contact, reached: false }, at(START + HOUR))).next;
  const gone: OfferBook = { ...complaintBook, policy: () => undefined };

  expect(() => reopen(known, at(THEN, gone))).toThrow('sla policy: got cn-cbirc-2020@1, expected one shipped');
});

test('a second look that would end in a year without calendar begins with a task, and its asking is over', () => {
  const known = moved(resolve(complaintOf(), { contact, reached: false }, at(START + HOUR))).next;

  for (const again of [
    moved(reopen(known, at(THEN, unknown))),
    moved(rateComplaint(known, { rating: 1 }, at(THEN, unknown))),
  ]) {
    expect(again.next.status).toBe('REOPENED');
    expect(again.next.clocks.map(({ kind, round }) => [kind, round ?? 0])).not.toContainEqual(['decide', 1]);
    expect(again.next.clocks.find(({ kind }) => kind === 'followUp')?.state).not.toBe('RUNNING');
    expect(again.tasks).toMatchObject([{ kind: 'review', note: 'calendar-missing' }]);
    expect(again.entry.facts).toMatchObject({ calendarMissing: { owner: 'cn-statutory' } });
  }
});
