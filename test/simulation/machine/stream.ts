import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { isEntry, openStream } from '../../support/pipeline/stream.ts';
import type { Ended } from './lambda.ts';
import type { Chance } from './random.ts';
import type { Timeline } from './timeline.ts';

export const READERS = ['relay', 'project'] as const;
export type Reader = (typeof READERS)[number];

/** What the stream does of its own accord: percentages of batches. */
export type StreamFaults = { readonly twice: number; readonly slow: number };

/**
 * The table's stream as documented: in order within a shard, each reader for itself; a batch that is not wholly done comes
 * again from its first failure, a failed one is cut in half, and a record that fails alone is set aside after ten more tries.
 * Source: Lambda developer guide, "Using Lambda with Amazon DynamoDB", error handling and partial batch responses.
 */
export type Stream = {
  /** Something was written: records are there in a moment. */
  readonly stir: () => void;
  readonly waiting: () => number;
  /** Batches given up on, by reader. */
  readonly aside: readonly { readonly reader: Reader; readonly records: readonly DynamoDBRecord[] }[];
  /** Hands what was set aside to its readers once more, as people do. */
  readonly again: () => number;
  /** Switches a reader off for so long; what is older than a day by then is gone from the stream. */
  readonly switchOff: (reader: Reader, ms: number) => void;
  readonly delivered: () => number;
  /** Place of each item among all that ever came to be, by partition and sort key: who was first is no matter of clocks. */
  readonly bornAt: (key: string) => number | undefined;
  /** Entries of timelines that were written again or taken away, which nothing ever may. */
  readonly rewritten: readonly string[];
  readonly heal: () => void;
};

export type StreamParts = {
  readonly time: Timeline;
  readonly chance: Chance;
  readonly faults: StreamFaults;
  readonly engine: { readonly endpoint: string; readonly tableName: string };
  readonly invoke: (reader: Reader, event: { Records: readonly DynamoDBRecord[] }) => Promise<Ended>;
};

/** Shards of the model: order holds within one, and a key is always in the same. */
const SHARDS = 3;
const BATCH = 100;
/** After the first try. Source: lib/constructs/stream-reader.ts. */
const RETRIES = 10;
const BACKOFF_MS = 1_000;
const DAY = 86_400_000;

type Kept = DynamoDBRecord & { readonly writtenAt: number };
type Line = { readonly reader: Reader; readonly records: Kept[]; busy: boolean; tries: number; size: number };

export async function createStream(of: StreamParts): Promise<Stream> {
  const { time, chance } = of;
  const source = await openStream(of.engine.endpoint, of.engine.tableName, isEntry);
  const lines: Line[] = READERS.flatMap((reader) =>
    Array.from({ length: SHARDS }, () => ({ reader, records: [], busy: false, tries: 0, size: BATCH })),
  );
  const aside: { reader: Reader; records: readonly DynamoDBRecord[] }[] = [];
  const offUntil = new Map<Reader, number>();
  const born = new Map<string, number>();
  const rewritten: string[] = [];
  let faults = of.faults;
  let stirred = false;
  let delivered = 0;

  async function read(): Promise<void> {
    stirred = false;
    for (let page = await source.next(); page !== undefined; page = await source.next()) {
      for (const record of page.Records) sort(record);
    }
    for (const line of lines) pump(line, 0);
  }

  function sort(record: DynamoDBRecord): void {
    const { pk, sk } = record.dynamodb?.Keys ?? {};
    const shard = shardOf(pk?.S ?? '');
    if (record.eventName !== 'INSERT') {
      rewritten.push(`${pk?.S} ${sk?.S}`);
      return;
    }
    born.set(`${pk?.S} ${sk?.S}`, born.size);
    const writtenAt = time.now();
    const dynamodb = { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(writtenAt / 1_000) };
    for (const line of lines.filter((_line, at) => at % SHARDS === shard))
      line.records.push({ ...record, dynamodb, writtenAt });
  }

  function pump(line: Line, inMs: number): void {
    if (line.busy || line.records.length === 0) return;
    line.busy = true;
    time.at(Math.max(time.now() + inMs, offUntil.get(line.reader) ?? 0), () => void turn(line));
  }

  async function turn(line: Line): Promise<void> {
    const young = line.records.filter(({ writtenAt }) => time.now() - writtenAt < DAY);
    line.records.splice(0, line.records.length, ...young);
    const batch = line.records.slice(0, Math.min(line.size, chance.between(1, BATCH)));
    const left = batch.length === 0 ? [] : await hand(line.reader, batch);
    line.busy = false;
    if (left.length < batch.length) progress(line, batch.length - left.length);
    else if (batch.length > 0) retry(line, batch.length);
    const twice = left.length === 0 && batch.length > 0 && chance.happens(faults.twice);
    if (twice) line.records.unshift(...batch);
    pump(line, left.length > 0 ? BACKOFF_MS : chance.between(1, 50));
  }

  async function hand(reader: Reader, batch: readonly Kept[]): Promise<readonly Kept[]> {
    delivered += 1;
    const ended = await of.invoke(reader, { Records: batch });
    if (ended.kind !== 'answered') return batch;
    return leftOf(batch, ended.result as DynamoDBBatchResponse | null | undefined);
  }

  function progress(line: Line, done: number): void {
    line.records.splice(0, done);
    line.tries = 0;
    line.size = BATCH;
  }

  function retry(line: Line, size: number): void {
    line.size = Math.max(1, Math.floor(size / 2));
    // Splitting a batch takes nothing from its retries.
    if (size > 1) return;
    line.tries += 1;
    if (line.tries <= RETRIES) return;
    aside.push({ reader: line.reader, records: line.records.slice(0, 1) });
    progress(line, 1);
  }

  return {
    aside,
    rewritten,
    stir: () => {
      if (stirred) return;
      stirred = true;
      time.after(chance.happens(faults.slow) ? chance.between(5_000, 60_000) : chance.between(50, 800), read);
    },
    waiting: () => lines.reduce((sum, line) => sum + line.records.length, stirred ? 1 : 0),
    again: () => {
      const batches = aside.splice(0);
      for (const { reader, records } of batches) {
        const line = lines.find((one) => one.reader === reader);
        line?.records.unshift(...records.map((record) => ({ ...record, writtenAt: time.now() })));
        if (line !== undefined) pump(line, 1);
      }
      return batches.length;
    },
    switchOff: (reader, ms) => void offUntil.set(reader, time.now() + ms),
    delivered: () => delivered,
    bornAt: (key) => born.get(key),
    heal: () => void (faults = { twice: 0, slow: 0 }),
  };
}

/** What comes again: everything from the earliest record the answer names, or all when it names none of the batch. */
function leftOf(batch: readonly Kept[], answer: DynamoDBBatchResponse | null | undefined): readonly Kept[] {
  const named = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  if (named.length === 0) return [];
  const places = named.map((name) => batch.findIndex((one) => one.dynamodb?.SequenceNumber === name));
  return batch.slice(Math.max(0, Math.min(...places)));
}

function shardOf(pk: string): number {
  let sum = 0;
  for (let index = 0; index < pk.length; index += 1) sum = (sum * 31 + pk.charCodeAt(index)) >>> 0;
  return sum % SHARDS;
}
