import { type DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeStep } from '#domain/case/step.ts';
import type { Transition } from '#domain/case/transition.ts';
import { number, text } from '#store/attributes.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import { entryHash } from '#store/codecs/entry.ts';
import { snapshotKey } from '#store/keys.ts';
import { createLedger, headAfter, type Ledger } from '#store/ledger.ts';
import { createReader } from '#store/reader.ts';
import { claimOf, moved, NOON, openedCase } from '../support/cases.ts';
import { type Engine, startEngine } from '../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let fences = 0;
const ledgerOn = (db: DynamoDBClient): Ledger =>
  createLedger({
    db,
    tableName: engine.tableName,
    fence: () => Uint8Array.from([0, 0, 0, 0, 0, 0, 0, (fences += 1)]),
    sleep: () => Promise.resolve(),
    jitter: () => 0,
  });
const store = () => createCaseStore(createReader(engine.client, engine.tableName));

const opening = (id: string): Transition => ({
  next: openedCase({ id }),
  entry: { type: 'case.opened', actor: { kind: 'system', name: 'test' }, at: NOON, facts: { id }, effects: [] },
  tasks: [],
});
const claiming = (from: Parameters<typeof takeStep>[0]): Transition =>
  moved(takeStep(from, { position: { step: 1, round: 0 }, skipped: [], then: claimOf() }, NOON));

async function commitOpening(id: string, ledger = ledgerOn(engine.client)) {
  const { advance, also } = caseChange(undefined, opening(id));
  return ledger.commit({ advances: [advance], also });
}

/** A client whose next transaction is answered by `answer` instead of, or after, the engine. */
function clientThat(answer: (send: () => Promise<unknown>, call: number) => Promise<unknown>): DynamoDBClient {
  let call = 0;
  const send = (command: never): Promise<unknown> => {
    const real = (): Promise<unknown> => engine.client.send(command);
    if (!((command as object) instanceof TransactWriteItemsCommand)) return real();
    call += 1;
    return answer(real, call);
  };
  return { send } as unknown as DynamoDBClient;
}

test('snapshot and entry are written together, and the chain of hashes holds', async () => {
  await commitOpening('chain');
  const opened = await store().load('chain');
  if (opened === undefined) throw new Error('not stored');
  const { advance, also } = caseChange(opened, claiming(opened.state));
  await ledgerOn(engine.client).commit({ advances: [advance], also });

  const whole = await store().whole('chain');

  expect(whole?.entries.map((entry) => [entry.seq, entry.type])).toEqual([
    [1, 'case.opened'],
    [2, 'contact.claimed'],
  ]);
  expect(whole?.entries[1]?.previous).toEqual(whole?.entries[0]?.hash);
  expect(whole?.stored.head).toEqual(whole?.entries[1]?.hash);
  for (const { hash, ...entry } of whole?.entries ?? []) expect(entryHash(entry)).toEqual(hash);
});

test('whoever won a change knows what stands without reading it: state and head', async () => {
  await commitOpening('won');
  const opened = await store().load('won');
  if (opened === undefined) throw new Error('not stored');
  const claimed = claiming(opened.state);
  const { advance, also } = caseChange(opened, claimed, Uint8Array.of(7));
  await ledgerOn(engine.client).commit({ advances: [advance], also });

  expect(await store().load('won')).toEqual({ state: claimed.next, head: headAfter(advance) });
});

test('a stale writer is told which of its facts moved, and nothing of its change stands', async () => {
  await commitOpening('stale');
  const opened = await store().load('stale');
  if (opened === undefined) throw new Error('not stored');
  const change = caseChange(opened, claiming(opened.state));
  await ledgerOn(engine.client).commit({ advances: [change.advance], also: change.also });

  const second = await ledgerOn(engine.client).commit({ advances: [change.advance], also: change.also });

  expect(second).toMatchObject({ kind: 'stale', failed: [{ at: 0 }] });
  expect((await store().whole('stale'))?.entries).toHaveLength(2);
});

test('AP-24: a condition on another item stops the whole change', async () => {
  const key = { pk: 'ACC#x', sk: 'STATE' };
  await engine.client.send(
    new PutItemCommand({ TableName: engine.tableName, Item: { pk: text(key.pk), sk: text(key.sk), rv: number(4) } }),
  );
  const { advance } = caseChange(undefined, opening('conditioned'));

  const result = await ledgerOn(engine.client).commit({
    advances: [advance],
    also: [{ op: 'check', key, condition: { equals: { rv: number(3) } } }],
  });

  expect(result).toMatchObject({ kind: 'stale', failed: [{ at: 1, item: { rv: { N: '4' } } }] });
  expect(await store().load('conditioned')).toBeUndefined();
});

test('a commit whose answer was lost is recognised as our own by its fence', async () => {
  const lost = clientThat(async (send) => {
    await send();
    throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
  });

  expect(await commitOpening('lost', ledgerOn(lost))).toEqual({ kind: 'committed' });
  expect((await store().whole('lost'))?.entries).toHaveLength(1);
});

test('a commit that never reached the table is an error, not a success', async () => {
  const cut = clientThat(() => Promise.reject(Object.assign(new Error('connect'), { name: 'TimeoutError' })));

  await expect(commitOpening('cut', ledgerOn(cut))).rejects.toThrow('connect');
  expect(await store().load('cut')).toBeUndefined();
});

