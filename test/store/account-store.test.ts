import { DynamoDBClient, type PutItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountId } from '#domain/ids.ts';
import { accountPut, accountStands, createAccountStore } from '#store/account-store.ts';
import { keyItem } from '#store/attributes.ts';
import * as codec from '#store/codecs/account.ts';
import { packer } from '#store/codecs/packed.ts';
import { accountKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { accountOf, anyAccount, fullAccount } from '../support/accounts.ts';
import { NOON } from '../support/cases.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { itemSize } from '../support/table/item-size.ts';
import { meterUnits } from '../support/table/units.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const storeOn = (client: DynamoDBClient) =>
  createAccountStore(createReader(client, engine.tableName), client, engine.tableName);
const store = () => storeOn(engine.client);
const asRead = (account: Parameters<typeof codec.toItem>[0]) =>
  codec.fromItem({ ...codec.toItem(account), ...keyItem(accountKey(account.id)) });

test('an account reads back as it was written, whatever it holds', () => {
  fc.assert(
    fc.property(anyAccount, (account) => {
      expect(asRead(account)).toEqual(account);
    }),
  );
});

test('an account of another schema is refused, never read as an empty one', () => {
  const item = { ...codec.toItem(accountOf()), ...keyItem(accountKey('a1')), d: { B: Uint8Array.of(9, 0) } };

  expect(() => codec.fromItem(item)).toThrow('account schema: got 9');
});

test('an account of the first form reads back, with what is pending', () => {
  const first = packer();
  first.count(1);
  first.flags(false, true, false, false, false, true);
  first.text('u1');
  first.signed(700);
  first.text('CNY');
  first.signed(NOON);
  first.count(2);
  first.word(5);
  first.signed(700);
  first.signed(0);
  first.count(0);
  first.count(0);
  first.bytes(new Uint8Array());
  first.count(0);
  first.count(1);
  first.word(6);
  const item = { ...codec.toItem(accountOf()), ...keyItem(accountKey('a1')), d: { B: first.done() } };

  const pending = { sum: { minor: 700, currency: 'CNY' }, at: NOON, open: [{ ref: 5, minor: 700, at: NOON }] };
  expect(codec.fromItem(item)).toEqual(accountOf({ pending }));
});

test('AP-10: the fullest legal account stays within 1,024 bytes', () => {
  const item = { ...codec.toItem(fullAccount), ...keyItem(accountKey(fullAccount.id)), f: { B: new Uint8Array(4) } };

  expect(asRead(fullAccount)).toEqual(fullAccount);
  expect(itemSize(item)).toBeLessThanOrEqual(1_024);
});

test('AP-10, AP-11: a normal event costs one read of one unit and one write unit', async () => {
  const client = new DynamoDBClient({ endpoint: engine.endpoint });
  const meter = meterUnits(client);
  const metered = storeOn(client);

  const first = await meter.of(() => metered.write(undefined, fullAccount));
  const read = await meter.of(() => metered.load(fullAccount.id));
  const second = await meter.of(() => metered.write(read.result, { ...fullAccount, gaps: 1 }));

  expect(first).toEqual({ result: 'written', units: { reads: 0, writes: 1, requests: 1 } });
  expect(read.units).toEqual({ reads: 1, writes: 0, requests: 1 });
  expect(second).toEqual({ result: 'written', units: { reads: 0, writes: 1, requests: 1 } });
  client.destroy();
});

test('AP-10: an account nobody spoke about is undefined', async () => {
  expect(await store().load('nobody')).toBeUndefined();
});

test('AP-11: of two events that read the same state one is written, the other is told that it is stale', async () => {
  const account = accountOf({ id: accountId('race') });
  await store().write(undefined, account);
  const before = await store().load('race');
  if (before === undefined) throw new Error('not stored');

  const results = await Promise.all([1, 2].map((gaps) => store().write(before, { ...before, gaps })));

  expect(results.toSorted()).toEqual(['stale', 'written']);
  expect((await store().load('race'))?.version).toBe(2);
  expect(await store().write(undefined, account)).toBe('stale');
  expect(await store().write(before, account)).toBe('stale');
});

test('AP-11: a write whose answer was lost is recognised as our own when the client repeats it', async () => {
  const twice = (async (command: PutItemCommand) => {
    await engine.client.send(command);
    return engine.client.send(command);
  }) as unknown as DynamoDBClient['send'];
  const account = accountOf({ id: accountId('twice') });

  expect(await storeOn({ send: twice } as DynamoDBClient).write(undefined, account)).toBe('written');
});

test('a change beside aggregates obeys the same lock, and a claim rests on the reason alone', async () => {
  const ledger = ledgerOn(engine);
  const account = accountOf({ id: accountId('beside'), reasonVersion: 3 });

  expect(await ledger.commit({ advances: [], also: [accountPut(undefined, account)] })).toEqual({ kind: 'committed' });
  expect(await ledger.commit({ advances: [], also: [accountPut(undefined, account)] })).toMatchObject({
    kind: 'stale',
  });
  expect(await ledger.commit({ advances: [], also: [accountStands('beside', 3)] })).toEqual({ kind: 'committed' });
  expect(await ledger.commit({ advances: [], also: [accountStands('beside', 2)] })).toMatchObject({ kind: 'stale' });
  expect(await ledger.commit({ advances: [], also: [accountStands('nobody', 3)] })).toMatchObject({ kind: 'stale' });
});
