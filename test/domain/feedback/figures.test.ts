import { expect, test } from 'vitest';
import { cell, csvOf } from '#domain/feedback/csv.ts';
import type { Dimension, Noted } from '#domain/feedback/fact.ts';
import { rowsOf } from '#domain/feedback/report.ts';
import { isSpan, spanOf } from '#domain/feedback/span.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { REPORTS, type ReportName } from '../../../functions/feedback/reports.contract.ts';
import { NOON } from '../../support/cases.ts';
import { factsFrom, noted } from '../../support/feedback/entries.ts';

const ZONE = 'Asia/Shanghai';
const opened = (id: string, customerId: string, purpose = 'debt_reminder'): Noted =>
  noted({
    type: 'case.opened',
    aggregate: `CASE#${id}`,
    facts: { purpose, severity: 'medium' },
    effects: [
      { do: 'notify', type: 'case.opened', purpose: 'debt_reminder', department: 'collections', data: { customerId } },
    ],
  });
const accepted = (id: string, seq: number, attempt = 1): Noted =>
  noted({
    type: 'contact.accepted',
    aggregate: `CASE#${id}`,
    seq,
    at: NOON + seq * MINUTE,
    facts: { attempt, channel: 'sms', audience: 'customer' },
  });
const complaint = (id: string, facts: Readonly<Record<string, unknown>> = {}): Noted =>
  noted({
    type: 'complaint.received',
    aggregate: `CMP#${id}`,
    facts: { channel: 'sms', category: 'not_owed', department: 'collections', receivedAt: NOON, ...facts },
  });

async function figures(report: ReportName, entries: readonly Noted[], by?: Dimension) {
  const rows = rowsOf(REPORTS[report].figures, await factsFrom(entries), {
    zone: ZONE,
    ...(by === undefined ? {} : { by }),
  });
  return (name: string) => rows.filter((row) => row.figure === name);
}

test('contacts are counted in events, in cases and in people', async () => {
  const of = await figures('outreach', [
    opened('c1', 'u1'),
    opened('c2', 'u1'),
    opened('c3', 'u2'),
    accepted('c1', 2),
    accepted('c1', 3, 2),
    accepted('c2', 2),
    accepted('c3', 2),
  ]);
  expect(of('contacts')).toEqual([{ figure: 'contacts', value: 4, events: 4, cases: 3, people: 2 }]);
});

test('what a complaint’s move was worth belongs to the department that made it, its transfer to the one that it left', async () => {
  const at = (type: string, seq: number, facts: Readonly<Record<string, unknown>>): Noted =>
    noted({ type, aggregate: 'CMP#m1', seq, at: NOON + seq * MINUTE, facts });
  const entries = [
    complaint('m1'),
    at('complaint.transferred', 2, { department: 'card-disputes', leaves: 'collections' }),
    at('complaint.resolved', 3, { decision: 'upheld', department: 'card-disputes', met: ['decide'] }),
  ];
  const of = await figures('complaints', entries, 'department');
  const bySla = await figures('sla', entries, 'department');

  expect(of('received')).toMatchObject([{ by: 'collections', events: 1 }]);
  expect(of('transferred')).toMatchObject([{ by: 'collections', events: 1 }]);
  expect(of('resolved')).toMatchObject([{ by: 'card-disputes', events: 1 }]);
  expect(bySla('met')).toMatchObject([{ by: 'card-disputes', events: 1 }]);
});

test('corrections of what triage made of complaints are counted, and by the category that was wrong', async () => {
  const corrected = (id: string, seq: number, was: Readonly<Record<string, unknown>>): Noted =>
    noted({ type: 'complaint.classified', aggregate: `CMP#${id}`, seq, facts: { was } });
  const entries = [
    complaint('m1'),
    complaint('m2', { category: 'fees_interest' }),
    corrected('m1', 2, { category: 'not_owed', severity: 'P2' }),
    corrected('m1', 3, { flags: ['vulnerable'] }),
    corrected('m2', 2, { category: 'fees_interest' }),
  ];
  const of = await figures('complaints', entries);
  const by = await figures('complaints', entries, 'category');

  expect(of('corrections')).toMatchObject([{ value: 3, cases: 2 }]);
  expect(of('recategorised')).toMatchObject([{ value: 2, cases: 2 }]);
  expect(by('recategorised').map((row) => [row.by, row.value])).toEqual([
    ['fees_interest', 1],
    ['not_owed', 1],
  ]);
});

