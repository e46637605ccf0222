import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type GlobalSecondaryIndexProps,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { INDEX, REMOVABLE, type Removable, TABLE } from '../../functions/store/table.contract.ts';

export interface LedgerTableProps {
  readonly key: IKey;
  /** Days back to which the table can be restored, to the second. */
  readonly recoveryDays: number;
  /** The table stays when the stack is deleted. */
  readonly retain: boolean;
  /** The table refuses to be deleted. */
  readonly refuseDeletion: boolean;
}

/**
 * The one table, as table.contract.ts names it: its stream carries new images, its indexes answer three questions.
 * Not the CDK's TableV2: that cannot have a key of ours unless the template names its region.
 */
export class LedgerTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: LedgerTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: textKey(TABLE.partitionKey),
      sortKey: textKey(TABLE.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: TABLE.expiry,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: props.recoveryDays,
      },
      deletionProtection: props.refuseDeletion,
      removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const index of Object.values(INDEX)) this.table.addGlobalSecondaryIndex(secondaryIndex(index));
  }
}

const textKey = (name: string) => ({ name, type: AttributeType.STRING });

type IndexName = {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly include?: readonly string[];
};

/** Keys only, or keys and what the contract includes: an index never carries facts that change. */
function secondaryIndex(index: IndexName): GlobalSecondaryIndexProps {
  const keys = { indexName: index.name, partitionKey: textKey(index.partitionKey), sortKey: textKey(index.sortKey) };
  if (index.include === undefined) return { ...keys, projectionType: ProjectionType.KEYS_ONLY };
  return { ...keys, projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.include] };
}

/** Leave to take away what is named, known by its partition, and no other item of the table. */
export const removalFrom = (table: Table, what: readonly Removable[]): PolicyStatement =>
  new PolicyStatement({
    actions: ['dynamodb:DeleteItem'],
    resources: [table.tableArn],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': what.map((name) => REMOVABLE[name]) },
      // Without this a request that told no key would meet every condition on keys.
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });
