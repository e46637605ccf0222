import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyReply, type ReplyInput } from '#domain/case/reply.ts';
import { messageMark } from '#domain/contact/message-mark.ts';
import { sealedNumber } from '#domain/contact/point.ts';
import { customerId, type PointId } from '#domain/ids.ts';
import { MINUTE } from '#domain/time.ts';
import { pointAdvance, unknownPoint } from '#store/point-store.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { addressOf, customerOf, pointOf, registered } from '../../support/records.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let numbers = 0;
async function asked(world: World, id: string): Promise<PointId> {
  const phone = `+86134${String((numbers += 1)).padStart(8, '0')}`;
  await world.customer(customerOf({ id: customerId(`u-${id}`), phones: [addressOf(phone, { verifiedAt: NOON })] }));
  await world.open({ id, customerId: `u-${id}` });
  await world.work(`CASE#${id}`);
  return pointOf(phone);
}

/** A text came in and replies has written down what it means; the answer is planned with it. */
async function replied(
  world: World,
  id: string,
  reply: { point: PointId; answer: string; meaning?: ReplyInput['meaning'] },
) {
  const { stored } = await world.whole(id);
  const facts = {
    inboundId: `in-${world.now()}`,
    intent: 'info' as const,
    trust: 2 as const,
    audience: 'customer' as const,
    point: reply.point,
    at: world.now(),
  };
  const move = applyReply(
    stored.state,
    { facts, meaning: reply.meaning ?? { do: 'note' }, answer: reply.answer },
    world.now(),
  );
  const { advance, also } = world.needs.store.caseChange(stored, move);
  await world.needs.store.ledger.commit({ advances: [advance], also });
}

test('the one automatic answer goes out at once, outside caps and hours, and is an attempt of its own', async () => {
  const world = dispatchWorld(engine);
  const point = await asked(world, 'thanks');
  await world.point(point, { sends: [1, 2, 3, 4, 5].map((hour) => NOON - hour) });
  await replied(world, 'thanks', { point, answer: 'answer.thanks' });

  expect(await world.work('CASE#thanks')).toBe('sent');
  expect(await world.work('CASE#thanks')).toBe('nothing');

  const of = await world.caseOf('thanks');
  expect(world.provider.taken[1]?.text).toContain('已收到您的回复');
  expect(of.attempts.at(-1)).toMatchObject({
    step: 'answer.thanks',
    answer: true,
    state: 'ACCEPTED',
    message: messageMark('message-2'),
  });
  expect(of).toMatchObject({ status: 'WAITING', step: 2 });
  const after = await world.pointOf(point);
  expect(after.answers).toMatchObject({ unanswered: 1, lastAt: NOON });
  expect(after.recent.at(-1)).toMatchObject({ caseId: 'thanks', attempt: of.attempts.at(-1)?.n });
});

test('a clarifying question repeats the token, so that the person need not look for it', async () => {
  const world = dispatchWorld(engine);
  const point = await asked(world, 'clarify');
  const { token } = await world.caseOf('clarify');
  await replied(world, 'clarify', { point, answer: 'answer.clarify', meaning: { do: 'clarify' } });
  await world.work('CASE#clarify');

  expect(world.provider.taken[1]?.text).toContain(`本人回${token}1`);
});

test('after five minutes an answer is dropped and says so', async () => {
  const world = dispatchWorld(engine);
  const point = await asked(world, 'late');
  await replied(world, 'late', { point, answer: 'answer.thanks' });
  world.later(5 * MINUTE + 1);
  await world.work('CASE#late');

  expect(world.provider.taken.some((text) => text.text.includes('已收到'))).toBe(false);
  expect((await world.caseOf('late')).attempts.find((one) => one.answer === true)).toMatchObject({
    state: 'SKIPPED',
    rule: 'text.expired',
  });
});

test('an answer does not use up the message that was made for the plan', async () => {
  const world = dispatchWorld(engine);
  const point = await asked(world, 'both');
  world.later(5 * MINUTE);
  await replied(world, 'both', { point, answer: 'answer.thanks' });
  await world.work('CASE#both');

  expect(world.provider.taken.map((text) => text.text.includes('已收到'))).toEqual([false, true, false]);
});

