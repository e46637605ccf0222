import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENTRY_PREFIX, TABLE } from '../../functions/store/table.contract.ts';
import { acknowledge, failedBatches } from '../checks/acknowledgements.ts';
import type { Deployment } from './deployment.ts';
import type { HandlerFunction } from './handler-function.ts';
import { MINUTE, OperationalAlarm } from './operational-alarm.ts';

export interface StreamReaderProps {
  readonly deployment: Deployment;
  readonly table: Table;
  readonly reader: HandlerFunction;
  /** Where batches go, whole, that could not be read in time. */
  readonly failures: Bucket;
  /** What stands still while the stream is not read, in one sentence. */
  readonly impact: string;
}

const BATCH = 100;
const TRIES = 10;
/** Half of what the stream keeps: the other half is for people. */
const RECORD_AGE = Duration.hours(12);
/** Lambda chooses the names of failed batches and begins them so. Source: Lambda guide, "Retain discarded records". */
export const FAILED_BATCHES = 'aws/lambda/*';

/** A function reads new timeline entries in order, and nothing else of the table's stream. Failed batches are kept whole. */
export class StreamReader extends Construct {
  constructor(scope: Construct, id: string, props: StreamReaderProps) {
    super(scope, id);
    const { table, reader, failures, deployment } = props;
    if (table.tableStreamArn === undefined) throw new Error(`${this.node.path}: the table has no stream; give it one`);
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: reader.function,
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: BATCH,
      maxBatchingWindow: Duration.seconds(0),
      bisectBatchOnError: true,
      retryAttempts: TRIES,
      maxRecordAge: RECORD_AGE,
      reportBatchItemFailures: true,
      supportS3OnFailureDestination: true,
      onFailure: { bind: () => ({ destination: failures.bucketArn }) },
      filters: [newEntries()],
    });
    const policy = new Policy(this, 'Reading', { statements: readingAndKeeping(table.tableStreamArn, failures) });
    acknowledge(policy, failedBatches(Stack.of(failures).stackName));
    reader.attach(policy);
    // Lambda tries the stream when the mapping is made.
    mapping.node.addDependency(policy);
    new OperationalAlarm(this, 'Behind', {
      desk: deployment.desk,
      metric: reader.function.metric('IteratorAge', { period: MINUTE, statistic: 'Maximum' }),
      threshold: deployment.config.alarms.streamAgeSeconds * 1000,
      impact: props.impact,
      runbook: 'The stream is behind',
    });
  }
}

/** As Lambda filters events: every field named must match one of its patterns. */
const newEntries = () =>
  FilterCriteria.filter({
    eventName: ['INSERT'],
    dynamodb: { Keys: { [TABLE.sortKey]: { S: [{ prefix: ENTRY_PREFIX }] } } },
  });

function readingAndKeeping(streamArn: string, failures: Bucket): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resources: [streamArn],
    }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [failures.bucketArn] }),
    new PolicyStatement({ actions: ['s3:PutObject'], resources: [failures.arnForObjects(FAILED_BATCHES)] }),
  ];
}
