import { Aws, Duration } from 'aws-cdk-lib';
import { type IRuleTarget, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import type { HandlerFunction } from './handler-function.ts';
import { MINUTE, OperationalAlarm } from './operational-alarm.ts';

/** When a schedule comes, how long it is worth anything, and after how much silence somebody is called. */
export interface Rhythm {
  readonly name: string;
  readonly schedule: Schedule;
  readonly life: Duration;
  /** Periods in a row without a run. */
  readonly silence: { readonly period: Duration; readonly periods: number };
}

export const EVERY_MINUTE: Rhythm = {
  name: 'EveryMinute',
  schedule: Schedule.rate(MINUTE),
  // An older tick is worth nothing: the next one does its work as well.
  life: Duration.minutes(1),
  silence: { period: Duration.minutes(5), periods: 1 },
};

export const EVERY_NIGHT: Rhythm = {
  name: 'EveryNight',
  // After the last lines of a day have arrived, whatever held them up for two hours.
  schedule: Schedule.cron({ hour: '2', minute: '30' }),
  life: Duration.hours(6),
  silence: { period: Duration.days(1), periods: 2 },
};

export interface OnScheduleProps {
  readonly deployment: Deployment;
  readonly rhythm: Rhythm;
  readonly runs: HandlerFunction;
  /** Where a tick goes that could not be handed over. */
  readonly deadLetters: Queue;
  /** What does not happen while the ticks fail to come, in one sentence. */
  readonly impact: string;
}

const EVENTS = new ServicePrincipal('events.amazonaws.com');

/** Runs a function by the clock, and calls operations when it did not run. */
export class OnSchedule extends Construct {
  constructor(scope: Construct, id: string, { deployment, rhythm, runs, deadLetters, impact }: OnScheduleProps) {
    super(scope, id);
    const target: IRuleTarget = {
      bind: () => ({
        arn: runs.function.functionArn,
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: rhythm.life.toSeconds(), maximumRetryAttempts: 3 },
      }),
    };
    const rule = new Rule(this, 'Rule', { schedule: rhythm.schedule, targets: [target] });
    runs.function.addPermission(rhythm.name, { principal: EVENTS, sourceArn: rule.ruleArn });
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
      metric: runs.function.metricInvocations({ period: rhythm.silence.period, statistic: 'Sum' }),
      threshold: 1,
      periods: rhythm.silence.periods,
      when: 'below',
      impact,
      runbook: 'A schedule did not run',
    });
  }
}
