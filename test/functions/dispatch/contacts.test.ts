import { afterAll, beforeAll, expect, test } from 'vitest';
import { concludeTask } from '#domain/case/call.ts';
import { claimTask } from '#domain/case/task.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { moved, NOON } from '../../support/cases.ts';
import { dispatchWorld, personOf as person, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { pointOf } from '../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const SERVICE = { kind: 'dormant', purpose: 'account_service', plan: { id: 'contact-data', version: 1 } } as const;
const WELFARE = {
  kind: 'in-danger',
  purpose: 'welfare',
  severity: 'high',
  plan: { id: 'welfare-urgent', version: 1 },
} as const;

test('an unreachable customer: texts, a call without contact, then the contacts in order, one at a time, at level 0', async () => {
  const world = dispatchWorld(engine);
  const { phone, others } = await person(world, 'silent', 2);
  await world.open({ id: 'silent', customerId: 'u-silent', ...WELFARE });
  await world.work('CASE#silent');
  await world.run('silent', 31 * MINUTE);
  expect(world.provider.taken.map((text) => text.to)).toEqual([phone, phone]);

  await callWithoutContact(world, 'silent');
  await world.run('silent', 40 * MINUTE);

  expect(world.provider.taken.map((text) => text.to)).toEqual([phone, phone, others[0], others[1]]);
  const [, , first] = world.provider.taken;
  expect(first?.text).toContain('您被王*登记为紧急联系人');
  expect(first?.text).not.toMatch(/求助|账户|王小明/u);
  const of = await world.caseOf('silent');
  expect(of.proofAt).toBeDefined();
  expect(of.token).not.toBe((await world.pointOf(pointOf(others[0] ?? ''))).questions[0]?.token);
  // The customer's caps are not spent on third parties.
  expect((await world.needs.store.people.load('u-silent'))?.customer.state.sends.any).toHaveLength(2);
});

/** The call task is claimed and its tries are spent, as staff would. */
async function callWithoutContact(world: World, id: string): Promise<void> {
  for (;;) {
    const { stored, tasks } = await world.whole(id);
    const task = tasks.find((one) => one.id === stored.state.taskId);
    if (task === undefined) return;
    const by = { id: 'agent', at: Math.max(world.now(), task.notBefore ?? 0) };
    const move =
      task.state === 'QUEUED'
        ? claimTask(stored.state, task, { ...by, leaseUntil: by.at + 600_000 })
        : concludeTask(stored.state, task, { outcome: 'NO_ANSWER', staff: 'agent', at: by.at, noted: false });
    const { advance, also } = world.needs.store.caseChange(stored, moved(move));
    await world.needs.store.ledger.commit({ advances: [advance], also });
    world.later(MINUTE);
  }
}

test('a contact who said wrong number, or left the record, is passed over and nobody is asked twice', async () => {
  const world = dispatchWorld(engine);
  const { others } = await person(world, 'kin', 3);
  await world.open({ id: 'kin', customerId: 'u-kin', ...WELFARE });
  await world.work('CASE#kin');
  await world.run('kin', 31 * MINUTE);
  await world.point(pointOf(others[0] ?? ''), { quarantine: { at: NOON, reason: 'wrong-person' } });
  await callWithoutContact(world, 'kin');
  await world.run('kin', 2 * HOUR);

  const asked = world.provider.taken.slice(2).map((text) => text.to);
  expect(asked).toEqual([others[1], others[2]]);
});

test('a plan that is spent without anybody reached ends with a person', async () => {
  const world = dispatchWorld(engine);
  await person(world, 'opted', 1);
  const own = (await world.needs.store.people.load('u-opted'))?.customer.state.phones[0]?.point;
  await world.point(own ?? pointOf(''), { optOut: { at: NOON, purposes: 'all' } });
  await world.open({ id: 'opted', customerId: 'u-opted', ...SERVICE });
  await world.work('CASE#opted');
  await callWithoutContact(world, 'opted');
  await world.run('opted', 8 * DAY);

  const { stored, tasks } = await world.whole('opted');
  expect(world.provider.taken).toHaveLength(0);
  expect(stored.state.status).toBe('HUMAN');
  expect(tasks.at(-1)).toMatchObject({ kind: 'review', state: 'QUEUED' });
});
