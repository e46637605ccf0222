import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '#domain/time.ts';
import type { Lane } from '#domain/words.ts';
import { keyItem, refusedCondition, text } from './attributes.ts';
import { dueMin, duePartition, dueUpTo, parseDueSort, systemKey } from './keys.ts';
import type { Reader } from './reader.ts';
import { INDEX } from './table.contract.ts';

/** One aggregate's timer as the index holds it. */
export type DueItem = { readonly aggregate: string; readonly dueAt: Instant; readonly sort: string };

export type DueStore = {
  readonly due: (at: {
    lane: Lane;
    shard: number;
    after?: string;
    upTo: Instant;
    limit: number;
  }) => Promise<readonly DueItem[]>;
  readonly cursor: (lane: Lane, shard: number) => Promise<string | undefined>;
  readonly moveCursor: (lane: Lane, shard: number, to: string) => Promise<void>;
};

const cursorKey = (lane: Lane, shard: number) => systemKey('cursor', [lane, shard].join('.'));

export function createDueStore(reader: Reader, db: DynamoDBClient, table: string): DueStore {
  return {
    /** AP-08: what falls due in a lane's shard up to an instant, oldest first. */
    due: async ({ lane, shard, after, upTo, limit }) => {
      const page = await reader.page({
        index: INDEX.due,
        pk: duePartition(lane, shard),
        after: after ?? dueMin,
        upTo: dueUpTo(upTo),
        limit: limit + 1,
      });
      const items = page.items.map((item) => {
        const sort = item[INDEX.due.sortKey]?.S ?? '';
        return { ...parseDueSort(sort), sort };
      });
      // BETWEEN is inclusive: the one the cursor stands on was sent before.
      return items.filter((item) => item.sort !== after).slice(0, limit);
    },
    /** AP-09: how far a lane's shard has been swept. */
    cursor: async (lane, shard) => (await reader.get(cursorKey(lane, shard)))?.['at']?.S,
    /** AP-23: move it on, never back. */
    moveCursor: async (lane, shard, to) => {
      const key = cursorKey(lane, shard);
      try {
        await db.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyItem(key),
            UpdateExpression: 'SET #at = :to',
            ConditionExpression: 'attribute_not_exists(#at) OR #at < :to',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':to': text(to) },
          }),
        );
      } catch (error) {
        // A faster sweep of the same shard is already further: its cursor stands.
        if (refusedCondition(error) === undefined) throw error;
      }
    },
  };
}
