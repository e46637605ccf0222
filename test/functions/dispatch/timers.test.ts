import { afterAll, beforeAll, expect, test } from 'vitest';
import { standsOf } from '#domain/case/contacts/next-number.ts';
import { clearCase } from '#domain/case/ends/clear.ts';
import { applyReply } from '#domain/case/reply.ts';
import { claimTask } from '#domain/case/task.ts';
import { customerId } from '#domain/ids.ts';
import { DAY, MINUTE, SECOND } from '#domain/time.ts';
import { advance } from '../../../functions/dispatch/advance-case.ts';
import { moved, NOON, replied } from '../../support/cases.ts';
import { dispatchWorld, personOf, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, customerOf, pointOf } from '../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

async function clear(world: World, id: string): Promise<void> {
  const { stored } = await world.whole(id);
  const by = { what: 'paid', asOf: world.now(), source: 'urn:bank:core' };
  const { advance: change, also } = world.needs.store.caseChange(
    stored,
    moved(clearCase(stored.state, by, { now: world.now() })),
  );
  await world.needs.store.ledger.commit({ advances: [change], also });
}

test('a settled case closes after seven days, and its late messages do nothing', async () => {
  const world = dispatchWorld(engine);
  await personOf(world, 'closes');
  await world.open({ id: 'closes', customerId: 'u-closes' });
  await clear(world, 'closes');

  expect(await world.work('CASE#closes')).toBe('nothing');
  await world.run('closes', 8 * DAY);

  expect(await world.caseOf('closes')).toMatchObject({ status: 'CLOSED', outcome: 'CLEARED' });
  expect(await world.work('CASE#closes')).toBe('nothing');
  expect(world.provider.requests()).toBe(0);
});

test('a task nobody claims goes to the supervisor, and its step is not spent', async () => {
  const world = dispatchWorld(engine);
  await personOf(world, 'unclaimed');
  await world.open({ id: 'unclaimed', customerId: 'u-unclaimed' });
  await world.work('CASE#unclaimed');
  await world.run('unclaimed', 16 * MINUTE);
  const before = await world.caseOf('unclaimed');
  await world.run('unclaimed', 20 * MINUTE);

  const { stored, tasks, entries } = await world.whole('unclaimed');
  expect(tasks).toMatchObject([{ state: 'QUEUED', escalated: true }]);
  expect(stored.state).toMatchObject({ step: before.step, taskId: before.taskId });
  expect(entries.at(-1)).toMatchObject({ type: 'task.escalated' });
});

/** Claimed by an agent, as the desk would. */
async function claim(world: World, id: string): Promise<void> {
  const { stored, tasks } = await world.whole(id);
  const task = tasks.find((one) => one.id === stored.state.taskId);
  if (task === undefined) throw new Error('expected a task');
  const by = { id: 'li', at: world.now(), leaseUntil: world.now() + 10 * MINUTE };
  const { advance: change, also } = world.needs.store.caseChange(stored, moved(claimTask(stored.state, task, by)));
  await world.needs.store.ledger.commit({ advances: [change], also });
}

test('a claimed call that nobody makes is free again when its lease is over, and is told of when nobody takes it', async () => {
  const world = dispatchWorld(engine);
  await personOf(world, 'lapses');
  await world.open({ id: 'lapses', customerId: 'u-lapses' });
  await world.work('CASE#lapses');
  await world.run('lapses', 16 * MINUTE);
  await claim(world, 'lapses');
  await world.run('lapses', 30 * MINUTE);

  const { stored, tasks, entries } = await world.whole('lapses');
  expect(entries.slice(-3).map(({ type }) => type)).toEqual(['task.claimed', 'task.lapsed', 'task.escalated']);
  expect(tasks).toMatchObject([{ state: 'QUEUED', escalated: true }]);
  expect(stored.state).toMatchObject({ status: 'WAITING', taskId: tasks[0]?.id });
});

