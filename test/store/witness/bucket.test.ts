import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { s3Bucket } from '#store/witness/bucket.ts';
import { BUCKET_PROMISES } from '../../support/feedback/bucket-contract.ts';
import { type FakeS3, startS3 } from '../../support/feedback/s3.ts';

let s3: FakeS3;
beforeAll(async () => {
  s3 = await startS3(2);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});
afterAll(() => s3.stop());

const client = new DynamoDBClient({ region: 'eu-west-2', credentials: { accessKeyId: 't', secretAccessKey: 't' } });
const bucket = s3Bucket(
  () => client.config,
  () => 'entries',
);

test.each(Object.entries(BUCKET_PROMISES))('%s', (promise, keeps) => keeps(bucket, `n${promise.length}`));

test('long lists come page by page; a name that a deletion hides is told where all that ever were are asked for', async () => {
  for (let n = 1; n <= 5; n += 1) s3.put(`entries/dt=2026-06-03/${n}&`, `line ${n}`);
  s3.remove('entries/dt=2026-06-03/3&');

  expect(await bucket.names('entries/')).toEqual([1, 2, 4, 5].map((n) => `entries/dt=2026-06-03/${n}&`));
  expect(await bucket.everNamed('entries/')).toHaveLength(5);
  expect(Buffer.from(await bucket.read('entries/dt=2026-06-03/2&')).toString()).toBe('line 2');
});
