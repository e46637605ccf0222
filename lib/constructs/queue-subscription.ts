import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription, type ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { WorkQueue } from './work-queue.ts';

export interface QueueSubscriptionProps {
  readonly topic: ITopic;
  readonly to: WorkQueue;
}

/**
 * Messages of a topic go to a queue with the topic's envelope around them, because its time of receipt counts. What
 * cannot be handed over goes to the queue's dead letters. Both queues let in this topic of this account only.
 */
export class QueueSubscription extends Construct {
  constructor(scope: Construct, id: string, { topic, to }: QueueSubscriptionProps) {
    super(scope, id);
    for (const queue of [to.queue, to.deadLetters]) letIn(queue, topic);
    // The L2 subscription names the topic in the policies it writes but not the account.
    const subscription = new CfnSubscription(this, 'Subscription', {
      topicArn: topic.topicArn,
      protocol: 'sqs',
      endpoint: to.queue.queueArn,
      rawMessageDelivery: false,
      redrivePolicy: { deadLetterTargetArn: to.deadLetters.queueArn },
    });
    // SNS tries the queue when it subscribes.
    subscription.node.addDependency(to.queue, to.deadLetters);
  }
}

function letIn(queue: Queue, topic: ITopic): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('sns.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        ArnEquals: { 'aws:SourceArn': topic.topicArn },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  );
}
