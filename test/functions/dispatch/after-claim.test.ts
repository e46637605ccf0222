import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyReply } from '#domain/case/reply.ts';
import { customerId, type PointId } from '#domain/ids.ts';
import { GENESIS } from '#store/codecs/entry.ts';
import type { DispatchNeeds } from '../../../functions/dispatch/ports.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, customerOf, pointOf } from '../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let numbers = 0;
async function opened(world: World, id: string): Promise<PointId> {
  const phone = `+86133${String((numbers += 1)).padStart(8, '0')}`;
  await world.customer(customerOf({ id: customerId(`u-${id}`), phones: [addressOf(phone, { verifiedAt: NOON })] }));
  await world.open({ id, customerId: `u-${id}` });
  return pointOf(phone);
}

/** A text of theirs is written down, with the answer it is to get. */
async function heard(world: World, id: string, { point, answer }: { point: PointId; answer?: string }): Promise<void> {
  const { stored } = await world.whole(id);
  const at = world.now();
  const said = { intent: 'info', trust: 2, audience: 'customer' } as const;
  const facts = { inboundId: `in-${stored.state.version}`, ...said, point, at };
  const reply = { facts, meaning: { do: 'note' } as const, ...(answer === undefined ? {} : { answer }) };
  const { advance, also } = world.needs.store.caseChange(stored, applyReply(stored.state, reply, at));
  expect(await world.needs.store.ledger.commit({ advances: [advance], also })).toEqual({ kind: 'committed' });
}

async function expectChained(world: World, id: string): Promise<void> {
  const { stored, entries } = await world.whole(id);
  expect(entries.map(({ previous }) => previous)).toEqual([GENESIS, ...entries.slice(0, -1).map(({ hash }) => hash)]);
  expect(stored.head).toEqual(entries.at(-1)?.hash);
}

test('the outcome of a text, and of an answer, is chained to its claim, though the case was not read in between', async () => {
  const world = dispatchWorld(engine);
  const point = await opened(world, 'chained');
  let loads = 0;
  const { cases } = world.needs.store;
  const load: typeof cases.load = (id) => {
    loads += 1;
    return cases.load(id);
  };
  const counting: DispatchNeeds = { ...world.needs, store: { ...world.needs.store, cases: { ...cases, load } } };

  expect(await world.work('CASE#chained', counting)).toBe('sent');
  expect(loads).toBe(1);
  await heard(world, 'chained', { point, answer: 'answer.thanks' });
  expect(await world.work('CASE#chained', counting)).toBe('sent');

  const { entries } = await world.whole('chained');
  expect(entries.map(({ type }) => type)).toEqual([
    'case.opened',
    'contact.claimed',
    'contact.accepted',
    'reply.received',
    'answer.claimed',
    'contact.accepted',
  ]);
  await expectChained(world, 'chained');
});

test('what was heard while the text was under way stands: the outcome is written on it', async () => {
  const world = dispatchWorld(engine);
  const point = await opened(world, 'heard');
  const { sms } = world.needs;
  const meanwhile: DispatchNeeds = {
    ...world.needs,
    sms: {
      send: async (text) => {
        const answer = await sms.send(text);
        await heard(world, 'heard', { point });
        return answer;
      },
    },
  };

  expect(await world.work('CASE#heard', meanwhile)).toBe('sent');

  const { stored, entries } = await world.whole('heard');
  expect(entries.slice(-3).map(({ type }) => type)).toEqual(['contact.claimed', 'reply.received', 'contact.accepted']);
  expect(stored.state.attempts.at(-1)).toMatchObject({ state: 'ACCEPTED' });
  expect(world.provider.taken).toHaveLength(1);
  await expectChained(world, 'heard');
});
