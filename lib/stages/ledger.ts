import { Duration } from 'aws-cdk-lib';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { MessageTopic } from '../constructs/message-topic.ts';
import { EVERY_MINUTE, OnSchedule } from '../constructs/on-schedule.ts';
import { StreamReader } from '../constructs/stream-reader.ts';
import { WorkQueue, watchDeadLetters } from '../constructs/work-queue.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import type { Lanes } from './dispatch.ts';
import { laneRatesJson } from './settings.ts';

export interface LedgerProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
  readonly lanes: Lanes;
  /** Queue of the work on complaints. */
  readonly complaints: WorkQueue;
}

const RELAY_TIMEOUT = Duration.seconds(30);
const SWEEP_TIMEOUT = Duration.seconds(20);
const NOTHING_FALLS_DUE = 'Whatever waits for its time waits on: second texts, rechecks, ends of waits.';

/** Carries on: the relay runs what timeline entries ask for, the sweep wakes what has fallen due. */
export class Ledger extends Construct {
  readonly outcomesTopic: Topic;
  readonly relay: HandlerFunction;
  readonly sweepQueue: WorkQueue;
  readonly startSweep: HandlerFunction;
  readonly sweep: HandlerFunction;

  constructor(scope: Construct, id: string, props: LedgerProps) {
    super(scope, id);
    const { deployment } = props;
    this.outcomesTopic = new MessageTopic(this, 'Outcomes', { deployment }).topic;
    this.relay = this.#makeRelay(props);
    this.sweepQueue = new WorkQueue(this, 'SweepQueue', {
      deployment,
      consumerTimeout: SWEEP_TIMEOUT,
      ageLimit: deployment.config.alarms.queueAgeSeconds.sweep,
      impact: NOTHING_FALLS_DUE,
    });
    this.startSweep = this.#makeStartSweep(props);
    this.sweep = withWork(
      new HandlerFunction(this, 'Sweep', {
        deployment,
        entry: 'sweep',
        does: 'Sends what falls due in one shard of a lane to its work queue, to the second.',
        timeout: SWEEP_TIMEOUT,
        impact: NOTHING_FALLS_DUE,
      }),
      props,
    )
      .readsLedger(props.storage.table, 'due')
      .writesAlone(props.storage.table, 'dynamodb:UpdateItem')
      .consumes(this.sweepQueue.queue, deployment.config.concurrency.sweep);
  }

  #makeRelay({ deployment, storage, ...work }: LedgerProps): HandlerFunction {
    const impact = 'New cases are not acted on before their safety net, and departments hear nothing.';
    const relay = withWork(
      new HandlerFunction(this, 'Relay', {
        deployment,
        entry: 'relay',
        does: 'Runs the effects of new timeline entries: work queues and notices to departments.',
        timeout: RELAY_TIMEOUT,
        impact,
      }),
      work,
    ).publishesTo(this.outcomesTopic, ENV.outcomesTopicArn);
    const { table, failures } = storage;
    new StreamReader(this, 'Stream', { deployment, table, reader: relay, failures, impact });
    return relay;
  }

  #makeStartSweep({ deployment, lanes }: LedgerProps): HandlerFunction {
    const deadLetters = new Queue(this, 'LostTicks', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: deployment.messageKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    watchDeadLetters(deadLetters, deadLetters, { deployment, impact: NOTHING_FALLS_DUE });
    const startSweep = new HandlerFunction(this, 'StartSweep', {
      deployment,
      entry: 'start-sweep',
      does: 'Reads how full the work queues are and starts the sweep of every lane and shard.',
      timeout: SWEEP_TIMEOUT,
      impact: NOTHING_FALLS_DUE,
      deadLetters,
    })
      .sendsTo(this.sweepQueue.queue, ENV.sweepUrl)
      .readsDepthOf(lanes.urgent.queue, ENV.workUrgentUrl)
      .readsDepthOf(lanes.normal.queue, ENV.workNormalUrl)
      .readsDepthOf(lanes.bulk.queue, ENV.workBulkUrl)
      .knows(ENV.laneRates, laneRatesJson(deployment.config));
    const impact = NOTHING_FALLS_DUE;
    new OnSchedule(this, 'Minute', { deployment, rhythm: EVERY_MINUTE, runs: startSweep, deadLetters, impact });
    return startSweep;
  }
}

const withWork = (
  handler: HandlerFunction,
  { lanes: { urgent, normal, bulk }, complaints }: Pick<LedgerProps, 'lanes' | 'complaints'>,
): HandlerFunction =>
  handler
    .sendsTo(urgent.queue, ENV.workUrgentUrl)
    .sendsTo(normal.queue, ENV.workNormalUrl)
    .sendsTo(bulk.queue, ENV.workBulkUrl)
    .sendsTo(complaints.queue, ENV.workComplaintsUrl);
