import { CreateQueueCommand, GetQueueAttributesCommand, ListQueuesCommand } from '@aws-sdk/client-sqs';
import { type Depth, sqsSender } from '#channels/queue.ts';
import type { StageClient } from '../local/client.ts';
import { requireOutput } from '../local/outputs.ts';
import { queueClient } from './clients.ts';

/** The queues of a stage by what a message in them means: work to be done, or something nobody has acted on. */
export interface StageQueues {
  readonly work: readonly string[];
  readonly deadLetters: readonly string[];
}

const known = new WeakMap<StageClient, Promise<StageQueues>>();

/** All queues of the stage's stacks. Work queues are those that have dead letters; all others hold such letters. */
export function queuesOf(stage: StageClient): Promise<StageQueues> {
  const found = known.get(stage) ?? findQueues(stage);
  known.set(stage, found);
  return found;
}

async function findQueues(stage: StageClient): Promise<StageQueues> {
  const client = queueClient(stage);
  const prefix = `liaison-${stage.outputs.stage}-`;
  const urls: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListQueuesCommand({
        QueueNamePrefix: prefix,
        MaxResults: 1000,
        ...(NextToken === undefined ? {} : { NextToken }),
      }),
    );
    urls.push(...(page.QueueUrls ?? []));
    ({ NextToken } = page);
  } while (NextToken !== undefined);
  const marked = await Promise.all(urls.map(async (url) => ({ url, isWork: await hasRedrive(stage, url) })));
  const of = (isWork: boolean): string[] => marked.filter((one) => one.isWork === isWork).map(({ url }) => url);
  return { work: of(true), deadLetters: of(false) };
}

async function hasRedrive(stage: StageClient, QueueUrl: string): Promise<boolean> {
  const { Attributes } = await queueClient(stage).send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] }),
  );
  return Attributes?.['RedrivePolicy'] !== undefined;
}

/** Depths in the order of the queues. */
export function depthsOf(stage: StageClient, urls: readonly string[]): Promise<readonly Depth[]> {
  const sender = sqsSender(() => queueClient(stage));
  return Promise.all(urls.map((url) => sender.depth(url)));
}

export const laneNames = ['urgent', 'normal', 'bulk'] as const;
export type LaneName = (typeof laneNames)[number];
const outputOfLane = { urgent: 'WorkUrgentQueueUrl', normal: 'WorkNormalQueueUrl', bulk: 'WorkBulkQueueUrl' } as const;

/** The same queue may be listed under another host than it was put out with: its name is its last part. */
export const queueName = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

/** Address of a lane's work queue. */
export const laneUrl = (stage: StageClient, lane: LaneName): string => requireOutput(stage.outputs, outputOfLane[lane]);

/** Makes a queue of the tools' own, outside the stacks, that this topic may send to; the same name is the same queue. */
export async function makeOwnQueue(
  stage: StageClient,
  queue: { readonly name: string; readonly topicArn: string; readonly keptSeconds: number },
): Promise<{ readonly url: string; readonly arn: string }> {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: '*',
        Condition: { ArnEquals: { 'aws:SourceArn': queue.topicArn } },
      },
    ],
  });
  const client = queueClient(stage);
  const Attributes = { Policy, MessageRetentionPeriod: String(queue.keptSeconds) };
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: queue.name, Attributes }));
  if (QueueUrl === undefined) throw new Error(`the queue ${queue.name} got no address`);
  const described = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  return { url: QueueUrl, arn: described.Attributes?.['QueueArn'] ?? '' };
}
