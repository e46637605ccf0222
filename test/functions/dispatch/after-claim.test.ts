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

test('a text that was refused gives back what its claim counted, without reading anybody again', async () => {
  const world = dispatchWorld(engine);
  const point = await opened(world, 'refused');
  world.provider.will('throttles');
  const { store, sms } = world.needs;
  let sent = false;
  const read: string[] = [];
  const told =
    <T>(what: string, load: (id: string) => Promise<T>) =>
    (id: string): Promise<T> => {
      if (sent) read.push(what);
      return load(id);
    };
  const watched: DispatchNeeds = {
    ...world.needs,
    store: {
      ...store,
      points: { ...store.points, load: told('number', store.points.load) },
      people: { ...store.people, load: told('person', store.people.load) },
    },
    sms: { send: (text) => ((sent = true), sms.send(text)) },
  };

  expect(await world.work('CASE#refused', watched)).toBe('not-sent');

  expect(read).toEqual([]);
  expect(await world.pointOf(point)).toMatchObject({ sends: [], recent: [], questions: [] });
  expect((await store.people.load('u-refused'))?.customer.state.sends).toEqual({ any: [], debt: [] });
});

test('what happened to the number while a text was refused stands, and the text is taken back from that', async () => {
  const world = dispatchWorld(engine);
  const point = await opened(world, 'moved');
  world.provider.will('throttles');
  const { store, sms } = world.needs;
  const meanwhile: DispatchNeeds = {
    ...world.needs,
    sms: {
      send: async (text) => {
        const before = await store.points.load(point);
        if (before === undefined) throw new Error('number: got none, expected the one that the claim wrote');
        const recent = [...before.state.recent, { caseId: 'other', attempt: 1 }];
        const after = { ...before.state, recent, sends: [...before.state.sends, NOON] };
        const moved = store.pointTouch(before, after);
        expect(await store.ledger.commit({ advances: [], also: [moved] })).toEqual({ kind: 'committed' });
        return sms.send(text);
      },
    },
  };

  expect(await world.work('CASE#moved', meanwhile)).toBe('not-sent');

  expect(await world.pointOf(point)).toMatchObject({ sends: [NOON], recent: [{ caseId: 'other' }], questions: [] });
  expect((await store.people.load('u-moved'))?.customer.state.sends).toEqual({ any: [], debt: [] });
});
