import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { inBatches, type Paced } from './batches.ts';
import { ANSWERED_WITHIN } from './one-request.ts';

export type MessageToSend = {
  /** Ids and numbers only. */
  readonly body: Readonly<Record<string, unknown>>;
  /** 0–900 (15 minutes, the queue's own bound). */
  readonly delaySeconds?: number;
};

/** Messages the queue holds, as it last counted them (eventually right). */
export type Depth = { readonly visible: number; readonly inFlight: number; readonly delayed: number };

export type QueueSender = {
  /**
   * Sends all, ten a request, and tries again what the queue refused for the moment. Answers the positions that are not
   * sent, in order; empty: all are durable. A message may be sent twice when an answer is lost.
   */
  readonly sendAll: (queueUrl: string, messages: readonly MessageToSend[]) => Promise<readonly number[]>;
  readonly depth: (queueUrl: string) => Promise<Depth>;
};

/** The process's queue client. Queue URLs may name another listener than the endpoint (local stage): the endpoint wins. */
export function queueClient(): SQSClient {
  return new SQSClient({ cacheMiddleware: true, useQueueUrlAsEndpoint: false, requestHandler: ANSWERED_WITHIN });
}

export function sqsSender(client: () => SQSClient, paced?: Paced): QueueSender {
  return {
    sendAll: (queueUrl, messages) => inBatches(messages, (part) => sendPart(client(), queueUrl, part), paced),
    depth: async (queueUrl) => {
      const { Attributes = {} } = await client().send(
        new GetQueueAttributesCommand({
          QueueUrl: queueUrl,
          AttributeNames: [
            'ApproximateNumberOfMessages',
            'ApproximateNumberOfMessagesNotVisible',
            'ApproximateNumberOfMessagesDelayed',
          ],
        }),
      );
      return {
        visible: Number(Attributes['ApproximateNumberOfMessages'] ?? 0),
        inFlight: Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0),
        delayed: Number(Attributes['ApproximateNumberOfMessagesDelayed'] ?? 0),
      };
    },
  };
}

async function sendPart(
  client: SQSClient,
  queueUrl: string,
  part: readonly MessageToSend[],
): Promise<{ at: number; again: boolean }[]> {
  const entries = part.map(
    ({ body, delaySeconds }, at): SendMessageBatchRequestEntry => ({
      Id: String(at),
      MessageBody: JSON.stringify(body),
      ...(delaySeconds === undefined ? {} : { DelaySeconds: delaySeconds }),
    }),
  );
  const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
  return (answer.Failed ?? []).map(({ Id, SenderFault }) => ({ at: Number(Id), again: SenderFault !== true }));
}
