import { SubscribeCommand } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { StageClient } from '../local/client.ts';
import { requireOutput } from '../local/outputs.ts';
import { PROBE_TYPE } from '../time/probe.ts';
import { queueClient, topicClient } from './clients.ts';
import { emulatorPage } from './emulator-pages.ts';
import { makeOwnQueue } from './queues.ts';

/** A notice as it was published: the CloudEvent, and the attributes departments filter by. */
export interface HeardNotice {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** Source: SQS limits, MessageRetentionPeriod. */
const LONGEST_KEPT_SECONDS = 14 * 24 * 3600;
const heard = new WeakMap<StageClient, Promise<string>>();

/**
 * A queue of the tools' own hears every notice from now on. Made at `npm start`, so that nothing is missed; later calls
 * find it. It stands outside the stacks: nothing of the product knows it.
 */
export function listenToOutcomes(stage: StageClient): Promise<string> {
  const url = heard.get(stage) ?? subscribe(stage);
  heard.set(stage, url);
  return url;
}

async function subscribe(stage: StageClient): Promise<string> {
  const TopicArn = requireOutput(stage.outputs, 'OutcomesTopicArn');
  const { url, arn } = await makeOwnQueue(stage, {
    name: `liaison-outcomes-${stage.outputs.stage}`,
    topicArn: TopicArn,
    keptSeconds: LONGEST_KEPT_SECONDS,
  });
  const FilterPolicy = JSON.stringify({ type: [{ 'anything-but': [PROBE_TYPE] }] });
  const subscription = { TopicArn, Protocol: 'sqs', Endpoint: arn, Attributes: { FilterPolicy } };
  await topicClient(stage).send(new SubscribeCommand(subscription));
  return url;
}

/** Every notice heard so far, oldest first; reading takes none away. */
export async function readNotices(stage: StageClient): Promise<readonly HeardNotice[]> {
  const url = await listenToOutcomes(stage);
  const page = await emulatorPage(stage, `sqs/messages?QueueUrl=${encodeURIComponent(url)}`);
  const bodies = page === undefined ? await receiveAll(stage, url) : bodiesOn(page);
  return bodies.map(noticeOf);
}

const QueuePage = v.object({
  messages: v.record(v.string(), v.record(v.string(), v.record(v.string(), v.array(v.object({ Body: v.string() }))))),
});

function bodiesOn(page: unknown): readonly string[] {
  return Object.values(v.parse(QueuePage, page).messages)
    .flatMap((regions) => Object.values(regions))
    .flatMap((queues) => Object.values(queues))
    .flatMap((messages) => messages.map(({ Body }) => Body));
}

/** Where nothing but SQS tells: receives until nothing new comes; what was received shows again after this long. */
const SHOWS_AGAIN_SECONDS = 20;

async function receiveAll(stage: StageClient, QueueUrl: string): Promise<readonly string[]> {
  const got = new Map<string, { body: string; sentAt: number }>();
  for (let empty = 0; empty < 2; ) {
    const { Messages = [] } = await queueClient(stage).send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: SHOWS_AGAIN_SECONDS,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['SentTimestamp'],
      }),
    );
    empty = Messages.length === 0 ? empty + 1 : 0;
    for (const { MessageId = '', Body = '', Attributes } of Messages) {
      got.set(MessageId, { body: Body, sentAt: Number(Attributes?.SentTimestamp ?? 0) });
    }
  }
  return [...got.values()].toSorted((one, other) => one.sentAt - other.sentAt).map(({ body }) => body);
}

const Envelope = v.object({
  Message: v.string(),
  MessageAttributes: v.optional(v.record(v.string(), v.object({ Value: v.string() })), {}),
});
const Notice = v.looseObject({
  id: v.string(),
  type: v.string(),
  time: v.string(),
  data: v.record(v.string(), v.unknown()),
});

function noticeOf(body: string): HeardNotice {
  const { Message, MessageAttributes } = v.parse(Envelope, JSON.parse(body));
  const attributes = Object.fromEntries(Object.entries(MessageAttributes).map(([name, { Value }]) => [name, Value]));
  return { ...v.parse(Notice, JSON.parse(Message)), attributes };
}
