import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binary, keyItem, number } from '#store/attributes.ts';
import { createAudit } from '#store/audit.ts';
import { type Entry, fromItem, toItem } from '#store/codecs/entry.ts';
import { entryKey, snapshotKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { s3Bucket } from '#store/witness/bucket.ts';
import { createWitness } from '#store/witness/witness.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { chainOf } from '../../support/feedback/chains.ts';
import { type FakeS3, startS3 } from '../../support/feedback/s3.ts';

let engine: Engine;
let s3: FakeS3;
beforeAll(async () => {
  [engine, s3] = await Promise.all([startEngine(), startS3()]);
  process.env['AWS_ENDPOINT_URL_S3'] = s3.endpoint;
});
afterAll(async () => {
  s3.stop();
  await engine.stop();
});

const witness = () =>
  createWitness(
    s3Bucket(
      () => engine.client.config,
      () => 'entries',
    ),
  );
const reader = () => createReader(engine.client, engine.tableName);
const verify = (id: string) => createAudit(reader(), witness()).verify('case', id);

/** The table says this of the case, from its first entry to its snapshot: as nobody could but who writes the table. */
async function say(id: string, entries: readonly Entry[]): Promise<void> {
  const TableName = engine.tableName;
  for (const entry of entries) await engine.client.send(new PutItemCommand({ TableName, Item: toItem(entry) }));
  const Item = {
    ...keyItem(snapshotKey('case', id)),
    v: number(entries.length),
    hd: binary(entries.at(-1)?.hash ?? new Uint8Array()),
  };
  await engine.client.send(new PutItemCommand({ TableName, Item }));
}
const cut = (id: string, seq: number) =>
  engine.client.send(new DeleteItemCommand({ TableName: engine.tableName, Key: keyItem(entryKey(`CASE#${id}`, seq)) }));

test('a record that nobody touched is whole, and says up to where it is remembered elsewhere', async () => {
  const entries = chainOf('CASE#w1', 5);
  await say('w1', entries);
  expect(await verify('w1')).toEqual({ ok: true, entries: 5, witnessedUpTo: 0 });

  await witness().remember(entries.slice(0, 4));
  expect(await verify('w1')).toEqual({ ok: true, entries: 5, witnessedUpTo: 4 });
});

test('a tail that was cut together with its snapshot is found', async () => {
  const entries = chainOf('CASE#w2', 5);
  await witness().remember(entries);
  await say('w2', entries);
  await say('w2', entries.slice(0, 3));
  for (const seq of [4, 5]) await cut('w2', seq);

  expect(await createAudit(reader()).verify('case', 'w2')).toEqual({ ok: true, entries: 3 });
  expect(await verify('w2')).toEqual({ ok: false, entries: 3, firstBad: 4, witnessedUpTo: 5 });
});

test('a chain that was written anew throughout is found at the first entry that says something else', async () => {
  const entries = chainOf('CASE#w3', 5);
  await witness().remember(entries);
  await say('w3', chainOf('CASE#w3', 5, 'said later'));

  expect(await createAudit(reader()).verify('case', 'w3')).toEqual({ ok: true, entries: 5 });
  expect(await verify('w3')).toEqual({ ok: false, entries: 5, firstBad: 1, witnessedUpTo: 5 });
});

test('what was forged is not made true by telling the witness too, nor by deleting what it remembers', async () => {
  const entries = chainOf('CASE#w4', 3);
  const forged = chainOf('CASE#w4', 3, 'said later');
  await witness().remember(entries);
  for (const name of s3.asked.filter((one) => one.startsWith('PUT heads/'))) s3.remove(name.slice('PUT '.length));
  await witness().remember(forged);
  await say('w4', forged);

  expect(await verify('w4')).toMatchObject({ ok: false, firstBad: 1 });
});

test('an aggregate that was removed as a whole is missed', async () => {
  await witness().remember(chainOf('CASE#w5', 2));

  expect(await verify('w5')).toEqual({ ok: false, entries: 0, firstBad: 1, witnessedUpTo: 2 });
  expect(await verify('never')).toBeUndefined();
});

test('of what the chain shows and what the witness remembers the earlier is named', async () => {
  const TableName = engine.tableName;
  const [first, second, ...rest] = chainOf('CASE#w8', 5);
  if (first === undefined || second === undefined) throw new Error('no chain');
  await witness().remember(chainOf('CASE#w8', 6));
  await say('w8', [first, { ...second, facts: { word: 'altered' } }, ...rest]);
  await witness().remember(chainOf('CASE#w9', 5));
  await say('w9', chainOf('CASE#w9', 5, 'said later'));
  await engine.client.send(
    new PutItemCommand({ TableName, Item: { ...keyItem(snapshotKey('case', 'w9')), v: number(9) } }),
  );

  expect(await verify('w8')).toMatchObject({ ok: false, firstBad: 2 });
  expect(await verify('w9')).toMatchObject({ ok: false, firstBad: 1 });
});

test('one question tells all there is to an aggregate, and nothing is read', async () => {
  await witness().remember(chainOf('CASE#w6', 40));
  const before = s3.asked.length;

  expect(await witness().heads('CASE#w6')).toHaveLength(40);
  expect(s3.asked.slice(before)).toEqual(['GET prefix versions']);
});

test('what stands in the table is what was remembered', async () => {
  const [first] = chainOf('CASE#w7', 1);
  await say('w7', chainOf('CASE#w7', 1));
  const stored = await reader().get(entryKey('CASE#w7', 1));

  expect(stored === undefined ? undefined : fromItem(stored)).toEqual(first);
});
