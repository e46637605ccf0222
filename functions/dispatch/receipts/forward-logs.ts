import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { MessageToSend, QueueSender } from '#channels/queue.ts';
import { Fault } from '#domain/errors.ts';

/** What CloudWatch Logs hands a subscriber: base64 of the zipped lines. Source: CloudWatch Logs user guide, "Subscription filters". */
export type LogsEvent = { readonly awslogs: { readonly data: string } };

export type LogNeeds = { readonly queue: Pick<QueueSender, 'sendAll'>; readonly url: string };

const Batch = v.object({ messageType: v.string(), logEvents: v.array(v.object({ message: v.string() })) });

/** Largest unzipped batch that is read: CloudWatch Logs hands over far less. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Puts every line of a delivery-status log into the receipts' queue as it is, where it is read, tried again and set aside
 * as any other receipt. A line that is no JSON object is none and is left out.
 */
export async function forwardLogs(event: LogsEvent, { queue, url }: LogNeeds): Promise<number> {
  const plain = gunzipSync(Buffer.from(event.awslogs.data, 'base64'), { maxOutputLength: MAX_BYTES });
  const { messageType, logEvents } = v.parse(Batch, JSON.parse(plain.toString('utf8')));
  if (messageType !== 'DATA_MESSAGE') return 0;
  const lines = logEvents.flatMap(({ message }) => lineOf(message) ?? []);
  const left = await queue.sendAll(url, lines);
  // The whole batch comes again; receipts may be doubled.
  if (left.length > 0) throw new Fault('channel.queue-refused', { facts: { failed: left.length, of: lines.length } });
  return lines.length;
}

function lineOf(text: string): MessageToSend | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null && !Array.isArray(line) ? { body: { ...line } } : undefined;
  } catch {
    return undefined;
  }
}
