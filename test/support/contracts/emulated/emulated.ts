import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PublishCommand } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { deadLettersOf } from '#channels/dead-letters.ts';
import { loadSes } from '#channels/mail.ts';
import { ENTRY_PREFIX, TABLE } from '#store/table.contract.ts';
import { keyCalls } from '#store/vault/key-calls.ts';
import { kmsKeyService } from '#store/vault/key-service.ts';
import { clientConfig } from '../../../../tools/local/client.ts';
import { queueClient, tableClient, topicClient } from '../../../../tools/running/clients.ts';
import { readHanded, readTexts } from '../../../../tools/running/handed.ts';
import type { OpenQueue } from '../queue-contract.ts';
import { type ContractServices, MAIL } from '../service-contract.ts';
import type { OpenStream, Read } from '../stream-contract.ts';
import type { Told } from './door.ts';
import type { Emulator } from './emulator.ts';

/** As short as a busy machine permits: every time-out of a rule is waited for. */
const VISIBILITY_SECONDS = 2;
const RECEIVES = 5;
const arnOf = (resource: string): object => ({ 'Fn::GetAtt': [resource, 'Arn'] });
const addressOf = (queue: string): string => `https://sqs.local/000000000000/${queue}`;

let last = 0;
const fresh = (what: string): string => `contract-${what}-${(last += 1)}`;

/** A queue of the emulator's own with its mapping, as lib/constructs/work-queue.ts sets them up, but for the time-out. */
export const emulatedQueue =
  (emulator: Emulator): OpenQueue =>
  async (consume) => {
    const name = fresh('queue');
    const client = queueClient(emulator.stage);
    const RedrivePolicy = { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: RECEIVES };
    await emulator.make(name, {
      Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: `${name}-dead` } },
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: { QueueName: name, VisibilityTimeout: VISIBILITY_SECONDS, RedrivePolicy },
      },
      ...(consume === undefined
        ? {}
        : {
            Function: {
              Type: 'AWS::Lambda::Function',
              Properties: emulator.functionFor(name, (event) => consume((event as SQSEvent).Records, Date.now())),
            },
          }),
    });
    if (consume !== undefined) {
      // Its process is there before the first message: a start on a busy machine may last longer than the time-out.
      await emulator.warm(name);
      const EventSourceArn = `arn:aws:sqs:${emulator.stage.outputs.region}:000000000000:${name}`;
      const Properties = {
        FunctionName: name,
        EventSourceArn,
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      };
      await emulator.make(`${name}-mapping`, { Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties } });
    }
    return {
      client,
      url: addressOf(name),
      visibilityMs: VISIBILITY_SECONDS * 1_000,
      now: Date.now,
      pass: (ms) => sleep(ms),
      dead: () => lookInto(client, addressOf(`${name}-dead`)),
      redrive: () => redrive(client, name),
    };
  };

/** Looks without hiding anything. */
async function lookInto(client: SQSClient, QueueUrl: string) {
  const look = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 });
  const { Messages = [] } = await client.send(look);
  return Messages.map(({ MessageId = '', Body = '' }) => ({ id: MessageId, body: Body }));
}

/** As the product brings dead letters back; the emulator knows no StartMessageMoveTask. */
async function redrive(client: SQSClient, name: string): Promise<number> {
  const { take, send, remove } = deadLettersOf(() => client);
  const letters = await take(addressOf(`${name}-dead`), 10);
  const refused = await send(
    addressOf(name),
    letters.map(({ body }) => body),
  );
  const moved = letters.filter((_letter, at) => !refused.includes(at));
  await remove(
    addressOf(`${name}-dead`),
    moved.map(({ receipt }) => receipt),
  );
  return moved.length;
}

/** A table of the emulator's own with its mappings, as lib/constructs/stream-reader.ts sets them up. */
export const emulatedStream =
  (emulator: Emulator): OpenStream =>
  async (...reads) => {
    const name = fresh('stream');
    const names = reads.map((_read, at) => `${name}-${at}`);
    const functions = names.flatMap((reader, at) => Object.entries(functionOf(emulator, reader, reads[at])));
    await emulator.make(name, { Table: tableOf(name), ...Object.fromEntries(functions) });
    await Promise.all(names.map((reader) => emulator.warm(reader)));
    return {
      client: tableClient(emulator.stage),
      tableName: name,
      visibilityMs: VISIBILITY_SECONDS * 1_000,
      pass: (ms) => sleep(ms),
      aside: () => [],
    };
  };

const tableOf = (name: string): object => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: TABLE.partitionKey, KeyType: 'HASH' },
      { AttributeName: TABLE.sortKey, KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [TABLE.partitionKey, TABLE.sortKey].map((key) => ({
      AttributeName: key,
      AttributeType: 'S',
    })),
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  },
});

const NEW_ENTRIES = {
  eventName: ['INSERT'],
  dynamodb: { Keys: { [TABLE.sortKey]: { S: [{ prefix: ENTRY_PREFIX }] } } },
};

function functionOf(emulator: Emulator, name: string, read: Read | undefined): Record<string, object> {
  const id = name.replaceAll('-', '');
  const told: Told = async (event) => read?.((event as DynamoDBStreamEvent).Records) ?? {};
  return {
    [id]: { Type: 'AWS::Lambda::Function', Properties: emulator.functionFor(name, told) },
    [`${id}Mapping`]: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: { Ref: id },
        EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 100,
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: { Filters: [{ Pattern: JSON.stringify(NEW_ENTRIES) }] },
      },
    },
  };
}

/** Topic, key and secret of the emulator's own. */
export async function emulatedServices(emulator: Emulator): Promise<ContractServices> {
  const name = fresh('services');
  const { stage } = emulator;
  const secret = { name: `${name}-secret`, text: '{"current":"c2VjcmV0"}' };
  await emulator.make(name, {
    Mails: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: MAIL.configurationSet } },
    Sender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.com' } },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: name } },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} } },
    Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: `alias/${name}`, TargetKeyId: { Ref: 'Key' } } },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: secret.name, SecretString: secret.text } },
  });
  const sns = topicClient(stage);
  const topicArn = `arn:aws:sns:${stage.outputs.region}:000000000000:${name}`;
  const tooLong = new PublishCommand({ TopicArn: topicArn, Message: 'x'.repeat(300_000) });
  return {
    sns,
    topicArn,
    ses: () => loadSes(clientConfig(stage)),
    secrets: new SecretsManagerClient(clientConfig(stage)),
    secret,
    keys: kmsKeyService(
      () => `alias/${name}`,
      keyCalls(() => new DynamoDBClient(clientConfig(stage)).config),
    ),
    textsTo: async (phone) =>
      (await readTexts(stage))
        .filter(({ to }) => to === phone)
        .map(({ messageId, body: text }) => ({ messageId, text })),
    mailsTo: async (address) =>
      (await readHanded(stage, 'mail'))
        .filter(({ to }) => to === address)
        .map(({ messageId, subject, body }) => ({ messageId, text: `${subject}\n${body}` })),
    refusedPublish: () => sns.send(tooLong).catch((error: unknown) => error),
  };
}
