import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { readsExport, remembersEntries } from '../constructs/lake/access.ts';
import { EntryExport } from '../constructs/lake/entry-export.ts';
import { EVERY_NIGHT, OnSchedule } from '../constructs/on-schedule.ts';
import { StreamReader } from '../constructs/stream-reader.ts';
import { watchDeadLetters } from '../constructs/work-queue.ts';
import type { Storage } from '../stacks/storage-stack.ts';

export interface FeedbackProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
}

const RECOUNT_TIMEOUT = Duration.minutes(10);
const UNCHECKED = 'Nobody knows whether reports tell what the record says; nobody is contacted differently.';
const PROJECT_TIMEOUT = Duration.seconds(30);
const IMPACT = 'Reports stand still, recurring issues are not noticed; nobody is contacted differently.';

/**
 * Learns: the second reader of the stream notes what figures count, and takes the entries out to the lake; every night the
 * figures are compared with what is there.
 */
export class Feedback extends Construct {
  readonly project: HandlerFunction;
  readonly recountDay: HandlerFunction;

  constructor(scope: Construct, id: string, { deployment, storage }: FeedbackProps) {
    super(scope, id);
    const { table, failures, entries } = storage;
    const lake = new EntryExport(this, 'Export', { bucket: entries, key: deployment.messageKey });
    this.project = new HandlerFunction(this, 'Project', {
      deployment,
      entry: 'project',
      does: 'Notes what figures count of new timeline entries, and takes them out.',
      timeout: PROJECT_TIMEOUT,
      impact: IMPACT,
    })
      .readsLedger(table)
      .writesAlone(table, 'dynamodb:PutItem')
      .delivers(lake.stream, ENV.exportStream);
    remembersEntries(this.project, storage);
    new StreamReader(this, 'Stream', { deployment, table, reader: this.project, failures, impact: IMPACT });
    this.recountDay = this.#makeRecount({ deployment, storage });
  }

  #makeRecount({ deployment, storage }: FeedbackProps): HandlerFunction {
    const deadLetters = new Queue(this, 'LostNights', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: deployment.messageKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    watchDeadLetters(deadLetters, deadLetters, { deployment, impact: UNCHECKED });
    const recountDay = new HandlerFunction(this, 'RecountDay', {
      deployment,
      entry: 'recount-day',
      does: 'Compares the figures of yesterday with a recount of what left the table.',
      timeout: RECOUNT_TIMEOUT,
      impact: UNCHECKED,
      deadLetters,
    }).readsLedger(storage.table);
    readsExport(recountDay, storage);
    new OnSchedule(this, 'Night', {
      deployment,
      rhythm: EVERY_NIGHT,
      runs: recountDay,
      deadLetters,
      impact: UNCHECKED,
    });
    return recountDay;
  }
}
