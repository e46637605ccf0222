import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyItem } from '#store/attributes.ts';
import { fromItem } from '#store/codecs/entry.ts';
import { aggregateName, entryKey, snapshotKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { s3Bucket } from '#store/witness/bucket.ts';
import { createWitness } from '#store/witness/witness.ts';
import { openedCase } from '../../../support/cases.ts';
import { consoleOn, recordsOn } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { type FakeS3, startS3 } from '../../../support/feedback/s3.ts';

let engine: Engine;
let s3: FakeS3;
let api: ReturnType<typeof consoleOn>;
beforeAll(async () => {
  [engine, s3] = await Promise.all([startEngine(), startS3()]);
  process.env['AWS_ENDPOINT_URL_S3'] = s3.endpoint;
  api = consoleOn(engine, { entriesBucket: 'entries' });
});
afterAll(async () => {
  s3.stop();
  await engine.stop();
});

const verify = (aggregateId: string) =>
  api.ask('GET /v1/audit/{aggregateId}/verify', { aggregateId }, { as: { role: 'privacy' } });

test('verifying tells up to where the witness agrees, and misses what was taken out of the table', async () => {
  const records = recordsOn(engine, api.vault);
  await records.customer();
  await records.opened(openedCase({ id: 'wit1' }));
  expect((await verify('CASE#wit1')).body).toEqual({ ok: true, entries: 1, witnessedUpTo: 0 });

  const reader = createReader(engine.client, engine.tableName);
  const place = entryKey(aggregateName('case', 'wit1'), 1);
  const entry = await reader.get(place);
  const bucket = s3Bucket(
    () => engine.client.config,
    () => 'entries',
  );
  await createWitness(bucket).remember(entry === undefined ? [] : [fromItem(entry)]);
  expect((await verify('wit1')).body).toEqual({ ok: true, entries: 1, witnessedUpTo: 1 });

  for (const key of [place, snapshotKey('case', 'wit1')])
    await engine.client.send(new DeleteItemCommand({ TableName: engine.tableName, Key: keyItem(key) }));
  expect((await verify('wit1')).body).toEqual({ ok: false, entries: 0, firstBad: 1, witnessedUpTo: 1 });
});
