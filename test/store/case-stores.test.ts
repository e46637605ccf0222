import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '#domain/case/case.ts';
import { takeStep } from '#domain/case/step.ts';
import { newTask } from '#domain/case/task.ts';
import { pointId } from '#domain/ids.ts';
import { MINUTE } from '#domain/time.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { OPENED_POSITION, WORKLIST_POSITION } from '#store/keys.ts';
import { createQueueCases } from '#store/lists/queue-cases.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { createPointStore, pointAdvance, pointTouch, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { createTaskStore } from '#store/task-store.ts';
import { claimOf, moved, NOON, openedCase } from '../support/cases.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { pointOf, registered } from '../support/records.ts';
import { commitCase, givenCase, openingOf } from '../support/table/committed.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const reader = () => createReader(engine.client, engine.tableName);
const cases = () => createCaseStore(reader());
const tasks = () => createTaskStore(reader());
const points = () => createPointStore(reader());
const claimed = (from: Parameters<typeof takeStep>[0]) =>
  moved(takeStep(from, { position: { step: 1, round: 0 }, skipped: [], then: claimOf() }, NOON));

async function givenTask(caseId: string, change: Partial<Task> = {}): Promise<Task> {
  const of = openedCase({ id: caseId });
  const task = { ...newTask(of, { kind: 'call' }, NOON), ...change };
  await commitCase(engine, undefined, { ...openingOf(of), tasks: [task] });
  return task;
}

test('AP-01, AP-02: cases are read by id, in the order asked for; one that does not exist is undefined', async () => {
  await givenCase(engine, { id: 'one' });
  await givenCase(engine, { id: 'two', customerId: 'u2' });

  expect((await cases().load('one'))?.state).toEqual(openedCase({ id: 'one' }));
  expect(await cases().load('none')).toBeUndefined();
  const all = await cases().loadAll(['two', 'none', 'one', 'two']);
  expect(all.map((one) => one?.state.id)).toEqual(['two', undefined, 'one', 'two']);
  expect(await cases().loadAll([])).toEqual([]);
});

test('AP-03, AP-04, AP-42: a case comes whole, with its timeline in order and its tasks', async () => {
  const task = await givenTask('whole', { id: 'whole.t1' });
  const opened = await cases().load('whole');
  if (opened === undefined) throw new Error('not stored');
  await commitCase(engine, opened, claimed(opened.state));

  const whole = await cases().whole('whole');

  expect(whole?.entries.map((entry) => entry.seq)).toEqual([1, 2]);
  expect(whole?.tasks).toEqual([task]);
  expect(whole?.stored.state).toMatchObject({ status: 'CONTACTING', version: 2 });
  expect(await cases().task('whole', 'whole.t1')).toEqual(task);
  expect(await cases().task('whole', 'none')).toBeUndefined();
  expect(await tasks().ofCase('whole')).toEqual([task]);
  expect(await cases().whole('none')).toBeUndefined();
});

test('AP-05, AP-43: the cases of a customer are listed newest first, page by page', async () => {
  const customerId = 'lister';
  for (const n of [1, 2, 3]) await givenCase(engine, { id: `l${n}`, customerId, openedAt: NOON + n * MINUTE });
  const list = createCustomerCases(reader());

  const first = await list.page(customerId, { limit: 2 });
  const position = first.cases.at(-1)?.position ?? '';
  const second = await list.page(customerId, { limit: 2, before: position });

  expect(await cases().idsOfCustomer(customerId, 2)).toEqual(['l3', 'l2']);
  expect([first, second].map((page) => [page.cases.map((one) => one.id), page.more])).toEqual([
    [['l3', 'l2'], true],
    [['l1'], false],
  ]);
  expect(first.cases[0]).toMatchObject({ kind: 'case', purpose: 'fraud_security' });
  expect(position).toMatch(OPENED_POSITION);
  const again = await list.page(customerId, { limit: 2, from: position });
  expect(again.cases.map((one) => one.id)).toEqual(['l2', 'l1']);
});

test('AP-06, AP-07: points are read by hash; a number nobody wrote about is undefined', async () => {
  const id = pointOf('+8613900000001');
  const before = unknownPoint(id);
  const advance = pointAdvance(
    before,
    { ...before.state, quarantine: { at: NOON, reason: 'wrong-person' } },
    registered(),
  );
  await ledgerOn(engine).commit({ advances: [advance] });

  expect((await points().load(id))?.state.quarantine).toEqual({ at: NOON, reason: 'wrong-person' });
  const all = await points().loadAll([pointId('nobody'), id]);
  expect(all.map((one) => one?.state.version)).toEqual([undefined, 1]);
  expect(await points().load('nobody')).toBeUndefined();
  expect(await points().loadAll([])).toEqual([]);
});

