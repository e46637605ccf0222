import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fact } from '#domain/feedback/fact.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { factWriter } from '#store/figures/figure-store.ts';
import { NOON } from '../../../support/cases.ts';
import { type As, admin, agent, consoleOn } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  await factWriter(engine.client, engine.tableName).write([
    fact(1, 'collections', 'web'),
    fact(2, 'collections', '=phone'),
    fact(3, 'hardship', 'web'),
  ]);
});
afterAll(() => engine.stop());

const fact = (n: number, department: string, channel: string): Fact => ({
  what: 'complaint.received',
  at: NOON - HOUR,
  of: `CMP#m${n}`,
  seq: 1,
  index: 0,
  matter: `m${n}`,
  person: 'u1',
  words: { department, channel },
});

const analyst: As = { role: 'analyst', staff: 'gu.an' };
const report = (name: string, query: Record<string, string> = {}, as: As = analyst) =>
  api.ask('GET /v1/reports/{report}', { report: name }, { as, query });
type Row = { figure: string; events: number; cases: number; people: number; by?: string };
const rowOf = (told: { body: Readonly<Record<string, unknown>> }, by?: string) =>
  (told.body['rows'] as Row[]).find((row) => row.figure === 'received' && row.by === by);

test('the reports there are, each figure with its definition in both languages', async () => {
  const told = await api.ask('GET /v1/reports', {}, { as: agent });

  const items = told.body['items'] as { report: string; definition: { en: string; zh: string } }[];
  expect(items.map((one) => one.report)).toEqual([
    'outreach',
    'replies',
    'intake',
    'complaints',
    'sla',
    'freshness',
    'wrongful-contacts',
    'recurring',
    'cost',
  ]);
  expect(items.every(({ definition }) => definition.en !== '' && /\p{Script=Han}/u.test(definition.zh))).toBe(true);
});

test('a report counts in events, cases and people, split where that is asked for', async () => {
  const told = await report('complaints');

  expect(told).toMatchObject({
    status: 200,
    body: { report: 'complaints', definition: { en: expect.any(String) as string } },
  });
  expect(rowOf(told)).toMatchObject({ events: 3, cases: 3, people: 1 });
  expect(rowOf(await report('complaints', { by: 'department' }), 'hardship')).toMatchObject({ events: 1 });
});

test('staff of a department see what their department did', async () => {
  const collector: As = { role: 'supervisor', departments: ['collections'], staff: 'he.ma' };

  expect(rowOf(await report('complaints', {}, collector))).toMatchObject({ events: 2 });
  expect(rowOf(await report('complaints', {}, { role: 'head', staff: 'zhao.min' }))).toMatchObject({ events: 3 });
});

test('a report over a time in which nothing was is zeros, not a fault', async () => {
  const told = await report('complaints', { from: '2026-01-01', to: '2026-01-02' });

  expect(told).toMatchObject({ status: 200, body: { from: '2025-12-31T16:00:00Z', to: '2026-01-02T16:00:00Z' } });
  expect(rowOf(told)).toMatchObject({ value: 0, events: 0, cases: 0, people: 0 });
});

test('as CSV by the query or by what the caller accepts; no cell is a formula', async () => {
  const how = { as: analyst, query: { by: 'channel' } };
  const asked = api.csv(
    'GET /v1/reports/{report}',
    { report: 'complaints' },
    { ...how, headers: { accept: 'text/csv' } },
  );
  const named = api.csv(
    'GET /v1/reports/{report}',
    { report: 'complaints' },
    { as: analyst, query: { by: 'channel', format: 'csv' } },
  );

  expect(await asked).toEqual(await named);
  expect((await asked).type).toBe('text/csv; charset=utf-8');
  expect((await asked).text).toContain("received,'=phone,1,1,1,1");
});

test.each([
  ['a report there is none of', 'weather', {}, 404],
  ['a split it does not have', 'cost', { by: 'intent' }, 400],
  ['a day that is none', 'cost', { from: '2026-02-30' }, 400],
  ['an end before its beginning', 'cost', { from: '2026-02-03', to: '2026-02-01' }, 400],
  ['more than 92 days', 'cost', { from: '2026-01-01', to: '2026-06-01' }, 400],
])('%s is a clear answer', async (_what, name, query, status) => {
  expect((await report(name, query)).status).toBe(status);
});

test.each([
  ['/from', { from: '2026-02-30' }],
  ['/to', { to: 'tomorrow' }],
  ['/by', { by: 'intent' }],
])('a fault is told with its place: %s', async (pointer, query) => {
  expect((await report('cost', query)).body).toMatchObject({ code: 'request.invalid', issues: [{ pointer }] });
});

test('incidents are for analysts; there is none yet, and none of another name', async () => {
  expect(await api.ask('GET /v1/incidents', {}, { as: analyst })).toMatchObject({ status: 200, body: { items: [] } });
  expect((await api.ask('GET /v1/incidents/{id}', { id: 'x' }, { as: admin })).status).toBe(404);
  expect((await api.ask('GET /v1/incidents', {}, { as: agent })).status).toBe(403);
  const cursor = Buffer.from(`${String(NOON - DAY).padStart(15, '0')}.x`).toString('base64url');
  expect((await api.ask('GET /v1/incidents', {}, { as: analyst, query: { cursor } })).status).toBe(400);
});
