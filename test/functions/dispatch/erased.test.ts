import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case, Task } from '#domain/case/case.ts';
import { closeByStaff } from '#domain/case/staff.ts';
import { newTask } from '#domain/case/task.ts';
import { move, type Transition } from '#domain/case/transition.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { customerErased } from '#store/people/erasure.ts';
import { moved } from '../../support/cases.ts';
import { dispatchWorld, personOf, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { registered } from '../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Erases somebody whose open case the list of their cases did not show at that moment. */
async function eraseUnseen({ needs: { store } }: World, customerId: string): Promise<void> {
  const person = await store.people.load(customerId);
  if (person === undefined) throw new Error('got nobody, expected whom the test registered');
  const entry = registered({ type: 'customer.erased' });
  await store.ledger.commit({ advances: [customerErased(person.customer, entry)] });
}

const NOTED = { type: 'note', actor: { kind: 'system', name: 'test' }, facts: {} } as const;
const refreshOf = (of: Case, now: number): Task => newTask(of, { kind: 'refresh' }, now);

async function change({ needs: { store }, whole }: World, id: string, by: (of: Case) => Transition): Promise<void> {
  const { stored } = await whole(id);
  const { advance, also } = store.caseChange(stored, by(stored.state));
  await store.ledger.commit({ advances: [advance], also });
}

test('a case that an erasure did not see is closed by its next step, and nobody is texted', async () => {
  const world = dispatchWorld(engine);
  await personOf(world, 'step');
  await world.open({ id: 'step', customerId: 'u-step' });
  await eraseUnseen(world, 'u-step');

  expect(await world.work('CASE#step')).toBe('moved');

  const { stored, entries } = await world.whole('step');
  expect(stored.state).toMatchObject({ status: 'CLOSED', outcome: 'STOPPED_BY_OPS' });
  expect(stored.state).not.toHaveProperty('dueAt');
  expect(entries.at(-1)).toMatchObject({
    type: 'case.closed',
    actor: { kind: 'system', name: 'erasure' },
    facts: { reason: 'customer.erased' },
  });
  expect(world.provider.requests()).toBe(0);
  expect(await world.work('CASE#step')).toBe('nothing');
});

test('one that waits for a person is closed when its task falls due, and the task goes with it', async () => {
  const world = dispatchWorld(engine);
  await personOf(world, 'task');
  await world.open({ id: 'task', customerId: 'u-task' });
  await world.work('CASE#task');
  await world.run('task', 16 * MINUTE);
  expect(await world.caseOf('task')).toMatchObject({ taskId: expect.any(String) as string });
  await eraseUnseen(world, 'u-task');

  await world.run('task', 2 * HOUR);

  const { stored, tasks } = await world.whole('task');
  expect(stored.state).toMatchObject({ status: 'CLOSED', outcome: 'STOPPED_BY_OPS' });
  expect(tasks).toMatchObject([{ state: 'CANCELLED' }]);
});

test('a task beside the plan goes with the customer too, also where the case is over', async () => {
  const world = dispatchWorld(engine);
  for (const id of ['beside', 'over']) {
    await personOf(world, id);
    await world.open({ id, customerId: `u-${id}` });
    await change(world, id, (of) => move(of, {}, { ...NOTED, at: world.now(), tasks: [refreshOf(of, world.now())] }));
  }
  await change(world, 'over', (of) => moved(closeByStaff(of, { staff: 's', reason: 'r', at: world.now() })));
  for (const id of ['beside', 'over']) await eraseUnseen(world, `u-${id}`);

  for (const id of ['beside', 'over']) {
    await world.run(id, 3 * DAY);
    const { stored, tasks } = await world.whole(id);
    expect(stored.state.status).toBe('CLOSED');
    expect(stored.state.timers).toBeUndefined();
    expect(tasks).toMatchObject([{ kind: 'refresh', state: 'CANCELLED' }]);
  }
});

test('somebody who was never registered is not somebody erased: their case is held, as ever', async () => {
  const world = dispatchWorld(engine);
  await world.open({ id: 'never', customerId: 'u-never' });

  expect(await world.work('CASE#never')).toBe('moved');
  expect(await world.caseOf('never')).toMatchObject({ status: 'HELD' });
});