test('a text counted and an opt-out that read the same number: one is written, the other has to look again', async () => {
  const before = unknownPoint(pointOf('+8613900000002'));
  const counted = pointTouch(before, { ...before.state, sends: [NOON] });
  const optedOut = pointAdvance(before, { ...before.state, optOut: { at: NOON, purposes: 'all' } }, registered());

  expect((await ledgerOn(engine).commit({ advances: [], also: [counted] })).kind).toBe('committed');
  expect((await ledgerOn(engine).commit({ advances: [optedOut] })).kind).toBe('stale');

  const counts = await points().load(before.state.id);
  expect(counts?.state).toMatchObject({ version: 0, revision: 1, sends: [NOON] });
  if (counts === undefined) throw new Error('not stored');
  const again = pointAdvance(counts, { ...counts.state, optOut: { at: NOON, purposes: 'all' } }, registered());
  expect((await ledgerOn(engine).commit({ advances: [again] })).kind).toBe('committed');
  expect((await ledgerOn(engine).commit({ advances: [], also: [pointTouch(counts, counts.state)] })).kind).toBe(
    'stale',
  );
});

test('AP-41: the open tasks of a queue come soonest due first over all shards, page by page, without those done', async () => {
  const queue = 'branch';
  for (const n of [3, 1, 4, 2]) await givenTask(`q${n}`, { id: `q${n}.t1`, queue, dueAt: NOON + n * MINUTE });
  await givenTask('q5', { id: 'q5.t1', queue, dueAt: NOON, state: 'DONE' });
  await givenTask('q6', { id: 'q6.t1', queue, dueAt: NOON + 9 * MINUTE, state: 'ASSIGNED' });

  const first = await tasks().ofQueue(queue, { limit: 3 });
  const second = await tasks().ofQueue(queue, { limit: 3, ...(first.next === undefined ? {} : { after: first.next }) });

  expect(first.tasks.map((task) => task.id)).toEqual(['q1.t1', 'q2.t1', 'q3.t1']);
  expect(first.next).toMatch(WORKLIST_POSITION);
  expect(second.tasks.map((task) => task.id)).toEqual(['q4.t1', 'q6.t1']);
  expect(second.next).toBeUndefined();
});

test('AP-49: the open cases of a queue come longest open first, by the list they stand in', async () => {
  const department = 'hardship';
  await givenCase(engine, { id: 'w1', department, openedAt: NOON + 2 });
  await givenCase(engine, { id: 'w2', department, openedAt: NOON + 1, status: 'WAITING' });
  await givenCase(engine, { id: 'w3', department, openedAt: NOON, status: 'HUMAN' });
  await givenCase(engine, { id: 'w4', department, openedAt: NOON, status: 'CLOSED' });
  const list = createQueueCases(reader());
  const shown = async (of: Parameters<typeof list.page>[0], page: Parameters<typeof list.page>[1]) => {
    const { cases: found, more } = await list.page(of, page);
    return [...found.map((one) => one.caseId), more];
  };

  expect(await shown({ queue: department }, { limit: 9 })).toEqual(['w3', 'w2', 'w1', false]);
  expect(await shown({ queue: department, status: 'HUMAN' }, { limit: 9 })).toEqual(['w3', false]);
  expect(await shown({ queue: department, status: 'RECEIVED' }, { limit: 1 })).toEqual(['w2', true]);
});

test('AP-50, AP-51: the newest entries come newest first, and one by its number', async () => {
  const opened = await givenCase(engine, { id: 'timeline' });
  await commitCase(engine, opened, claimed(opened.state));
  const timeline = createTimeline(reader());

  expect((await timeline.newest('case', 'timeline', 9)).map((entry) => entry.seq)).toEqual([2, 1]);
  expect((await timeline.newest('case', 'timeline', 1)).map((entry) => entry.seq)).toEqual([2]);
  expect((await timeline.entry('case', 'timeline', 1))?.type).toBe('case.opened');
  expect(await timeline.entry('case', 'timeline', 3)).toBeUndefined();
});