test('who is still not content after the last reopening shows in the figures and is never satisfied', async () => {
  const told = noted({ type: 'complaint.not-content', aggregate: 'CMP#m1', seq: 2, facts: { rating: 1 } });
  const of = await figures('complaints', [complaint('m1'), told]);

  expect(of('not-content')).toMatchObject([{ value: 1 }]);
  expect(of('ratings')).toMatchObject([{ value: 1 }]);
  expect(of('satisfied')).toMatchObject([{ value: 0 }]);
});

test('a report over nothing has its rows, with zeros', () => {
  const rows = rowsOf(REPORTS.complaints.figures, [], { zone: ZONE });
  expect(rows).toHaveLength(REPORTS.complaints.figures.length);
  expect(rows.every(({ value, events, cases, people }) => value + events + cases + people === 0)).toBe(true);
});

test('what was resolved and reopened was not resolved the first time', async () => {
  const resolved = (id: string, after: number): Noted =>
    noted({
      type: 'complaint.resolved',
      aggregate: `CMP#${id}`,
      seq: 2,
      at: NOON + after,
      facts: { decision: 'upheld' },
    });
  const of = await figures('complaints', [
    complaint('m1', { customerId: 'u1' }),
    complaint('m2', { customerId: 'u2' }),
    resolved('m1', 2 * HOUR),
    resolved('m2', 4 * HOUR),
    noted({ type: 'complaint.reopened', aggregate: 'CMP#m2', seq: 3, facts: { rating: 1 } }),
    noted({ type: 'complaint.rated', aggregate: 'CMP#m1', seq: 3, facts: { rating: 5 } }),
  ]);
  expect(of('resolved')).toMatchObject([{ value: 2, cases: 2, people: 2 }]);
  expect(of('first-time-resolved')).toMatchObject([{ value: 1, cases: 1, people: 1 }]);
  expect(of('handling-time-seconds')).toMatchObject([{ value: 3 * 3600, events: 2 }]);
  expect(of('ratings')).toMatchObject([{ value: 2 }]);
  expect(of('rating-mean')).toMatchObject([{ value: 3 }]);
  expect(of('satisfied')).toMatchObject([{ value: 1 }]);
  expect(of('customers-affected')).toMatchObject([{ value: 2 }]);
});

test('a complaint that ends content with another counts as satisfied, and the one answer counts once', async () => {
  const rated = (id: string, facts: object): Noted =>
    noted({ type: 'complaint.rated', aggregate: `CMP#${id}`, seq: 3, facts: { rating: 5, ...facts } });
  const of = await figures('complaints', [
    complaint('m1', { customerId: 'u1' }),
    complaint('m2', { customerId: 'u1' }),
    rated('m1', {}),
    rated('m2', { of: 'm1' }),
  ]);

  expect(of('ratings')).toMatchObject([{ value: 1 }]);
  expect(of('satisfied')).toMatchObject([{ value: 2 }]);
});

test('an unreached customer is counted apart and never as satisfied', async () => {
  const of = await figures('complaints', [
    complaint('m1'),
    noted({ type: 'complaint.unreached', aggregate: 'CMP#m1', seq: 2, facts: { why: 'nobody-answered' } }),
  ]);
  expect(of('unreached')).toMatchObject([{ value: 1 }]);
  expect(of('satisfied')).toMatchObject([{ value: 0 }]);
});

