import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#domain/time.ts';
import type { Lane } from '#domain/words.ts';
import { number, text } from '#store/attributes.ts';
import { createDueStore } from '#store/due-store.ts';
import { dueKeys, shardOf } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { joinStart, joinSweep, readLanes, readRates } from '../../../functions/ledger/live.ts';
import type { WorkItem } from '../../../functions/ledger/relay.ts';
import { startSweep } from '../../../functions/ledger/start-sweep.ts';
import { sweep } from '../../../functions/ledger/sweep.ts';
import type { SweepMessage } from '../../../functions/ledger/work.contract.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine | undefined;
beforeEach(async () => {
  await engine?.stop();
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const running = (): Engine => {
  if (engine === undefined) throw new Error('no engine');
  return engine;
};

/** Something that falls due, as any aggregate's snapshot says it. */
async function due(id: string, dueAt: number, lane: Lane = 'normal'): Promise<number> {
  const { client, tableName } = running();
  const aggregate = `CASE#${id}`;
  const { dq, ds } = dueKeys(lane, aggregate, dueAt);
  await client.send(
    new PutItemCommand({
      TableName: tableName,
      Item: { pk: text(aggregate), sk: text('SNAPSHOT'), dq: text(dq), ds: text(ds), du: number(dueAt) },
    }),
  );
  return shardOf(aggregate, 8);
}

function sweeping(now: () => number) {
  const { client, tableName } = running();
  const sent: WorkItem[] = [];
  const needs = joinSweep({
    queue: {
      sendAll: (_url, messages) => {
        sent.push(...(messages as unknown as WorkItem[]));
        return Promise.resolve([]);
      },
    },
    urls: { urgent: 'u', normal: 'n', bulk: 'b', complaints: 'c' },
    due: createDueStore(createReader(client, tableName), client, tableName),
    now,
  });
  return { needs, sent };
}
const messageFor = (shard: number, change: Partial<SweepMessage> = {}): SweepMessage => ({
  lane: 'normal',
  shard,
  admit: 100,
  rescue: false,
  ...change,
});

test('what is due goes at once, what falls due before the next tick is delayed to its second, the rest waits', async () => {
  const shard = await due('over', NOON - MINUTE);
  const ids = ['soon', 'later', 'others'];
  const same = ids.flatMap((name) => idsInShard(name, shard).slice(0, 1));
  await due(same[0] ?? '', NOON + 20 * SECOND);
  await due(same[1] ?? '', NOON + 2 * MINUTE);
  const { needs, sent } = sweeping(() => NOON);

  expect(await sweep(messageFor(shard), needs)).toEqual({ sent: 2, rescued: 0 });

  expect(sent).toEqual([
    { body: { a: 'CASE#over', due: NOON - MINUTE, hops: 0 } },
    { body: { a: `CASE#${same[0]}`, due: NOON + 20 * SECOND, hops: 0 }, delaySeconds: 20 },
  ]);
});

const idsInShard = (name: string, shard: number): string[] =>
  Array.from({ length: 400 }, (_, n) => `${name}${n}`).filter((id) => shardOf(`CASE#${id}`, 8) === shard);

test('a sweep goes on where the last one stopped and sends nothing twice; the rescue pass re-sends what is long overdue', async () => {
  let now = NOON;
  const [first = '', second = '', third = ''] = idsInShard('x', 3);
  await due(first, NOON - MINUTE);
  await due(second, NOON - MINUTE);
  const { needs, sent } = sweeping(() => now);

  await sweep(messageFor(3, { admit: 1 }), needs);
  await sweep(messageFor(3), needs);
  await sweep(messageFor(3), needs);
  expect(sent.map((item) => item.body.a).toSorted()).toEqual([first, second].map((id) => `CASE#${id}`).toSorted());

  now = NOON + 20 * MINUTE;
  await due(third, NOON + 19 * MINUTE);
  expect(await sweep(messageFor(3, { rescue: true }), needs)).toEqual({ sent: 1, rescued: 2 });
});

test('admission bounds what one sweep sends, also over several pages', async () => {
  const ids = idsInShard('many', 5).slice(0, 30);
  for (const [index, id] of ids.entries()) await due(id, NOON - index * SECOND);
  const { needs, sent } = sweeping(() => NOON);

  expect(await sweep(messageFor(5, { admit: 12 }), needs)).toEqual({ sent: 12, rescued: 0 });
  expect(await sweep(messageFor(5, { admit: 0 }), needs)).toEqual({ sent: 0, rescued: 0 });
  expect(await sweep(messageFor(5, { admit: 100 }), needs)).toEqual({ sent: 18, rescued: 0 });
  expect(new Set(sent.map((item) => item.body.a)).size).toBe(30);
});

test('many that are due at once are sent at the pace of their consumers, behind what waits already', async () => {
  const ids = idsInShard('rush', 6).slice(0, 5);
  for (const id of ids) await due(id, NOON);
  const { needs, sent } = sweeping(() => NOON);

  await sweep(messageFor(6, { pace: { perSecond: 4, from: 30 } }), needs);

  // Every eighth place of four a second: one in two seconds, the seventh shard a second and a half behind the first.
  expect(sent.map(({ delaySeconds }) => delaySeconds)).toEqual([31, 33, 35, 37, 39]);
});

test('pace brings nothing before it is due, and what is due later is spread from there on', async () => {
  const ids = idsInShard('evening', 7).slice(0, 4);
  await due(ids[0] ?? '', NOON - MINUTE);
  for (const id of ids.slice(1)) await due(id, NOON + 40 * SECOND);
  const { needs, sent } = sweeping(() => NOON);

  await sweep(messageFor(7, { lane: 'normal', pace: { perSecond: 8, from: 0 } }), needs);

  expect(sent.map(({ delaySeconds }) => delaySeconds)).toEqual([undefined, 40, 41, 42]);
});

test('what the rescue pass sends is not sent once more behind it', async () => {
  const [first = '', second = ''] = idsInShard('late', 2);
  for (const id of [first, second]) await due(id, NOON - 20 * MINUTE);
  const { needs, sent } = sweeping(() => NOON);

  expect(await sweep(messageFor(2, { rescue: true }), needs)).toEqual({ sent: 0, rescued: 2 });
  await sweep(messageFor(2), needs);

  expect(sent).toHaveLength(2);
});

test('a slower sweep never turns the cursor back', async () => {
  const { needs } = sweeping(() => NOON);
  await needs.moveCursor('bulk', 1, '000000000000009#CASE#b');
  await needs.moveCursor('bulk', 1, '000000000000001#CASE#a');

  expect(await needs.cursor('bulk', 1)).toBe('000000000000009#CASE#b');
  expect(await needs.cursor('bulk', 2)).toBeUndefined();
});

function starting(depths: Readonly<Record<Lane, number>>) {
  const sent: SweepMessage[] = [];
  const needs = joinStart({
    queue: {
      sendAll: (_url, messages) => {
        sent.push(...messages.map((message) => message.body as SweepMessage));
        return Promise.resolve([]);
      },
      depth: (url) => Promise.resolve({ visible: depths[url as Lane], inFlight: 1, delayed: 1 }),
    },
    urls: { urgent: 'urgent', normal: 'normal', bulk: 'bulk' },
    sweepUrl: 'sweep',
    rates: { urgent: 10, normal: 10, bulk: 0.1 },
  });
  return { needs, sent };
}

test('a tick starts every lane and shard once, each with an eighth of what its queue can still take in two ticks', async () => {
  const { needs, sent } = starting({ urgent: 0, normal: 1_000, bulk: 5_000 });

  expect(await startSweep(NOON, needs)).toBe(24);

  expect(sent.map(({ lane, shard }) => `${lane}${shard}`)).toEqual(
    (['urgent', 'normal', 'bulk'] as const).flatMap((lane) => Array.from({ length: 8 }, (_, n) => `${lane}${n}`)),
  );
  expect(sent.map(({ admit }) => admit)).toEqual([150, 25, 0].flatMap((each) => Array.from({ length: 8 }, () => each)));
  expect(sent.filter(({ shard }) => shard === 0).map(({ pace }) => pace)).toEqual([
    { perSecond: 10, from: 0 },
    { perSecond: 10, from: 100 },
    { perSecond: 0.1, from: 120 },
  ]);
});

test('every tenth minute of the schedule is a rescue pass', async () => {
  const isRescue = async (at: number) => {
    const { needs, sent } = starting({ urgent: 0, normal: 0, bulk: 0 });
    await startSweep(at, needs);
    return sent.every(({ rescue }) => rescue);
  };

  expect([await isRescue(NOON), await isRescue(NOON + MINUTE), await isRescue(NOON + HOUR)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('lanes and rates come from the deployment, and a missing one is named', () => {
  const lanes = { WORK_URGENT_QUEUE_URL: 'u', WORK_NORMAL_QUEUE_URL: 'n', WORK_BULK_QUEUE_URL: 'b' };

  expect(readLanes(lanes)).toEqual({ urgent: 'u', normal: 'n', bulk: 'b' });
  expect(() => readLanes({ ...lanes, WORK_BULK_QUEUE_URL: undefined })).toThrow('WORK_BULK_QUEUE_URL');
  expect(readRates({ LANE_RATES: '{"urgent":1,"normal":2,"bulk":3}' })).toEqual({ urgent: 1, normal: 2, bulk: 3 });
  expect(() => readRates({ LANE_RATES: '{"urgent":-1,"normal":2,"bulk":3}' })).toThrow('Invalid');
});
