import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { MINUTE, SECOND } from '#domain/time.ts';
import type { Purpose } from '#domain/words.ts';
import type { DispatchNeeds } from '../../../functions/dispatch/ports.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld, overtakenAfterFirst, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, customerOf, pointOf } from '../../support/records.ts';
import { replyWorld } from '../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Longer than any claim waits for its outcome. */
const DEADLINE = 150 * SECOND;
let numbers = 0;

async function caseFor(world: World, id: string, purpose: 'fraud_security' | 'account_service' = 'fraud_security') {
  numbers += 1;
  const phone = `+86136${String(numbers).padStart(8, '0')}`;
  await world.customer(customerOf({ id: customerId(`u-${id}`), phones: [addressOf(phone, { verifiedAt: NOON })] }));
  const plan = PLANS[purpose];
  await world.open({ id, customerId: `u-${id}`, kind: plan.id, purpose, plan });
  return pointOf(phone);
}
const PLANS = {
  fraud_security: { id: 'fraud-card', version: 1 },
  account_service: { id: 'contact-data', version: 1 },
} as const satisfies Partial<Record<Purpose, { id: string; version: number }>>;

class Killed extends Error {}

/** The process dies before or after its one request to the provider. */
function dying(world: World, when: 'before' | 'after'): DispatchNeeds {
  const { sms } = world.needs;
  return {
    ...world.needs,
    sms: {
      send: async (text) => {
        if (when === 'after') await sms.send(text);
        throw new Killed();
      },
    },
  };
}

test.each([
  ['before', 0],
  ['after', 1],
] as const)(
  'killed %s the request: in doubt after the deadline, and never sent again by itself',
  async (when, taken) => {
    const world = dispatchWorld(engine);
    await caseFor(world, `killed-${when}`, 'account_service');
    const id = `killed-${when}`;

    await expect(world.work(`CASE#${id}`, dying(world, when))).rejects.toThrow(Killed);
    expect((await world.caseOf(id)).status).toBe('CONTACTING');

    // The queue brings the message again, at once and often: none of these is done while nobody knows of the text.
    for (let repeat = 0; repeat < 3; repeat += 1)
      await expect(world.work(`CASE#${id}`)).rejects.toMatchObject({ code: 'case.claim-open', retry: 'later' });
    expect(world.provider.taken).toHaveLength(taken);

    // It comes back for good when the claim's deadline has passed.
    world.later(DEADLINE);
    await world.work(`CASE#${id}`);
    const of = await world.caseOf(id);

    expect(of.attempts).toMatchObject([{ n: 1, state: 'IN_DOUBT' }]);
    expect(world.provider.taken).toHaveLength(taken);
    expect((await world.whole(id)).entries.map((entry) => entry.type)).toContain('contact.in-doubt');
  },
);

test('of two claims without an outcome each is declared, and the message is done with the second', async () => {
  const world = replyWorld(engine);
  const [number, name] = ['+8613700000777', 'CASE#two'];
  await world.bank('u-two', number);
  await world.open({ id: 'two', customerId: 'u-two' });
  await world.work(name);
  for (const text of ['我要投诉你们', '我还要投诉']) {
    await world.type(number, text);
    await expect(world.work(name, dying(world, 'after'))).rejects.toThrow(Killed);
  }
  const claims = async () =>
    (await world.caseOf('two')).attempts
      .map(({ state }) => state)
      .filter((state) => /^(?:CLAIMED|IN_DOUBT)$/u.test(state));
  world.later(DEADLINE);

  expect(await claims()).toEqual(['CLAIMED', 'CLAIMED']);
  expect(await world.work(name)).toBe('moved');
  expect(await claims()).toEqual(['IN_DOUBT', 'IN_DOUBT']);
});

test('a sender that dies while a new record wakes a held case leaves a doubt: the message about the record comes back', async () => {
  const world = dispatchWorld(engine);
  await world.open({ id: 'woken', customerId: 'u-woken' });
  expect(await world.work('CASE#woken')).toBe('moved');
  expect((await world.caseOf('woken')).status).toBe('HELD');
  const phones = [addressOf('+8613700000778', { verifiedAt: NOON })];
  await world.customer(customerOf({ id: customerId('u-woken'), phones }));

  await expect(world.work('CUS#u-woken', dying(world, 'after'))).rejects.toThrow(Killed);
  await expect(world.work('CUS#u-woken')).rejects.toMatchObject({ code: 'case.claim-open' });
  world.later(DEADLINE);
  await world.work('CUS#u-woken');

  expect((await world.caseOf('woken')).attempts.map(({ state }) => state)).toContain('IN_DOUBT');
  expect(world.provider.taken).toHaveLength(1);
});

test('a doubt about fraud is sent once more, with the same token; then the plan moves on', async () => {
  const world = dispatchWorld(engine);
  const point = await caseFor(world, 'again');
  world.provider.will('lost', 'lost');

  expect(await world.work('CASE#again')).toBe('in-doubt');
  const { token } = await world.caseOf('again');
  await world.run('again', 3 * MINUTE);

  expect(world.provider.taken.map((text) => text.text.includes(`${token}1`))).toEqual([true, true]);
  const texts = (await world.caseOf('again')).attempts.filter((attempt) => attempt.step === 'sms');
  expect(texts.map((attempt) => attempt.state)).toEqual(['IN_DOUBT', 'IN_DOUBT']);
  expect((await world.pointOf(point)).sends).toHaveLength(2);
});

