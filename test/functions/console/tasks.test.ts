import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { newTask, toPerson } from '#domain/case/task.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import type { Department } from '#domain/words.ts';
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

const said = { type: 'reply.received', actor: { kind: 'customer' }, at: NOON, facts: {} } as const;

/** A case that is with a person, and the id of its task. */
async function withPerson(id: string, change: Partial<Case> = {}, now = NOON): Promise<string> {
  await records.opened(openedCase({ id, ...change }));
  await records.moved(id, (of) => toPerson(of, { task: { kind: 'review' }, said }, now));
  return `${id}.t2`;
}

const act = (move: string, id: string, body: object = {}, as: As = agent) =>
  api.ask(`POST /v1/tasks/{id}/${move}`, { id }, { as, body });
const other: As = { ...agent, staff: 'wang.wei' };
const idsIn = (told: { body: Readonly<Record<string, unknown>> }): string[] =>
  (told.body['items'] as { id: string }[]).map(({ id }) => id);

test('shows a task with its case’s purpose and version', async () => {
  const id = await withPerson('show1', { severity: 'high' });

  const told = await api.ask('GET /v1/tasks/{id}', { id }, { as: agent });

  expect(told).toMatchObject({
    status: 200,
    body: {
      id,
      kind: 'review',
      state: 'QUEUED',
      queue: 'fraud-desk',
      caseId: 'show1',
      customerId: 'u1',
      purpose: 'fraud_security',
      audience: 'customer',
      severity: 'high',
      version: 2,
      dueAt: '2026-06-03T02:15:00Z',
    },
  });
});

test('lists the open tasks of a queue, soonest due first, page by page', async () => {
  const queue: Department = 'lending';
  for (const index of [2, 0, 1]) await withPerson(`list${index}`, { department: queue }, NOON + index * MINUTE);
  const as: As = { role: 'agent', departments: [queue] };

  const first = await api.ask('GET /v1/tasks', {}, { as, query: { queue, limit: '2' } });
  const rest = await api.ask(
    'GET /v1/tasks',
    {},
    { as, query: { queue, limit: '2', cursor: String(first.body['cursor']) } },
  );

  expect([idsIn(first), idsIn(rest)]).toEqual([['list0.t2', 'list1.t2'], ['list2.t2']]);
  expect(rest.body).not.toHaveProperty('cursor');
});

test('lists the tasks of a case, done ones too', async () => {
  const id = await withPerson('ofcase1');
  await act('claim', id);
  await act('outcome', id, { outcome: 'CONFIRMED_GENUINE' });

  const told = await api.ask('GET /v1/tasks', {}, { as: agent, query: { caseId: 'ofcase1' } });

  expect(told.body).toMatchObject({ items: [{ id, state: 'DONE' }] });
});

test('lists the tasks of a customer case by case, and no task twice over the pages', async () => {
  for (const index of [0, 1, 2]) {
    const id = `cust${index}`;
    await records.opened(openedCase({ id, customerId: 'busy', openedAt: NOON + index }));
    const tasks = (of: Case) => [1, 2].map((n) => ({ ...newTask(of, { kind: 'refresh' }, NOON), id: `${id}.t${n}` }));
    await records.moved(id, (of) => ({ ...toPerson(of, { task: { kind: 'review' }, said }, NOON), tasks: tasks(of) }));
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query: Record<string, string> = {
      customerId: 'busy',
      limit: '4',
      ...(cursor === undefined ? {} : { cursor }),
    };
    const told = await api.ask('GET /v1/tasks', {}, { as: agent, query });
    seen.push(...idsIn(told));
    cursor = told.body['cursor'] as string | undefined;
  } while (cursor !== undefined);

  expect(seen).toEqual(['cust2.t1', 'cust2.t2', 'cust1.t1', 'cust1.t2', 'cust0.t1', 'cust0.t2']);
});

