import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { takeStep } from '#domain/case/step.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { moved, NOON, openedCase } from '../../support/cases.ts';
import { agent, consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, pointOf } from '../../support/records.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
let records: ReturnType<typeof recordsOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  records = recordsOn(engine, api.vault);
  await records.customer({ phones: [addressOf('+8613900000001', { verifiedAt: NOON })] });
});
afterAll(() => engine.stop());
beforeEach(() => {
  api.time.now = NOON;
});

const CALL = { id: 'call', channel: 'call', audience: 'customer', point: pointOf('+8613900000001') } as const;

/** A call task that nobody has claimed yet; its id. NOON is ten in the morning where the customer is. */
async function queuedCall(id: string): Promise<string> {
  await records.opened(openedCase({ id }));
  const then = { do: 'call', at: CALL, decision: { verdict: 'ALLOW' }, tries: 3 } as const;
  await records.moved(id, (of) => moved(takeStep(of, { position: { step: 3, round: 0 }, skipped: [], then }, NOON)));
  return `${id}.t2`;
}

const claim = (id: string) => api.ask('POST /v1/tasks/{id}/claim', { id }, { as: agent });
const outcome = (id: string, word: string) =>
  api.ask('POST /v1/tasks/{id}/outcome', { id }, { as: agent, body: { outcome: word } });

test('a claimed call is its agent’s for ten minutes, and for an hour once the number was given out', async () => {
  const id = await queuedCall('lease');

  expect((await claim(id)).body['leaseUntil']).toBe('2026-06-03T02:10:00Z');
  await api.ask('POST /v1/tasks/{id}/dial', { id }, { as: agent });
  const told = await api.ask('GET /v1/tasks/{id}', { id }, { as: agent });

  expect(told.body['leaseUntil']).toBe('2026-06-03T03:00:00Z');
});

test('a call without contact can be claimed again after two hours under its own id, not before', async () => {
  const id = await queuedCall('early');
  await claim(id);
  const again = await outcome(id, 'NO_ANSWER');
  api.time.now = NOON + 2 * HOUR - MINUTE;
  const early = await claim(id);
  api.time.now = NOON + 2 * HOUR;

  expect(again.body).toMatchObject({ id, state: 'QUEUED', notBefore: '2026-06-03T04:00:00Z' });
  expect(early).toMatchObject({ status: 409, body: { code: 'task.not-yet', legal: [] } });
  expect(await claim(id)).toMatchObject({ status: 200, body: { id, state: 'ASSIGNED', tries: 1 } });
});

test('a retry that would fall into the night waits for the morning, when the hours of calls open', async () => {
  const id = await queuedCall('night');
  api.time.now = NOON + 10 * HOUR;
  await claim(id);
  const again = await outcome(id, 'BUSY');

  expect(again.body).toMatchObject({ id, dueAt: '2026-06-03T23:00:00Z', notBefore: '2026-06-03T23:00:00Z' });
});

test('a retry that nobody claimed in time is not claimed at night either', async () => {
  const id = await queuedCall('left');
  await claim(id);
  await outcome(id, 'BUSY');
  api.time.now = NOON + 12 * HOUR;
  const night = await claim(id);
  api.time.now = NOON + 21 * HOUR;

  expect(night).toMatchObject({ status: 409, body: { code: 'task.not-yet' } });
  expect((await claim(id)).status).toBe(200);
});
