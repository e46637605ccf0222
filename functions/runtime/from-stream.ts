import type {
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  AttributeValue as WireValue,
} from 'aws-lambda';
import { chain, type Entry, once, SURROUNDINGS, type Surroundings } from './chain.ts';
import { type Clock, clock } from './clock.ts';

/** An attribute as the table's codecs read it: bytes are bytes, not the text the trigger delivers them in. */
export type StreamValue =
  | { S: string }
  | { N: string }
  | { B: Uint8Array }
  | { BOOL: boolean }
  | { NULL: true }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: Uint8Array[] }
  | { L: StreamValue[] }
  | { M: Record<string, StreamValue> };
export type StreamItem = Record<string, StreamValue>;

export type StreamRecord = {
  readonly kind: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly sequenceNumber: string;
  readonly keys: StreamItem;
  /** Undefined for a removed item. */
  readonly image?: StreamItem;
  /** Business instant of the write, to the second. */
  readonly writtenAt: number;
};

export type StreamStage<D> = {
  /**
   * Handles the records in their order. Answers the position of the first one that is not done; everything from there
   * on comes again. An error counts as nothing done.
   */
  readonly run: (records: readonly StreamRecord[], deps: D) => Promise<number | undefined>;
  readonly live: () => D;
  readonly clock?: Clock;
  readonly around?: Surroundings;
};

/** Lambda entry of the table's stream, with partial failure by the first sequence number that is not done. */
export function fromStream<D>(stage: StreamStage<D>): Entry<DynamoDBStreamEvent, DynamoDBBatchResponse> {
  const live = once(stage.live);
  const around = stage.around ?? SURROUNDINGS;
  const time = stage.clock ?? clock;
  return chain(async (event) => {
    const records = event.Records.flatMap((record) => readRecord(record, time));
    const first = await firstLeft(records, { stage, live, around });
    around.metrics.count('StreamRecordHandled', first ?? records.length);
    around.metrics.count('StreamRecordFailed', first === undefined ? 0 : records.length - first);
    const oldest = records[0];
    if (oldest !== undefined) around.metrics.count('StreamLag', Math.max(0, time.businessNow() - oldest.writtenAt));
    const left = first === undefined ? undefined : records[first];
    return { batchItemFailures: left === undefined ? [] : [{ itemIdentifier: left.sequenceNumber }] };
  }, around);
}

type Run<D> = { stage: StreamStage<D>; live: () => D; around: Surroundings };

async function firstLeft<D>(
  records: readonly StreamRecord[],
  { stage, live, around }: Run<D>,
): Promise<number | undefined> {
  if (records.length === 0) return undefined;
  try {
    const first = await stage.run(records, live());
    if (first !== undefined) around.log.warn('stream records left', { failed: records.length - first });
    return first;
  } catch (error) {
    around.log.error('stream batch failed', error, { received: records.length });
    return 0;
  }
}

function readRecord(record: DynamoDBRecord, time: Clock): StreamRecord[] {
  const { eventName, dynamodb } = record;
  if (eventName === undefined || dynamodb?.SequenceNumber === undefined) return [];
  return [
    {
      kind: eventName,
      sequenceNumber: dynamodb.SequenceNumber,
      keys: readImage(dynamodb.Keys ?? {}),
      ...(dynamodb.NewImage === undefined ? {} : { image: readImage(dynamodb.NewImage) }),
      writtenAt: time.fromWire((dynamodb.ApproximateCreationDateTime ?? 0) * 1_000),
    },
  ];
}

/** The trigger delivers binary values as base64 text; everything else is as the table speaks it. */
export function readImage(image: Readonly<Record<string, WireValue>>): StreamItem {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, readValue(value)]));
}

function readValue(value: WireValue): StreamValue {
  if (value.B !== undefined) return { B: bytes(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(bytes) };
  if (value.L !== undefined) return { L: value.L.map(readValue) };
  if (value.M !== undefined) return { M: readImage(value.M) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the trigger's type is no union, yet one member is set
  return value as StreamValue;
}

const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
