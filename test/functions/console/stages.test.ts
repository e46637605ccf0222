import { afterAll, beforeAll, expect, test } from 'vitest';
import { openedCase } from '../../support/cases.ts';
import { type As, consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  const records = recordsOn(engine, api.vault);
  await records.customer();
  const { version = 0 } = api.needs.book.newestPlan('pre-litigation') ?? {};
  const before = {
    purpose: 'pre_litigation',
    department: 'collections',
    plan: { id: 'pre-litigation', version },
  } as const;
  await records.opened(openedCase({ id: 'court1', ...before }));
  await records.opened(openedCase({ id: 'plain1' }));
});
afterAll(() => engine.stop());

const collector: As = { role: 'agent', departments: ['collections', 'fraud-desk'], staff: 'he.ma' };
const stage = (id: string, name: string) =>
  api.ask('POST /v1/cases/{id}/stage', { id }, { as: collector, body: { stage: name, reason: '客户要求调解' } });

test('a case before legal action shows its stages with their days, and goes on to a later one, never back', async () => {
  const before = await api.ask('GET /v1/cases/{id}', { id: 'court1' }, { as: collector });
  expect(before.body['stages']).toMatchObject([
    { stage: 'NEGOTIATION' },
    { stage: 'MEDIATION' },
    { stage: 'PRE_LITIGATION' },
  ]);

  expect(await stage('court1', 'MEDIATION')).toMatchObject({
    status: 200,
    body: { step: expect.any(String) as string },
  });

  expect(await stage('court1', 'NEGOTIATION')).toMatchObject({ status: 409, body: { code: 'case.stage-passed' } });
});

test('a case of a plan without stages has none, and none to go on to', async () => {
  expect((await api.ask('GET /v1/cases/{id}', { id: 'plain1' }, { as: collector })).body).not.toHaveProperty('stages');
  expect(await stage('plain1', 'MEDIATION')).toMatchObject({ status: 409, body: { code: 'case.no-stages' } });
  expect((await stage('plain1', 'COURT')).status).toBe(400);
});
