import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { EventBusDoor } from '../constructs/doors/event-bus-door.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import { defaultsJson } from './settings.ts';

export interface IntakeProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
}

const BATCH_TIMEOUT = Duration.seconds(28);

/** Takes in: events by HTTP, answered when they are applied, by the queue and by the bus, to the same end. */
export class Intake extends Construct {
  readonly events: WorkQueue;
  /** What the bus was given, on its way. */
  readonly busEvents: WorkQueue;
  readonly bus: EventBusDoor;
  readonly acceptEvents: HandlerFunction;
  readonly receiveEvents: HandlerFunction;

  constructor(scope: Construct, id: string, { deployment, storage }: IntakeProps) {
    super(scope, id);
    const { alarms, concurrency } = deployment.config;
    const impact = 'Account events wait, so cases open late and contacts rest on older states.';
    const queue = { deployment, consumerTimeout: BATCH_TIMEOUT, ageLimit: alarms.queueAgeSeconds.events, impact };
    this.events = new WorkQueue(this, 'Events', queue);
    this.busEvents = new WorkQueue(this, 'BusEvents', queue);
    this.bus = new EventBusDoor(this, 'EventBus', { deployment, to: this.busEvents });
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
      does: 'Applies events of the queue and of the bus; what can never be applied goes to quarantine.',
      timeout: BATCH_TIMEOUT,
      impact,
    })
      .removes(storage.table, 'quarantine')
      .knows(ENV.busQueueArn, this.busEvents.queue.queueArn)
      .consumes(this.events.queue, concurrency.events)
      .consumes(this.busEvents.queue, concurrency.events);
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
