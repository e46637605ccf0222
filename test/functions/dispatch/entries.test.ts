import { beforeAll, expect, test } from 'vitest';
import { handler as advanceCase } from '../../../functions/dispatch/advance-case.lambda.ts';
import { handler as recordReceipt } from '../../../functions/dispatch/record-receipt.lambda.ts';
import { handler as relay } from '../../../functions/ledger/relay.lambda.ts';
import { handler as startSweep } from '../../../functions/ledger/start-sweep.lambda.ts';
import { handler as sweep } from '../../../functions/ledger/sweep.lambda.ts';
import { sqsEvent, sqsRecord, streamEvent } from '../../support/runtime/lambda-events.ts';

beforeAll(() => {
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
});

test.each([
  ['advance-case', advanceCase],
  ['record-receipt', recordReceipt],
  ['sweep', sweep],
] as const)('%s starts without a network, and an empty batch is a batch that is done', async (_name, handler) => {
  expect(await handler(sqsEvent())).toEqual({ batchItemFailures: [] });
});

test('the relay starts without a network, and an empty batch is a batch that is done', async () => {
  expect(await relay(streamEvent())).toEqual({ batchItemFailures: [] });
});

test('a deployment that gave a function too little fails its message and is not taken for an empty one', async () => {
  const record = sqsRecord({ a: 'CASE#c1', hops: 0 });

  expect(await advanceCase(sqsEvent(record))).toEqual({ batchItemFailures: [{ itemIdentifier: record.messageId }] });
  await expect(startSweep({ time: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'runtime.env-missing' });
});
