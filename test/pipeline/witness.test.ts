import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { binary, keyItem, number } from '#store/attributes.ts';
import { fromItem } from '#store/codecs/entry.ts';
import { entryKey, snapshotKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { s3Bucket } from '#store/witness/bucket.ts';
import { exportedDays } from '#store/witness/exported-days.ts';
import { requireOutput } from '../../tools/local/outputs.ts';
import { sendSigned } from '../../tools/local/signed.ts';
import { tableClient } from '../../tools/running/clients.ts';
import { command, deployed, helpOf, newCustomer } from '../support/deployed/stage.ts';
import { BUCKET_PROMISES } from '../support/feedback/bucket-contract.ts';

const { stage, scene } = await deployed();
process.env['AWS_ENDPOINT_URL_S3'] = stage.outputs.endpoint;
const bucket = s3Bucket(
  () => tableClient(stage).config,
  () => requireOutput(stage.outputs, 'EntriesBucketName'),
);
const TableName = requireOutput(stage.outputs, 'TableName');
/** Today by the wall: the partition in which lines arrive. */
const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

test.each(Object.entries(BUCKET_PROMISES))('the deployed bucket: %s', (promise, keeps) =>
  keeps(bucket, `deployed-${promise.length}`),
);

test('entries are remembered as they happen; a tail that is cut with its snapshot is missed by audit verify', async () => {
  const { id, record } = newCustomer('witness');
  await scene.push(record, helpOf(id));
  await scene.settled();
  const told = await scene.caseOf(id);
  const name = `CASE#${told.id}`;
  const count = told.timeline.length;
  expect(await command('audit', 'verify', name)).toMatchObject({
    exit: 0,
    json: { ok: true, entries: count, witnessedUpTo: count },
  });

  const reader = createReader(tableClient(stage), TableName);
  const [last, before, snapshot] = await reader.getAll([
    entryKey(name, count),
    entryKey(name, count - 1),
    snapshotKey('case', told.id),
  ]);
  if (before === undefined || last === undefined) throw new Error('no tail');
  const cut = { ...snapshot, v: number(count - 1), hd: binary(fromItem(before).hash) };
  await tableClient(stage).send(new PutItemCommand({ TableName, Item: cut }));
  await tableClient(stage).send(new DeleteItemCommand({ TableName, Key: keyItem(entryKey(name, count)) }));

  expect(await command('audit', 'verify', name)).toMatchObject({
    exit: 2,
    json: { ok: false, entries: count - 1, firstBad: count, witnessedUpTo: count },
  });
  for (const Item of [snapshot, last]) await tableClient(stage).send(new PutItemCommand({ TableName, Item }));
});

test('the lines that left are those of the table, and their effects run again', async () => {
  const lines = [];
  for await (const some of exportedDays(bucket).arrived([today])) lines.push(...some);
  expect(lines.length).toBeGreaterThan(3);

  const again = await command('relay', 'replay', '--prefix', `entries/dt=${today}/`);
  expect(again).toMatchObject({ exit: 0, json: { read: expect.any(Number) as number } });
  await scene.settled();
});

test('the nightly recount may do what it has to', async () => {
  const path = '/2015-03-31/functions';
  const { text } = await sendSigned(stage, { service: 'lambda', method: 'GET', path });
  const [name] = /[\w-]*RecountDay[\w-]*/u.exec(text) ?? [];

  const ran = await sendSigned(stage, {
    service: 'lambda',
    method: 'POST',
    path: `${path}/${name}/invocations`,
    body: '{}',
  });

  expect(ran).toMatchObject({ status: 200, text: 'null' });
});
