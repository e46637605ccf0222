import { createHash } from 'node:crypto';
import { answerKms } from '../../support/pipeline/aws/kms.ts';
import { answerSns, type SmsProvider } from '../../support/pipeline/aws/sms-provider.ts';
import { answered, type Call, told } from './calls.ts';
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
      const { status, body } = await behind.table.ask(call.operation, call.body);
      return answered(status, 'application/x-amz-json-1.0', body);
    }
    case 'kms':
      return told(answerKms(call, (count) => behind.chance.bytes(count)));
    case 'secrets':
      return told({ SecretString: behind.secrets[nameIn(call.body)] ?? '' });
    case 'sqs':
      return told(answerSqs(call, behind.queues, onlyFirst));
    case 'sns': {
      const { status, type, body } = answerSns(call, behind.provider);
      return answered(status, type, body);
    }
  }
}

const nameIn = (body: string): string => (JSON.parse(body) as { SecretId: string }).SecretId;

type SqsInput = {
  readonly QueueUrl: string;
  readonly Entries?: readonly { readonly Id: string; readonly MessageBody: string; readonly DelaySeconds?: number }[];
};

export function answerSqs(call: Call, queues: Queues, onlyFirst: boolean): object {
  const input = JSON.parse(call.body) as SqsInput;
  const queue = QUEUES.find((name) => input.QueueUrl.endsWith(`/${name}`));
  if (queue === undefined) throw new Error(`queue: got ${input.QueueUrl}`);
  if (call.operation === 'GetQueueAttributes') {
    const { visible, inFlight, delayed } = queues.depth(queue);
    return {
      Attributes: {
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: String(inFlight),
        ApproximateNumberOfMessagesDelayed: String(delayed),
      },
    };
  }
  const [first = [], rest = []] = onlyFirst
    ? [(input.Entries ?? []).slice(0, 1), (input.Entries ?? []).slice(1)]
    : [input.Entries, []];
  return {
    Successful: first.map((entry) => ({
      Id: entry.Id,
      MessageId: queues.send(queue, entry.MessageBody, (entry.DelaySeconds ?? 0) * 1_000),
      // The client compares what it sent with what was taken.
      MD5OfMessageBody: createHash('md5').update(entry.MessageBody).digest('hex'),
    })),
    Failed: rest.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
  };
}
