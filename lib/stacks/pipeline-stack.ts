import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/schema.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { OperationsDesk } from '../constructs/operations-desk.ts';
import { Complaints } from '../stages/complaints.ts';
import { Console } from '../stages/console.ts';
import { Dispatch } from '../stages/dispatch.ts';
import { Feedback } from '../stages/feedback.ts';
import { showFigures } from '../stages/figures.ts';
import { Intake } from '../stages/intake.ts';
import { Ledger } from '../stages/ledger.ts';
import { QueuesInSight } from '../stages/queues-in-sight.ts';
import { Replies } from '../stages/replies.ts';
import type { Storage } from './storage-stack.ts';

export interface PipelineStackProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly storage: Storage;
  /** Folder that holds one bundle a function. */
  readonly bundles: string;
  readonly version: string;
}

/** All that works and keeps nothing: it may be deleted and deployed anew. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { config, storage, bundles, version, ...props }: PipelineStackProps) {
    super(scope, id, props);
    // By its ARN, so that nothing made here is written into the policy of a key that must not know of it.
    const messageKey = Key.fromKeyArn(this, 'MessageKey', storage.messageKey.keyArn);
    const desk = new OperationsDesk(this, 'Operations', { key: messageKey });
    const deployment: Deployment = { config, bundles, version, messageKey, desk };

    const intake = new Intake(this, 'Intake', { deployment, storage });
    const dispatch = new Dispatch(this, 'Dispatch', { deployment, storage });
    const replies = new Replies(this, 'Replies', { deployment, storage });
    const complaints = new Complaints(this, 'Complaints', { deployment, storage });
    const { lanes } = dispatch;
    const ledger = new Ledger(this, 'Ledger', { deployment, storage, lanes, complaints: complaints.work });
    const feedback = new Feedback(this, 'Feedback', { deployment, storage });
    const console = new Console(this, 'Console', { deployment, storage, intake, replies });
    new QueuesInSight(this, 'Queues', { reader: console.staffApi, mover: console.opsApi, key: messageKey });
    showFigures(this, { deployment, storage, intake, dispatch, replies, complaints, ledger, feedback });

    const outputs = {
      ApiUrl: console.api.apiEndpoint,
      UserPoolClientId: console.signIn.staffClient.userPoolClientId,
      EventsQueueUrl: intake.events.queue.queueUrl,
      EventsBusName: intake.bus.bus.eventBusName,
      InboundSmsTopicArn: replies.inboundTopic.topicArn,
      WorkUrgentQueueUrl: dispatch.lanes.urgent.queue.queueUrl,
      WorkNormalQueueUrl: dispatch.lanes.normal.queue.queueUrl,
      WorkBulkQueueUrl: dispatch.lanes.bulk.queue.queueUrl,
      WorkComplaintsQueueUrl: complaints.work.queue.queueUrl,
      DeliveryReceiptsTopicArn: dispatch.receiptsTopic.topicArn,
      OutcomesTopicArn: ledger.outcomesTopic.topicArn,
      AlarmsTopicArn: desk.alarmTopic.topicArn,
      DashboardUrl: desk.dashboardUrl,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
