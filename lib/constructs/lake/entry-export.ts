import { Aws, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge, objectsOfEntries } from '../../checks/acknowledgements.ts';

export interface EntryExportProps {
  readonly bucket: Bucket;
  /** Key of the bucket. */
  readonly key: IKey;
}

/** A lake reads days as partitions: `entries/dt=2026-06-03/…`. */
const PREFIX = 'entries/dt=!{timestamp:yyyy-MM-dd}/';
const FAILED = 'failed/!{firehose:error-output-type}/dt=!{timestamp:yyyy-MM-dd}/';
const DELIVERED = 'entries/*';
const NOT_DELIVERED = 'failed/*';
const EVERY_SECONDS = 60;
const EVERY_MEGABYTES = 5;

/** Takes timeline entries out of the table's reach: JSON lines, packed, a partition a day. */
export class EntryExport extends Construct {
  readonly stream: CfnDeliveryStream;

  constructor(scope: Construct, id: string, { bucket, key }: EntryExportProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('firehose.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const policy = new Policy(this, 'Delivering', { statements: delivering(bucket, key), roles: [role] });
    const { stackName } = Stack.of(bucket);
    acknowledge(policy, objectsOfEntries(stackName, DELIVERED), objectsOfEntries(stackName, NOT_DELIVERED));
    this.stream = new CfnDeliveryStream(this, 'Stream', {
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: bucket.bucketArn,
        roleArn: role.roleArn,
        prefix: PREFIX,
        errorOutputPrefix: FAILED,
        compressionFormat: 'GZIP',
        bufferingHints: { intervalInSeconds: EVERY_SECONDS, sizeInMBs: EVERY_MEGABYTES },
        encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: key.keyArn } },
      },
    });
    this.stream.node.addDependency(policy);
  }
}

const delivering = (bucket: Bucket, key: IKey): PolicyStatement[] => [
  new PolicyStatement({
    actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
    resources: [bucket.bucketArn],
  }),
  new PolicyStatement({
    actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
    resources: [bucket.arnForObjects(DELIVERED), bucket.arnForObjects(NOT_DELIVERED)],
  }),
  new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
];
