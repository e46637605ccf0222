import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ENV } from '../../../functions/runtime/env.contract.ts';
import { acknowledge, endpointsOf } from '../../checks/acknowledgements.ts';
import type { HandlerFunction } from '../handler-function.ts';

export interface PushApplicationsProps {
  /** As SNS names them: `GCM/MyBank`. */
  readonly applications: readonly string[];
  readonly sender: HandlerFunction;
}

/** The bank's app on the customers' phones: one function pushes to the endpoints of these applications and to no other. */
export class PushApplications extends Construct {
  constructor(scope: Construct, id: string, { applications, sender }: PushApplicationsProps) {
    super(scope, id);
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    const resources = applications.map((name) =>
      Stack.of(this).formatArn({ service: 'sns', resource: 'endpoint', resourceName: `${name}/*`, arnFormat }),
    );
    const policy = new Policy(this, 'Pushing', {
      statements: [new PolicyStatement({ actions: ['sns:Publish'], resources })],
    });
    acknowledge(policy, ...applications.map(endpointsOf));
    sender.attach(policy);
    sender.knows(ENV.pushApplications, JSON.stringify(applications));
  }
}
