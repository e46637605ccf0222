import { createHash } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Answer, Call } from './call.ts';
import { answerKms } from './kms.ts';
import { QUEUES, type QueueName, type Queues } from './queues.ts';
import { answerSns, type SmsProvider } from './sms-provider.ts';

/** What a test does at a call: before the service sees it, and after it has seen it. `dead`: nobody waits for an answer. */
export type Meddling = {
  readonly before?: (call: Call) => Promise<'dead' | undefined>;
  readonly after?: (call: Call) => Promise<'dead' | undefined>;
};

/** AWS as the functions of one pipeline see it: a real table engine, and queues, provider and keys of this process. */
export type Aws = {
  readonly endpointOf: (processId: string) => string;
  readonly meddle: (how: Meddling) => void;
  readonly calls: readonly Call[];
  readonly stop: () => void;
};

export type Behind = { readonly engine: string; readonly queues: Queues; readonly provider: SmsProvider };

export const QUEUE_URL = (name: QueueName): string => `https://sqs.local/000000000000/${name}`;

export async function startAws(behind: Behind): Promise<Aws> {
  const calls: Call[] = [];
  const agent = new Agent({ keepAlive: true });
  let meddling: Meddling = {};
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const bytes = await bytesOf(incoming);
    const call = callOf(incoming, bytes);
    calls.push(call);
    if ((await meddling.before?.(call)) === 'dead') return void outgoing.destroy();
    const answer =
      call.service === 'dynamodb' ? await forward(incoming, call, { behind, agent }) : answerCall(call, behind);
    call.units = call.service === 'dynamodb' ? unitsOf(answer) : 0;
    if ((await meddling.after?.(call)) === 'dead') return void outgoing.destroy();
    outgoing.writeHead(answer.status, { 'content-type': answer.type });
    outgoing.end(answer.body);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpointOf: (processId) => `http://127.0.0.1:${port}/${processId}`,
    meddle: (how) => {
      meddling = how;
    },
    calls,
    stop: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const SERVICES = { DynamoDB_20120810: 'dynamodb', AmazonSQS: 'sqs', TrentService: 'kms' } as const;

function callOf(incoming: IncomingMessage, bytes: Buffer): Call {
  const body = bytes.toString('utf8');
  const process = (incoming.url ?? '').split('/')[1] ?? '';
  const [name = '', operation = ''] = String(incoming.headers['x-amz-target'] ?? '').split('.');
  const service = Object.entries(SERVICES).find(([target]) => target === name)?.[1];
  if (service !== undefined) return { process, service, operation, body, units: 0 };
  return { process, service: 'sns', operation: new URLSearchParams(body).get('Action') ?? '', body, units: 0 };
}

function answerCall(call: Call, { queues, provider }: Behind): Answer {
  if (call.service === 'kms') return json(answerKms(call));
  if (call.service === 'sqs') return json(answerSqs(call, queues));
  return answerSns(call, provider);
}

const json = (body: object): Answer => ({
  status: 200,
  type: 'application/x-amz-json-1.0',
  body: JSON.stringify(body),
});

type SqsInput = {
  readonly QueueUrl: string;
  readonly Entries?: readonly { readonly Id: string; readonly MessageBody: string; readonly DelaySeconds?: number }[];
};

function answerSqs(call: Call, queues: Queues): object {
  const input = JSON.parse(call.body) as SqsInput;
  const queue = QUEUES.find((name) => QUEUE_URL(name) === input.QueueUrl);
  if (queue === undefined) throw new Error(`queue: got ${input.QueueUrl}`);
  if (call.operation === 'GetQueueAttributes') {
    const { visible, delayed } = queues.depth(queue);
    return {
      Attributes: {
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: '0',
        ApproximateNumberOfMessagesDelayed: String(delayed),
      },
    };
  }
  const taken = (input.Entries ?? []).map((entry) => {
    const id = queues.send(queue, entry.MessageBody, (entry.DelaySeconds ?? 0) * 1_000);
    return { Id: entry.Id, MessageId: id, MD5OfMessageBody: md5(entry.MessageBody) };
  });
  return { Successful: taken, Failed: [] };
}

/** The client compares what it sent with what was taken. */
const md5 = (body: string): string => createHash('md5').update(body).digest('hex');

/** The table's own answer; it is asked to say what it charged as well. */
function forward(incoming: IncomingMessage, call: Call, to: { behind: Behind; agent: Agent }): Promise<Answer> {
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = incoming.headers;
  const body = JSON.stringify({ ...(JSON.parse(call.body) as object), ReturnConsumedCapacity: 'TOTAL' });
  return new Promise((resolve, reject) => {
    const outgoing = request(to.behind.engine, { method: 'POST', headers, agent: to.agent }, (answer) => {
      bytesOf(answer).then(
        (bytes) =>
          resolve({ status: answer.statusCode ?? 500, type: answer.headers['content-type'] ?? '', body: bytes }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

type Charged = { readonly CapacityUnits?: number };

function unitsOf(answer: Answer): number {
  const { ConsumedCapacity: charged = [] } = JSON.parse(answer.body.toString()) as {
    ConsumedCapacity?: Charged | Charged[];
  };
  return [charged].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
}
