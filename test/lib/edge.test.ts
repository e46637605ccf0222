import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { addLiaison } from '../../lib/stacks/liaison.ts';
import { cdkContext, configOf, madeUpBundles, synthesise } from '../support/deploy/stacks.ts';

const EDGE = {
  domain: 'liaison.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/0f5b2c0e-1111-4222-8333-444455556666',
  apiHost: 'abc123.execute-api.eu-west-1.amazonaws.com',
  requestsPerFiveMinutes: 1500,
};

function edgeTemplate(): Template {
  const app = new App({
    analyticsReporting: false,
    context: cdkContext(),
    outdir: mkdtempSync(join(tmpdir(), 'cdk-')),
  });
  addLiaison(app, { config: configOf('prod', { edge: EDGE }), bundles: madeUpBundles(), version: '0.0.0' });
  app.synth();
  const edge = app.node.findChild('Edge');
  if (!Stack.isStack(edge)) throw new Error('Edge is no stack');
  return Template.fromStack(edge);
}

test('no stage has a front door unless its configuration asks for one', () => {
  const { storage, pipeline } = synthesise({ stage: 'prod' });

  const types = [storage, pipeline].flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type));

  expect(types.filter((type) => /CloudFront|WAFv2/u.test(type))).toEqual([]);
});

test('the front door caches nothing, speaks TLS 1.2 alone and asks the web ACL first', () => {
  const edge = edgeTemplate();

  edge.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: Match.objectLike({
      Aliases: ['liaison.example.com'],
      WebACLId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RulesAcl'), 'Arn'] },
      ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
      DefaultCacheBehavior: Match.objectLike({
        // The managed policy CachingDisabled.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        ViewerProtocolPolicy: 'https-only',
      }),
    }),
  });
});

test('one address has its limit, and people may still write long and about pages', () => {
  edgeTemplate().hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'CLOUDFRONT',
    Rules: Match.arrayWith([
      Match.objectLike({
        Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 1500 } },
        Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
      }),
      Match.objectLike({
        Statement: {
          ManagedRuleGroupStatement: Match.objectLike({
            Name: 'AWSManagedRulesCommonRuleSet',
            RuleActionOverrides: Match.arrayWith([{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }]),
          }),
        },
      }),
    ]),
  });
});

test('a certificate of another region fails synthesis, naming the key and the cure', () => {
  const wrong = { ...EDGE, certificateArn: EDGE.certificateArn.replace('us-east-1', 'eu-west-1') };

  expect(() => configOf('prod', { edge: wrong })).toThrow(/edge\.certificateArn[\s\S]*us-east-1/u);
});
