import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/schema.ts';
import { WebhookSecrets } from '../constructs/doors/webhook-secrets.ts';
import { ErasureTable } from '../constructs/erasure-table.ts';
import { EvidenceBuckets } from '../constructs/evidence-buckets.ts';
import { Keys } from '../constructs/keys.ts';
import { LedgerTable } from '../constructs/ledger-table.ts';
import { StaffPool } from '../constructs/sign-in/staff-pool.ts';

/** What is kept, as the stages use it. */
export interface Storage {
  readonly table: Table;
  readonly erasures: Table;
  readonly dataKey: IKey;
  readonly messageKey: IKey;
  readonly failures: Bucket;
  readonly entries: Bucket;
  readonly staffPool: UserPool;
}

export interface StorageStackProps extends StackProps {
  readonly config: DeploymentConfig;
}

/** All that must survive: table, keys, failed batches, staff. It knows no other stack. */
export class StorageStack extends Stack implements Storage {
  readonly table: Table;
  readonly erasures: Table;
  readonly dataKey: IKey;
  readonly messageKey: IKey;
  readonly failures: Bucket;
  readonly entries: Bucket;
  readonly staffPool: UserPool;

  constructor(scope: Construct, id: string, { config, ...props }: StorageStackProps) {
    super(scope, id, { ...props, terminationProtection: config.protection.refuseDeletion });
    const { retainData: retain, refuseDeletion, lockEntries } = config.protection;
    const { recoveryDays, failureDays, accessLogDays, entryDays } = config.retention;
    const keys = new Keys(this, 'Keys', { retain });
    this.dataKey = keys.data;
    this.messageKey = keys.messages;
    const { table } = new LedgerTable(this, 'Ledger', { key: keys.data, recoveryDays, retain, refuseDeletion });
    this.table = table;
    const beside = { key: keys.data, recoveryDays, retain, refuseDeletion };
    this.erasures = new ErasureTable(this, 'Erasures', beside).table;
    const evidence = new EvidenceBuckets(this, 'Evidence', {
      key: keys.messages,
      failureDays,
      accessLogDays,
      entryDays,
      lockEntries,
      retain,
    });
    this.failures = evidence.failures;
    this.entries = evidence.entries;
    this.staffPool = new StaffPool(this, 'Staff', { retain, refuseDeletion }).pool;
    new WebhookSecrets(this, 'Webhooks', { stage: config.stage, key: keys.data, retain });
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'ErasuresTableName', { value: this.erasures.tableName });
    new CfnOutput(this, 'FailuresBucketName', { value: this.failures.bucketName });
    new CfnOutput(this, 'EntriesBucketName', { value: this.entries.bucketName });
    new CfnOutput(this, 'UserPoolId', { value: this.staffPool.userPoolId });
  }
}
