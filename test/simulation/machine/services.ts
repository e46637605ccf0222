import { createHash } from 'node:crypto';
import { answerKms } from '../../support/pipeline/aws/kms.ts';
import { answerSns, type SmsProvider } from '../../support/pipeline/aws/sms-provider.ts';
import { answered, type Call, failure, JSON_TYPE, told } from './calls.ts';
import type { WireAnswer } from './container.ts';
import { QUEUES, type Queues } from './queues.ts';
import type { Chance } from './random.ts';
import type { Table } from './table.ts';

/** What stands behind the wire. */
export type Behind = {
  readonly table: Table;
  readonly queues: Queues;
  readonly provider: SmsProvider;
  readonly chance: Chance;
  /** Texts of secrets, by name. */
  readonly secrets: Readonly<Record<string, string>>;
};

/** The effect of a call, and its answer. `onlyFirst`: of a batch nothing but the first is taken. */
export async function effectOf(call: Call, behind: Behind, onlyFirst = false): Promise<WireAnswer> {
  switch (call.service) {
    case 'dynamodb': {
      if (onlyFirst) return firstItem(call, behind.table);
      const { status, body } = await behind.table.ask(call.operation, call.body);
      return answered(status, JSON_TYPE, body);
    }
    case 'kms':
      return keysOf(call, behind.chance);
    case 'secrets':
      return secretOf(call, behind.secrets);
    case 'sqs':
      return answerSqs(call, behind.queues, onlyFirst);
    case 'ses': {
      const { status, type, body } = behind.provider.takeMail(call.body);
      return answered(status, type, body);
    }
    case 'sns':
      return snsOf(call, behind.provider, onlyFirst);
  }
}

type Keys = { readonly Keys: readonly object[] };

/** The first item of a batch; the table leaves the others for later. Source: BatchGetItem, UnprocessedKeys. */
async function firstItem({ operation, body }: Call, table: Table): Promise<WireAnswer> {
  const { RequestItems } = JSON.parse(body) as { readonly RequestItems: Readonly<Record<string, Keys>> };
  const cut = (of: (keys: Keys['Keys']) => Keys['Keys']): Readonly<Record<string, Keys>> =>
    Object.fromEntries(Object.entries(RequestItems).map(([name, asked]) => [name, { ...asked, Keys: of(asked.Keys) }]));
  const first = await table.ask(operation, JSON.stringify({ RequestItems: cut((keys) => keys.slice(0, 1)) }));
  if (first.status !== 200) return answered(first.status, JSON_TYPE, first.body);
  const found = JSON.parse(first.body.toString('utf8')) as object;
  return told({ ...found, UnprocessedKeys: cut((keys) => keys.slice(1)) });
}

function keysOf(call: Call, chance: Chance): WireAnswer {
  try {
    return told(answerKms(call, (count) => chance.bytes(count)));
  } catch {
    return failure(call, 400, 'InvalidCiphertextException');
  }
}

function secretOf(call: Call, secrets: Behind['secrets']): WireAnswer {
  const { SecretId: name } = JSON.parse(call.body) as { SecretId: string };
  const text = secrets[name];
  if (text === undefined) return failure(call, 400, 'ResourceNotFoundException');
  return told({ Name: name, SecretString: text, VersionStages: ['AWSCURRENT'] });
}

function snsOf(call: Call, provider: SmsProvider, onlyFirst: boolean): WireAnswer {
  const ids = [...new URLSearchParams(call.body)].filter(([name]) => /\.\d+\.Id$/u.test(name)).map(([, id]) => id);
  const wrong = call.operation === 'PublishBatch' ? wrongWith(ids) : undefined;
  if (wrong !== undefined) return failure(call, 400, wrong);
  const { status, type, body } = answerSns(call, provider, onlyFirst ? 1 : undefined);
  return answered(status, type, body);
}

const MOST = 10;

/** Why a batch is refused as a whole. Source: SendMessageBatch and PublishBatch, errors. */
function wrongWith(ids: readonly string[]): string | undefined {
  if (ids.length === 0) return 'EmptyBatchRequest';
  if (ids.length > MOST) return 'TooManyEntriesInBatchRequest';
  return new Set(ids).size < ids.length ? 'BatchEntryIdsNotDistinct' : undefined;
}

/** What no message may hold. Source: SQS API reference, SendMessage. */
const NO_TEXT = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

type Entry = { readonly Id: string; readonly MessageBody: string; readonly DelaySeconds?: number };
type SqsInput = { readonly QueueUrl: string; readonly Entries?: readonly Entry[] };

export function answerSqs(call: Call, queues: Queues, onlyFirst: boolean): WireAnswer {
  const { QueueUrl, Entries = [] } = JSON.parse(call.body) as SqsInput;
  const queue = QUEUES.find((name) => QueueUrl.endsWith(`/${name}`));
  if (queue === undefined) throw new Error(`queue: got ${QueueUrl}`);
  if (call.operation === 'GetQueueAttributes') return told({ Attributes: countsOf(queues.depth(queue)) });
  const wrong = wrongWith(Entries.map(({ Id }) => Id));
  if (wrong !== undefined) return failure(call, 400, wrong);
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const [at, { Id, MessageBody, DelaySeconds = 0 }] of Entries.entries()) {
    if (NO_TEXT.test(MessageBody)) Failed.push({ Id, Code: 'InvalidMessageContents', SenderFault: true });
    else if (onlyFirst && at > 0) Failed.push({ Id, Code: 'InternalError', SenderFault: false });
    else Successful.push({ Id, ...sent(MessageBody, queues.send(queue, MessageBody, DelaySeconds * 1_000)) });
  }
  return told({ Successful, Failed });
}

/** The client compares what it sent with what was taken. */
const sent = (body: string, MessageId: string): object => ({
  MessageId,
  MD5OfMessageBody: createHash('md5').update(body).digest('hex'),
});

const countsOf = ({ visible, inFlight, delayed }: ReturnType<Queues['depth']>): object => ({
  ApproximateNumberOfMessages: String(visible),
  ApproximateNumberOfMessagesNotVisible: String(inFlight),
  ApproximateNumberOfMessagesDelayed: String(delayed),
});
