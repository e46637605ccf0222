import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#domain/time.ts';
import { paceKey } from '#store/keys.ts';
import { createLeaseStore } from '#store/operations/lease-store.ts';
import { createReader } from '#store/reader.ts';
import { joinPace } from '../../../../functions/console/request/live-pace.ts';
import { pacedBy, paceName } from '../../../../functions/console/request/pace.ts';
import { ROUTES } from '../../../../functions/console/routes.contract.ts';
import { openedCase } from '../../../support/cases.ts';
import { type As, admin, agent, consoleOn, producer, recordsOn } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const NINE = 500_000 * HOUR + 10 * MINUTE;
const LIMITS = { reads: 30, actions: 3 };

/** A process of the API, at a wall clock that is moved by hand, and what it told operations. */
function slowedApi(limits = LIMITS) {
  let wall = NINE;
  const told: unknown[] = [];
  const api = consoleOn(engine);
  const process = () =>
    consoleOn(engine, {
      needs: {
        ...api.needs,
        pace: joinPace({
          db: engine.client,
          tableName: engine.tableName,
          clock: { wallNow: () => wall },
          limits,
          count: (name) => told.push(name),
          log: { info: (message, fields) => told.push([message, fields]) },
        }),
      },
    });
  return { api, process, told, later: (ms: number) => void (wall += ms) };
}

const CASE = 'GET /v1/cases/{id}';
const as = (staff: string): As => ({ ...agent, staff });

test('who reads more of people than an hour allows waits for the next, over all processes; everybody else goes on', async () => {
  const { api, process, told, later } = slowedApi();
  const records = recordsOn(engine, api.vault);
  await records.customer();
  await records.opened(openedCase({ id: 'read1' }));
  const [one, other] = [process(), process()];
  const statuses: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const door = n % 2 === 0 ? one : other;
    statuses.push((await door.ask(CASE, { id: 'read1' }, { as: as('wei') })).status);
  }

  expect(statuses.filter((status) => status === 200)).toHaveLength(30);
  const refused = await one.ask(CASE, { id: 'read1' }, { as: as('wei') });
  expect(refused).toMatchObject({
    status: 429,
    headers: { 'retry-after': '3000' },
    body: { code: 'request.too-many', retryAfter: 3_000 },
  });
  expect(told.filter((name) => name === 'StaffSlowed')).toHaveLength(2);
  expect(told).toContainEqual(['staff slowed', { staffId: 'wei', outcome: 'reads' }]);
  expect((await one.ask(CASE, { id: 'read1' }, { as: as('mei') })).status).toBe(200);
  later(HOUR);
  expect((await one.ask(CASE, { id: 'read1' }, { as: as('wei') })).status).toBe(200);
});

test('the counters stay as the record of it', async () => {
  const { process } = slowedApi({ reads: 2, actions: 2 });
  const door = process();
  for (let n = 0; n < 4; n += 1) await door.ask('GET /v1/tasks', {}, { as: as('a#b') });
  const store = createLeaseStore(createReader(engine.client, engine.tableName), engine.client, engine.tableName);

  expect(await store.counted([paceKey(500_000, paceName('reads', 'a#b'))])).toEqual([{ t: 2, over: 1 }]);
});

test('a thousand contacts made by hand: as many as an hour allows are made, the others are refused before anything is asked', async () => {
  const { process, told } = slowedApi();
  const door = process();
  const statuses: number[] = [];
  for (let n = 0; n < 1_000; n += 1) {
    statuses.push((await door.ask('POST /v1/tasks/{id}/dial', { id: `c${n}.t1` }, { as: as('han'), body: {} })).status);
  }

  expect(statuses.filter((status) => status !== 429)).toHaveLength(LIMITS.actions);
  expect(told).toContainEqual(['staff slowed', { staffId: 'han', outcome: 'actions' }]);
});

test('systems and operations are not counted', async () => {
  const { process } = slowedApi({ reads: 1, actions: 1 });
  const door = process();
  for (let n = 0; n < 3; n += 1) {
    expect((await door.ask('GET /v1/customers/{id}', { id: 'u1' }, { as: producer })).status).not.toBe(429);
    expect((await door.ask('GET /v1/ops/quarantine', {}, { as: admin })).status).not.toBe(429);
  }
});

test('every route that tells of people or acts on them is counted', () => {
  const counted = ROUTES.filter((route) => pacedBy(route) !== undefined).map(({ path }) => path.split('/')[2]);
  expect(new Set(counted)).toEqual(
    new Set([
      'cases',
      'tasks',
      'complaints',
      'customers',
      'accounts',
      'lookup',
      'inbox',
      'subjects',
      'erasures',
      'audit',
    ]),
  );
  const notCounted = ROUTES.filter((route) => pacedBy(route) === undefined).map(({ path }) => path.split('/')[2]);
  expect(new Set(notCounted)).toEqual(new Set(['events', 'webhooks', 'health', 'incidents', 'reports', 'ops']));
});