test('a task beside the plan is told of in its own time, and the plan goes on in its own', async () => {
  const world = dispatchWorld(engine);
  const phones = ['+8613200000011', '+8613200000012'].map((phone) => addressOf(phone, { verifiedAt: NOON }));
  await world.customer(customerOf({ id: customerId('u-beside'), phones }));
  await world.open({ id: 'beside', customerId: 'u-beside' });
  await world.work('CASE#beside');
  const { stored } = await world.whole('beside');
  const wrong = replied({ do: 'wrong-person' });
  const facts = { ...wrong.facts, attempt: stored.state.attemptCount };
  const stands = standsOf(stored.state, facts.attempt, world.needs.book);
  const reply = applyReply(stored.state, { ...wrong, facts, ...stands }, world.now());
  const { advance: change, also } = world.needs.store.caseChange(stored, reply);
  await world.needs.store.ledger.commit({ advances: [change], also });
  await world.point(pointOf('+8613200000011'), { quarantine: { at: NOON, reason: 'wrong-person' } });
  await world.run('beside', 16 * MINUTE);

  const { entries, tasks, ...after } = await world.whole('beside');
  // The same step again, with the other number; then the second text, and the call.
  const made = after.stored.state.attempts.filter(({ state }) => state !== 'SKIPPED');
  expect(made.map(({ step, point }) => [step, point === pointOf('+8613200000012')])).toEqual([
    ['sms', false],
    ['sms', true],
    ['sms-again', true],
    ['call', true],
  ]);
  expect(entries.filter(({ type }) => type === 'task.escalated')).toHaveLength(1);
  expect(tasks.find(({ kind }) => kind === 'refresh')).toMatchObject({ state: 'QUEUED', escalated: true });
  expect(tasks.find(({ kind }) => kind === 'call')).toMatchObject({ state: 'QUEUED', dueAt: NOON + 30 * MINUTE });
});

test('a message a moment early for its own timer is on time; one for another timer, or too early, is not', async () => {
  const world = dispatchWorld(engine);
  await personOf(world, 'moment');
  await world.open({ id: 'moment', customerId: 'u-moment' });
  await world.work('CASE#moment');
  const due = NOON + 5 * MINUTE;
  const at = (early: number, made: number) => {
    world.moveTo(due - early);
    return advance({ a: 'CASE#moment', due: made, hops: 0 }, world.needs);
  };

  expect(await at(6 * SECOND, due)).toBe('nothing');
  expect(await at(2 * SECOND, due - SECOND)).toBe('nothing');
  expect(await at(2 * SECOND, due)).toBe('sent');
});

test('when the first number turns out wrong the question goes to the next one, under the name it had', async () => {
  const world = dispatchWorld(engine);
  const [first, second] = ['+8613200000001', '+8613200000002'];
  const phones = [first, second].map((phone) => addressOf(phone, { verifiedAt: NOON }));
  await world.customer(customerOf({ id: customerId('u-moves'), phones }));
  await world.open({ id: 'moves', customerId: 'u-moves' });
  await world.work('CASE#moves');
  const { token } = await world.caseOf('moves');
  await world.point(pointOf(first), { quarantine: { at: NOON, reason: 'wrong-person' } });
  await world.run('moves', 6 * MINUTE);

  expect(world.provider.taken.map((text) => text.to)).toEqual([first, second]);
  expect((await world.pointOf(pointOf(second))).questions).toMatchObject([{ token }]);
});

test('where that name is taken at the next number, the question gets one of its own there', async () => {
  const world = dispatchWorld(engine);
  const [first, second] = ['+8613200000003', '+8613200000004'];
  const phones = [first, second].map((phone) => addressOf(phone, { verifiedAt: NOON }));
  await world.customer(customerOf({ id: customerId('u-taken'), phones }));
  await world.open({ id: 'taken', customerId: 'u-taken' });
  await world.work('CASE#taken');
  const { token = '' } = await world.caseOf('taken');
  const full = new Uint8Array(14).fill(255);
  await world.point(pointOf(first), { quarantine: { at: NOON, reason: 'wrong-person' } });
  // All but one token were used at the second number this month, the case's own among them.
  const free = token === '2A' ? 1 : 0;
  const current = full.with(0, 255 & ~(1 << free));
  await world.point(pointOf(second), { tokens: { since: NOON, current, previous: new Uint8Array(14) } });
  await world.run('taken', 6 * MINUTE);

  const [question] = (await world.pointOf(pointOf(second))).questions;
  expect(question?.token).toBe(free === 0 ? '2A' : '2C');
  expect(world.provider.taken[1]?.text).toContain(`本人回${question?.token}1`);
  expect((await world.caseOf('taken')).token).toBe(question?.token);
});
