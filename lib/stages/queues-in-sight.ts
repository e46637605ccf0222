import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ENV, type QueueOfDeployment } from '../../functions/runtime/env.contract.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';

export interface QueuesInSightProps {
  /** The function that operations ask. */
  readonly reader: HandlerFunction;
}

/** Every queue of its stack by stage and name, with its dead letters, so that none is forgotten where operations look. */
export class QueuesInSight extends Construct {
  constructor(scope: Construct, id: string, { reader }: QueuesInSightProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const queues = stack.node.findAll().filter((one) => one instanceof WorkQueue);
    const resources = queues.flatMap(({ queue, deadLetters }) => [queue.queueArn, deadLetters.queueArn]);
    const statement = new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources });
    reader.attach(new Policy(this, 'Policy', { statements: [statement] }));
    const told = queues.map(
      ({ node, queue, deadLetters }): QueueOfDeployment => ({
        name: node.path.split('/').slice(1).join('.'),
        url: queue.queueUrl,
        deadLetters: deadLetters.queueUrl,
      }),
    );
    reader.knows(ENV.queues, stack.toJsonString(told));
  }
}
