import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface EvidenceBucketsProps {
  readonly key: IKey;
  readonly failureDays: number;
  readonly accessLogDays: number;
  /** How long entries that were taken out are kept, and whether nobody may remove them before. */
  readonly entryDays: number;
  readonly lockEntries: boolean;
  /** The buckets stay when the stack is deleted. */
  readonly retain: boolean;
}

const ACCESS_LOG_PREFIX = { failures: 'failures/', entries: 'entries/' } as const;

/**
 * Where failed batches of the stream are kept until they are re-driven, where timeline entries are kept for the lake and
 * as a witness of the table, and the record of who read either.
 */
export class EvidenceBuckets extends Construct {
  readonly failures: Bucket;
  readonly entries: Bucket;

  constructor(scope: Construct, id: string, props: EvidenceBucketsProps) {
    super(scope, id);
    const { key, failureDays, accessLogDays, retain } = props;
    const guarded = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    };
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...guarded,
      // S3 delivers access logs only to buckets under its own key.
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [
        { expiration: Duration.days(accessLogDays), noncurrentVersionExpiration: Duration.days(accessLogDays) },
      ],
    });
    const kept = (days: number) => ({
      ...guarded,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(days), noncurrentVersionExpiration: Duration.days(days) }],
    });
    this.failures = new Bucket(this, 'Failures', kept(failureDays));
    logAccess(this.failures, accessLogs, ACCESS_LOG_PREFIX.failures);
    this.entries = new Bucket(this, 'Entries', {
      ...kept(props.entryDays),
      ...(props.lockEntries
        ? { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(props.entryDays)) }
        : {}),
    });
    logAccess(this.entries, accessLogs, ACCESS_LOG_PREFIX.entries);
  }
}

/** The L2's own way also grants it, but to every bucket that asks in this bucket's name. */
function logAccess(bucket: Bucket, log: Bucket, prefix: string): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path}: has no bucket resource`);
  resource.loggingConfiguration = { destinationBucketName: log.bucketName, logFilePrefix: prefix };
  log.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [log.arnForObjects(`${prefix}*`)],
      conditions: {
        ArnEquals: { 'aws:SourceArn': bucket.bucketArn },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  );
}
