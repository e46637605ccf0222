import { type MessageAttributeValue, PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import { inBatches, type Paced } from './batches.ts';
import { ANSWERED_WITHIN } from './one-request.ts';

/** Attributes departments filter by. */
export type NoticeAttributes = {
  readonly purpose?: string;
  readonly department?: string;
  readonly severity?: string;
};

/** A notice to departments: ids and words only. */
export type Notice = {
  /** `aggregateId#seq`: stable over repeats, consumers drop repeats by it. */
  readonly id: string;
  /** `liaison.case.opened.v1` and its like. */
  readonly type: string;
  /** The aggregate it is about. */
  readonly subject: string;
  /** RFC 3339. */
  readonly time: string;
  /** The entry's number in its aggregate. */
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attributes: NoticeAttributes;
};

export type NoticePublisher = {
  /** Publishes all, ten a request; answers the positions not taken. At least once: a lost answer may repeat one. */
  readonly publishAll: (notices: readonly Notice[]) => Promise<readonly number[]>;
};

/** `source` of every notice. */
export const NOTICE_SOURCE = 'urn:liaison';

/** The notice as a CloudEvent 1.0 in JSON format. */
export function cloudEventOf(notice: Notice): Record<string, unknown> {
  const { id, type, subject, time, sequence, data } = notice;
  return {
    specversion: '1.0',
    id,
    source: NOTICE_SOURCE,
    type,
    subject,
    time,
    sequence,
    datacontenttype: 'application/json',
    data,
  };
}

export function topicClient(): SNSClient {
  return new SNSClient({ cacheMiddleware: true, requestHandler: ANSWERED_WITHIN });
}

export function snsNotices(client: () => SNSClient, topicArn: () => string, paced?: Paced): NoticePublisher {
  return {
    publishAll: (notices) => inBatches(notices, (part) => publishPart(client(), topicArn(), part), paced),
  };
}

async function publishPart(
  client: SNSClient,
  topicArn: string,
  part: readonly Notice[],
): Promise<{ at: number; again: boolean }[]> {
  const entries = part.map((notice, at) => ({
    Id: String(at),
    Message: JSON.stringify(cloudEventOf(notice)),
    MessageAttributes: attributesOf(notice),
  }));
  const answer = await client.send(
    new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries: entries }),
  );
  return (answer.Failed ?? []).map(({ Id, SenderFault }) => ({ at: Number(Id), again: SenderFault !== true }));
}

function attributesOf({ type, attributes }: Notice): Record<string, MessageAttributeValue> {
  const told = Object.entries({ type, ...attributes });
  return Object.fromEntries(told.map(([name, value]) => [name, { DataType: 'String', StringValue: value }]));
}
