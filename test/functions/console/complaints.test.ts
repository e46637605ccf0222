import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '#domain/case/case.ts';
import { move } from '#domain/case/transition.ts';
import { type ComplaintInput, receiveComplaint } from '#domain/complaint/receive.ts';
import { toItem as taskItem } from '#store/codecs/task.ts';
import { complaintAdvance } from '#store/complaint-store.ts';
import { aggregateName, entryKey, taskKey } from '#store/keys.ts';
import { NOON, openedCase } from '../../support/cases.ts';
import { type As, agent, consoleOn, recordsOn } from '../../support/console.ts';
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

const triage: As = { role: 'agent', departments: ['triage'], staff: 'zhao.min' };
const ROUTE = 'GET /v1/complaints/{id}';

async function received(id: string, words: string, change: Partial<ComplaintInput> = {}): Promise<void> {
  const input: ComplaintInput = {
    id,
    channel: 'sms',
    receivedAt: NOON,
    audience: 'customer',
    customerId: 'u1',
    ...change,
  };
  const key = (await api.needs.people.load('u1'))?.key ?? new Uint8Array();
  const sealed = await api.vault.seal(key, { ...entryKey(aggregateName('complaint', id), 1), attribute: 's' }, words);
  await records.commit({ advances: [complaintAdvance(undefined, receiveComplaint(input, NOON), sealed)] });
}

test('shows a complaint with its words, and who read them is on the customer’s record', async () => {
  await received('cm1', '我没有欠款', { category: 'not_owed' });

  const told = await api.ask(ROUTE, { id: 'cm1' }, { as: triage });

  expect(told).toMatchObject({
    status: 200,
    body: {
      id: 'cm1',
      customerId: 'u1',
      channel: 'sms',
      kind: 'complaint',
      category: 'not_owed',
      severity: 'P2',
      department: 'triage',
      status: 'RECEIVED',
      stage: 'NEGOTIATION',
      receivedAt: '2026-06-03T02:00:00Z',
      clocks: [],
      offers: [],
      evidence: [],
      timeline: [{ seq: 1, type: 'complaint.received', text: '我没有欠款' }],
    },
  });
  expect((await api.needs.customerEntries('u1', 1))[0]).toMatchObject({
    type: 'texts.read',
    actor: { kind: 'staff', id: 'zhao.min' },
    facts: { of: 'cm1' },
  });
});

test('a complaint about a contact shows what that contact rested on', async () => {
  await records.opened(openedCase({ id: 'about1' }));
  const decision = {
    verdict: 'ALLOW',
    evidence: [{ kind: 'account', source: 'urn:bank:core', sequence: 7, asOf: NOON, hash: 'ab' }],
  };
  const facts = { attempt: 1, at: { id: 'sms', channel: 'sms', audience: 'customer' }, decision };
  const said = { type: 'contact.claimed', actor: { kind: 'system', name: 'dispatch' }, at: NOON, facts } as const;
  await records.moved('about1', (of) => move(of, {}, said));
  await received('cm2', '为什么催收', { caseId: 'about1' });

  const told = await api.ask(ROUTE, { id: 'cm2' }, { as: triage });

  expect(told.body).toMatchObject({
    caseId: 'about1',
    evidence: [{ decisionId: 'about1#2', reasonTrueAtSend: true, sequence: 7, asOf: '2026-06-03T02:00:00Z' }],
  });
});

test('a complaint of another department, or none, is not there', async () => {
  await received('cm3', 'x');

  expect((await api.ask(ROUTE, { id: 'cm3' }, { as: agent })).status).toBe(404);
  expect((await api.ask(ROUTE, { id: 'cm9' }, { as: triage })).status).toBe(404);
});

test('a complaint’s record can be verified by whoever may see it', async () => {
  await received('cm4', 'x');
  const verify = (as: As) => api.ask('GET /v1/audit/{aggregateId}/verify', { aggregateId: 'CMP#cm4' }, { as });

  expect(await verify({ role: 'supervisor', departments: ['triage'] })).toMatchObject({
    status: 200,
    body: { ok: true, entries: 1 },
  });
  expect((await verify({ role: 'supervisor', departments: ['collections'] })).status).toBe(404);
});

test('the tasks of a complaint are listed for its department alone', async () => {
  await received('cm5', 'x');
  const list = (as: As) => api.ask('GET /v1/tasks', {}, { as, query: { complaintId: 'cm5' } });

  expect(await list(triage)).toMatchObject({ status: 200, body: { items: [] } });
  expect((await list(agent)).status).toBe(404);
});

test('a customer’s tasks are those of complaints too', async () => {
  await received('cm6', 'x');
  const task: Task = {
    id: 'cm6.t1',
    complaintId: 'cm6',
    customerId: 'u1',
    kind: 'review',
    state: 'QUEUED',
    queue: 'triage',
    audience: 'customer',
    dueAt: NOON,
    severity: 'medium',
    tries: 0,
    maxTries: 1,
    createdAt: NOON,
  };
  const key = taskKey({ kind: 'complaint', id: 'cm6' }, task.id);
  await records.commit({ advances: [], also: [{ op: 'put', key, item: taskItem(task) }] });

  const told = await api.ask('GET /v1/tasks', {}, { as: triage, query: { customerId: 'u1' } });

  expect(told.body['items']).toMatchObject([{ id: 'cm6.t1', complaintId: 'cm6', queue: 'triage' }]);
});
