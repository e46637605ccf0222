import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface EvidenceBucketsProps {
  readonly key: IKey;
  readonly failureDays: number;
  readonly accessLogDays: number;
  /** The buckets stay when the stack is deleted. */
  readonly retain: boolean;
}

const ACCESS_LOG_PREFIX = 'failures/';

/** Where failed batches of the stream are kept until they are re-driven, and the record of who read them. */
export class EvidenceBuckets extends Construct {
  readonly failures: Bucket;

  constructor(scope: Construct, id: string, { key, failureDays, accessLogDays, retain }: EvidenceBucketsProps) {
    super(scope, id);
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
      lifecycleRules: [{ expiration: Duration.days(accessLogDays) }],
    });
    this.failures = new Bucket(this, 'Failures', {
      ...guarded,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      lifecycleRules: [
        { expiration: Duration.days(failureDays), noncurrentVersionExpiration: Duration.days(failureDays) },
      ],
    });
    logAccess(this.failures, accessLogs);
  }
}

/** The L2's own way also grants it, but to every bucket that asks in this bucket's name. */
function logAccess(bucket: Bucket, log: Bucket): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path}: has no bucket resource`);
  resource.loggingConfiguration = { destinationBucketName: log.bucketName, logFilePrefix: ACCESS_LOG_PREFIX };
  log.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [log.arnForObjects(`${ACCESS_LOG_PREFIX}*`)],
      conditions: {
        ArnEquals: { 'aws:SourceArn': bucket.bucketArn },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  );
}
