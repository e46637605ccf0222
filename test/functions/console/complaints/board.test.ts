import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '#domain/case/case.ts';
import { toItem as taskItem } from '#store/codecs/task.ts';
import { taskKey } from '#store/keys.ts';
import { NOON } from '../../../support/cases.ts';
import { clerk, complaintDesk, head, stranger, supervisor } from '../../../support/complaints/desk.ts';
import type { As } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
  await desk.received('late', { category: 'credit_record' });
  await desk.received('soon');
  await desk.received('done');
  const contact = { channel: 'branch', at: '2026-06-03T02:00:00Z', confirmed: false };
  await desk.move('done', 'resolve', { answer: 'x', rootCause: 'y', contact });
  await desk.received('gone');
  await desk.move('gone', 'withdraw', { reason: 'x' });
});
afterAll(() => engine.stop());

const list = (query: Record<string, string>, as: As = clerk) => desk.api.ask('GET /v1/complaints', {}, { as, query });
const ids = (told: { body: Readonly<Record<string, unknown>> }) =>
  (told.body['items'] as { id: string }[]).map(({ id }) => id);

test('the board of a department lists what is open, soonest due first, without anybody’s words', async () => {
  const told = await list({ department: 'hardship' });

  expect(told.status).toBe(200);
  expect(ids(told)).toEqual(['late', 'soon']);
  expect(told.body['items']).toMatchObject([{ nextDueAt: expect.any(String) as string, status: 'RECEIVED' }, {}]);
  expect(JSON.stringify(told.body)).not.toContain('请帮我分期');
  expect(told.body).not.toHaveProperty('cursor');
});

test('a board is told page by page, by state, and up to a due instant', async () => {
  const first = await list({ department: 'hardship', limit: '1' });
  expect(ids(first)).toEqual(['late']);
  const second = await list({ department: 'hardship', limit: '1', cursor: String(first.body['cursor']) });

  expect(ids(second)).toEqual(['soon']);
  expect(second.body).not.toHaveProperty('cursor');
  expect(ids(await list({ department: 'hardship', state: 'RESOLVED' }))).toEqual(['done']);
  expect(ids(await list({ department: 'hardship', state: 'ASSIGNED' }))).toEqual([]);
  expect(ids(await list({ department: 'hardship', due: '2026-06-03T02:00:00Z' }))).toEqual([]);
  expect(ids(await list({ department: 'hardship', due: '2027-01-01T00:00:00Z' }))).toEqual(['late', 'soon']);
});

test('all complaints of a customer, what is over too, for those who may see them', async () => {
  expect(ids(await list({ customerId: 'u1' })).toSorted()).toEqual(['done', 'gone', 'late', 'soon']);
  expect(ids(await list({ customerId: 'u1', state: 'WITHDRAWN' }, head))).toEqual(['gone']);
  expect(ids(await list({ customerId: 'u1' }, stranger))).toEqual([]);
  expect(ids(await list({ customerId: 'nobody' }))).toEqual([]);
});

test.each([
  ['neither board nor customer', {}, 400],
  ['both', { department: 'hardship', customerId: 'u1' }, 400],
  ['a state no board has', { department: 'hardship', state: 'WITHDRAWN' }, 400],
  ['a time that is none', { department: 'hardship', due: 'soon' }, 400],
  ['the cursor of another list', { department: 'hardship', cursor: 'eHg' }, 400],
  ['another department', { department: 'credit-record' }, 404],
])('a list with %s is refused', async (_what, query, status) => {
  expect((await list(query)).status).toBe(status);
});

test('a task of a complaint in another queue is claimed, released and done there, and lets that queue read the complaint', async () => {
  await desk.received('urgent', { severity: 'P1' });
  const task: Task = {
    id: 'urgent.t1',
    complaintId: 'urgent',
    customerId: 'u1',
    kind: 'review',
    state: 'QUEUED',
    queue: 'fraud-desk',
    audience: 'customer',
    dueAt: NOON,
    severity: 'critical',
    tries: 0,
    maxTries: 1,
    createdAt: NOON,
  };
  const key = taskKey({ kind: 'complaint', id: 'urgent' }, task.id);
  await desk.records.commit({ advances: [], also: [{ op: 'put', key, item: taskItem(task) }] });
  const fraud: As = { role: 'agent', departments: ['fraud-desk'], staff: 'sun.yu' };
  const act = (name: string, body: object, as = fraud) =>
    desk.api.ask(`POST /v1/tasks/{id}/${name}`, { id: task.id }, { as, body });

  expect((await desk.shown('urgent', fraud)).status).toBe(200);
  expect((await desk.shown('urgent', stranger)).status).toBe(404);
  expect((await act('claim', {}, clerk)).status).toBe(404);
  expect(await act('claim', {})).toMatchObject({ status: 200, body: { state: 'ASSIGNED', assignee: 'sun.yu' } });
  expect(await act('claim', {}, { ...fraud, staff: 'xu.fei' })).toMatchObject({
    status: 409,
    body: { code: 'task.not-yours' },
  });
  expect(await act('release', { reason: '换班' })).toMatchObject({ status: 200, body: { state: 'QUEUED' } });
  await act('claim', {});
  expect(await act('outcome', { outcome: 'REACHED_SAFE', note: '已止付' })).toMatchObject({
    status: 200,
    body: { state: 'DONE', complaintId: 'urgent' },
  });
  const listed = await desk.api.ask('GET /v1/tasks', {}, { as: fraud, query: { complaintId: 'urgent' } });
  expect(listed.body['items']).toMatchObject([{ id: 'urgent.t1', state: 'DONE' }]);
  expect(await desk.api.ask('GET /v1/tasks/{id}', { id: task.id }, { as: fraud })).toMatchObject({ status: 200 });
  expect((await desk.shown('urgent', supervisor)).body['timeline']).toMatchObject([
    {},
    { type: 'task.claimed' },
    { type: 'task.released', text: '换班' },
    { type: 'task.claimed' },
    { type: 'task.done', text: '已止付' },
  ]);
});
