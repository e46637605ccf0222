import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Fault } from '#domain/errors.ts';
import { type Item, keyItem } from '../attributes.ts';
import type { Key } from '../keys.ts';

/** Source: BatchGetItem limits. */
const BATCH = 100;
/** As often as the client asks for a single item. */
const TRIES = 3;
const PAUSE_MS = 50;

/**
 * Items in the order of their keys, strongly consistent; undefined where there is none. What the table leaves for later is
 * asked for twice more; raises `store.throttled` when it leaves it then too.
 */
export async function readBatch(
  db: DynamoDBClient,
  table: string,
  keys: readonly Key[],
): Promise<readonly (Item | undefined)[]> {
  const unique = [...new Map(keys.map((key) => [mark(keyItem(key)), keyItem(key)])).values()];
  const found = new Map<string, Item>();
  for (let from = 0; from < unique.length; from += BATCH)
    for (const got of await readPart(db, table, unique.slice(from, from + BATCH))) found.set(mark(got), got);
  return keys.map((key) => found.get(mark(keyItem(key))));
}

async function readPart(db: DynamoDBClient, table: string, keys: readonly Item[]): Promise<readonly Item[]> {
  const found: Item[] = [];
  let left = keys;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await db.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: [...left], ConsistentRead: true } } }),
    );
    found.push(...(answer.Responses?.[table] ?? []));
    left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    if (left.length === 0) return found;
    if (attempt === TRIES) throw new Fault('store.throttled');
    await sleep(PAUSE_MS * 2 ** attempt);
  }
}

const mark = (key: Item): string => JSON.stringify([key['pk']?.S, key['sk']?.S]);
