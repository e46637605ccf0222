import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { type Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, CfnFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENV, type EnvName } from '../../functions/runtime/env.contract.ts';
import type { INDEX, Removable } from '../../functions/store/table.contract.ts';
import { VAULT_CONTEXT } from '../../functions/store/vault/vault.contract.ts';
import { bundleOf } from './bundle.ts';
import type { Deployment } from './deployment.ts';
import { removalFrom } from './ledger-table.ts';
import { MINUTE, OperationalAlarm } from './operational-alarm.ts';

export interface HandlerFunctionProps {
  readonly deployment: Deployment;
  /** Name of the entry: `functions/<stage>/<entry>.lambda.ts`. */
  readonly entry: string;
  /** What it does, in one sentence. */
  readonly does: string;
  readonly timeout: Duration;
  /** What goes wrong outside while it fails, in one sentence. */
  readonly impact: string;
  /**
   * Where an event goes that an asynchronous caller gave and that failed.
   * @default - none: whoever calls waits for the answer or asks again
   */
  readonly deadLetters?: Queue;
}

type IndexName = keyof typeof INDEX;

/** Where a function's resource names its entry. */
export const ENTRY_METADATA = 'liaison:entry';

const MEMORY_MB = 512;
const ASK = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const CHANGE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'];

/**
 * A function with a role and a log group of its own. It may do nothing until a capability is added; each capability adds
 * the permission and the environment name that goes with it, so that neither can be forgotten.
 */
export class HandlerFunction extends Construct {
  readonly function: LambdaFunction;
  readonly timeout: Duration;
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    super(scope, id);
    const { config, messageKey, version } = props.deployment;
    const logGroup = new LogGroup(this, 'Logs', {
      encryptionKey: messageKey,
      retention: config.retention.logDays,
      removalPolicy: config.protection.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.#role);
    this.timeout = props.timeout;
    this.function = new LambdaFunction(this, 'Function', {
      description: props.does,
      code: bundleOf(props.entry, props.deployment.bundles),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY_MB,
      timeout: props.timeout,
      role: this.#role,
      logGroup,
      ...(props.deadLetters === undefined ? {} : { deadLetterQueue: props.deadLetters }),
      environment: { [ENV.stage]: config.stage, [ENV.logLevel]: 'INFO', [ENV.version]: version },
    });
    nameEntry(this.function, props.entry);
    new OperationalAlarm(this, 'Failing', {
      desk: props.deployment.desk,
      metric: this.function.metricErrors({ period: MINUTE, statistic: 'Sum' }),
      threshold: config.alarms.functionErrors,
      periods: 3,
      impact: props.impact,
      runbook: 'A function fails',
    });
  }

  /** Reads items, and what the named indexes answer. */
  readsLedger(table: Table, ...indexes: readonly IndexName[]): this {
    this.#may(ASK, [table.tableArn]);
    if (indexes.length > 0)
      this.#may(
        ['dynamodb:Query'],
        indexes.map((name) => `${table.tableArn}/index/${name}`),
      );
    return this.knows(ENV.tableName, table.tableName);
  }

  /** Reads and changes items, alone or in transactions; never scans, and removes nothing: the record only grows. */
  writesLedger(table: Table, ...indexes: readonly IndexName[]): this {
    this.#may(CHANGE, [table.tableArn]);
    return this.readsLedger(table, ...indexes);
  }

  /** Writes items of its own one by one in the one way named: the transactions of the ledger are not for it. */
  writesAlone(table: Table, action: 'dynamodb:PutItem' | 'dynamodb:UpdateItem'): this {
    this.#may([action], [table.tableArn]);
    return this;
  }

  /** Takes away what is named, known by its partition, and no other item. */
  removes(table: Table, ...what: readonly Removable[]): this {
    this.#role.addToPolicy(removalFrom(table, what));
    return this;
  }

  /**
   * Opens personal data: may make and unwrap the vault's secrets, which alone bear the vault's encryption context, and
   * nothing else that the key encrypts. Where no context is told the policy has nothing to compare, and nothing to open.
   */
  usesVault(key: IKey): this {
    const { key: name, dataKey, lookupSecret } = VAULT_CONTEXT;
    this.#role.addToPolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [key.keyArn],
        conditions: {
          StringEqualsIfExists: { [`kms:EncryptionContext:${name}`]: [dataKey, lookupSecret] },
          'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': [name] },
        },
      }),
    );
    return this.knows(ENV.dataKeyId, key.keyArn);
  }

  /** Sends to a queue, whose address it finds under the name. */
  sendsTo(queue: IQueue, name: EnvName): this {
    this.#may(['sqs:SendMessage'], [queue.queueArn]);
    this.#mayUseKeyOf(queue.encryptionMasterKey);
    return this.knows(name, queue.queueUrl);
  }

  /** Asks how many messages wait in a queue, whose address it finds under the name. */
  readsDepthOf(queue: IQueue, name: EnvName): this {
    this.#may(['sqs:GetQueueAttributes'], [queue.queueArn]);
    return this.knows(name, queue.queueUrl);
  }

  /** Publishes to a topic, whose ARN it finds under the name. */
  publishesTo(topic: ITopic, name: EnvName): this {
    this.#may(['sns:Publish'], [topic.topicArn]);
    this.#mayUseKeyOf(topic.masterKey);
    return this.knows(name, topic.topicArn);
  }

  /** Hands entries to a delivery stream, whose name it finds under the name. */
  delivers(stream: CfnDeliveryStream, name: EnvName): this {
    this.#may(['firehose:PutRecordBatch'], [stream.attrArn]);
    return this.knows(name, stream.ref);
  }

  /** Sends texts to telephones and to no topic. One function of the product has this. */
  mayTextPhones(): this {
    // A telephone has no ARN: whatever has one, a topic or an app, is left out.
    this.#role.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }));
    return this;
  }

  /** May what a policy of a construct around it says. */
  attach(policy: Policy): void {
    this.#role.attachInlinePolicy(policy);
  }

  /** Finds a value of the deployment under the name. */
  knows(name: EnvName, value: string): this {
    this.function.addEnvironment(name, value);
    return this;
  }

  /** Is invoked with up to ten messages of the queue at a time; only those it reports as failed come again. */
  consumes(queue: IQueue, maxConcurrency: number): this {
    const source = new SqsEventSource(queue, { batchSize: 10, maxConcurrency, reportBatchItemFailures: true });
    this.function.addEventSource(source);
    return this;
  }

  #may(actions: string[], resources: string[]): void {
    this.#role.addToPolicy(new PolicyStatement({ actions, resources }));
  }

  #mayUseKeyOf(key: IKey | undefined): void {
    if (key !== undefined) this.#may(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn]);
  }
}

/** The template says which entry each function is: its logical id tells only where it stands. */
function nameEntry({ node }: LambdaFunction, entry: string): void {
  if (node.defaultChild instanceof CfnFunction) node.defaultChild.addMetadata(ENTRY_METADATA, entry);
}
