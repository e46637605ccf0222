import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cancellationReasons,
  type Item,
  json,
  number,
  optionalJson,
  readBinary,
  readNumber,
  readText,
  refusedCondition,
  sameBytes,
  text,
} from '#store/attributes.ts';
import { createReader } from '#store/reader.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { ledgerOn } from '../support/ledgers.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const PK = 'SYS#many';
const name = (index: number): string => `n${String(index).padStart(3, '0')}`;
const reader = () => createReader(engine.client, engine.tableName);

async function given(count: number, item: Item): Promise<void> {
  for (let from = 0; from < count; from += 100) {
    const length = Math.min(100, count - from);
    const also = Array.from({ length }, (_, index) => ({
      op: 'put' as const,
      key: { pk: PK, sk: name(from + index) },
      item,
    }));
    await ledgerOn(engine).commit({ advances: [], also });
  }
}

test('a collection longer than one answer comes whole and in order', async () => {
  await given(120, { d: text('x'.repeat(20_000)) });

  const items = await reader().collection(PK);

  expect(items.map((item) => item['sk']?.S)).toEqual(Array.from({ length: 120 }, (_, index) => name(index)));
  expect(await reader().collection(PK, 'n00')).toHaveLength(10);
});

test('more items than one batch takes come in the order of their keys, also what the engine left for later', async () => {
  const keys = Array.from({ length: 120 }, (_, index) => ({ pk: PK, sk: name(119 - index) }));
  let calls = 0;
  const forgetful = {
    send: async (command: { input: { RequestItems?: Record<string, { Keys: Item[] }> } }) => {
      calls += 1;
      const asked = command.input.RequestItems?.[engine.tableName]?.Keys ?? [];
      if (calls > 1) return engine.client.send(command as never);
      return { UnprocessedKeys: { [engine.tableName]: { Keys: asked } } };
    },
  } as unknown as DynamoDBClient;

  const items = await createReader(forgetful, engine.tableName).getAll(keys);

  expect(items.map((item) => item?.['sk']?.S)).toEqual(keys.map((key) => key.sk));
});

test('a page is bounded from below, from above, on both sides or by its beginning', async () => {
  const names = async (query: Omit<Parameters<ReturnType<typeof reader>['page']>[0], 'pk' | 'limit'>, limit = 3) =>
    (await reader().page({ pk: PK, limit, ...query })).items.map((item) => item['sk']?.S);

  expect(await names({})).toEqual(['n000', 'n001', 'n002']);
  expect(await names({ after: 'n001' })).toEqual(['n002', 'n003', 'n004']);
  expect(await names({ upTo: 'n001' })).toEqual(['n000', 'n001']);
  expect(await names({ after: 'n001', upTo: 'n002' })).toEqual(['n001', 'n002']);
  expect(await names({ prefix: 'n11', newestFirst: true })).toEqual(['n119', 'n118', 'n117']);
  const first = await reader().page({ pk: PK, limit: 1 });
  expect(await names(first.next === undefined ? {} : { start: first.next }, 1)).toEqual(['n001']);
});

test('an answer without items is an empty one', async () => {
  const silent = { send: () => Promise.resolve({}) } as unknown as DynamoDBClient;

  expect(await createReader(silent, 't').page({ pk: PK, limit: 1 })).toEqual({ items: [] });
  expect(await createReader(silent, 't').getAll([{ pk: 'a', sk: 'b' }])).toEqual([undefined]);
});

test('an attribute that is missing or of another type is named, never taken for an empty one', () => {
  const item: Item = { t: text('x'), n: number(1), j: json([1]) };

  expect(() => readText(item, 'n')).toThrow('attribute n: got nothing, expected text');
  expect(() => readNumber(item, 't')).toThrow('attribute t: got nothing, expected a number');
  expect(() => readBinary(item, 't')).toThrow('attribute t: got nothing, expected bytes');
  expect(optionalJson(item, 'j')).toEqual([1]);
  expect(optionalJson(item, 'x')).toBeUndefined();
});

test('bytes are the same only when both are there and say the same', () => {
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  for (const other of [Uint8Array.of(1, 3), Uint8Array.of(1), undefined]) {
    expect(sameBytes(Uint8Array.of(1, 2), other)).toBe(false);
  }
  expect(sameBytes(undefined, undefined)).toBe(false);
});

test('only a refused condition and a cancelled transaction are read as such', () => {
  const named = (of: string, more: object = {}) => Object.assign(new Error(of), { name: of }, more);

  expect(refusedCondition(named('ConditionalCheckFailedException'))).toEqual({});
  expect(refusedCondition(named('ConditionalCheckFailedException', { Item: { n: number(1) } }))).toEqual({
    standing: { n: { N: '1' } },
  });
  for (const other of ['x', undefined, named('ThrottlingException')]) {
    expect(refusedCondition(other)).toBeUndefined();
    expect(cancellationReasons(other)).toBeUndefined();
  }
  expect(cancellationReasons(named('TransactionCanceledException'))).toEqual([]);
});
