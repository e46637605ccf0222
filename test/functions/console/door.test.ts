import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLES } from '#domain/words.ts';
import { COMPLAINT_DOORS, STAFF_DOORS } from '../../../functions/console/operations/live-doors.ts';
import { groupOf } from '../../../functions/console/request/router.ts';
import { ROUTES } from '../../../functions/console/routes.contract.ts';
import { openedCase } from '../../support/cases.ts';
import { admin, agent, consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  const records = recordsOn(engine, api.vault);
  await records.customer();
  await records.opened(openedCase({ id: 'door1' }));
});
afterAll(() => engine.stop());

const OURS = ROUTES.filter(({ handler }) => handler === 'staff-api' || handler === 'complaint-api');
const keyOf = ({ method, path }: (typeof ROUTES)[number]): string => `${method} ${path}`;
const IDS = { id: 'nobody', offerId: 'nobody', report: 'nobody', contactId: 'nobody', aggregateId: 'nobody' };

test.each([
  ['staff-api', STAFF_DOORS],
  ['complaint-api', COMPLAINT_DOORS],
])('every route of %s has a door there, in the group of its path, and no door is without a route', async (name, of) => {
  const groups: Readonly<Record<string, () => Promise<object>>> = of;
  const routes = ROUTES.filter(({ handler }) => handler === name);
  for (const [group, load] of Object.entries(groups)) {
    const wanted = routes.filter((route) => groupOf(route) === group).map(keyOf);
    expect(Object.keys(await load())).toEqual(expect.arrayContaining(wanted));
  }
  const loaded = await Promise.all(Object.values(groups).map((load) => load()));
  const doors = new Set(loaded.flatMap((some) => Object.keys(some)));
  expect([...doors].toSorted()).toEqual(routes.map(keyOf).toSorted());
});

const MATRIX = OURS.filter(({ auth }) => auth === 'token').flatMap((route) =>
  ROLES.map((role) => ({ route: keyOf(route), role, may: route.roles.includes(role) })),
);
test.each(MATRIX)('$route lets $role in: $may', async ({ route, role, may }) => {
  const told = await api.ask(route, IDS, { as: { role, departments: ['fraud-desk'] }, body: {} });

  expect(told.status).toBeLessThan(500);
  expect(told.body['code'] === 'request.role-missing').toBe(!may);
  expect(told.status === 403).toBe(!may);
});

test.each(OURS.filter(({ auth }) => auth === 'token').map(keyOf))('%s asks for a token', async (route) => {
  const told = await api.ask(route, IDS, { as: null });

  expect(told.body).toMatchObject({ status: 401, code: 'request.no-token' });
});

test.each(OURS.filter(({ auth }) => auth === 'token').map(keyOf))(
  '%s refuses a parameter it does not know',
  async (route) => {
    const told = await api.ask(route, IDS, { query: { colour: 'red' } });

    expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(told.body['issues']).toContainEqual({ pointer: '/colour', detail: 'unknown field' });
  },
);

test.each(OURS.filter(({ method }) => method === 'POST' || method === 'PUT').map(keyOf))(
  '%s refuses a field it does not know, and names it',
  async (route) => {
    const told = await api.ask(route, IDS, { body: { colour: 'red' } });

    expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(told.body['issues']).toContainEqual({ pointer: '/colour', detail: 'unknown field' });
  },
);

test.each(['GET /v1/cases/{id}', 'GET /v1/tasks/{id}', 'GET /v1/accounts/{id}', 'GET /v1/customers/{id}'])(
  '%s answers an id that is none as something that is not there',
  async (route) => {
    for (const id of ['a b', 'x'.repeat(65), 'a#b', '%00', '客户', '../etc', '']) {
      expect(await api.ask(route, { id })).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
    }
  },
);

test('an unknown route is a problem document, with or without a token', async () => {
  for (const as of [admin, null]) {
    const told = await api.ask('$default', {}, { as });

    expect(told.status).toBe(404);
    expect(told.headers['content-type']).toBe('application/problem+json');
    expect(told.body).toEqual({
      type: 'urn:liaison:problem:request.no-such-route',
      title: 'Not Found',
      status: 404,
      code: 'request.no-such-route',
      detail: 'got a method and path that is no route, expected one of docs/openapi.json',
    });
  }
});

test('health needs no token and says only up and version', async () => {
  const told = await api.ask('GET /v1/health', {}, { as: null });

  expect(told).toMatchObject({ status: 200, body: { status: 'up', version: '0.0.0-test' } });
  expect(Object.keys(told.body)).toEqual(['status', 'version']);
});

test.each([
  ['no JSON', '{', 400, 'request.not-json'],
  ['a NUL', '{"reason":"a\\u0000b"}', 400, 'request.odd-text'],
  ['a lone surrogate', '{"reason":"a\\ud800b"}', 400, 'request.odd-text'],
  ['a list', '[]', 400, 'request.invalid'],
  ['one megabyte', JSON.stringify({ reason: 'x'.repeat(1_048_576) }), 413, 'request.too-large'],
  ['a note over its limit', JSON.stringify({ reason: 'x'.repeat(4_001) }), 400, 'request.invalid'],
  ['a version beyond every number', '{"reason":"x","expectedVersion":1e400}', 400, 'request.odd-text'],
  ['a version that is no number', '{"reason":"x","expectedVersion":"1"}', 400, 'request.invalid'],
  ['an empty reason', '{"reason":" "}', 400, 'request.invalid'],
])('refuses a body with %s and moves nothing', async (_what, body, status, code) => {
  const told = await api.ask('POST /v1/cases/{id}/close', { id: 'door1' }, { as: agent, body });

  expect(told).toMatchObject({ status, body: { code } });
  expect(JSON.stringify(told.body)).not.toContain('xxxx');
  expect((await api.needs.cases.load('door1'))?.state.version).toBe(1);
});

test('an error nobody foresaw tells nothing of itself', async () => {
  const broken = consoleOn(engine);
  const needs = {
    ...broken.needs,
    cases: { ...broken.needs.cases, whole: () => Promise.reject(new Error('+8613800000001')) },
  };
  const failing = consoleOn(engine, { needs });

  const told = await failing.ask('GET /v1/cases/{id}', { id: 'door1' });

  expect(told).toMatchObject({ status: 500, body: { code: 'request.failed' } });
  expect(JSON.stringify([told, failing.around.lines])).not.toContain('13800000001');
});
