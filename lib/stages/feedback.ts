import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { EntryExport } from '../constructs/entry-export.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { remembersEntries } from '../constructs/lake/access.ts';
import { StreamReader } from '../constructs/stream-reader.ts';
import type { Storage } from '../stacks/storage-stack.ts';

export interface FeedbackProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
}

const PROJECT_TIMEOUT = Duration.seconds(30);
const IMPACT = 'Reports stand still, recurring issues are not noticed; nobody is contacted differently.';

/** Learns: the second reader of the stream notes what figures count, and takes the entries out to the lake. */
export class Feedback extends Construct {
  readonly project: HandlerFunction;

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
      .writesLedger(table)
      .delivers(lake.stream, ENV.exportStream);
    remembersEntries(this.project, storage);
    new StreamReader(this, 'Stream', { deployment, table, reader: this.project, failures, impact: IMPACT });
  }
}
