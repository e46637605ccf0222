import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { sqsSender } from '#channels/queue.ts';
import { snsNotices } from '#channels/topic.ts';
import { readImage } from '#runtime/from-stream.ts';
import { parseJson } from '#runtime/wire.ts';
import { number, text } from '#store/attributes.ts';
import { type Entry, fromItem } from '#store/codecs/entry.ts';
import { asEntry, readExported } from '#store/codecs/feed/exported.ts';
import { ENTRY_PREFIX } from '#store/table.contract.ts';
import { LAKE } from '#store/witness/witness.contract.ts';
import { joinRelay } from '../../functions/ledger/live.ts';
import { relay } from '../../functions/ledger/relay.ts';
import { isLocal, type StageClient } from '../local/client.ts';
import { readClock } from '../local/clock.ts';
import { requireOutput } from '../local/outputs.ts';
import { type SignedAnswer, sendSigned } from '../local/signed.ts';
import { queueClient, tableClient, topicClient } from './clients.ts';
import { laneUrl } from './queues.ts';

export interface RelayedAgain {
  /** Timeline entries that were read. */
  readonly read: number;
  /** Work messages and notices that were sent for them. */
  readonly sent: number;
}

/**
 * Runs the effects of these entries once more, as the relay does. Safe to repeat: a work message that no longer fits its
 * aggregate does nothing, and a notice bears the id it had before.
 */
export async function relayAgain(stage: StageClient, entries: readonly Entry[]): Promise<RelayedAgain> {
  const now = isLocal(stage.outputs) ? await readClock() : Date.now();
  const needs = joinRelay({
    queue: sqsSender(() => queueClient(stage)),
    urls: {
      urgent: laneUrl(stage, 'urgent'),
      normal: laneUrl(stage, 'normal'),
      bulk: laneUrl(stage, 'bulk'),
      complaints: requireOutput(stage.outputs, 'WorkComplaintsQueueUrl'),
    },
    notices: snsNotices(
      () => topicClient(stage),
      () => requireOutput(stage.outputs, 'OutcomesTopicArn'),
    ),
    now: () => now,
  });
  const { work, notices } = await relay(entries, needs);
  return { read: entries.length, sent: work + notices };
}

/** Every timeline entry with effects from this business instant on, oldest first; large ones are packed. Reads the whole table. */
export const entriesSince = (stage: StageClient, since: number): Promise<readonly Entry[]> =>
  entriesIn({ client: tableClient(stage), tableName: requireOutput(stage.outputs, 'TableName') }, since);

export async function entriesIn(
  { client, tableName }: { readonly client: DynamoDBClient; readonly tableName: string },
  since: number,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: 'begins_with(sk, :entry) AND #at >= :since AND (attribute_exists(x) OR attribute_exists(z))',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':entry': text(ENTRY_PREFIX), ':since': number(since) },
        ConsistentRead: true,
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    entries.push(...(page.Items ?? []).map(fromItem));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return entries.filter(isOfAggregate).toSorted((one, other) => one.at - other.at);
}

/** The probes of `settle` are entries too, of nothing. */
const isOfAggregate = ({ aggregate }: Entry): boolean => !aggregate.startsWith('PROBE#');

/**
 * The entries kept under this prefix, in the order they were kept: `entries/…` those that left for the lake, anything else
 * those of the batches that Lambda gave up on.
 */
export async function entriesKept(stage: StageClient, prefix: string): Promise<readonly Entry[]> {
  const inLake = prefix.startsWith(LAKE.entries);
  const bucket = requireOutput(stage.outputs, inLake ? 'EntriesBucketName' : 'FailuresBucketName');
  const at = { stage, bucket };
  const entries: Entry[] = [];
  for (const key of await keysUnder(at, prefix)) {
    const { text: body, bytes } = await askBucket(at, key, {});
    entries.push(...(inLake ? readExported(bytes).map(asEntry) : entriesOfBatch(body)));
  }
  return entries.filter(isOfAggregate);
}

type InBucket = { readonly stage: StageClient; readonly bucket: string };

const Listed = /<Key>([^<]*)<\/Key>/gu;
const Next = /<NextContinuationToken>([^<]*)<\/NextContinuationToken>/u;

async function keysUnder(at: InBucket, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const query = { 'list-type': '2', prefix, ...(token === undefined ? {} : { 'continuation-token': token }) };
    const { text: page } = await askBucket(at, '', query);
    keys.push(...[...page.matchAll(Listed)].map(([, key = '']) => key));
    token = Next.exec(page)?.[1];
  } while (token !== undefined);
  return keys.toSorted();
}

async function askBucket(
  { stage, bucket }: InBucket,
  key: string,
  query: Readonly<Record<string, string>>,
): Promise<SignedAnswer> {
  const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const answer = await sendSigned(stage, { service: 's3', method: 'GET', path, query });
  if (answer.status !== 200)
    throw new Error(`bucket ${bucket} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  return answer;
}

const Wire = v.custom<Parameters<typeof readImage>[0]>((value) => typeof value === 'object' && value !== null);
const Batch = v.object({
  Records: v.array(
    v.object({
      dynamodb: v.object({ Keys: v.object({ sk: v.object({ S: v.string() }) }), NewImage: v.optional(Wire) }),
    }),
  ),
});
/** Lambda keeps the whole event as a text. Source: Lambda guide, "Retain discarded records", destination S3. */
const Kept = v.object({ payload: v.union([v.string(), v.looseObject({})]) });

/** The timeline entries in a kept batch; whatever else stands there has no effects. */
export function entriesOfBatch(body: string): readonly Entry[] {
  const { payload } = v.parse(Kept, parseJson(body)?.value);
  const { Records } = v.parse(Batch, typeof payload === 'string' ? parseJson(payload)?.value : payload);
  return Records.flatMap(({ dynamodb: { Keys, NewImage } }) =>
    NewImage === undefined || !Keys.sk.S.startsWith(ENTRY_PREFIX) ? [] : [fromItem(readImage(NewImage))],
  );
}
