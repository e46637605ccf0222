import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageMark } from '#domain/contact/message-mark.ts';
import { customerId } from '#domain/ids.ts';
import { MINUTE } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, customerOf, pointOf } from '../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const PHONE = '+8613900000001';
const customer = (id: string, phone = PHONE) =>
  customerOf({ id: customerId(id), phones: [addressOf(phone, { verifiedAt: NOON })] });

async function fraudCase(world: World, id: string, phone = `+86139${String(id.length).padStart(8, '0')}`) {
  await world.customer(customer(`u-${id}`, phone));
  await world.open({ id, customerId: `u-${id}` });
  return phone;
}

test('a case that was opened gets its text: token, words, decision and counters in one transaction, then one request', async () => {
  const world = dispatchWorld(engine);
  await world.customer(customer('u1'));
  await world.open({ id: 'first' });

  expect(await world.work('CASE#first')).toBe('sent');

  const of = await world.caseOf('first');
  const [sent] = world.provider.taken;
  const point = await world.pointOf(pointOf(PHONE));
  expect(world.provider.requests()).toBe(1);
  expect(sent).toMatchObject({ to: PHONE, attemptId: 'first.2' });
  expect(sent?.text).toContain(`本人回${of.token}1`);
  expect(of).toMatchObject({ status: 'WAITING', step: 2, dueAt: NOON + 5 * MINUTE });
  expect(of.attempts).toMatchObject([
    { n: 1, step: 'push', state: 'SKIPPED', rule: 'channel.off' },
    { n: 2, step: 'sms', state: 'ACCEPTED', point: pointOf(PHONE), message: messageMark('message-1') },
  ]);
  expect(point.questions).toMatchObject([{ token: of.token, caseId: 'first', attempt: 2 }]);
  expect(point).toMatchObject({ sends: [NOON], recent: [{ caseId: 'first', attempt: 2 }] });
  expect(world.figures.get('SendAccepted')).toBe(1);
});

test('the text is kept sealed in the entry of its claim, and the decision names template, hash, evidence and policy', async () => {
  const world = dispatchWorld(engine);
  await fraudCase(world, 'sealed');
  await world.work('CASE#sealed');
  const { entries } = await world.whole('sealed');
  const claim = entries.find((entry) => entry.type === 'contact.claimed');
  const person = await world.needs.store.people.load('u-sealed');
  if (claim?.sealed === undefined || person === undefined) throw new Error('no claim');

  expect(await world.needs.store.open(person.key, { kind: 'case', id: 'sealed', seq: claim.seq }, claim.sealed)).toBe(
    world.provider.taken[0]?.text,
  );
  expect(claim.facts['decision']).toMatchObject({ verdict: 'ALLOW', templateId: 'fraud.ask.zh-CN.L2@1' });
  expect(JSON.stringify(claim.facts)).not.toContain('139');
});

test('the same message again, and three at once, send one text; a copy that finds the claim open is handed back', async () => {
  const world = dispatchWorld(engine);
  await fraudCase(world, 'twice-now');

  const copies = await Promise.allSettled([1, 2, 3].map(() => world.work('CASE#twice-now')));
  await world.work('CASE#twice-now');

  expect(copies.map(({ status }) => status)).toContain('fulfilled');
  for (const copy of copies)
    if (copy.status === 'rejected') expect(copy.reason).toMatchObject({ code: 'case.claim-open', retry: 'later' });

  expect(world.provider.requests()).toBe(1);
});

test('a first message is for now, though the clock that opened the case is seconds ahead of the one that reads it', async () => {
  const world = dispatchWorld(engine);
  await world.customer(customer('u-ahead', '+8613900000099'));
  await world.open({ id: 'ahead', customerId: 'u-ahead', dueAt: NOON + 4_000 });
  await world.open({ id: 'far', customerId: 'u-ahead', dueAt: NOON + 6_000 });

  expect(await world.work('CASE#ahead')).toBe('sent');
  expect(await world.work('CASE#far')).toBe('nothing');
});

test('a second text of the same question keeps its token, and then a call task is queued', async () => {
  const world = dispatchWorld(engine);
  const phone = await fraudCase(world, 'second');
  await world.work('CASE#second');
  const { token } = await world.caseOf('second');
  const questionOf = async () =>
    (await world.pointOf(pointOf(phone))).questions.find(({ caseId }) => caseId === 'second');
  const asked = await questionOf();
  await world.run('second', 6 * MINUTE);
  const again = await questionOf();

  expect(again).toMatchObject({ token, since: asked?.askedAt });
  expect(again?.askedAt).toBeGreaterThan(asked?.askedAt ?? Number.NaN);

  expect(world.provider.taken).toHaveLength(2);
  expect(world.provider.taken[1]?.text).toContain(`本人回${token}1`);

  await world.run('second', 10 * MINUTE);
  const { stored, tasks } = await world.whole('second');

  expect(stored.state).toMatchObject({ status: 'WAITING', taskId: tasks[0]?.id });
  expect(tasks).toMatchObject([{ kind: 'call', queue: 'fraud-desk', state: 'QUEUED', maxTries: 3 }]);
});

test('a message for what does not exist, and for a complaint, does nothing', async () => {
  const world = dispatchWorld(engine);

  expect(await world.work('CASE#nobody')).toBe('unknown');
  expect(await world.work('CMP#some')).toBe('nothing');
  expect(await world.work('PT#nobody')).toBe('nothing');
  expect(await world.work('WHAT#some')).toBe('unknown');
});
