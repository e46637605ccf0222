import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, type IPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface KeysProps {
  /** Keys outlive the stack; without them nothing kept can be read. */
  readonly retain: boolean;
}

/** Services that hand our messages on in this account's name, and say so. */
const MESSENGERS = [
  'cloudwatch.amazonaws.com',
  'ses.amazonaws.com',
  'sms-voice.amazonaws.com',
  'sns.amazonaws.com',
] as const;

/**
 * The two customer-managed keys, each turned over yearly. `data` guards what is kept (the table and the vault's secrets),
 * `messages` what is under way (queues, topics, logs, failed batches): whoever may read a queue may not open the vault.
 */
export class Keys extends Construct {
  readonly data: Key;
  readonly messages: Key;

  constructor(scope: Construct, id: string, props: KeysProps) {
    super(scope, id);
    const removalPolicy = props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const settings = { enableKeyRotation: true, removalPolicy };
    this.data = new Key(this, 'Data', { ...settings, description: 'Liaison: table and field encryption' });
    this.messages = new Key(this, 'Messages', { ...settings, description: 'Liaison: queues, topics and logs' });
    this.data.addToResourcePolicy(throughTheTable());
    for (const service of MESSENGERS) this.messages.addToResourcePolicy(forMessenger(new ServicePrincipal(service)));
    this.messages.addToResourcePolicy(forLostTicks());
    for (const statement of forEventBus()) this.messages.addToResourcePolicy(statement);
    this.messages.addToResourcePolicy(forLogs());
  }
}

/**
 * Whoever may use the table may use its key through the table, and only so. Source: DynamoDB developer guide, "Using
 * customer managed keys": the service asks for the key in the caller's name.
 */
function throughTheTable(): PolicyStatement {
  return new PolicyStatement({
    principals: [new AnyPrincipal()],
    actions: [
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:DescribeKey',
    ],
    resources: ['*'], // in a key's policy: this key
    conditions: {
      StringEquals: {
        'kms:CallerAccount': Aws.ACCOUNT_ID,
        'kms:ViaService': `dynamodb.${Aws.REGION}.${Aws.URL_SUFFIX}`,
      },
    },
  });
}

function forMessenger(principal: IPrincipal): PolicyStatement {
  return new PolicyStatement({
    principals: [principal],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'], // in a key's policy: this key
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
}

/**
 * EventBridge tells KMS no account when it hands an event to an encrypted queue (SNS developer guide, "Key management");
 * SQS names the queue in the encryption context, so that only queues of this account can be meant.
 */
function forLostTicks(): PolicyStatement {
  const queues = `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`;
  return new PolicyStatement({
    principals: [new ServicePrincipal('events.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'], // in a key's policy: this key
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': queues } },
  });
}

/** Source: EventBridge user guide, "Encrypting event buses": the service names the bus in the encryption context. */
function forEventBus(): readonly PolicyStatement[] {
  const buses = `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/*`;
  const ours = {
    principals: [new ServicePrincipal('events.amazonaws.com')],
    resources: ['*'], // in a key's policy: this key
  };
  const account = { 'aws:SourceAccount': Aws.ACCOUNT_ID };
  return [
    new PolicyStatement({ ...ours, actions: ['kms:DescribeKey'], conditions: { StringEquals: account } }),
    new PolicyStatement({
      ...ours,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:events:event-bus:arn': buses }, StringEquals: account },
    }),
  ];
}

/** Source: CloudWatch Logs user guide, "Encrypt log data": the service names the log group in the encryption context. */
function forLogs(): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
    actions: [
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:DescribeKey',
    ],
    resources: ['*'], // in a key's policy: this key
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
      },
    },
  });
}