test('a wrongful contact found twice is one, with the day it was sent beside the day it was found', async () => {
  const wrongful = [{ attempt: 1, channel: 'sms', at: NOON + 2 * MINUTE }];
  const entries = [
    opened('c1', 'u1'),
    accepted('c1', 2),
    noted({ type: 'case.retracted', seq: 3, at: NOON + DAY, facts: { event: 'e1', wrongful } }),
    noted({ type: 'case.found-wrongful', seq: 4, at: NOON + 2 * DAY, facts: { complaintId: 'm1', wrongful } }),
  ];
  expect((await figures('wrongful-contacts', entries))('wrongful-contacts')).toMatchObject([
    { value: 1, events: 1, cases: 1, people: 1 },
  ]);
  expect((await figures('wrongful-contacts', entries, 'sent'))('wrongful-contacts')).toMatchObject([
    { by: '2026-06-03', value: 1 },
  ]);
  expect((await figures('wrongful-contacts', entries, 'day'))('wrongful-contacts')).toMatchObject([
    { by: '2026-06-04', value: 1 },
  ]);
});

test('clocks that were met are told by kind, with whatever move met them', async () => {
  const entries = [
    complaint('m1', { met: ['ack'] }),
    noted({ type: 'complaint.noted', aggregate: 'CMP#m1', seq: 2, facts: { met: ['decide', 'decide'] } }),
  ];
  expect((await figures('sla', entries))('met')).toMatchObject([{ value: 3, cases: 1 }]);
  expect((await figures('sla', entries, 'clock'))('met')).toMatchObject([
    { by: 'ack', value: 1 },
    { by: 'decide', value: 2 },
  ]);
});

test('an event that came too late is told of its customer, refused or kept, and belongs to no case', async () => {
  const late = (n: number, what: string) =>
    noted({ type: 'event.late', aggregate: `LATE#${n}`, facts: { what, customerId: 'u1', told: NOON - n * HOUR } });
  const entries = [late(1, 'refused'), late(3, 'no-contact')];
  const of = await figures('intake', entries);
  expect(of('late-events')).toMatchObject([{ value: 2, events: 2, cases: 0, people: 1 }]);
  expect(of('late-events-age-seconds')).toMatchObject([{ value: 2 * 3600 }]);
  expect((await figures('intake', entries, 'outcome'))('late-events')).toMatchObject([
    { by: 'no-contact', value: 1 },
    { by: 'refused', value: 1 },
  ]);
});

test('every figure of every report has a definition in both languages', () => {
  for (const { figures: all } of Object.values(REPORTS)) {
    expect(all.every(({ en, zh }) => en.length > 10 && /\p{Script=Han}/u.test(zh))).toBe(true);
    expect(new Set(all.map(({ figure }) => figure)).size).toBe(all.length);
  }
});

test('dates are whole days of the zone, times are instants, too long is refused', () => {
  const at = { now: NOON, zone: ZONE };
  const span = spanOf({ from: '2026-06-03', to: '2026-06-03' }, at);
  expect(isSpan(span) && span.to - span.from).toBe(DAY);
  expect(isSpan(span) && span.from % DAY).toBe(16 * HOUR);
  expect(spanOf({ from: '2026-06-03T00:00:00Z', to: '2026-06-03T01:00:00Z' }, at)).toMatchObject({});
  expect(spanOf({ from: '2026-02-30' }, at)).toEqual({ refused: 'not-a-date', at: 'from' });
  expect(spanOf({ from: 'yesterday' }, at)).toEqual({ refused: 'not-a-date', at: 'from' });
  expect(spanOf({ from: '2026-06-03', to: 'tomorrow' }, at)).toEqual({ refused: 'not-a-date', at: 'to' });
  expect(spanOf({ from: '2026-06-04', to: '2026-06-02' }, at)).toEqual({ refused: 'backwards', at: 'from' });
  expect(spanOf({ from: '2026-06-03', to: '2026-06-02' }, at)).toEqual({ refused: 'backwards', at: 'from' });
  expect(spanOf({ from: '2026-01-01', to: '2026-06-02' }, at)).toEqual({ refused: 'too-long', at: 'from' });
});

test('no cell of the CSV is a formula', () => {
  for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1'])
    expect(cell(evil).replace('"', '')).toMatch(/^'/u);
  expect(cell('a,"b"\r\n')).toBe('"a,""b""\r\n"');
  const csv = csvOf([{ figure: 'contacts', by: '=cmd', value: 1, events: 1, cases: 1, people: 1 }]);
  expect(csv).toContain("contacts,'=cmd,1,1,1,1\r\n");
});
