import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { keyCalls } from '#store/vault/key-calls.ts';
import { kmsKeyService } from '#store/vault/key-service.ts';
import { type KmsAnswer, type KmsCall, startKms } from '../../support/table/kms.ts';

const PLAIN = new Uint8Array(32).fill(7);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serviceThat(answer: (call: KmsCall) => KmsAnswer) {
  const kms = await startKms(answer);
  stops.push(kms.stop);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_KMS: kms.endpoint,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_MAX_ATTEMPTS: '1',
  });
  return {
    service: kmsKeyService(
      () => 'key-1',
      keyCalls(() => new DynamoDBClient({}).config),
    ),
    calls: kms.calls,
  };
}

test('a secret is made and unwrapped under its own name and no other', async () => {
  const { service, calls } = await serviceThat(({ target }) => ({
    body:
      target === 'Decrypt' ? { Plaintext: base64(PLAIN) } : { Plaintext: base64(PLAIN), CiphertextBlob: 'd3JhcA==' },
  }));

  const made = await service.generate('dataKey');
  const opened = await service.unwrap('lookupSecret', made.wrapped);

  expect([made.plain, opened]).toEqual([PLAIN, PLAIN]);
  expect(Buffer.from(made.wrapped).toString()).toBe('wrap');
  expect(calls).toEqual([
    {
      target: 'GenerateDataKey',
      input: { KeyId: 'key-1', NumberOfBytes: 32, EncryptionContext: { liaison: 'data-key' } },
    },
    {
      target: 'Decrypt',
      input: { KeyId: 'key-1', CiphertextBlob: 'd3JhcA==', EncryptionContext: { liaison: 'lookup-secret' } },
    },
  ]);
});

test('a service that pushes back is asked again later; a missing permission is said as it is', async () => {
  const { service } = await serviceThat(({ target }) => ({
    error: target === 'Decrypt' ? 'ThrottlingException' : 'AccessDeniedException',
  }));

  await expect(service.unwrap('dataKey', PLAIN)).rejects.toMatchObject({
    code: 'crypto.key-service-unavailable',
    retry: 'later',
  });
  await expect(service.generate('dataKey')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('an answer without a key is no key', async () => {
  const { service } = await serviceThat(() => ({ body: {} }));

  await expect(service.unwrap('dataKey', PLAIN)).rejects.toThrow('crypto.key-service-unavailable');
});
