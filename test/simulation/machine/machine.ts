import type { SQSBatchResponse } from 'aws-lambda';
import { ENV } from '#runtime/env.contract.ts';
import { type Engine, startEngine, tableDefinition } from '../../support/engine.ts';
import { createProvider, type SmsProvider } from '../../support/pipeline/aws/sms-provider.ts';
import { snsEnvelope, sqsEvent } from '../../support/runtime/lambda-events.ts';
import { type Call, isSend } from './calls.ts';
import { type Plan, type Planner, plannerOf } from './faults.ts';
import { createLambda, type Lambda } from './lambda.ts';
import type { Programs } from './programs.ts';
import {
  CONSUMERS,
  type Consume,
  createQueues,
  leftUndone,
  type QueueFaults,
  type Queues,
  recordOf,
  type Workers,
} from './queues.ts';
import { chanceOf } from './random.ts';
import { createStream, type Stream, type StreamFaults } from './stream.ts';
import { type Table, tableAt } from './table.ts';
import { type Timeline, timelineFrom } from './timeline.ts';
import { keepToldSends, type ToldSends } from './told-sends.ts';
import { createMeetings, type Meetings } from './wire/meetings.ts';
import { wireOf } from './wire/wire.ts';

/** Everything the product runs on, in one process: its functions, their time and their network, and one real table. */
export type Machine = {
  readonly time: Timeline;
  readonly engine: Engine;
  readonly table: Table;
  readonly queues: Queues;
  readonly stream: Stream;
  readonly provider: SmsProvider;
  readonly planner: Planner;
  readonly sends: ToldSends;
  /** Plans that something overtakes a call. */
  readonly meet: Meetings['plan'];
  readonly invoke: Lambda['invoke'];
  readonly inbound: (queue: 'inbound' | 'receipts', message: object, at?: number) => string;
  readonly calls: () => number;
  readonly started: () => number;
  /** Everything the functions wrote to their logs and as metrics. */
  readonly output: () => string;
  /** Queues and stream do nothing odd any more; of faults only those that are aimed at are left. */
  readonly calm: () => void;
  /** From now on nothing goes wrong. */
  readonly heal: () => void;
  readonly stop: () => Promise<void>;
};

export type MachineOptions = {
  readonly seed: string;
  readonly programs: Programs;
  /** Another version, which half of the processes run. */
  readonly beside?: Programs | undefined;
  readonly start: number;
  readonly plan: Plan;
  readonly queueFaults: QueueFaults;
  readonly streamFaults: StreamFaults;
  readonly skewMs: number;
  /** Percentage of invocations that find no process of before; few where nothing is said. */
  readonly forgets?: number;
  /** Percentage of changes and texts that take long; some where nothing is said. */
  readonly slow?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Invocations that a queue may have at once; as many as it likes where nothing is said. */
  readonly workers?: Workers;
  /** More than some ten thousand writes are to come. */
  readonly many?: boolean;
  /** A text is on its way to the provider. */
  readonly onPublish?: () => void;
};

const SLOW_PERCENT = 12;

export async function startMachine(of: MachineOptions): Promise<Machine> {
  const engine = await startEngine({ many: of.many === true });
  const erasures = `${engine.tableName}-erasures`;
  await engine.client.send(tableDefinition(erasures));
  const table = tableAt(engine.endpoint);
  const time = timelineFrom(of.start);
  const chance = chanceOf(`${of.seed} machine`);
  const planner = plannerOf(chance.fork('faults'), of.plan);
  const provider = createProvider(time.now);
  const sends = keepToldSends(time.now);
  const meetings = createMeetings();
  const said: string[] = [];
  let calls = 0;
  const wire = {
    time,
    chance: chance.fork('wire'),
    planner,
    behind: () => behind,
    wrote: () => stream.stir(),
    asked: (call: Call) => {
      calls += 1;
      if (isSend(call)) of.onPublish?.();
    },
    sends,
    heldFor: meetings.heldFor,
    slow: of.slow ?? SLOW_PERCENT,
  };
  const lambda = createLambda({
    programs: of.programs,
    beside: of.beside,
    time,
    chance: chance.fork('lambda'),
    tableName: engine.tableName,
    env: { [ENV.erasuresTable]: erasures, ...of.env },
    skewMs: of.skewMs,
    ...(of.forgets === undefined ? {} : { forgets: of.forgets }),
    wireOf: (name, kill) => wireOf(wire, name, kill),
    says: (text) => void said.push(text),
  });
  const queues = createQueues({
    time,
    chance: chance.fork('queues'),
    faults: of.queueFaults,
    consume: consumeWith(lambda),
    ...(of.workers === undefined ? {} : { workers: of.workers }),
  });
  const behind = { table, queues, provider, chance: chance.fork('kms'), secrets: of.secrets ?? {} };
  const stream = await createStream({
    time,
    chance: chance.fork('stream'),
    faults: of.streamFaults,
    engine,
    invoke: (reader, event) => lambda.invoke(reader, event),
  });
  return {
    time,
    engine,
    table,
    queues,
    stream,
    provider,
    planner,
    sends,
    meet: meetings.plan,
    invoke: lambda.invoke,
    inbound: (queue, message, at = time.now()) => queues.send(queue, snsEnvelope(message, new Date(at).toISOString())),
    calls: () => calls,
    started: lambda.started,
    output: () => said.join(''),
    calm: () => {
      planner.calm();
      queues.heal();
      stream.heal();
    },
    heal: () => {
      planner.heal();
      queues.heal();
      stream.heal();
    },
    stop: async () => {
      table.close();
      await engine.stop();
    },
  };
}

const consumeWith =
  (lambda: Lambda): Consume =>
  async (queue, messages) => {
    const { by, seconds } = CONSUMERS[queue];
    const ended = await lambda.invoke(by, sqsEvent(...messages.map((message) => recordOf(queue, message))), seconds);
    if (ended.kind !== 'answered') return 'nothing';
    return leftUndone(ended.result as SQSBatchResponse | null | undefined, messages);
  };
