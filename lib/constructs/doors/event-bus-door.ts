import { Aws, Stack } from 'aws-cdk-lib';
import { CfnEventBus, EventBus, type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import type { WorkQueue } from '../work-queue.ts';
import { busSpeakers } from './bus-speakers.ts';

export interface EventBusDoorProps {
  readonly deployment: Deployment;
  /** Where every event of the bus goes, in the bus's envelope. */
  readonly to: WorkQueue;
}

const EVENTS = new ServicePrincipal('events.amazonaws.com');

/**
 * An event bus of our own whose every event goes to one queue. Its policy says who may put events as which source, and
 * denies everybody else, whatever the permissions of their own role say.
 */
export class EventBusDoor extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { deployment, to }: EventBusDoorProps) {
    super(scope, id);
    // A name of its own, so that the policy can say which bus it is about before there is one.
    const eventBusName = `liaison-${deployment.config.stage}-events`;
    this.bus = new EventBus(this, 'Bus', {
      eventBusName,
      description: 'Events of account systems, each the whole CloudEvent',
      kmsKey: deployment.messageKey,
      deadLetterQueue: to.deadLetters,
    });
    const arn = Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: eventBusName });
    const Statement = busSpeakers(deployment.config.producers, arn).map((one): unknown => one.toStatementJson());
    // With the bus itself, not as a resource beside it: there is no moment in which anybody may put anything.
    const { defaultChild } = this.bus.node;
    if (defaultChild instanceof CfnEventBus) defaultChild.policy = { Version: '2012-10-17', Statement };
    const target: IRuleTarget = {
      bind: () => ({ arn: to.queue.queueArn, deadLetterConfig: { arn: to.deadLetters.queueArn } }),
    };
    const rule = new Rule(this, 'Rule', {
      eventBus: this.bus,
      // Whatever it is: what is no event of ours is kept in quarantine, not lost on the bus.
      eventPattern: { account: [Aws.ACCOUNT_ID] },
      targets: [target],
    });
    letIn(to.queue, rule.ruleArn);
    letIn(to.deadLetters, rule.ruleArn);
    letIn(to.deadLetters, this.bus.eventBusArn);
  }
}

function letIn(queue: Queue, source: string): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [EVENTS],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        ArnEquals: { 'aws:SourceArn': source },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      },
    }),
  );
}
