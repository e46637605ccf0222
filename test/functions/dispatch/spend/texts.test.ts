import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { createPauseStore } from '#store/operations/pause-store.ts';
import { createReader } from '#store/reader.ts';
import { NOON } from '../../../support/cases.ts';
import { dispatchWorld, personOf, type World } from '../../../support/dispatches.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { addressOf, customerOf } from '../../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const SERVICE = { kind: 'dormant', purpose: 'account_service', plan: { id: 'contact-data', version: 1 } } as const;
const NEXT_HOUR = (Math.floor(NOON / HOUR) + 1) * HOUR;
const attemptsOf = async (world: World, id: string) =>
  (await world.caseOf(id)).attempts.map((one) => [one.step, one.state, one.rule]);

/** Somebody with these numbers, and a matter of theirs. */
async function matter(world: World, id: string, phones: readonly string[], change: object = {}): Promise<void> {
  const addresses = phones.map((phone) => addressOf(phone, { verifiedAt: NOON }));
  await world.customer(customerOf({ id: customerId(`u-${id}`), phones: addresses, mails: [] }));
  await world.open({ id, customerId: `u-${id}`, ...change });
}

test('a number of a country that the bank does not text is refused with its country as evidence; the call goes on', async () => {
  const world = dispatchWorld(engine);
  await matter(world, 'abroad', ['+2521234567']);

  await world.work('CASE#abroad');

  const { entries, tasks } = await world.whole('abroad');
  expect(world.provider.requests()).toBe(0);
  expect(await attemptsOf(world, 'abroad')).toEqual([
    ['push', 'SKIPPED', 'channel.off'],
    ['sms', 'SKIPPED', 'country.not-allowed'],
    ['sms-again', 'SKIPPED', 'country.not-allowed'],
    ['call', 'QUEUED', undefined],
  ]);
  expect(tasks).toMatchObject([{ kind: 'call' }]);
  const told = JSON.stringify(entries.map((entry) => entry.facts));
  expect(told).toContain('"kind":"country","source":"SO"');
});

test('of two numbers the one at home is texted', async () => {
  const world = dispatchWorld(engine);
  await matter(world, 'both', ['+2521234568', '+8613511110001']);

  await world.work('CASE#both');

  expect(world.provider.taken.map((text) => text.to)).toEqual(['+8613511110001']);
});

test('a text without parts left for it waits for the next hour, and then goes; nothing is dropped', async () => {
  const world = dispatchWorld(engine);
  await personOf(world, 'poor');
  await world.open({ id: 'poor', customerId: 'u-poor', ...SERVICE });
  const spent = { pay: () => Promise.resolve({ rule: 'budget.spent', until: NEXT_HOUR } as const) };

  await world.work('CASE#poor', { ...world.needs, purse: spent });

  const of = await world.caseOf('poor');
  expect(world.provider.requests()).toBe(0);
  expect(of.attempts).toMatchObject([{ state: 'DEFERRED', rule: 'budget.spent' }]);
  expect(of.dueAt).toBeGreaterThanOrEqual(NEXT_HOUR);
  expect(of.dueAt).toBeLessThan(NEXT_HOUR + 10 * MINUTE);

  await world.run('poor', 2 * HOUR);
  expect(world.provider.taken.map((text) => text.attemptId)).toEqual(['poor.1']);
});

test('an urgent text that cannot wait so long gives way to the call', async () => {
  const world = dispatchWorld(engine);
  await personOf(world, 'urgent');
  await world.open({ id: 'urgent', customerId: 'u-urgent' });
  const spent = { pay: () => Promise.resolve({ rule: 'budget.spent', until: NEXT_HOUR } as const) };

  await world.work('CASE#urgent', { ...world.needs, purse: spent });

  expect(await attemptsOf(world, 'urgent')).toEqual([
    ['push', 'SKIPPED', 'channel.off'],
    ['sms', 'SKIPPED', 'budget.spent'],
    ['sms-again', 'SKIPPED', 'budget.spent'],
    ['call', 'QUEUED', undefined],
  ]);
});

test('a purpose that is paused claims nothing from then on, loses nothing, and goes on inside its hours when resumed', async () => {
  const world = dispatchWorld(engine);
  const reader = createReader(engine.client, engine.tableName);
  const pauses = createPauseStore(reader, engine.client, engine.tableName);
  await personOf(world, 'paused');
  await world.open({ id: 'paused', customerId: 'u-paused', ...SERVICE });
  await personOf(world, 'other');
  await world.open({ id: 'other', customerId: 'u-other' });
  // The process has just worked, so that whatever it remembers is fresh.
  await personOf(world, 'before');
  await world.open({ id: 'before', customerId: 'u-before', ...SERVICE });
  await world.work('CASE#before');
  await pauses.pause({ purpose: 'account_service', at: NOON, by: 'op.1' });

  await world.work('CASE#paused');
  await world.work('CASE#other');

  expect(await world.caseOf('paused')).toMatchObject({ status: 'HELD', held: { ruleIds: ['purpose.paused'] } });
  expect(world.provider.taken.map((text) => text.attemptId)).toEqual(['before.1', 'other.2']);

  await pauses.resume('account_service');
  await world.run('paused', HOUR);
  expect(world.provider.taken.map((text) => text.attemptId)).toEqual(['before.1', 'other.2', 'paused.1']);
});
