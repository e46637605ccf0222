import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { PublishBatchCommand } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { isThrottlingError, isTransientError } from '@smithy/core/retry';
import { expect, test } from 'vitest';
import { snsSmsSender } from '#channels/sms.ts';
import { sensitive } from '#domain/sensitive.ts';
import { isPushback } from '#runtime/problem.ts';
import { startEngine } from '../../support/engine.ts';
import { answered, withAnswers } from '../machine/calls.ts';
import type { Fault } from '../machine/faults.ts';
import { effectOf } from '../machine/services.ts';
import { tableAt } from '../machine/table.ts';
import { timelineFrom } from '../machine/timeline.ts';
import { refusalOf } from '../machine/wire/wire.ts';
import { modelledServices, nothingBehind } from './modelled.ts';

/** No emulator throttles or breaks: here the model is held against AWS's API reference, errors of each service. */
const NAMES = [
  { service: 'dynamodb', throttled: 'ThrottlingException', failed: 'InternalServerError' },
  { service: 'sqs', throttled: 'RequestThrottled', failed: 'InternalFailure' },
  { service: 'sns', throttled: 'Throttling', failed: 'InternalErrorException' },
  { service: 'ses', throttled: 'TooManyRequestsException', failed: 'InternalServiceErrorException' },
  { service: 'secrets', throttled: 'ThrottlingException', failed: 'InternalServiceError' },
] as const;

const key = { pk: { S: 'CASE#1' }, sk: { S: 'SNAPSHOT' } };
const table = (fault: Fault): DynamoDBClient =>
  new DynamoDBClient({
    ...withAnswers('relay', async (call) => refusalOf(call, fault) ?? answered(200, 'application/json', '{}')),
    maxAttempts: 1,
  });

/** One call of each service, as its own client makes it. */
function callTo(service: (typeof NAMES)[number]['service'], fault: Fault): Promise<unknown> {
  const { sqs, sns, ses, secrets, topicArn } = modelledServices(fault);
  const entry = { Id: '0', Message: '{}' };
  switch (service) {
    case 'dynamodb':
      return table(fault).send(new GetItemCommand({ TableName: 't', Key: key }));
    case 'sqs':
      return sqs.send(new GetQueueAttributesCommand({ QueueUrl: 'https://aws.local/0/normal' }));
    case 'sns':
      return sns.send(new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries: [entry] }));
    case 'ses':
      return ses().then(({ client, SendEmailCommand }) => client.send(new SendEmailCommand({ Content: {} })));
    case 'secrets':
      return secrets.send(new GetSecretValueCommand({ SecretId: 'webhook' }));
  }
}

const raised = (call: Promise<unknown>): Promise<Error> =>
  call.then(
    () => new Error('got an answer'),
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
/** As the client's own retries read it. */
const asTried = ({ name, message }: Error, httpStatusCode: number) => ({
  name,
  message,
  $fault: 'client' as const,
  $metadata: { httpStatusCode },
});

test.each(NAMES)(
  '$service: a throttled call is one to the client and to the functions',
  async ({ service, throttled }) => {
    const error = await raised(callTo(service, 'throttled'));

    expect(error).toMatchObject({ name: throttled, $fault: 'client', $metadata: { httpStatusCode: 400 } });
    expect([isThrottlingError(asTried(error, 400)), isPushback(error)]).toEqual([true, true]);
  },
);

test.each(NAMES)('$service: a call that failed inside is tried again by the client', async ({ service, failed }) => {
  const error = await raised(callTo(service, 'failed'));

  expect(error).toMatchObject({ name: failed, $metadata: { httpStatusCode: 500 } });
  expect(isTransientError(asTried(error, 500))).toBe(true);
});

test.each(['throttled', 'failed'] as const)(
  'a key that cannot be had for the moment (%s) is asked for again',
  async (fault) => {
    const error = await raised(modelledServices(fault).keys.generate('dataKey'));

    expect(error).toMatchObject({ code: 'crypto.key-service-unavailable', retry: 'later' });
  },
  10_000,
);

test.each([
  ['throttled', { kind: 'NOT_SENT', retry: 'retryable' }],
  ['failed', { kind: 'IN_DOUBT' }],
  ['refused', { kind: 'NOT_SENT', retry: 'final' }],
] as const)('a text that was %s ends as its outcome says', async (fault, outcome) => {
  const sms = { to: sensitive('+8613800138000'), text: sensitive('text'), attemptId: 'a1' };

  expect(await snsSmsSender(() => modelledServices(fault).sns).send(sms)).toMatchObject(outcome);
});

test('a write that meets another is a conflict of its action, and may be tried again', async () => {
  const Put = { TableName: 't', Item: key };
  const error = await raised(
    table('conflict').send(new TransactWriteItemsCommand({ TransactItems: [{ Put }, { Put }] })),
  );

  expect(error).toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
  expect(isPushback(error)).toBe(true);
});

test('of a batch that is taken partly the first entry is, and the rest may come again', async () => {
  const { sqs, sns, topicArn } = modelledServices('partly');
  const notice = JSON.stringify({ id: 'n1', type: 'case.opened', time: '', data: {} });
  const two = ['0', '1'];
  const queued = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: 'https://aws.local/0/normal',
      Entries: two.map((Id) => ({ Id, MessageBody: '{}' })),
    }),
  );
  const published = await sns.send(
    new PublishBatchCommand({
      TopicArn: topicArn,
      PublishBatchRequestEntries: two.map((Id) => ({ Id, Message: notice })),
    }),
  );

  for (const { Successful, Failed } of [queued, published]) {
    expect(Successful).toMatchObject([{ Id: '0' }]);
    expect(Failed).toMatchObject([{ Id: '1', Code: 'InternalError', SenderFault: false }]);
  }
});

test('of items asked for together the first is read, and the others are left for later by their keys', async () => {
  const engine = await startEngine();
  const asked = tableAt(engine.endpoint);
  const db = new DynamoDBClient(
    withAnswers('relay', (call) => effectOf(call, { ...nothingBehind(timelineFrom(0)), table: asked }, true)),
  );
  const keys = ['SNAPSHOT', 'TASK#1', 'TASK#2'].map((sk) => ({ pk: { S: 'CASE#1' }, sk: { S: sk } }));
  const together = (name: string) =>
    db.send(new BatchGetItemCommand({ RequestItems: { [name]: { Keys: keys, ConsistentRead: true } } }));
  try {
    for (const Item of keys) await engine.client.send(new PutItemCommand({ TableName: engine.tableName, Item }));

    const { Responses, UnprocessedKeys } = await together(engine.tableName);

    expect(Responses).toEqual({ [engine.tableName]: keys.slice(0, 1) });
    expect(UnprocessedKeys).toEqual({ [engine.tableName]: { Keys: keys.slice(1), ConsistentRead: true } });
    await expect(together('nowhere')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  } finally {
    asked.close();
    await engine.stop();
  }
});
