import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Template as Synthesised } from 'aws-cdk-lib/assertions';
import { HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule as EventRule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { AnyPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, EventSourceMapping, Function as LambdaHandler, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { RULES } from '../../lib/checks/liaison-checks.ts';
import { Template } from '../../lib/checks/template.ts';
import { cdkContext, synthesise } from '../support/deploy/stacks.ts';

type Build = (stack: Stack) => void;

const handler = (stack: Stack, id = 'Handler', role?: Role): LambdaHandler =>
  new LambdaHandler(stack, id, {
    code: Code.fromInline('exports.handler = () => {}'),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    timeout: Duration.seconds(10),
    ...(role === undefined ? {} : { role }),
  });

const roleWith = (stack: Stack, statement: PolicyStatement): void => {
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(statement);
};

const streamOf = (stack: Stack): string =>
  new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    stream: StreamViewType.NEW_IMAGE,
  }).tableStreamArn ?? '';

const anyAlarm = (stack: Stack, alarmDescription: string): void => {
  const metric = new Queue(stack, 'Queue').metricNumberOfMessagesSent();
  new Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1, alarmDescription });
};

/** For every rule one stack that breaks it. */
const BROKEN: Readonly<Record<string, Build>> = {
  'visibility-outlasts-retries': (stack) => {
    const queue = new Queue(stack, 'Queue', { visibilityTimeout: Duration.seconds(59) });
    handler(stack).addEventSource(new SqsEventSource(queue, { maxConcurrency: 2, reportBatchItemFailures: true }));
  },
  'enough-receives': (stack) => {
    new Queue(stack, 'Queue', { deadLetterQueue: { queue: new Queue(stack, 'Dead'), maxReceiveCount: 4 } });
  },
  'dead-letters-everywhere': (stack) => {
    new Topic(stack, 'Topic').addSubscription(new SqsSubscription(new Queue(stack, 'Queue')));
    new EventRule(stack, 'Rule', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(handler(stack))],
    });
  },
  'dead-letters-outlive': (stack) => {
    new Queue(stack, 'Queue', { deadLetterQueue: { queue: new Queue(stack, 'Dead'), maxReceiveCount: 5 } });
  },
  'dead-letters-watched': (stack) => {
    new Queue(stack, 'Queue', { deadLetterQueue: { queue: new Queue(stack, 'Dead'), maxReceiveCount: 5 } });
  },
  'only-our-own-senders': (stack) => {
    new Topic(stack, 'Topic').addSubscription(new SqsSubscription(new Queue(stack, 'Queue')));
  },
  'partial-batches': (stack) => {
    handler(stack).addEventSource(new SqsEventSource(new Queue(stack, 'Queue')));
  },
  'bounded-streams': (stack) => {
    new EventSourceMapping(stack, 'Mapping', {
      target: handler(stack),
      eventSourceArn: streamOf(stack),
      startingPosition: StartingPosition.LATEST,
    });
  },
  'bounded-concurrency': (stack) => {
    handler(stack).addEventSource(new SqsEventSource(new Queue(stack, 'Queue')));
  },
  'no-wildcard-actions': (stack) => {
    new Queue(stack, 'Queue').addToResourcePolicy(
      new PolicyStatement({ principals: [new AnyPrincipal()], actions: ['sqs:Get*'], resources: ['*'] }),
    );
  },
  'no-nameless-resources': (stack) => {
    roleWith(stack, new PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['*'] }));
  },
  'texts-from-one-door': (stack) => {
    roleWith(stack, new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
  },
  'removals-name-their-keys': (stack) => {
    roleWith(stack, new PolicyStatement({ actions: ['dynamodb:DeleteItem'], resources: [streamOf(stack)] }));
  },
  'one-role-one-function': (stack) => {
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    handler(stack, 'One', role);
    handler(stack, 'Other', role);
  },
  'no-secrets-in-environment': (stack) => {
    handler(stack).addEnvironment('WEBHOOK_SECRET', 'written down');
  },
  'doors-are-throttled': (stack) => {
    const api = new HttpApi(stack, 'Api', { createDefaultStage: false });
    new HttpStage(stack, 'Stage', { httpApi: api });
  },
  'no-foreign-pages': (stack) => {
    new HttpApi(stack, 'Api', { createDefaultStage: false, corsPreflight: { allowOrigins: ['*'] } });
  },
  'alarms-lead-somewhere': (stack) => anyAlarm(stack, 'Something is wrong. Runbook: docs/runbook.md#no-such-section'),
  'logs-end': (stack) => {
    handler(stack);
  },
  'same-runtime': (stack) => {
    handler(stack);
  },
  'table-is-kept': (stack) => {
    streamOf(stack);
  },
  'ours-alone': (stack) => {
    new LogGroup(stack, 'Logs');
    new Topic(stack, 'Topic');
    new Queue(stack, 'Queue');
  },
};

function findings(name: string, build: Build): readonly string[] {
  const stack = new Stack(new App({ context: cdkContext() }), 'Broken');
  build(stack);
  const rule = RULES.find((one) => one.name === name);
  return rule?.check(new Template(Synthesised.fromStack(stack).toJSON())).map(({ id, got }) => `${id}: ${got}`) ?? [];
}

test.each(RULES.map(({ name }) => name))('%s finds the stack that breaks it', (name) => {
  expect(findings(name, BROKEN[name] ?? (() => {}))).not.toEqual([]);
});

