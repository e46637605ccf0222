import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { StageClient } from '../local/client.ts';
import { requireOutput } from '../local/outputs.ts';
import { queueClient } from '../running/clients.ts';

/** Entries of one batch request. Source: SendMessageBatch. */
const BATCH = 10;

/** Sends each to the events queue as a message of its own, as it is; answers how many the queue took. */
export async function sendToQueue(stage: StageClient, events: readonly unknown[]): Promise<number> {
  const QueueUrl = requireOutput(stage.outputs, 'EventsQueueUrl');
  let sent = 0;
  for (let from = 0; from < events.length; from += BATCH) {
    const part = events.slice(from, from + BATCH);
    const Entries = part.map((event, at) => ({ Id: String(at), MessageBody: textOf(event) }));
    const { Failed = [] } = await queueClient(stage).send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    sent += part.length - Failed.length;
  }
  return sent;
}

/** A text goes as it stands: whoever sends what is no JSON learns what becomes of it. */
const textOf = (event: unknown): string => (typeof event === 'string' ? event : JSON.stringify(event));
