import { Aws, Duration } from 'aws-cdk-lib';
import { type IRuleTarget, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import type { HandlerFunction } from './handler-function.ts';
import { MINUTE, OperationalAlarm } from './operational-alarm.ts';

export interface EveryMinuteProps {
  readonly deployment: Deployment;
  readonly runs: HandlerFunction;
  /** Where a tick goes that could not be handed over. */
  readonly deadLetters: Queue;
  /** What does not happen while the ticks fail to come, in one sentence. */
  readonly impact: string;
}

const EVENTS = new ServicePrincipal('events.amazonaws.com');
/** An older tick is worth nothing: the next one does its work as well. */
const TICK_LIFE = Duration.minutes(1);
const SILENCE = Duration.minutes(5);

/** Runs a function once a minute, and calls operations when it did not run for five. */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, { deployment, runs, deadLetters, impact }: EveryMinuteProps) {
    super(scope, id);
    const target: IRuleTarget = {
      bind: () => ({
        arn: runs.function.functionArn,
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: TICK_LIFE.toSeconds(), maximumRetryAttempts: 3 },
      }),
    };
    const rule = new Rule(this, 'Rule', { schedule: Schedule.rate(MINUTE), targets: [target] });
    runs.function.addPermission('EveryMinute', { principal: EVENTS, sourceArn: rule.ruleArn });
    deadLetters.addToResourcePolicy(
      new PolicyStatement({
        principals: [EVENTS],
        actions: ['sqs:SendMessage'],
        resources: [deadLetters.queueArn],
        conditions: {
          ArnEquals: { 'aws:SourceArn': rule.ruleArn },
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        },
      }),
    );
    new OperationalAlarm(this, 'DidNotRun', {
      desk: deployment.desk,
      metric: runs.function.metricInvocations({ period: SILENCE, statistic: 'Sum' }),
      threshold: 1,
      when: 'below',
      impact,
      runbook: 'A schedule did not run',
    });
  }
}
