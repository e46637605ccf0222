import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeStep } from '#domain/case/step.ts';
import { SECOND } from '#domain/time.ts';
import { moved, NOON, openedCase } from '../../support/cases.ts';
import { agent, consoleOn, ops, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { pointOf } from '../../support/records.ts';

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

const pause = (purpose: string) => api.ask('POST /v1/ops/pause', {}, { as: ops, body: { purpose } });
const resume = (purpose: string) => api.ask('POST /v1/ops/resume', {}, { as: ops, body: { purpose } });

test('operations see every queue of the deployment with what waits in it and what nobody acted on', async () => {
  const told = await api.ask('GET /v1/ops/queues', {}, { as: ops });

  expect(told).toMatchObject({
    status: 200,
    body: { items: [{ name: 'Intake.Events', waiting: 0, inFlight: 0, delayed: 0, deadLetters: 0 }] },
  });
});

test('a purpose is paused once, whoever pauses it again, and goes on when it is resumed', async () => {
  expect(await pause('survey')).toMatchObject({
    status: 200,
    body: { paused: [{ purpose: 'survey', at: '2026-06-03T02:00:00Z', by: 'op.1' }] },
  });
  api.time.now += SECOND;
  expect((await pause('survey')).body['paused']).toMatchObject([{ at: '2026-06-03T02:00:00Z' }]);

  expect(await resume('survey')).toMatchObject({ status: 200, body: { paused: [] } });
  expect(await resume('survey')).toMatchObject({ status: 200, body: { paused: [] } });
  expect(api.around.lines.map((line) => JSON.stringify(line)).filter((line) => line.includes('op.1')).length).toBe(4);
});

test('a word that is no purpose pauses nothing', async () => {
  expect(await pause('marketing')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
});

test('while its purpose is paused no call of a case may be dialled, and it may again afterwards', async () => {
  api.time.now = NOON;
  const point = pointOf('+8613900000001');
  const at = { id: 'call', channel: 'call', audience: 'customer', point } as const;
  await records.opened(openedCase({ id: 'paused1' }));
  await records.moved('paused1', (of) => {
    const then = { do: 'call', at, decision: { verdict: 'ALLOW' }, tries: 3 } as const;
    return moved(takeStep(of, { position: { step: 3, round: 0 }, skipped: [], then }, NOON));
  });
  const { purpose = '' } = (await api.needs.cases.load('paused1'))?.state ?? {};
  await api.ask('POST /v1/tasks/{id}/claim', { id: 'paused1.t2' }, { as: agent });
  await pause(purpose);

  const refused = await api.ask('POST /v1/tasks/{id}/dial', { id: 'paused1.t2' }, { as: agent });
  await resume(purpose);
  api.time.now += 2 * SECOND;
  const allowed = await api.ask('POST /v1/tasks/{id}/dial', { id: 'paused1.t2' }, { as: agent });

  expect(refused).toMatchObject({ status: 409, body: { code: 'contact.refused', rules: ['purpose.paused'] } });
  expect(allowed).toMatchObject({ status: 200, body: { number: '+8613900000001' } });
});
