import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import {
  METRIC_NAMESPACE,
  type MetricName,
  SERVICE_DIMENSION,
} from '../../functions/runtime/metrics/metrics.contract.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { MINUTE, OperationalAlarm } from '../constructs/operational-alarm.ts';
import type { Storage } from '../stacks/storage-stack.ts';
import type { Complaints } from './complaints.ts';
import type { Dispatch } from './dispatch.ts';
import type { Feedback } from './feedback.ts';
import type { Intake } from './intake.ts';
import type { Ledger } from './ledger.ts';
import type { Replies } from './replies.ts';

export interface FiguresProps {
  readonly deployment: Deployment;
  readonly storage: Storage;
  readonly intake: Intake;
  readonly dispatch: Dispatch;
  readonly replies: Replies;
  readonly complaints: Complaints;
  readonly ledger: Ledger;
  readonly feedback: Feedback;
}

/** Alarms that belong to no single part, and the dashboard: what came in, what went out, what waits. */
export function showFigures(scope: Construct, props: FiguresProps): void {
  const { desk } = props.deployment;
  const own = (...names: readonly MetricName[]): Metric[] => names.map((name) => ownMetric(name, props.deployment));
  const alarms = new Construct(scope, 'Figures');
  addAlarms(alarms, props);
  addSendingAlarms(alarms, props);
  addAbuseAlarms(alarms, props);
  desk.show('Events', own('EventAccepted', 'EventDuplicated', 'EventRejected', 'EventTooLate', 'MessageQuarantined'));
  desk.show('Texts', own('SendAccepted', 'SendNotSent', 'SendInDoubt', 'ContactRefused', 'ClaimLost'));
  desk.show('Replies', own('ReplyUnderstood', 'ReplyUnclear', 'ReplyUnmatched', 'OptOutRecorded'));
  desk.show('Cases', own('CaseOpened', 'CaseSettled', 'WorkSwept', 'WorkRescued', 'WorkOverdue'));
  const { intake, dispatch, replies, complaints, ledger, feedback } = props;
  const { urgent, normal, bulk } = dispatch.lanes;
  const queues = [
    intake.events,
    intake.busEvents,
    urgent,
    normal,
    bulk,
    replies.inbound,
    complaints.work,
    dispatch.receipts,
    ledger.sweepQueue,
  ];
  desk.show(
    'Age of the oldest message',
    queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage({ period: MINUTE, label: queue.node.path })),
  );
  desk.show('Lag of the stream', [
    ledger.relay.function.metric('IteratorAge', { period: MINUTE, statistic: 'Maximum' }),
    feedback.project.function.metric('IteratorAge', { period: MINUTE, statistic: 'Maximum' }),
  ]);
  desk.showAlarms();
}

const ownMetric = (metricName: MetricName, { config }: Deployment): Metric =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { [SERVICE_DIMENSION]: config.stage },
    statistic: 'Sum',
    period: MINUTE,
  });

function addAlarms(scope: Construct, { deployment, storage }: FiguresProps): void {
  const { desk, config } = deployment;
  new OperationalAlarm(scope, 'Quarantine', {
    desk,
    metric: ownMetric('MessageQuarantined', deployment),
    threshold: config.alarms.quarantinedMessages,
    impact: 'Something the bank was told is set aside and not acted on.',
    runbook: 'Messages are in quarantine',
  });
  new OperationalAlarm(scope, 'InDoubt', {
    desk,
    metric: ownMetric('SendInDoubt', deployment),
    threshold: config.alarms.sendsInDoubt,
    impact: 'Nobody knows whether these texts went out; they are not sent again by themselves.',
    runbook: 'Texts are in doubt',
  });
  new OperationalAlarm(scope, 'FiguresDiffer', {
    desk,
    metric: ownMetric('FiguresDiffer', deployment),
    threshold: 1,
    impact: 'Reports tell numbers that the record does not bear out; nobody is contacted differently.',
    runbook: 'Figures differ from the record',
  });
  new OperationalAlarm(scope, 'FunctionsThrottled', {
    desk,
    metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum', period: MINUTE }),
    threshold: config.alarms.functionThrottles,
    periods: 3,
    impact: 'Work of every kind waits or is refused: the account has no free place for another function.',
    runbook: 'A queue does not move',
  });
  new OperationalAlarm(scope, 'TableThrottled', {
    desk,
    metric: storage.table.metric('WriteThrottleEvents', { period: MINUTE, statistic: 'Sum' }),
    threshold: config.alarms.tableThrottles,
    periods: 3,
    impact: 'Everything slows down: events, decisions and answers wait for the table.',
    runbook: 'The table pushes back',
  });
}

function addSendingAlarms(scope: Construct, { deployment }: FiguresProps): void {
  const { desk, config } = deployment;
  new OperationalAlarm(scope, 'MayNotSend', {
    desk,
    metric: ownMetric('SendPermissionDenied', deployment),
    threshold: 1,
    impact: 'No text goes out: the provider refuses this account or role.',
    runbook: 'Texts are refused or spending runs out',
  });
  new OperationalAlarm(scope, 'Spend', {
    desk,
    metric: new Metric({
      namespace: 'AWS/SNS',
      metricName: 'SMSMonthToDateSpentUSD',
      statistic: 'Maximum',
      period: MINUTE,
    }),
    threshold: config.alarms.monthlySmsSpendUsd,
    impact: "Texts stop for the rest of the month when the account's spending quota is reached.",
    runbook: 'Texts are refused or spending runs out',
  });
}

/** What a hostile sender or a stolen token would set off. */
function addAbuseAlarms(scope: Construct, { deployment }: FiguresProps): void {
  const { desk, config } = deployment;
  new OperationalAlarm(scope, 'BudgetSpent', {
    desk,
    metric: ownMetric('BudgetSpent', deployment),
    threshold: config.alarms.textsWithoutBudget,
    impact:
      'Texts wait for the next hour: the budget of a purpose, a country or the day is spent, perhaps by an attack.',
    runbook: 'The budget of texts is spent',
  });
  new OperationalAlarm(scope, 'NumbersSideBySide', {
    desk,
    metric: ownMetric('NumbersSideBySide', deployment),
    threshold: config.alarms.textsSideBySide,
    impact: 'Somebody has the bank text numbers one after another; those texts wait for the next hour.',
    runbook: 'The budget of texts is spent',
  });
  new OperationalAlarm(scope, 'StaffSlowed', {
    desk,
    metric: ownMetric('StaffSlowed', deployment),
    threshold: config.alarms.staffSlowed,
    impact:
      'Somebody of the staff reads or contacts far more people than their work asks for, or others use their token.',
    runbook: 'Somebody is slowed down',
  });
}
