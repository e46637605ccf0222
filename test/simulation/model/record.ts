import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { type Entry, fromItem } from '#store/codecs/entry.ts';
import { entryKey } from '#store/keys.ts';
import type { Engine } from '../../support/engine.ts';
import type { World } from '../world/world.ts';

export type Item = Readonly<Record<string, AttributeValue>>;

/** The whole table at one moment, as it stands there. */
export type TableRecord = {
  readonly items: readonly Item[];
  /** Timeline entries by aggregate, in the order of their numbers. */
  readonly timelines: ReadonlyMap<string, readonly Entry[]>;
  readonly snapshots: ReadonlyMap<string, Item>;
};

export async function readRecord({ client, tableName }: Engine): Promise<TableRecord> {
  const items: Item[] = [];
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        ConsistentRead: true,
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  const timelines = new Map<string, Entry[]>();
  for (const item of items.filter((one) => sortOf(one).startsWith('E#'))) {
    const entry = fromItem(item);
    timelines.set(entry.aggregate, [...(timelines.get(entry.aggregate) ?? []), entry]);
  }
  for (const entries of timelines.values()) entries.sort((one, other) => one.seq - other.seq);
  const snapshots = new Map(items.filter((one) => sortOf(one) === 'SNAPSHOT').map((one) => [partitionOf(one), one]));
  return { items, timelines, snapshots };
}

export const partitionOf = (item: Item): string => item['pk']?.S ?? '';
export const sortOf = (item: Item): string => item['sk']?.S ?? '';

/** Place of an entry among everything that was ever written; undefined while the stream has not told of it. */
export const placeOf = (world: World, aggregate: string, seq: number): number | undefined =>
  world.machine.stream.bornAt(`${aggregate} ${entryKey(aggregate, seq).sk}`);
