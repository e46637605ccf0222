import { randomBytes } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SubscribeCommand } from '@aws-sdk/client-sns';
import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { canonicalJson } from '#domain/canonical-json.ts';
import { number, text } from '#store/attributes.ts';
import { chain, GENESIS, toItem } from '#store/codecs/entry.ts';
import type { StageClient } from '../local/client.ts';
import { readClock } from '../local/clock.ts';
import { requireOutput } from '../local/outputs.ts';
import { queueClient, tableClient, topicClient } from '../running/clients.ts';
import { makeOwnQueue } from '../running/queues.ts';

/** Departments filter by type and never hear of it. */
const EFFECT_TYPE = 'stage.probed';
export const PROBE_TYPE = `liaison.${EFFECT_TYPE}.v1`;

const ENTRY_KEPT_SECONDS = 3600;
/** Nobody asks for an old one. Source: SQS limits, MessageRetentionPeriod. */
const SHORTEST_KEPT_SECONDS = 60;
/** What another tool left lying is put back for it this soon. */
const SHOWS_AGAIN_SECONDS = 1;
const listening = new WeakMap<StageClient, Promise<string>>();

/**
 * Says whether the stream has been read up to this moment: a timeline entry of an aggregate that is none is written, whose
 * one effect is a notice of a type of its own. The relay reads the stream in order, so when the notice is heard, every
 * earlier entry has had its effects. False when it was not heard in time. The entry expires by itself.
 */
export async function streamIsReadUp(stage: StageClient, deadline: number): Promise<boolean> {
  const url = await listenToProbes(stage);
  const name = randomBytes(9).toString('base64url');
  await writeProbe(stage, name);
  const client = queueClient(stage);
  while (Date.now() < deadline) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: SHOWS_AGAIN_SECONDS,
        WaitTimeSeconds: Math.max(1, Math.min(5, Math.floor((deadline - Date.now()) / 1000))),
      }),
    );
    const own = Messages.find(({ Body }) => Body?.includes(name) === true);
    if (own === undefined) continue;
    await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: own.ReceiptHandle }));
    return true;
  }
  return false;
}

/** Made at `npm start`, so that the first question need not wait for it. */
export function listenToProbes(stage: StageClient): Promise<string> {
  const url = listening.get(stage) ?? subscribe(stage);
  listening.set(stage, url);
  return url;
}

async function subscribe(stage: StageClient): Promise<string> {
  const TopicArn = requireOutput(stage.outputs, 'OutcomesTopicArn');
  const { url, arn } = await makeOwnQueue(stage, {
    name: `liaison-probes-${stage.outputs.stage}`,
    topicArn: TopicArn,
    keptSeconds: SHORTEST_KEPT_SECONDS,
  });
  const Attributes = { FilterPolicy: JSON.stringify({ type: [PROBE_TYPE] }), RawMessageDelivery: 'true' };
  await topicClient(stage).send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: arn, Attributes }));
  return url;
}

async function writeProbe(stage: StageClient, name: string): Promise<void> {
  const at = await readClock();
  const draft = { type: EFFECT_TYPE, actor: { kind: 'system', name: 'tools' }, at, facts: {}, effects: [] } as const;
  const entry = chain(draft, { aggregate: ['PROBE', name].join('#'), seq: 1, previous: GENESIS });
  const Item = {
    ...toItem(entry),
    x: text(canonicalJson([{ do: 'notify', type: EFFECT_TYPE, data: {} }])),
    exp: number(Math.floor(Date.now() / 1000) + ENTRY_KEPT_SECONDS),
  };
  const TableName = requireOutput(stage.outputs, 'TableName');
  await tableClient(stage).send(new PutItemCommand({ TableName, Item }));
}
