import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Account } from '#domain/account/account.ts';
import { binary, type Item, keyItem, number, optionalBinary, refusedCondition, sameBytes } from './attributes.ts';
import * as codec from './codecs/account.ts';
import { accountKey } from './keys.ts';
import type { Op } from './ledger.ts';
import type { Reader } from './reader.ts';
import { type Condition, expression } from './writing/condition.ts';

export type AccountStore = {
  readonly load: (id: string) => Promise<Account | undefined>;
  /** One conditional write; `stale`: somebody wrote since `before` was read, and nothing of `after` stands. */
  readonly write: (before: Account | undefined, after: Account) => Promise<'written' | 'stale'>;
};

/** Tells our own earlier write, whose answer was lost, from a stranger's that says the same. */
const FENCE_BYTES = 4;

/** Newest state of accounts: no aggregate, so a normal event costs one read and one write unit. */
export function createAccountStore(reader: Reader, db: DynamoDBClient, table: string): AccountStore {
  return {
    /** AP-10: newest state, window and open cases of one account. */
    load: async (id) => {
      const found = await reader.get(accountKey(id));
      return found === undefined ? undefined : codec.fromItem(found);
    },
    /** AP-11: the account after one event, unless another event was quicker. */
    write: async (before, after) => {
      const fence = Uint8Array.from(randomBytes(FENCE_BYTES));
      const fenced = { ...next(before, after), f: binary(fence) };
      try {
        await db.send(
          new PutItemCommand({
            TableName: table,
            Item: { ...keyItem(accountKey(after.id)), ...fenced },
            ...expression(unmoved(before)),
          }),
        );
        return 'written';
      } catch (error) {
        const refused = refusedCondition(error);
        if (refused === undefined) throw error;
        return sameBytes(optionalBinary(refused.standing ?? {}, 'f'), fence) ? 'written' : 'stale';
      }
    },
  };
}

const next = (before: Account | undefined, after: Account): Item =>
  codec.toItem({ ...after, version: (before?.version ?? 0) + 1 });

const unmoved = (before: Account | undefined): Condition =>
  before === undefined ? { exists: false } : { equals: { v: number(before.version) } };

/** The account beside aggregates that change with it: a case opened or cleared by the same event. */
export const accountPut = (before: Account | undefined, after: Account): Op => ({
  op: 'put',
  key: accountKey(after.id),
  item: next(before, after),
  condition: unmoved(before),
});

/** The facts a reason rests on have not moved. */
export const accountStands = (id: string, reasonVersion: number): Op => ({
  op: 'check',
  key: accountKey(id),
  condition: { equals: { rv: number(reasonVersion) } },
});
