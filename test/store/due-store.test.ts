import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '#domain/time.ts';
import { createDueStore } from '#store/due-store.ts';
import { aggregateName, dueSort, shardOf } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { DUE_SHARDS } from '#store/table.contract.ts';
import { NOON, openedCase } from '../support/cases.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { commitCase, givenCase, openingOf } from '../support/table/committed.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const store = () => createDueStore(createReader(engine.client, engine.tableName), engine.client, engine.tableName);
/** Ids that fall into the first shard. */
const ids = Array.from({ length: 100 }, (_, index) => `d${index}`).filter(
  (id) => shardOf(aggregateName('case', id), DUE_SHARDS) === 0,
);

test('AP-08: what is due in a shard comes oldest first, from after the cursor up to the instant', async () => {
  for (const [index, id] of ids.slice(0, 4).entries()) {
    await givenCase(engine, { id, lane: 'normal', dueAt: NOON + index * MINUTE });
  }
  const names = ids.slice(0, 4).map((id) => aggregateName('case', id));
  const at = { lane: 'normal' as const, shard: 0, upTo: NOON + 2 * MINUTE, limit: 2 };

  const first = await store().due(at);
  const second = await store().due({ ...at, after: first.at(-1)?.sort ?? '' });

  expect(first.map((one) => one.aggregate)).toEqual(names.slice(0, 2));
  expect(second.map((one) => [one.aggregate, one.dueAt])).toEqual([[names[2], NOON + 2 * MINUTE]]);
  expect(await store().due({ ...at, shard: 1 })).toEqual([]);
  expect(await store().due({ ...at, lane: 'urgent' })).toEqual([]);
});

test('what falls due later is not due yet, and a case without a due time is in no lane', async () => {
  const [waiting, settled] = [ids[5] ?? '', ids[6] ?? ''];
  await givenCase(engine, { id: waiting, lane: 'bulk', dueAt: NOON + 1 });
  const { dueAt: _none, ...ended } = openedCase({ id: settled, lane: 'bulk' });
  await commitCase(engine, undefined, openingOf(ended));

  expect(await store().due({ lane: 'bulk', shard: 0, upTo: NOON, limit: 9 })).toEqual([]);
  expect(await store().due({ lane: 'bulk', shard: 0, upTo: NOON + 1, limit: 9 })).toHaveLength(1);
});

test('AP-09, AP-23: a cursor moves on and never back, and belongs to its lane and shard alone', async () => {
  const [early, late] = [dueSort(NOON, 'CASE#a'), dueSort(NOON + 1, 'CASE#a')];

  expect(await store().cursor('urgent', 3)).toBeUndefined();
  await store().moveCursor('urgent', 3, late);
  await store().moveCursor('urgent', 3, early);

  expect(await store().cursor('urgent', 3)).toBe(late);
  expect(await store().cursor('urgent', 4)).toBeUndefined();
  expect(await store().cursor('normal', 3)).toBeUndefined();
});
