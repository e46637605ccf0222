import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { clientConfig, queueClientConfig, type StageClient } from '../local/client.ts';

const tables = new WeakMap<StageClient, DynamoDBClient>();
const topics = new WeakMap<StageClient, SNSClient>();
const queues = new WeakMap<StageClient, SQSClient>();

/** One client a service and stage, made when first needed. */
export const tableClient = (stage: StageClient): DynamoDBClient =>
  held(tables, stage, () => new DynamoDBClient(clientConfig(stage)));
export const topicClient = (stage: StageClient): SNSClient =>
  held(topics, stage, () => new SNSClient(clientConfig(stage)));
export const queueClient = (stage: StageClient): SQSClient =>
  held(queues, stage, () => new SQSClient(queueClientConfig(stage)));

function held<C>(kept: WeakMap<StageClient, C>, stage: StageClient, make: () => C): C {
  const made = kept.get(stage) ?? make();
  kept.set(stage, made);
  return made;
}
