import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyReply } from '#domain/case/reply.ts';
import { sealedNumber } from '#domain/contact/point.ts';
import { customerId, type PointId } from '#domain/ids.ts';
import { MINUTE, SECOND } from '#domain/time.ts';
import { pointAdvance, unknownPoint } from '#store/point-store.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld, overtakenAfterFirst, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { addressOf, customerOf, pointOf, registered } from '../../support/records.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** A case whose customer texted STOP: the number is silent, and the one confirmation is owed. */
async function stopped(world: World, id: string, phone: string): Promise<PointId> {
  await world.customer(customerOf({ id: customerId(`u-${id}`), phones: [addressOf(phone, { verifiedAt: NOON })] }));
  await world.open({ id, customerId: `u-${id}` });
  await world.work(`CASE#${id}`);
  const point = pointOf(phone);
  await world.point(point, { optOut: { at: NOON, purposes: 'all' } });
  const { stored } = await world.whole(id);
  const facts = {
    inboundId: `in-${id}`,
    intent: 'stop' as const,
    trust: 2 as const,
    audience: 'customer' as const,
    point,
    at: world.now(),
  };
  const move = applyReply(stored.state, { facts, meaning: { do: 'stop' }, answer: 'answer.stopped' }, world.now());
  const { advance, also } = world.needs.store.caseChange(stored, move);
  await world.needs.store.ledger.commit({ advances: [advance], also });
  return point;
}

const confirmations = (world: World) => world.provider.taken.filter(({ text }) => text.includes('退订，我行')).length;

test('a throttled confirmation of STOP is sent a little later, as an attempt of its own, once', async () => {
  const world = dispatchWorld(engine);
  const point = await stopped(world, 'again', '+8613500000001');
  world.provider.will('throttles');

  expect(await world.work('CASE#again')).toBe('not-sent');
  expect(await world.work('CASE#again')).toBe('nothing');
  const { entries } = await world.whole('again');
  expect(entries.at(-1)?.effects).toEqual([{ do: 'work', lane: 'urgent', at: NOON + 15 * SECOND }]);
  world.later(15 * SECOND);
  expect(await world.work('CASE#again')).toBe('sent');
  expect(await world.work('CASE#again')).toBe('nothing');

  expect(confirmations(world)).toBe(1);
  const answers = (await world.caseOf('again')).attempts.filter(({ answer }) => answer === true);
  expect(answers.map(({ state }) => state)).toEqual(['NOT_SENT', 'ACCEPTED']);
  expect(new Set(answers.map(({ n }) => n)).size).toBe(2);
  expect((await world.pointOf(point)).answers.unanswered).toBe(1);
});

test('after three requests that surely came to nothing no further one is made', async () => {
  const world = dispatchWorld(engine);
  await stopped(world, 'thrice', '+8613500000002');
  for (const wait of [0, 15 * SECOND, MINUTE, 5 * MINUTE]) {
    world.later(wait);
    world.provider.will('throttles');
    await world.work('CASE#thrice');
  }

  const answers = (await world.caseOf('thrice')).attempts.filter(({ answer }) => answer === true);
  expect(answers.map(({ state }) => state)).toEqual(['NOT_SENT', 'NOT_SENT', 'NOT_SENT']);
});

test('a confirmation that was refused for good, or is in doubt, is not sent again', async () => {
  const world = dispatchWorld(engine);
  for (const [nth, behaviour] of (['refuses', 'lost'] as const).entries()) {
    await stopped(world, behaviour, `+861350000001${nth}`);
    world.provider.will(behaviour);
    await world.work(`CASE#${behaviour}`);
    world.later(MINUTE);

    expect(await world.work(`CASE#${behaviour}`)).toBe('nothing');
  }
});

/** A text from a number that belongs to no open case. */
async function pendingAt(number: string, template: string): Promise<PointId> {
  const id = pointOf(number);
  const key = await vaultOn(engine).newSubjectKey();
  const sealed = key.seal({ pk: `PT#${id}`, sk: 'E#00000001', attribute: 's' }, sealedNumber({ number }));
  const before = unknownPoint(id);
  const after = { ...before.state, key: key.wrapped, locale: 'en' as const, pending: { template, at: NOON, seq: 1 } };
  const advance = pointAdvance(before, after, registered({ type: 'answer.planned' }));
  await ledgerOn(engine).commit({ advances: [{ ...advance, sealed }] });
  return id;
}

test.each(['answer.stopped', 'answer.neutral'])(
  'a throttled %s to a number without a case is sent a little later, and counts once',
  async (template) => {
    const world = dispatchWorld(engine);
    const id = await pendingAt(template === 'answer.neutral' ? '+447700900701' : '+447700900702', template);
    world.provider.will('throttles');

    expect(await world.work(`PT#${id}`)).toBe('not-sent');
    expect(await world.work(`PT#${id}`)).toBe('nothing');
    world.later(15 * SECOND);
    expect(await world.work(`PT#${id}`)).toBe('sent');
    expect(await world.work(`PT#${id}`)).toBe('nothing');

    expect(world.provider.taken.map(({ attemptId }) => attemptId)).toEqual([`${id}.4`]);
    expect((await world.pointOf(id)).answers.unanswered).toBe(1);
  },
);

test('an answer whose outcome cannot be noted is loud, and its message sends nothing when it comes back', async () => {
  const world = dispatchWorld(engine);
  const id = await pendingAt('+447700900703', 'answer.stopped');
  const overtaken = overtakenAfterFirst(world.needs);

  await expect(world.work(`PT#${id}`, overtaken.needs)).rejects.toMatchObject({
    code: 'store.conflict',
    retry: 'later',
  });
  expect(overtaken.commits).toBe(6);
  expect(await world.work(`PT#${id}`)).toBe('nothing');
  world.later(5 * MINUTE);
  expect(await world.work(`PT#${id}`)).toBe('nothing');

  expect(world.provider.requests()).toBe(1);
  expect((await world.pointOf(id)).answers.unanswered).toBe(1);
});
