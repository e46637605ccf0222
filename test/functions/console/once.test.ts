import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR } from '#domain/time.ts';
import { openedCase } from '../../support/cases.ts';
import { type As, admin, agent, consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
let records: ReturnType<typeof recordsOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  records = recordsOn(engine, api.vault);
  await records.customer();
});
afterAll(() => engine.stop());

const HOLD = 'POST /v1/cases/{id}/hold';
const body = { reason: 'asked by phone' };
const versionOf = async (id: string) => (await api.needs.cases.load(id))?.state.version;

test('the same key and body gets the same answer, and the move is made once', async () => {
  await records.opened(openedCase({ id: 'once1' }));
  const ask = () => api.ask(HOLD, { id: 'once1' }, { as: agent, body, key: 'k-1' });

  const first = await ask();
  const again = await ask();

  expect(first.status).toBe(200);
  expect(again).toEqual(first);
  expect(await versionOf('once1')).toBe(2);
});

test('whoever has left the department since is answered like anybody of another one, and nothing is done', async () => {
  await records.opened(openedCase({ id: 'once-left' }));
  const ask = (departments: As['departments'] = []) =>
    api.ask(HOLD, { id: 'once-left' }, { as: { ...agent, departments }, body, key: 'k-left' });

  const first = await ask(['fraud-desk']);

  expect(first.status).toBe(200);
  expect(await ask(['payments'])).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
  expect(await ask(['payments', 'fraud-desk'])).toEqual(first);
  expect(await versionOf('once-left')).toBe(2);
});

test('a refusal is the answer too: it is repeated as it was, with what was possible', async () => {
  await records.opened(openedCase({ id: 'once2', status: 'CLOSED' }));
  const ask = () => api.ask(HOLD, { id: 'once2' }, { as: agent, body, key: 'k-2' });

  const first = await ask();

  expect(first).toMatchObject({ status: 409, body: { code: 'case.ended', legal: [] } });
  expect(await ask()).toEqual(first);
});

test('five at once under one key: one move, one answer', async () => {
  await records.opened(openedCase({ id: 'once3' }));

  const told = await Promise.all(
    Array.from({ length: 5 }, () => api.ask(HOLD, { id: 'once3' }, { as: agent, body, key: 'k-3' })),
  );

  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(told[0]?.status).toBe(200);
  expect(await versionOf('once3')).toBe(2);
});

test.each([
  ['another body', HOLD, 'once4', { reason: 'something else' }],
  ['another case', HOLD, 'once5', body],
  ['another move', 'POST /v1/cases/{id}/close', 'once4', body],
])('refuses the same key with %s, and does nothing', async (_what, route, id, other) => {
  await records.opened(openedCase({ id: 'once4' })).catch(() => undefined);
  await records.opened(openedCase({ id: 'once5' })).catch(() => undefined);
  await api.ask(HOLD, { id: 'once4' }, { as: agent, body, key: 'k-4' });

  const told = await api.ask(route, { id }, { as: agent, body: other, key: 'k-4' });

  expect(told).toMatchObject({ status: 422, body: { code: 'request.key-reused' } });
  expect([await versionOf('once4'), await versionOf('once5')]).toEqual([2, 1]);
});

test('a key belongs to whoever used it', async () => {
  await records.opened(openedCase({ id: 'once6' }));
  await records.opened(openedCase({ id: 'once7' }));
  await api.ask(HOLD, { id: 'once6' }, { as: agent, body, key: 'k-6' });

  const told = await api.ask(HOLD, { id: 'once7' }, { as: admin, body, key: 'k-6' });

  expect(told).toMatchObject({ status: 200, body: { id: 'once7' } });
});

test('a key is free again after a day', async () => {
  await records.opened(openedCase({ id: 'once8' }));
  await api.ask(HOLD, { id: 'once8' }, { as: agent, body, key: 'k-8' });
  const later = consoleOn(engine);
  later.time.now = api.time.now + 25 * HOUR;

  const told = await later.ask('POST /v1/cases/{id}/resume', { id: 'once8' }, { as: agent, body, key: 'k-8' });

  expect(told.status).toBe(200);
});

test.each(['', 'ä', 'x'.repeat(129), 'a b'])('refuses the key %j', async (key) => {
  const told = await api.ask(HOLD, { id: 'once1' }, { as: agent, body, key });

  expect(told).toMatchObject({ status: 400, body: { code: 'request.key-invalid' } });
});

test('a repeat while the first is still under way is asked to come back', async () => {
  const said = JSON.stringify(['POST', '/v1/cases/once9/hold', {}, body]);
  await records.opened(openedCase({ id: 'once9' }));
  await api.needs.answers.begin({ principal: 'console sub-li.na', key: 'k-9', said });
  const waits: number[] = [];
  const needs = { ...api.needs, pause: async (ms: number) => void waits.push(ms) };

  const told = await consoleOn(engine, { needs }).ask(HOLD, { id: 'once9' }, { as: agent, body, key: 'k-9' });

  expect(told).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { code: 'request.in-progress' } });
  expect(waits).toEqual([100, 200, 400, 800]);
  expect(await versionOf('once9')).toBe(1);
});

test('what failed on our side frees its key: the repeat is done anew', async () => {
  await records.opened(openedCase({ id: 'once10' }));
  const needs = { ...api.needs, move: () => Promise.reject(new Error('lost')) };
  const how = { as: agent, body, key: 'k-10' };
  const failed = await consoleOn(engine, { needs }).ask(HOLD, { id: 'once10' }, how);

  const told = await api.ask(HOLD, { id: 'once10' }, how);

  expect([failed.status, told.status]).toEqual([500, 200]);
});

test('a body that does not fit takes no key', async () => {
  await records.opened(openedCase({ id: 'once11' }));
  await api.ask(HOLD, { id: 'once11' }, { as: agent, body: {}, key: 'k-11' });

  const told = await api.ask(HOLD, { id: 'once11' }, { as: agent, body, key: 'k-11' });

  expect(told.status).toBe(200);
});
