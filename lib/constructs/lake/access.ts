import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ENV } from '../../../functions/runtime/env.contract.ts';
import { LAKE } from '../../../functions/store/witness/witness.contract.ts';
import { acknowledge, objectsOfEntries } from '../../checks/acknowledgements.ts';
import type { Storage } from '../../stacks/storage-stack.ts';
import type { HandlerFunction } from '../handler-function.ts';

type Kept = Pick<Storage, 'entries' | 'messageKey'>;

/** May make the names by which entries are remembered: it reads none, takes none back, and touches no exported line. */
export function remembersEntries(handler: HandlerFunction, { entries, messageKey }: Kept): void {
  const objects = `${LAKE.heads}*`;
  const policy = new Policy(handler, 'Remembering', {
    statements: [
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [entries.arnForObjects(objects)] }),
      new PolicyStatement({ actions: ['kms:GenerateDataKey'], resources: [messageKey.keyArn] }),
    ],
  });
  acknowledge(policy, objectsOfEntries(Stack.of(entries).stackName, objects));
  handler.attach(policy);
  handler.knows(ENV.entriesBucket, entries.bucketName);
}

/** May ask which entries are remembered: names alone, for there is nothing in them. */
export function asksWitness(handler: HandlerFunction, { entries }: Pick<Kept, 'entries'>): void {
  handler.attach(
    new Policy(handler, 'AskingTheWitness', {
      statements: [
        new PolicyStatement({
          actions: ['s3:ListBucketVersions'],
          resources: [entries.bucketArn],
          conditions: { StringLike: { 's3:prefix': `${LAKE.heads}*` } },
        }),
      ],
    }),
  );
  handler.knows(ENV.entriesBucket, entries.bucketName);
}

/** May read the lines that were taken out, and nothing else of the bucket. */
export function readsExport(handler: HandlerFunction, { entries, messageKey }: Kept): void {
  const objects = `${LAKE.entries}*`;
  const policy = new Policy(handler, 'ReadingTheExport', {
    statements: [
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [entries.bucketArn],
        conditions: { StringLike: { 's3:prefix': objects } },
      }),
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [entries.arnForObjects(objects)] }),
      new PolicyStatement({ actions: ['kms:Decrypt'], resources: [messageKey.keyArn] }),
    ],
  });
  acknowledge(policy, objectsOfEntries(Stack.of(entries).stackName, objects));
  handler.attach(policy);
  handler.knows(ENV.entriesBucket, entries.bucketName);
}
