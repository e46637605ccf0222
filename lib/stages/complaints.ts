import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import { defaultsJson } from './settings.ts';

export interface ComplaintsProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
}

const MOVE_TIMEOUT = Duration.seconds(20);
const LATE =
  'Deadlines of complaints pass untold, offers stay open past their end, nobody is asked how content they are.';

/** Resolves: makes what is due of a complaint happen in time. What staff and customers do is written where they do it. */
export class Complaints extends Construct {
  readonly work: WorkQueue;
  readonly advanceComplaint: HandlerFunction;

  constructor(scope: Construct, id: string, { deployment, storage }: ComplaintsProps) {
    super(scope, id);
    const { config } = deployment;
    this.work = new WorkQueue(this, 'Work', {
      deployment,
      consumerTimeout: MOVE_TIMEOUT,
      ageLimit: config.alarms.queueAgeSeconds.complaints,
      impact: LATE,
    });
    this.advanceComplaint = new HandlerFunction(this, 'AdvanceComplaint', {
      deployment,
      entry: 'advance-complaint',
      does: 'Makes what is due of a complaint happen: notices of its clocks, the end of an offer, the asking afterwards.',
      timeout: MOVE_TIMEOUT,
      impact: LATE,
    })
      .writesLedger(storage.table, 'byCustomer')
      .usesVault(storage.dataKey)
      .knows(ENV.defaults, defaultsJson(config))
      .consumes(this.work.queue, config.concurrency.complaints);
  }
}
