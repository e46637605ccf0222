import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

export interface FrontDoorRulesProps {
  /** Of one address. */
  readonly requestsPerFiveMinutes: number;
}

/** Rule groups that AWS keeps current, in the order in which they are asked. */
const MANAGED = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesCommonRuleSet',
] as const;
/** Complaints and replies are what people write: a body may be longer than 8 KB, and may quote a page or a script. */
const PEOPLE_WRITE_SO = ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'GenericLFI_BODY', 'GenericRFI_BODY'];

/** What a request must pass before it comes near the API: a limit for each address, and AWS's own rule groups. */
export class FrontDoorRules extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { requestsPerFiveMinutes }: FrontDoorRulesProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      description: 'Liaison: what may come near the API',
      defaultAction: { allow: {} },
      visibilityConfig: seenAs('FrontDoor'),
      rules: [
        {
          name: 'OneAddress',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { limit: requestsPerFiveMinutes, aggregateKeyType: 'IP' } },
          visibilityConfig: seenAs('OneAddress'),
        },
        ...MANAGED.map((name, index) => ({
          name,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: 'AWS', name, ...exceptions(name) } },
          visibilityConfig: seenAs(name),
        })),
      ],
    });
    this.arn = acl.attrArn;
  }
}

const exceptions = (name: (typeof MANAGED)[number]) =>
  name === 'AWSManagedRulesCommonRuleSet'
    ? { ruleActionOverrides: PEOPLE_WRITE_SO.map((rule) => ({ name: rule, actionToUse: { count: {} } })) }
    : {};

/** Counted by name; no request is sampled, because its body would be somebody's words. */
const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});