test('a subscription, a rule and a queue without dead letters are found, each by its name', () => {
  const found = findings('dead-letters-everywhere', BROKEN['dead-letters-everywhere'] ?? (() => {}));
  expect(found.map((line) => line.split(': ')[1])).toEqual([
    'AWS::SQS::Queue without dead letters',
    'AWS::SNS::Subscription without dead letters',
    'AWS::Events::Rule without dead letters',
  ]);
});

test('a role that may text telephones and also topics is found', () => {
  const texting: Build = (stack) => {
    const role = new Role(stack, 'DispatchAdvanceCase', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
  };
  const phonesOnly: Build = (stack) => {
    const role = new Role(stack, 'DispatchAdvanceCase', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }));
  };
  expect(findings('texts-from-one-door', texting)).toHaveLength(1);
  expect(findings('texts-from-one-door', phonesOnly)).toEqual([]);
});

test('a role that may remove whatever it likes is found, also where its condition leaves everything open', () => {
  const removing =
    (keys: readonly string[], asked = 'false'): Build =>
    (stack) =>
      roleWith(
        stack,
        new PolicyStatement({
          actions: ['dynamodb:DeleteItem'],
          resources: [streamOf(stack)],
          conditions: {
            'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
            Null: { 'dynamodb:LeadingKeys': asked },
          },
        }),
      );

  expect(findings('removals-name-their-keys', removing(['KEY#*', '*']))).toHaveLength(1);
  expect(findings('removals-name-their-keys', removing(['KEY#*'], 'true'))).toHaveLength(1);
  expect(findings('removals-name-their-keys', removing(['KEY#*']))).toEqual([]);
});

test('a door without a token and without a limit of its own is found by its route', () => {
  const open: Build = (stack) => {
    const api = new HttpApi(stack, 'Api', { createDefaultStage: false });
    const integration = new HttpLambdaIntegration('Handler', handler(stack));
    api.addRoutes({ path: '/knock', methods: [HttpMethod.POST], integration, authorizer: new HttpNoneAuthorizer() });
    new HttpStage(stack, 'Stage', { httpApi: api, throttle: { rateLimit: 100, burstLimit: 200 } });
  };
  expect(findings('doors-are-throttled', open)).toEqual([expect.stringContaining('POST /knock without a limit')]);
});

test('the name of a secret may stand in an environment', () => {
  const named: Build = (stack) => {
    handler(stack).addEnvironment('WEBHOOK_SECRET_NAMES', '{"mail":"liaison/prod/webhooks/mail"}');
  };
  expect(findings('no-secrets-in-environment', named)).toEqual([]);
});

test('an alarm without an action is found even when it names its section', () => {
  const found = findings('alarms-lead-somewhere', (stack) =>
    anyAlarm(stack, 'People wait. Runbook: docs/runbook.md#a-queue-does-not-move'),
  );
  expect(found).toEqual([expect.stringContaining('no action')]);
});

test('the shipped stacks break no rule, in any stage', () => {
  for (const stage of ['local', 'dev', 'prod']) {
    const { storage, pipeline } = synthesise({ stage });
    const found = [storage, pipeline].flatMap((json) =>
      RULES.flatMap((rule) => rule.check(new Template(json)).map(({ id, got }) => `${rule.name} ${id} ${got}`)),
    );
    expect({ stage, found }).toEqual({ stage, found: [] });
  }
});

test('a broken rule of ours fails synthesis, naming rule and resource', () => {
  const forgotten = () => synthesise({ spoil: ({ pipeline }) => new Queue(pipeline, 'Forgotten') });
  expect(forgotten).toThrow(/Pipeline\/Forgotten\/Resource[\s\S]*LiaisonChecks::dead-letters-everywhere/u);
});

test('an open finding of cdk-nag fails synthesis', () => {
  const wide = ({ storage }: { storage: Stack }) =>
    new Role(storage, 'Wide', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }).addToPolicy(
      new PolicyStatement({ actions: ['logs:*'], resources: ['arn:aws:logs:us-east-1:111111111111:log-group:x'] }),
    );
  expect(() => synthesise({ spoil: wide })).toThrow(/AwsSolutions-IAM5\[Action::logs:\*\]/u);
});

test('every finding that is acknowledged has its reason, and there are thirteen', () => {
  const known: { id: string; reason: string }[] = [];
  synthesise({
    spoil: ({ storage }) => {
      for (const { node } of storage.node.root.node.findAll()) {
        const entries = node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
        for (const entry of entries) {
          const data: unknown = entry.data;
          if (typeof data !== 'object' || data === null) continue;
          for (const [id, reason] of Object.entries(data)) known.push({ id, reason: String(reason) });
        }
      }
    },
  });
  expect(known.map(({ id }) => id.replace(/^.*::(?=AwsSolutions-)/u, '').slice(0, 17)).toSorted()).toEqual([
    'AwsSolutions-APIG',
    'AwsSolutions-APIG',
    'AwsSolutions-APIG',
    'AwsSolutions-IAM5',
    'AwsSolutions-IAM5',
    'AwsSolutions-IAM5',
    'AwsSolutions-IAM5',
    'AwsSolutions-IAM5',
    'AwsSolutions-IAM5',
    'AwsSolutions-SMG4',
    'AwsSolutions-SMG4',
    'AwsSolutions-SMG4',
    'AwsSolutions-SMG4',
  ]);
  for (const { reason } of known) expect(reason.length).toBeGreaterThan(40);
});