test('a doubt about contact data takes the next step on another channel, once a receipt had its time', async () => {
  const world = dispatchWorld(engine);
  await caseFor(world, 'service-doubt', 'account_service');
  world.provider.will('fails');

  expect(await world.work('CASE#service-doubt')).toBe('in-doubt');

  expect(await world.caseOf('service-doubt')).toMatchObject({ status: 'WAITING', step: 1, dueAt: NOON + 2 * MINUTE });
  await world.run('service-doubt', 2 * MINUTE);
  expect(world.provider.taken).toHaveLength(1);
  expect((await world.caseOf('service-doubt')).attempts.at(-1)).toMatchObject({ step: 'call', state: 'QUEUED' });
});

test.each(['throttles', 'unreachable', 'is-not-permitted'] as const)(
  'a provider that %s has surely sent nothing: the same step again, its caps given back, its token kept',
  async (behaviour) => {
    const world = dispatchWorld(engine);
    const id = `retry-${behaviour}`;
    const point = await caseFor(world, id);
    world.provider.will(behaviour);

    expect(await world.work(`CASE#${id}`)).toBe('not-sent');
    const after = await world.pointOf(point);
    const { token } = await world.caseOf(id);
    expect(after).toMatchObject({ sends: [], questions: [], recent: [] });
    const person = await world.needs.store.people.load(`u-${id}`);
    expect(person?.customer.state.sends).toEqual({ any: [], debt: [] });

    await world.run(id, 20 * SECOND);

    expect(world.provider.taken).toHaveLength(1);
    expect(world.provider.taken[0]?.text).toContain(`${token}1`);
    expect((await world.pointOf(point)).questions).toMatchObject([{ token }]);
    expect(world.figures.get('SendPermissionDenied')).toBe(behaviour === 'is-not-permitted' ? 1 : undefined);
  },
);

test('three tries of a text that cannot be sent, then the plan moves on', async () => {
  const world = dispatchWorld(engine);
  await caseFor(world, 'tries');
  world.provider.will('throttles', 'throttles', 'throttles', 'throttles');

  await world.work('CASE#tries');
  await world.run('tries', 6 * MINUTE);

  const of = await world.caseOf('tries');
  expect(of.attempts.filter((one) => one.step === 'sms').map((one) => one.state)).toEqual(Array(4).fill('NOT_SENT'));
  expect(world.provider.taken.map((text) => text.attemptId)).toEqual([`tries.${of.attempts.at(-1)?.n}`]);
});

test('a number that the provider refuses for good is not tried twice: the next number, else a call', async () => {
  const world = dispatchWorld(engine);
  await caseFor(world, 'refused');
  await caseFor(world, 'refused-first');
  const phones = ['+8613699990001', '+8613699990002'].map((phone) => addressOf(phone, { verifiedAt: NOON }));
  await world.change('u-refused-first', { phones });
  world.provider.will('refuses', 'refuses');

  await world.work('CASE#refused');
  await world.work('CASE#refused-first');
  expect(world.provider.taken).toEqual([]);
  await world.run('refused', 0);
  await world.run('refused-first', 0);

  expect((await world.caseOf('refused')).attempts.map((one) => [one.step, one.state])).toEqual([
    ['push', 'SKIPPED'],
    ['sms', 'NOT_SENT'],
    ['call', 'QUEUED'],
  ]);
  expect(world.provider.taken.map((text) => text.to)).toEqual(['+8613699990002']);
});

test('a second text that was not sent leaves the question of the first one open', async () => {
  const world = dispatchWorld(engine);
  const point = await caseFor(world, 'kept');
  await world.work('CASE#kept');
  const { token } = await world.caseOf('kept');
  world.provider.will('refuses');
  await world.run('kept', 6 * MINUTE);

  expect((await world.pointOf(point)).questions).toMatchObject([{ token, attempt: 2 }]);
});

test('an outcome that others always overtake hands the message back, and the claim becomes a doubt', async () => {
  const world = dispatchWorld(engine);
  await caseFor(world, 'overtaken', 'account_service');
  const overtaken = overtakenAfterFirst(world.needs);

  await expect(world.work('CASE#overtaken', overtaken.needs)).rejects.toMatchObject({ code: 'store.conflict' });
  expect(overtaken.commits).toBe(6);
  world.later(DEADLINE);
  expect(await world.work('CASE#overtaken')).toBe('moved');

  expect(world.provider.taken).toHaveLength(1);
  expect((await world.caseOf('overtaken')).attempts[0]).toMatchObject({ state: 'IN_DOUBT' });
});

test('an outcome that cannot be written stays a doubt, and no other text is sent for it', async () => {
  const world = dispatchWorld(engine);
  await caseFor(world, 'unwritten', 'account_service');
  const { store } = world.needs;
  let commits = 0;
  const failing: DispatchNeeds = {
    ...world.needs,
    store: {
      ...store,
      ledger: {
        commit: (change) => {
          commits += 1;
          return commits === 1 ? store.ledger.commit(change) : Promise.reject(new Error('the table is away'));
        },
      },
    },
  };

  await expect(world.work('CASE#unwritten', failing)).rejects.toThrow('the table is away');
  await expect(world.work('CASE#unwritten')).rejects.toMatchObject({ code: 'case.claim-open' });
  world.later(DEADLINE);
  await world.work('CASE#unwritten');

  expect(world.provider.taken).toHaveLength(1);
  expect((await world.caseOf('unwritten')).attempts[0]).toMatchObject({ state: 'IN_DOUBT' });
});
