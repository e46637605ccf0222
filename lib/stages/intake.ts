import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import { defaultsJson } from './settings.ts';

export interface IntakeProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
}

const BATCH_TIMEOUT = Duration.seconds(28);

/** Takes in: events by HTTP, answered when they are applied, and by the queue, to the same end. */
export class Intake extends Construct {
  readonly events: WorkQueue;
  readonly acceptEvents: HandlerFunction;
  readonly receiveEvents: HandlerFunction;

  constructor(scope: Construct, id: string, { deployment, storage }: IntakeProps) {
    super(scope, id);
    const { alarms, concurrency } = deployment.config;
    const impact = 'Account events wait, so cases open late and contacts rest on older states.';
    this.events = new WorkQueue(this, 'Events', {
      deployment,
      consumerTimeout: BATCH_TIMEOUT,
      ageLimit: alarms.queueAgeSeconds.events,
      impact,
    });
    this.acceptEvents = new HandlerFunction(this, 'AcceptEvents', {
      deployment,
      entry: 'accept-events',
      does: 'Applies events pushed over HTTP and answers for each.',
      // The gateway itself gives up after 30 seconds.
      timeout: BATCH_TIMEOUT,
      impact,
    });
    this.receiveEvents = new HandlerFunction(this, 'ReceiveEvents', {
      deployment,
      entry: 'receive-events',
      does: 'Applies events of the queue; what can never be applied goes to quarantine.',
      timeout: BATCH_TIMEOUT,
      impact,
    })
      .removesItems(storage.table)
      .consumes(this.events.queue, concurrency.events);
    for (const handler of [this.acceptEvents, this.receiveEvents]) {
      handler
        .writesLedger(storage.table, 'byCustomer')
        .usesVault(storage.dataKey)
        .knows(ENV.defaults, defaultsJson(deployment.config));
    }
  }

  /** Who may speak for which sources, as JSON; clients by the id that their tokens carry. */
  know(producers: string): void {
    for (const handler of [this.acceptEvents, this.receiveEvents]) handler.knows(ENV.producers, producers);
  }
}
