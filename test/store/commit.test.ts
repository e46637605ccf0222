import {
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyItem, number } from '#store/attributes.ts';
import { caseChange } from '#store/case-store.ts';
import { snapshotKey } from '#store/keys.ts';
import { type Advance, createLedger, type Ledger, type Op } from '#store/ledger.ts';
import { NOON, openedCase } from '../support/cases.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { ledgerOn } from '../support/ledgers.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const FENCE = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);

/** A ledger, what it asks of the table, and how long it pauses; `answer` stands in for the engine. */
function watched(answer?: () => Promise<unknown>) {
  const written: TransactWriteItemsCommandInput[] = [];
  const read: GetItemCommandInput[] = [];
  const pauses: number[] = [];
  const send = (command: object): Promise<unknown> => {
    if (command instanceof GetItemCommand) read.push(command.input);
    if (!(command instanceof TransactWriteItemsCommand)) return engine.client.send(command as never);
    written.push(command.input);
    return answer === undefined ? engine.client.send(command) : answer();
  };
  const ledger: Ledger = createLedger({
    db: { send } as unknown as DynamoDBClient,
    tableName: engine.tableName,
    fence: () => FENCE,
    sleep: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
    jitter: () => 0.25,
  });
  return { ledger, written, read, pauses };
}

const cancelled = (...codes: readonly string[]): Error =>
  Object.assign(new Error('cancelled'), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

const opening = (id: string): Advance =>
  caseChange(undefined, {
    next: openedCase({ id }),
    entry: { type: 'case.opened', actor: { kind: 'system', name: 'test' }, at: NOON, facts: { id }, effects: [] },
    tasks: [],
  }).advance;
const absent = (count: number): readonly Op[] =>
  Array.from({ length: count }, (_, at) => ({
    op: 'check',
    key: { pk: `SYS#absent-${at}`, sk: 'x' },
    condition: { exists: false },
  }));

test('a conflict is waited out twice as long each time, by half the time and a share of chance', async () => {
  const { ledger, pauses } = watched(() => Promise.reject(cancelled('TransactionConflict', 'None')));

  await expect(ledger.commit({ advances: [opening('busy')] })).rejects.toMatchObject({
    code: 'store.conflict',
    facts: { tries: 5 },
  });
  expect(pauses).toEqual([30, 60, 120, 240]);
});

test('every try of one commit bears the same token, made of its fence', async () => {
  let tries = 0;
  const { ledger, written } = watched(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(cancelled('TransactionConflict')) : Promise.resolve({});
  });
  await ledger.commit({ advances: [opening('token')] });

  expect(written.map(({ TransactItems }) => TransactItems?.length)).toEqual([2, 2]);
  const token = '01020304050607080000000000000000';
  expect(written.map(({ ClientRequestToken }) => ClientRequestToken)).toEqual([token, token]);
});

test('a hundred actions go into one change, one more does not', async () => {
  const { ledger, written } = watched();

  expect(await ledger.commit({ advances: [opening('hundred')], also: absent(98) })).toEqual({ kind: 'committed' });
  await expect(ledger.commit({ advances: [opening('more')], also: absent(99) })).rejects.toThrow('got 1 aggregates');
  expect(written.map(({ TransactItems }) => TransactItems?.length)).toEqual([100]);
});

test('of several aggregates and conditions those that failed are named, each once, by their place', async () => {
  await ledgerOn(engine).commit({ advances: [opening('known')] });
  const there = (at: number): Op => ({ op: 'check', key: { pk: `SYS#there-${at}`, sk: 'x' }, condition: {} });
  const advances = [opening('new'), opening('known'), opening('newer')];

  const result = await ledgerOn(engine).commit({ advances, also: [there(0), ...absent(1), there(1)] });

  expect(result).toMatchObject({
    kind: 'stale',
    failed: [{ at: 1, item: { v: { N: '1' } } }, { at: 3 }, { at: 5 }],
  });
});

test('a condition that failed counts before a conflict beside it', async () => {
  const { ledger } = watched(() => Promise.reject(cancelled('TransactionConflict', 'ConditionalCheckFailed')));

  expect(await ledger.commit({ advances: [opening('both')] })).toStrictEqual({ kind: 'stale', failed: [{ at: 0 }] });
});

test('what became of a lost answer is asked of the first snapshot as it stands now', async () => {
  const { ledger, read } = watched(() => Promise.reject(new RangeError('lost')));

  await expect(ledger.commit({ advances: [opening('first'), opening('second')] })).rejects.toThrow('lost');
  expect(read).toEqual([
    { TableName: engine.tableName, Key: keyItem(snapshotKey('case', 'first')), ConsistentRead: true },
  ]);
});

test('what is thrown and is no error at all is thrown on', async () => {
  // oxlint-disable-next-line prefer-promise-reject-errors -- what a foreign client may do
  const { ledger } = watched(() => Promise.reject('odd'));

  await expect(ledger.commit({ advances: [opening('odd')] })).rejects.toBe('odd');
});

test('a snapshot goes where its version and its guard still hold, an entry where none is', async () => {
  const { ledger, written } = watched(() => Promise.resolve({}));
  await ledger.commit({ advances: [{ ...opening('guarded'), guard: { n: number(3) } }] });

  const [snapshot, entry] = written[0]?.TransactItems ?? [];
  const { Item: _, ...asked } = snapshot?.Put ?? {};
  const { Item: __, ...askedOfEntry } = entry?.Put ?? {};
  const asIs = { TableName: engine.tableName, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
  expect(asked).toStrictEqual({
    ...asIs,
    ConditionExpression: '#c0 = :c0 AND attribute_not_exists(#c1)',
    ExpressionAttributeNames: { '#c0': 'n', '#c1': 'v' },
    ExpressionAttributeValues: { ':c0': { N: '3' } },
  });
  expect(askedOfEntry).toStrictEqual({ ...asIs, ConditionExpression: 'attribute_not_exists(pk)' });
});

test('a put goes into the table it names, and a condition names only what it needs', async () => {
  const { ledger, written } = watched(() => Promise.resolve({}));
  const key = { pk: 'SYS#x', sk: 'y' };
  await ledger.commit({
    advances: [],
    also: [
      { op: 'put', key, item: {}, table: 'other' },
      { op: 'check', key, condition: { exists: true, equals: { gone: undefined } } },
      { op: 'set', key, set: { n: number(1), m: number(2) }, condition: { equals: { n: number(0), gone: undefined } } },
    ],
  });

  const Key = { pk: { S: 'SYS#x' }, sk: { S: 'y' } };
  const TableName = engine.tableName;
  expect(written[0]?.TransactItems).toStrictEqual([
    { Put: { TableName: 'other', Item: Key } },
    {
      ConditionCheck: {
        TableName,
        Key,
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#c0)',
        ExpressionAttributeNames: { '#c0': 'gone' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    {
      Update: {
        TableName,
        Key,
        ConditionExpression: '#c0 = :c0 AND attribute_not_exists(#c1)',
        UpdateExpression: 'SET #s0 = :s0, #s1 = :s1',
        ExpressionAttributeNames: { '#c0': 'n', '#c1': 'gone', '#s0': 'n', '#s1': 'm' },
        ExpressionAttributeValues: { ':c0': { N: '0' }, ':s0': { N: '1' }, ':s1': { N: '2' } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
  ]);
});
