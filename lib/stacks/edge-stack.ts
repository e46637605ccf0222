import { CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { acknowledge, EDGE } from '../checks/acknowledgements.ts';
import type { EdgeConfig } from '../config/edge.ts';
import { FrontDoorRules } from '../constructs/front-door-rules.ts';

export interface EdgeStackProps extends StackProps {
  readonly edge: EdgeConfig;
}

/**
 * A front door for a deployment whose API is reached from the internet: CloudFront with a web ACL, because an HTTP API
 * takes none itself. It caches nothing and passes every header on. The API behind it still answers for itself: tokens,
 * roles and throttling are its own, so whoever goes round the front door gains only what the ACL would have refused.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { edge, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const rules = new FrontDoorRules(this, 'Rules', { requestsPerFiveMinutes: edge.requestsPerFiveMinutes });
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Liaison: the front door of the API',
      domainNames: [edge.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', edge.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      webAclId: rules.arn,
      defaultBehavior: {
        origin: new HttpOrigin(edge.apiHost, { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    });
    acknowledge(distribution, EDGE.everywhere, EDGE.logsBehind);
    new CfnOutput(this, 'EdgeUrl', { value: Fn.join('', ['https://', edge.domain]) });
    new CfnOutput(this, 'EdgeTarget', { value: distribution.distributionDomainName });
  }
}
