import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { TABLE } from '../../functions/store/table.contract.ts';

export interface ErasureTableProps {
  readonly key: IKey;
  readonly recoveryDays: number;
  readonly retain: boolean;
  readonly refuseDeletion: boolean;
}

/**
 * Who was erased, beside the record: whoever restores the record restores the erased with it, and this list takes them
 * out again. It is written in the transaction that erases, and is never restored together with the record.
 */
export class ErasureTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: ErasureTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: TABLE.partitionKey, type: AttributeType.STRING },
      sortKey: { name: TABLE.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: props.recoveryDays,
      },
      deletionProtection: props.refuseDeletion,
      removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}
