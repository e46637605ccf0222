import type { DynamoDBBatchResponse, DynamoDBStreamEvent, SQSBatchResponse } from 'aws-lambda';
import type { Budget } from '#domain/spend/budget.ts';
import { ENV } from '#runtime/env.contract.ts';
import { type Engine, startEngine } from '../engine.ts';
import { snsEnvelope, sqsEvent, sqsRecord } from '../runtime/lambda-events.ts';
import { AMPLE } from '../spend.ts';
import { type Aws, QUEUE_URL, startAws } from './aws/aws.ts';
import { createQueues, type Held, type QueueName, type Queues } from './aws/queues.ts';
import { createProvider, type SmsProvider } from './aws/sms-provider.ts';
import { type Bundles, bundleFunctions } from './bundles.ts';
import { type Ended, type FunctionName, type Process, startProcess, type Took } from './process.ts';
import { openStream, type Stream } from './stream.ts';

/** Consumer of each queue. Source: the stages of lib. */
const CONSUMER = {
  events: 'receive-events',
  urgent: 'advance-case',
  normal: 'advance-case',
  bulk: 'advance-case',
  complaints: 'advance-complaint',
  sweep: 'sweep',
  inbound: 'receive-reply',
  receipts: 'record-receipt',
} as const satisfies Record<QueueName, FunctionName>;
const CONSUMED = Object.keys(CONSUMER) as QueueName[];

/** More hops than any story makes at one instant: whoever needs more is going in circles. */
const MOST_ROUNDS = 200;
/** A failed message comes again after this, one whose consumer died after its visibility time-out. */
const AGAIN_MS = 30_000;
const LOST_MS = 180_000;

/** The whole product in one process tree: every function in a thread of its own, on one table, with one clock. */
export type Pipeline = {
  readonly engine: Engine;
  readonly aws: Aws;
  readonly queues: Queues;
  readonly provider: SmsProvider;
  readonly now: () => number;
  readonly moveTo: (instant: number) => void;
  /** Runs a function, started when first asked for; a killed one is started anew. */
  readonly invoke: (name: FunctionName, event: unknown) => Promise<Ended>;
  /** Kills the process that makes this call; its message comes again after the visibility time-out. */
  readonly kill: (processId: string) => Promise<void>;
  /** Hands the stream's new entries to the relay; true when there were any. */
  readonly relay: () => Promise<boolean>;
  /** Delivers what is visible in one queue, in batches of ten. */
  readonly deliver: (queue: QueueName) => Promise<boolean>;
  /** A text from a handset, a receipt of the provider, as the topics bring them. */
  readonly inbound: (queue: 'inbound' | 'receipts', message: object) => string;
  /** Invocations that answered: which function, and how long it took. */
  readonly invocations: readonly Invocation[];
  /** Log lines and metrics of every process that ever ran. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

export type Invocation = Took & { readonly name: FunctionName };

export type Options = {
  readonly now: number;
  /** `real`: time runs by itself. */
  readonly clock?: 'standing' | 'real';
  /** Functions speak to the table itself, so that its time is measured; what they ask of it is not seen then. */
  readonly direct?: boolean;
  /** More than some ten thousand writes are to come. */
  readonly many?: boolean;
  /** What texts may cost; ample without one. */
  readonly budget?: Budget;
};

export async function startPipeline(options: Options): Promise<Pipeline> {
  const [engine, bundles] = await Promise.all([startEngine({ many: options.many === true }), bundleFunctions()]);
  const time = new SharedArrayBuffer(8);
  const cell = new BigInt64Array(time);
  const moveTo = (instant: number): void => void Atomics.store(cell, 0, BigInt(instant));
  moveTo(options.now);
  const standing = options.clock !== 'real';
  const now = standing ? () => Number(Atomics.load(cell, 0)) : () => Date.now();
  const queues = createQueues(now);
  const provider = createProvider(now);
  const aws = await startAws({ engine: engine.endpoint, queues, provider });
  const processes = createProcesses({
    aws,
    engine,
    bundles,
    direct: options.direct === true,
    budget: options.budget ?? AMPLE,
    ...(standing ? { time } : {}),
  });
  const stream = await openStream(engine.endpoint, engine.tableName);
  return {
    engine,
    aws,
    queues,
    provider,
    now,
    moveTo,
    invoke: processes.invoke,
    kill: processes.kill,
    relay: readersWith(stream, processes.invoke),
    deliver: deliverWith({ queues, invoke: processes.invoke }),
    inbound: (queue, message) => queues.send(queue, snsEnvelope(message, new Date(now()).toISOString())),
    invocations: processes.invocations,
    output: processes.output,
    stop: async () => {
      await processes.stop();
      aws.stop();
      await engine.stop();
    },
  };
}

type Invoke = Pipeline['invoke'];

function createProcesses(of: {
  aws: Aws;
  engine: Engine;
  bundles: Bundles;
  direct: boolean;
  budget: Budget;
  time?: SharedArrayBuffer;
}) {
  const running = new Map<FunctionName, Promise<Process>>();
  const all: Process[] = [];
  const invocations: Invocation[] = [];
  const start = async (name: FunctionName): Promise<Process> => {
    const id = `${name}.${all.length + 1}`;
    const process = await startProcess({
      id,
      entry: of.bundles.entryOf(name),
      env: {
        ...environment(of.aws.endpointOf(id), of.engine.tableName, of.budget),
        ...(of.direct ? { AWS_ENDPOINT_URL_DYNAMODB: of.engine.endpoint } : {}),
      },
      ...(of.time === undefined ? {} : { time: of.time }),
    });
    all.push(process);
    return process;
  };
  const processOf = (name: FunctionName): Promise<Process> => {
    const known = running.get(name) ?? start(name);
    running.set(name, known);
    return known;
  };
  return {
    invocations,
    invoke: async (name: FunctionName, event: unknown): Promise<Ended> => {
      const ended = await (await processOf(name)).invoke(event);
      if (ended.kind === 'answered') invocations.push({ name, ...ended.took });
      return ended;
    },
    kill: async (processId: string) => {
      const name = processId.split('.')[0] as FunctionName;
      running.delete(name);
      await all.find((one) => one.id === processId)?.kill();
    },
    output: () => all.map((one) => one.output()).join(''),
    stop: async () => void (await Promise.all(all.map((one) => one.kill()))),
  };
}

/** What the stacks give to the functions, as far as code reads it. */
export function environment(endpoint: string, tableName: string, budget: Budget = AMPLE): Record<string, string> {
  return {
    TZ: 'UTC',
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL: endpoint,
    [ENV.stage]: 'simulation',
    [ENV.logLevel]: 'INFO',
    [ENV.version]: '0.0.0',
    [ENV.tableName]: tableName,
    [ENV.dataKeyId]: 'arn:aws:kms:eu-west-2:000000000000:key/data',
    [ENV.eventsUrl]: QUEUE_URL('events'),
    [ENV.busQueueArn]: 'arn:aws:sqs:eu-west-2:000000000000:bus',
    [ENV.workUrgentUrl]: QUEUE_URL('urgent'),
    [ENV.workNormalUrl]: QUEUE_URL('normal'),
    [ENV.workBulkUrl]: QUEUE_URL('bulk'),
    [ENV.workComplaintsUrl]: QUEUE_URL('complaints'),
    [ENV.sweepUrl]: QUEUE_URL('sweep'),
    [ENV.queues]: '[]',
    [ENV.outcomesTopicArn]: 'arn:aws:sns:eu-west-2:000000000000:outcomes',
    [ENV.producers]: JSON.stringify([{ client: '*', principal: '*', sources: ['urn:bank:*'] }]),
    [ENV.bank]: JSON.stringify({ nameZh: '甲乙银行', nameEn: 'Jiayi Bank', phone: '95599' }),
    [ENV.defaults]: JSON.stringify({
      jurisdictions: ['CN', 'US', 'UK'],
      jurisdiction: 'CN',
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
      pausedPurposes: [],
      ...budget,
    }),
    [ENV.staff]: JSON.stringify({ reads: 1_000_000, actions: 1_000_000 }),
    [ENV.laneRates]: JSON.stringify({ urgent: 20, normal: 20, bulk: 20 }),
    [ENV.sms]: JSON.stringify({ provider: 'sns' }),
  };
}

/** Both readers of the stream, each with what it left. */
function readersWith(stream: Stream, invoke: Invoke): () => Promise<boolean> {
  const left: Record<'relay' | 'project', DynamoDBStreamEvent['Records']> = { relay: [], project: [] };
  return async () => {
    const page = await stream.next();
    let read = page !== undefined;
    for (const reader of ['relay', 'project'] as const) {
      const records = [...left[reader], ...(page?.Records ?? [])];
      if (records.length === 0) continue;
      const ended = await invoke(reader, { Records: records });
      left[reader] = ended.kind === 'answered' ? unread(records, ended.result as DynamoDBBatchResponse) : records;
      read = true;
    }
    return read;
  };
}

function unread(
  records: DynamoDBStreamEvent['Records'],
  answer: DynamoDBBatchResponse,
): DynamoDBStreamEvent['Records'] {
  const first = answer.batchItemFailures[0]?.itemIdentifier;
  return first === undefined ? [] : records.slice(records.findIndex((one) => one.dynamodb?.SequenceNumber === first));
}

function deliverWith({ queues, invoke }: { queues: Queues; invoke: Invoke }): Pipeline['deliver'] {
  return async (queue) => {
    const messages = queues.take(queue);
    if (messages.length === 0) return false;
    const ended = await invoke(CONSUMER[queue], sqsEvent(...messages.map(recordOf)));
    if (ended.kind !== 'answered') {
      queues.giveBack(queue, messages, ended.kind === 'killed' ? LOST_MS : AGAIN_MS);
      return true;
    }
    const failed = (ended.result as SQSBatchResponse).batchItemFailures.map((one) => one.itemIdentifier);
    queues.giveBack(
      queue,
      messages.filter((one) => failed.includes(one.id)),
      AGAIN_MS,
    );
    return true;
  };
}

const recordOf = (message: Held) =>
  sqsRecord(message.body, {
    messageId: message.id,
    attributes: {
      ApproximateReceiveCount: String(message.received),
      SentTimestamp: String(message.sentAt),
      SenderId: 'AIDACOREBANKING',
      ApproximateFirstReceiveTimestamp: String(message.sentAt),
    },
  });

/** Lets everything run empty where the clock stands: the stream to its end, every queue to its last visible message. */
export async function settle(of: Pipeline): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let moved = await of.relay();
    for (const queue of CONSUMED) moved = (await of.deliver(queue)) || moved;
    if (!moved) return;
  }
  throw new Error(`pipeline: got no rest in ${MOST_ROUNDS} rounds\n${failures(of)}`);
}

/** The newest error lines of any process. */
export const failures = (of: Pipeline): string =>
  of
    .output()
    .split('\n')
    .filter((line) => line.includes('"level":"ERROR"'))
    .slice(-3)
    .join('\n');