test.each([{}, { queue: 'lending', caseId: 'x' }, { caseId: 'x', customerId: 'y' }])(
  'refuses a list of none or several: %j',
  async (query) => {
    expect(await api.ask('GET /v1/tasks', {}, { query })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  },
);

test.each([
  [{ queue: 'lending' }, 'x'],
  [{ caseId: 'ofcase1' }, 'eA'],
  [{ customerId: 'busy' }, Buffer.from('rubbish t1').toString('base64url')],
  [{ customerId: 'busy' }, 'rubbish'],
])('refuses the cursor of %j: %s', async (query, cursor) => {
  const told = await api.ask('GET /v1/tasks', {}, { query: { ...query, cursor } });

  expect(told).toMatchObject({ status: 400, body: { code: 'request.cursor-invalid' } });
});

test('a task of another department is not there, whatever is asked of it', async () => {
  const id = await withPerson('dept1');
  const as: As = { role: 'agent', departments: ['collections'] };
  const bodies = { claim: {}, dial: {}, release: { reason: 'x' }, outcome: { outcome: 'CLEARED' } };

  for (const [move, body] of Object.entries(bodies)) {
    expect(await act(move, id, body, as)).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
  }
  expect((await api.ask('GET /v1/tasks/{id}', { id }, { as })).status).toBe(404);
  expect((await api.ask('GET /v1/tasks', {}, { as, query: { queue: 'fraud-desk' } })).status).toBe(404);
  expect((await api.ask('GET /v1/tasks', {}, { as, query: { caseId: 'dept1' } })).status).toBe(404);
});

test('one agent claims a task; a second is refused', async () => {
  const id = await withPerson('claim1');

  const first = await act('claim', id);
  const second = await act('claim', id, {}, other);

  expect(first).toMatchObject({ status: 200, body: { id, state: 'ASSIGNED', assignee: 'li.na', version: 3 } });
  expect(second).toMatchObject({ status: 409, body: { code: 'task.not-yours', legal: [] } });
});

test('two agents at once: exactly one has the task', async () => {
  const id = await withPerson('claim2');

  const told = await Promise.all([act('claim', id), act('claim', id, {}, other)]);

  expect(told.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
});

test('releases a task into its queue with the reason sealed, due anew', async () => {
  const id = await withPerson('release1');
  await act('claim', id);
  api.time.now = NOON + HOUR;

  const told = await act('release', id, { reason: '下班' });
  api.time.now = NOON;

  expect(told).toMatchObject({ status: 200, body: { state: 'QUEUED', dueAt: '2026-06-03T03:15:00Z' } });
  expect(told.body).not.toHaveProperty('assignee');
  const entry = (await api.needs.cases.whole('release1'))?.entries.at(-1);
  expect(entry).toMatchObject({ type: 'task.released', facts: { reason: 'noted' } });
  expect(entry?.sealed).toBeInstanceOf(Uint8Array);
});

test.each([
  ['release', { reason: 'x' }],
  ['outcome', { outcome: 'CLEARED' }],
  ['dial', {}],
])('refuses to %s a task that nobody claimed, and says what is possible', async (move, body) => {
  const id = await withPerson(`unclaimed-${move}`);

  expect(await act(move, id, body)).toMatchObject({
    status: 409,
    body: { code: 'task.not-claimed', legal: ['claim'] },
  });
});

test('a case outcome settles the case; the note is read as a text of it', async () => {
  const id = await withPerson('outcome1');
  await act('claim', id);

  const told = await act('outcome', id, { outcome: 'CONFIRMED_GENUINE', note: '客户本人确认' });

  expect(told).toMatchObject({ status: 200, body: { state: 'DONE' } });
  const seen = await api.ask('GET /v1/cases/{id}', { id: 'outcome1' }, { as: agent });
  expect(seen.body).toMatchObject({ status: 'RESOLVED', outcome: 'CONFIRMED_GENUINE' });
  expect((seen.body['timeline'] as object[]).at(-1)).toMatchObject({ type: 'task.concluded', text: '客户本人确认' });
});

test('refuses what only a call finds out for a task that is no call, and a task that is done', async () => {
  const id = await withPerson('outcome2');
  await act('claim', id);

  expect(await act('outcome', id, { outcome: 'INVALID' })).toMatchObject({
    status: 409,
    body: { code: 'task.outcome-unknown', legal: ['dial', 'outcome', 'release'] },
  });
  await act('outcome', id, { outcome: 'CLEARED' });
  expect(await act('outcome', id, { outcome: 'CLEARED' })).toMatchObject({
    status: 409,
    body: { code: 'task.ended', legal: [] },
  });
  expect(await act('claim', id)).toMatchObject({ status: 409, body: { code: 'task.ended' } });
});

test('refuses a word that is no outcome', async () => {
  const id = await withPerson('outcome3');

  expect(await act('outcome', id, { outcome: 'HAPPY' })).toMatchObject({
    status: 400,
    body: { issues: [{ pointer: '/outcome' }] },
  });
});

test('a decision on an older version of the case is refused', async () => {
  const id = await withPerson('version2');
  await act('claim', id, { expectedVersion: 2 });

  const told = await act('outcome', id, { outcome: 'CLEARED', expectedVersion: 2 });

  expect(told).toMatchObject({ status: 409, body: { code: 'case.version-moved' } });
});