test('a condition that failed on our own earlier write counts as committed', async () => {
  const repeated = clientThat(async (send) => {
    await send();
    const item = { ...snapshotKey('case', 'own'), fe: { B: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, fences]) } };
    throw Object.assign(new Error('cancelled'), {
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: item }, { Code: 'None' }],
    });
  });

  expect(await commitOpening('own', ledgerOn(repeated))).toEqual({ kind: 'committed' });
});

test('a conflict with another transaction is retried inside the commit, five times at most', async () => {
  const conflict = Object.assign(new Error('conflict'), {
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
  let calls = 0;
  const twice = clientThat((send, call) => {
    calls = call;
    return call <= 2 ? Promise.reject(conflict) : send();
  });
  const forever = clientThat((_send, call) => {
    calls = call;
    return Promise.reject(conflict);
  });

  expect(await commitOpening('conflict', ledgerOn(twice))).toEqual({ kind: 'committed' });
  expect(calls).toBe(3);
  await expect(commitOpening('conflicts', ledgerOn(forever))).rejects.toMatchObject({ code: 'store.conflict' });
  expect(calls).toBe(5);
});

test('refuses more than four aggregates in one change', async () => {
  const advances = ['a', 'b', 'c', 'd', 'e'].map((id) => caseChange(undefined, opening(`many-${id}`)).advance);

  await expect(ledgerOn(engine.client).commit({ advances })).rejects.toThrow('at most 4');
});

test('writes, sets and checks beside the aggregates stand or fall together', async () => {
  const place = (sk: string) => ({ pk: 'SYS#beside', sk });
  const ledger = ledgerOn(engine.client);
  const made = await ledger.commit({
    advances: [],
    also: [
      { op: 'put', key: place('a'), item: { n: number(1) } },
      { op: 'put', key: place('b'), item: { n: number(1) }, condition: { exists: false } },
    ],
  });
  const changed = await ledger.commit({
    advances: [],
    also: [
      { op: 'set', key: place('a'), set: { n: number(2), m: text('x') }, condition: { equals: { n: number(1) } } },
      { op: 'put', key: place('b'), item: { n: number(3) }, condition: { exists: true } },
    ],
  });
  const refused = await ledger.commit({
    advances: [],
    also: [
      { op: 'set', key: place('a'), set: { n: number(9) }, condition: { equals: { n: number(2), gone: undefined } } },
      { op: 'put', key: place('b'), item: { n: number(9) }, condition: { exists: false } },
    ],
  });

  expect([made.kind, changed.kind]).toEqual(['committed', 'committed']);
  expect(refused).toMatchObject({ kind: 'stale', failed: [{ at: 1 }] });
  const reader = createReader(engine.client, engine.tableName);
  expect(await reader.get(place('a'))).toMatchObject({ n: { N: '2' }, m: { S: 'x' } });
  expect(await reader.get(place('b'))).toMatchObject({ n: { N: '3' } });
});

test('a check without terms means that the item is there', async () => {
  const check = { op: 'check', key: { pk: 'SYS#none', sk: 'x' }, condition: {} } as const;

  expect(await ledgerOn(engine.client).commit({ advances: [], also: [check] })).toMatchObject({ kind: 'stale' });
});

test('a transaction that is still under way elsewhere is waited for', async () => {
  const underWay = clientThat((send, call) =>
    call === 1
      ? Promise.reject(Object.assign(new Error('in progress'), { name: 'TransactionInProgressException' }))
      : send(),
  );

  expect(await commitOpening('under-way', ledgerOn(underWay))).toEqual({ kind: 'committed' });
});

test('a transaction cancelled for another reason is an error as it is', async () => {
  const throttled = clientThat(() =>
    Promise.reject(
      Object.assign(new Error('throttled'), {
        name: 'TransactionCanceledException',
        CancellationReasons: [{ Code: 'ThrottlingError' }, { Code: 'None' }],
      }),
    ),
  );
  const silent = clientThat(() =>
    Promise.reject(Object.assign(new Error('silent'), { name: 'TransactionCanceledException' })),
  );

  await expect(commitOpening('throttled', ledgerOn(throttled))).rejects.toThrow('throttled');
  await expect(commitOpening('silent', ledgerOn(silent))).rejects.toThrow('silent');
});

test('a write without aggregates whose answer was lost is an error: nothing of it tells whose it was', async () => {
  const lost = clientThat(async (send) => {
    await send();
    throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
  });
  const also = [{ op: 'put', key: { pk: 'SYS#lost', sk: 'x' }, item: { n: number(1) } }] as const;

  await expect(ledgerOn(lost).commit({ advances: [], also })).rejects.toThrow('socket hang up');
});

test('four aggregates move in one change, and an error nobody foresaw is thrown on', async () => {
  const advances = ['f1', 'f2', 'f3', 'f4'].map((id) => caseChange(undefined, opening(id), Uint8Array.of(1)).advance);
  const odd = clientThat(() => Promise.reject(new RangeError('odd')));

  expect(await ledgerOn(engine.client).commit({ advances })).toEqual({ kind: 'committed' });
  expect((await store().whole('f4'))?.entries[0]?.sealed).toEqual(Uint8Array.of(1));
  await expect(commitOpening('odd', ledgerOn(odd))).rejects.toThrow('odd');
});
