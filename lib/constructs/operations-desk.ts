import { Aws } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IAlarm, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface OperationsDeskProps {
  readonly key: IKey;
}

/** Where operations looks and is called: one topic hears every alarm, one dashboard shows the figures beside them. */
export class OperationsDesk extends Construct {
  readonly alarmTopic: Topic;
  readonly dashboard: Dashboard;
  readonly #alarms: IAlarm[] = [];

  constructor(scope: Construct, id: string, props: OperationsDeskProps) {
    super(scope, id);
    this.alarmTopic = new Topic(this, 'Alarms', { masterKey: props.key, enforceSSL: true });
    this.dashboard = new Dashboard(this, 'Dashboard');
  }

  /** Address of the dashboard in the AWS console. */
  get dashboardUrl(): string {
    return `https://${Aws.REGION}.console.aws.amazon.com/cloudwatch/home#dashboards:name=${this.dashboard.dashboardName}`;
  }

  /** The alarm is heard here and stands on the dashboard. */
  watch(alarm: IAlarm): void {
    this.#alarms.push(alarm);
  }

  /** One graph of figures that are read together. */
  show(title: string, metrics: readonly IMetric[]): void {
    this.dashboard.addWidgets(new GraphWidget({ title, left: [...metrics], width: 12 }));
  }

  /** Puts the state of all alarms on the dashboard; called once, when all of them are known. */
  showAlarms(): void {
    this.dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: this.#alarms, width: 24 }));
  }
}
