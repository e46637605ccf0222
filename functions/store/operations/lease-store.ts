import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Bound, roomIn } from '#domain/spend/budget.ts';
import { type Item, keyItem, number, optionalNumber, refusedCondition } from '../attributes.ts';
import type { Key } from '../keys.ts';
import type { Reader } from '../reader.ts';

export type LeaseAsk = {
  readonly key: Key;
  /** Every counter grows by what is leased, and none beyond its limit. */
  readonly bounds: readonly Bound[];
  readonly want: number;
  /** Less than this is of no use. */
  readonly least: number;
  /** When the counters may be forgotten, in seconds of wall time. */
  readonly forgetAt: number;
};

export type LeaseStore = {
  /** What was leased: as much as was wanted, what is left of it, or 0 where that is less than the least. */
  readonly lease: (ask: LeaseAsk) => Promise<number>;
  /** Counters of items, in the order of the keys; none were made: no counters. */
  readonly counted: (keys: readonly Key[]) => Promise<readonly Readonly<Record<string, number>>[]>;
};

/** A lease that was refused is asked for once more with what it saw to be left; then somebody else was quicker. */
const TRIES = 2;

/**
 * Counters that only grow, each with a limit that the write itself upholds. Whoever leases may use it up or lose it: what
 * is leased counts as used. A repeat of a write whose answer was lost counts twice, which is safe.
 */
export function createLeaseStore(reader: Pick<Reader, 'getAll'>, db: DynamoDBClient, table: string): LeaseStore {
  return {
    /** AP-100: lease a block of counters. */
    lease: async (ask) => {
      let want = Math.min(ask.want, roomIn(ask.bounds, {}));
      for (let tries = 0; tries < TRIES && want >= ask.least; tries += 1) {
        const standing = await grow(ask, want, { db, table });
        if (standing === 'leased') return want;
        want = Math.min(want, roomIn(ask.bounds, standing));
      }
      return 0;
    },
    /** AP-101: what was counted. */
    counted: async (keys) => (await reader.getAll(keys)).map((found) => countersOf(found ?? {})),
  };
}

async function grow(
  { key, bounds, forgetAt }: LeaseAsk,
  parts: number,
  { db, table }: { readonly db: DynamoDBClient; readonly table: string },
): Promise<'leased' | Readonly<Record<string, number>>> {
  try {
    await db.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keyItem(key),
        UpdateExpression: `SET #exp = :exp ADD ${bounds.map((_bound, n) => `#c${n} :parts`).join(', ')}`,
        ConditionExpression: bounds
          .map((_bound, n) => `(attribute_not_exists(#c${n}) OR #c${n} <= :m${n})`)
          .join(' AND '),
        ExpressionAttributeNames: { '#exp': 'exp', ...named('#c', bounds, ({ counter }) => counter) },
        ExpressionAttributeValues: {
          ':exp': number(forgetAt),
          ':parts': number(parts),
          ...named(':m', bounds, ({ limit }) => number(limit - parts)),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'leased';
  } catch (error) {
    const refused = refusedCondition(error);
    if (refused === undefined) throw error;
    return countersOf(refused.standing ?? {});
  }
}

const named = <T>(prefix: string, bounds: readonly Bound[], of: (bound: Bound) => T): Record<string, T> =>
  Object.fromEntries(bounds.map((bound, n) => [`${prefix}${n}`, of(bound)]));

/** Every number of the item but its expiry. */
function countersOf(item: Item): Readonly<Record<string, number>> {
  const counters = Object.keys(item).flatMap((name): [string, number][] => {
    const value = optionalNumber(item, name);
    return value === undefined || name === 'exp' ? [] : [[name, value]];
  });
  return Object.fromEntries(counters);
}
