import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Noted } from '#domain/feedback/fact.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { RECURRING } from '#policies/recurring.ts';
import { factWriter } from '#store/figures/figure-store.ts';
import { createRecurring } from '#store/figures/incident-store.ts';
import { createReader } from '#store/reader.ts';
import { REPORT_NAMES, REPORTS } from '../../../../functions/feedback/reports.contract.ts';
import { NOON } from '../../../support/cases.ts';
import { type As, consoleOn, type Told } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { factsFrom, noted } from '../../../support/feedback/entries.ts';
import { livesOf } from '../../../support/feedback/lives.ts';
import { ledgerOn } from '../../../support/ledgers.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  api.time.now = NOON + 2 * DAY;
  await factWriter(engine.client, engine.tableName).write(await factsFrom([...livesOf(4), ...COMPLAINT, ...OTHERS]));
});
afterAll(() => engine.stop());

const of = (type: string, seq: number, change: Partial<Noted> = {}): Noted =>
  noted({ type, aggregate: 'CMP#m1', seq, at: NOON + seq * HOUR, ...change });
const COMPLAINT = [
  of('complaint.received', 1, {
    facts: { customerId: 'u1', channel: 'web', category: 'not_owed', department: 'collections', receivedAt: NOON },
  }),
  of('complaint.resolved', 2, { facts: { decision: 'upheld', met: ['ack', 'decide'] } }),
  of('complaint.reopened', 3, { facts: { rating: 2 } }),
  of('complaint.rated', 4, { facts: { rating: 5 } }),
  of('offer.accepted', 5),
];
const OTHERS = [
  noted({ type: 'event.late', aggregate: 'LATE#1', facts: { what: 'refused', customerId: 'u9', told: NOON - DAY } }),
  noted({
    type: 'case.found-wrongful',
    aggregate: 'CASE#wrong',
    facts: { wrongful: [{ attempt: 1, channel: 'sms', at: NOON - HOUR }] },
  }),
];

const analyst: As = { role: 'analyst', staff: 'gu.an' };
const read = (report: string, query: Record<string, string> = {}): Promise<Told> =>
  api.ask('GET /v1/reports/{report}', { report }, { as: analyst, query });
type Row = Readonly<Record<string, unknown>>;
const rowsOf = ({ body }: Told): readonly Row[] => body['rows'] as readonly Row[];

test.each(REPORT_NAMES)(
  'the report %s: every figure in three units, as JSON and CSV, also of nothing',
  async (name) => {
    const figures = REPORTS[name].figures.map(({ figure }) => figure);
    const told = await read(name);

    expect(told).toMatchObject({ status: 200, body: { report: name, from: expect.stringMatching(/Z$/u) as string } });
    expect(rowsOf(told).map((row) => row['figure'])).toEqual(figures);
    for (const { value, events, cases, people } of rowsOf(told))
      for (const unit of [value, events, cases, people]) expect(unit).toBeTypeOf('number');
    const csv = await api.csv('GET /v1/reports/{report}', { report: name }, { as: analyst, query: { format: 'csv' } });
    const lines = String(csv.text).trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFfigure,by,value,events,cases,people');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(figures);

    const nothing = { from: '2026-01-01', to: '2026-01-01' };
    for (const row of rowsOf(await read(name, nothing)))
      expect(row).toEqual({ figure: row['figure'], value: 0, events: 0, cases: 0, people: 0 });
    const by = REPORTS[name].by[0] ?? 'day';
    expect(rowsOf(await read(name, { ...nothing, by }))).toEqual([]);
  },
);

test.each([
  ['intake', 'late-events', { value: 1, events: 1, cases: 0, people: 1 }],
  ['outreach', 'contacts', { value: 4, cases: 4, people: 4 }],
  ['outreach', 'refusals', { value: 4 }],
  ['outreach', 'wrongful-contacts', { value: 1 }],
  ['wrongful-contacts', 'contacts', { value: 4 }],
  ['wrongful-contacts', 'wrongful-contacts', { value: 1, cases: 1 }],
  ['wrongful-contacts', 'refusals', { value: 4 }],
  ['complaints', 'customers-affected', { value: 1 }],
  ['complaints', 'reopened', { value: 1 }],
  ['complaints', 'ratings', { value: 2 }],
  ['complaints', 'satisfied', { value: 1 }],
  ['complaints', 'unreached', { value: 0 }],
  ['complaints', 'first-time-resolved', { value: 0 }],
  ['complaints', 'litigation-avoided', { value: 1 }],
  ['complaints', 'handling-time-seconds', { value: 7200 }],
  ['sla', 'met', { value: 2, cases: 1, people: 1 }],
  ['sla', 'breached', { value: 0 }],
  ['cost', 'contacts', { value: 4 }],
] as const)('%s tells %s', async (report, figure, units) => {
  expect(rowsOf(await read(report)).find((row) => row['figure'] === figure)).toMatchObject(units);
});

test('a recurring issue is read with its members, alone and in the list', async () => {
  const recurring = createRecurring({
    reader: createReader(engine.client, engine.tableName),
    db: engine.client,
    tableName: engine.tableName,
    ledger: ledgerOn(engine),
    rules: RECURRING,
  });
  const seen = Array.from({ length: 9 }, (_, n) => ({
    key: 'transfer.failed' as const,
    complaintId: `i${n}`,
    person: `p${n}`,
    at: NOON + n * MINUTE,
  }));
  await recurring.see(seen);

  const list = await api.ask('GET /v1/incidents', {}, { as: analyst });
  const [incident] = list.body['items'] as readonly { readonly id: string }[];
  const one = await api.ask('GET /v1/incidents/{id}', { id: incident?.id ?? '' }, { as: analyst });

  expect(one).toMatchObject({
    status: 200,
    body: {
      kind: 'transfer.failed',
      words: expect.arrayContaining([expect.any(String)]) as readonly string[],
      count: 9,
      firstAt: '2026-06-03T02:00:00Z',
      lastAt: '2026-06-03T02:08:00Z',
      members: seen.map(({ complaintId }) => complaintId),
    },
  });
  expect(one.body).toEqual(incident);
});