test('after five answers without an accepted action the number gets no more', async () => {
  const world = dispatchWorld(engine);
  const point = await asked(world, 'sixth');
  await world.point(point, { answers: { unanswered: 5 } });
  await replied(world, 'sixth', { point, answer: 'answer.thanks' });
  await world.work('CASE#sixth');

  expect(world.provider.taken).toHaveLength(1);
  expect((await world.caseOf('sixth')).attempts.at(-1)).toMatchObject({ state: 'SKIPPED', rule: 'cap.number' });
});

test('a confirmation of STOP is the one answer to a number that is silent, and a text in doubt is not repeated', async () => {
  const world = dispatchWorld(engine);
  const point = await asked(world, 'stop');
  await world.point(point, { optOut: { at: NOON, purposes: 'all' } });
  await replied(world, 'stop', { point, answer: 'answer.stopped', meaning: { do: 'stop' } });
  world.provider.will('lost');

  expect(await world.work('CASE#stop')).toBe('in-doubt');
  expect(await world.work('CASE#stop')).toBe('nothing');
  await replied(world, 'stop', { point, answer: 'answer.thanks' });
  await world.work('CASE#stop');

  expect(world.provider.taken.map((text) => text.text.includes('退订，我行'))).toEqual([false, true]);
  expect((await world.caseOf('stop')).attempts.at(-1)).toMatchObject({ rule: 'consent.withdrawn' });
});

/** A text from a number that belongs to no open case: replies plans the answer in the number's own timeline. */
async function pendingAt(number: string, template: string, locale: 'zh-CN' | 'en' = 'en'): Promise<PointId> {
  const vault = vaultOn(engine);
  const id = pointOf(number);
  const key = await vault.newSubjectKey();
  const sealed = key.seal(
    { pk: `PT#${id}`, sk: 'E#00000001', attribute: 's' },
    sealedNumber({ number, text: 'hello?' }),
  );
  const before = unknownPoint(id);
  const after = { ...before.state, key: key.wrapped, locale, pending: { template, at: NOON, seq: 1 } };
  const advance = pointAdvance(before, after, registered({ type: 'answer.planned' }));
  await ledgerOn(engine).commit({ advances: [{ ...advance, sealed }] });
  return id;
}

test('a number nobody knows is answered neutrally, once a day, and the number is taken from its own sealed entry', async () => {
  const world = dispatchWorld(engine);
  const id = await pendingAt('+447700900555', 'answer.neutral');

  expect(await world.work(`PT#${id}`)).toBe('sent');
  expect(await world.work(`PT#${id}`)).toBe('nothing');

  expect(world.provider.taken).toMatchObject([{ to: '+447700900555', attemptId: `${id}.2` }]);
  expect(world.provider.taken[0]?.text).toContain('Demo Bank: we could not match your text');
  const point = await world.pointOf(id);
  expect(point.pending).toBeUndefined();
  expect(point.answers).toMatchObject({ unanswered: 1, neutralAt: NOON });

  await world.point(id, { pending: { template: 'answer.neutral', at: NOON, seq: 1 } });
  expect(await world.work(`PT#${id}`)).toBe('moved');
  expect(world.provider.taken).toHaveLength(1);
  expect((await world.pointOf(id)).pending).toBeUndefined();
});

test('killed while it answers a number: the claim stands in the timeline, and nothing is sent again', async () => {
  const world = dispatchWorld(engine);
  const id = await pendingAt('+447700900556', 'answer.neutral');
  const dead = { ...world.needs, sms: { send: () => Promise.reject(new Error('killed')) } };

  await expect(world.work(`PT#${id}`, dead)).rejects.toThrow('killed');
  expect(await world.work(`PT#${id}`)).toBe('nothing');

  expect(world.provider.requests()).toBe(0);
});

test('the outcome of an answer to a number is noted in its timeline', async () => {
  const world = dispatchWorld(engine);
  const kinds = [];
  for (const [index, behaviour] of (['takes', 'throttles', 'lost'] as const).entries()) {
    const id = await pendingAt(`+44770090060${index}`, 'answer.stopped');
    world.provider.will(behaviour);
    await world.work(`PT#${id}`);
    kinds.push((await world.needs.store.timeline.entry('point', id, 3))?.type);
  }

  expect(kinds).toEqual(['answer.accepted', 'answer.not-sent', 'answer.in-doubt']);
});
