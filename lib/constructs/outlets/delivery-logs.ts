import { Aws } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscriptionFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { HandlerFunction } from '../handler-function.ts';

export interface DeliveryLogsProps {
  /** Push applications beside the texts. */
  readonly applications: readonly string[];
  readonly reader: HandlerFunction;
}

/**
 * Every line of the delivery-status logs of SNS goes to one function. SNS makes the log groups itself, one for what
 * arrived and one for what did not, once an operator has switched the logging on; they are not the stack's to make.
 */
export class DeliveryLogs extends Construct {
  constructor(scope: Construct, id: string, { applications, reader }: DeliveryLogsProps) {
    super(scope, id);
    const { functionArn } = reader.function;
    for (const [index, source] of ['DirectPublishToPhoneNumber', ...applications.map((one) => `app/${one}`)].entries())
      for (const [outcome, suffix] of [
        ['Arrived', ''],
        ['Failed', '/Failure'],
      ] as const) {
        const logGroupName = `sns/${Aws.REGION}/${Aws.ACCOUNT_ID}/${source}${suffix}`;
        const name = `${outcome}${index}`;
        reader.function.addPermission(name, {
          principal: new ServicePrincipal('logs.amazonaws.com'),
          sourceArn: `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logGroupName}:*`,
          sourceAccount: Aws.ACCOUNT_ID,
        });
        const filter = new CfnSubscriptionFilter(this, name, {
          logGroupName,
          filterPattern: '',
          destinationArn: functionArn,
        });
        // CloudWatch Logs tries the function when it subscribes.
        filter.node.addDependency(reader.function);
      }
  }
}
