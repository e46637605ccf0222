import { readFileSync } from 'node:fs';
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import type { OperationsDesk } from './operations-desk.ts';

export interface OperationalAlarmProps {
  readonly desk: OperationsDesk;
  readonly metric: IMetric;
  /** From the deployment's configuration, in the metric's own unit. */
  readonly threshold: number;
  /**
   * `at-least`: too much is wrong. `below`: too little is wrong, and no figures at all are the worst of it.
   * @default 'at-least'
   */
  readonly when?: 'at-least' | 'below';
  /**
   * Periods of the metric in a row that must be wrong.
   * @default 1
   */
  readonly periods?: number;
  /** What customers or staff notice while this lasts, in one sentence. */
  readonly impact: string;
  /** Heading of docs/runbook.md that says what to do. */
  readonly runbook: string;
}

const RUNBOOK = 'docs/runbook.md';

/** An alarm that says what is at stake and where the way out is written. Fails synth when that heading does not exist. */
export class OperationalAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: OperationalAlarmProps) {
    super(scope, id);
    const isFloor = props.when === 'below';
    this.alarm = new Alarm(this, 'Alarm', {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: isFloor
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: isFloor ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.impact} ${runbookReference(props.runbook, this.node.path)}`,
    });
    this.alarm.addAlarmAction(new SnsAction(props.desk.alarmTopic));
    props.desk.watch(this.alarm);
  }
}

/** The usual period of our alarms. */
export const MINUTE = Duration.minutes(1);

/** How an alarm's description names its page; `lib/checks` reads it back. */
export const runbookLink = (slug: string): string => `Runbook: docs/runbook.md#${slug}`;

function runbookReference(heading: string, alarm: string): string {
  if (!runbookHeadings().has(heading)) {
    throw new Error(`${alarm}: ${RUNBOOK} has no heading "${heading}"; write that section or name an existing one`);
  }
  return runbookLink(slugOf(heading));
}

/** Headings of the runbook's sections. */
export function runbookHeadings(): ReadonlySet<string> {
  const text = readFileSync(new URL(`../../${RUNBOOK}`, import.meta.url), 'utf8');
  return new Set([...text.matchAll(/^## (.+)$/gmu)].map(([, heading = '']) => heading.trim()));
}

/** A heading's anchor as GitHub and most renderers make it. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, '-');
