import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ENV, type QueueOfDeployment } from '../../functions/runtime/env.contract.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';

export interface QueuesInSightProps {
  /** The function that operations ask. */
  readonly reader: HandlerFunction;
  /** The function that brings dead letters back. */
  readonly mover: HandlerFunction;
  /** Key of the messages. */
  readonly key: IKey;
}

/** Every queue of its stack by stage and name, with its dead letters, so that none is forgotten where operations look. */
export class QueuesInSight extends Construct {
  constructor(scope: Construct, id: string, { reader, mover, key }: QueuesInSightProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const queues = stack.node.findAll().filter((one) => one instanceof WorkQueue);
    const resources = queues.flatMap(({ queue, deadLetters }) => [queue.queueArn, deadLetters.queueArn]);
    const statement = new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources });
    reader.attach(new Policy(this, 'Policy', { statements: [statement] }));
    mover.attach(
      new Policy(this, 'Mover', {
        statements: [
          new PolicyStatement({
            actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
            resources: queues.map(({ deadLetters }) => deadLetters.queueArn),
          }),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: queues.map(({ queue }) => queue.queueArn) }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ],
      }),
    );
    const told = queues.map(
      ({ node, queue, deadLetters }): QueueOfDeployment => ({
        name: node.path.split('/').slice(1).join('.'),
        url: queue.queueUrl,
        deadLetters: deadLetters.queueUrl,
      }),
    );
    for (const one of [reader, mover]) one.knows(ENV.queues, stack.toJsonString(told));
  }
}
