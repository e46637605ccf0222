import {
  type CancellationReason,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { EntryDraft } from '#domain/effects.ts';
import { Fault } from '#domain/errors.ts';
import { binary, cancellationReasons, type Item, keyItem, number, optionalBinary, sameBytes } from './attributes.ts';
import { chain, type Entry, toItem } from './codecs/entry.ts';
import { type AggregateKind, aggregateName, type Key, snapshotKey } from './keys.ts';
import { type Condition, expression, setExpression } from './writing/condition.ts';

/** A snapshot as read, with the hash of its newest entry. */
export type Stored<T> = { readonly state: T; readonly head: Uint8Array };

/** One aggregate moving from version n to n + 1: its new snapshot and the one entry that says why. */
export type Advance = {
  readonly kind: AggregateKind;
  readonly id: string;
  /** Version the change was made on; 0: the aggregate must not exist yet. */
  readonly version: number;
  readonly head: Uint8Array;
  /** Encoded snapshot without keys, version, head and fence. */
  readonly snapshot: Item;
  readonly entry: EntryDraft;
  readonly sealed?: Uint8Array;
  /** Further attributes of the old snapshot that must still hold (counters that move without an entry). */
  readonly guard?: Readonly<Record<string, Item[string] | undefined>>;
};

/** What a change must hold true, or writes beside its aggregates, and never removes; `table`: another than the ledger's. */
export type Op =
  | { readonly op: 'check'; readonly key: Key; readonly condition: Condition }
  | {
      readonly op: 'put';
      readonly key: Key;
      readonly item: Item;
      readonly condition?: Condition;
      readonly table?: string;
    }
  | { readonly op: 'set'; readonly key: Key; readonly set: Item; readonly condition: Condition };

export type Change = { readonly advances: readonly Advance[]; readonly also?: readonly Op[] };

/**
 * `committed`: all of it is durable. `stale`: none of it is; `failed` names the positions (advances first, then `also`)
 * whose condition did not hold, with the item that stood there.
 */
export type CommitResult =
  | { readonly kind: 'committed' }
  | { readonly kind: 'stale'; readonly failed: readonly { readonly at: number; readonly item?: Item }[] };

export type LedgerDeps = {
  readonly db: DynamoDBClient;
  readonly tableName: string;
  /** 8 random bytes, new for every commit: tells our own earlier write from a stranger's. */
  readonly fence: () => Uint8Array;
  readonly sleep: (ms: number) => Promise<void>;
  readonly jitter: () => number;
};

export type Ledger = { readonly commit: (change: Change) => Promise<CommitResult> };

const CONFLICT_TRIES = 5;
const CONFLICT_BASE_MS = 20;
/** DynamoDB refuses more actions in one transaction; four aggregates need eight. Source: TransactWriteItems limits. */
const MAX_ACTIONS = 100;
const MAX_AGGREGATES = 4;

/**
 * The only writer of aggregates: snapshot and entry go together or not at all.
 * @throws Fault `store.conflict` when other transactions were at the same items five times in a row.
 */
export function createLedger(deps: LedgerDeps): Ledger {
  return {
    /** AP-24: one change of up to four aggregates, with everything it must hold true. */
    commit: (change) => commit(change, deps),
  };
}

async function commit(change: Change, deps: LedgerDeps): Promise<CommitResult> {
  const fence = deps.fence();
  const actions = change.advances.flatMap((advance) => advanceActions(advance, fence, deps.tableName));
  for (const op of change.also ?? []) actions.push(opAction(op, deps.tableName));
  if (change.advances.length > MAX_AGGREGATES || actions.length > MAX_ACTIONS) {
    throw new Error(`commit: got ${change.advances.length} aggregates, expected at most ${MAX_AGGREGATES}`);
  }
  const command = new TransactWriteItemsCommand({ TransactItems: actions, ClientRequestToken: tokenOf(fence) });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await deps.db.send(command);
      return { kind: 'committed' };
    } catch (error) {
      const verdict = await settle(error, { change, fence }, deps);
      if (verdict !== 'conflict') return verdict;
      if (attempt === CONFLICT_TRIES) throw new Fault('store.conflict', { facts: { tries: attempt }, cause: error });
      await deps.sleep(CONFLICT_BASE_MS * 2 ** attempt * (0.5 + deps.jitter()));
    }
  }
}

/** A transaction repeated with the same token within ten minutes has one effect. Source: TransactWriteItems. */
const tokenOf = (fence: Uint8Array): string => Buffer.from(fence).toString('hex').padEnd(32, '0');

async function settle(
  error: unknown,
  own: { change: Change; fence: Uint8Array },
  deps: LedgerDeps,
): Promise<CommitResult | 'conflict'> {
  if (error instanceof Error && error.name === 'TransactionInProgressException') return 'conflict';
  const reasons = cancellationReasons(error);
  if (reasons === undefined) {
    // The answer may be lost while the write stands: our fence on the first snapshot settles it.
    if (await fenceStands(own, deps)) return { kind: 'committed' };
    throw error;
  }
  if (reasons.some((reason) => reason.Code === 'ConditionalCheckFailed')) return failedConditions(reasons, own);
  if (reasons.some((reason) => reason.Code === 'TransactionConflict')) return 'conflict';
  throw error;
}

function failedConditions(
  reasons: readonly CancellationReason[],
  own: { change: Change; fence: Uint8Array },
): CommitResult {
  const advances = own.change.advances.length;
  const failed: { at: number; item?: Item }[] = [];
  for (const [index, reason] of reasons.entries()) {
    if (reason.Code !== 'ConditionalCheckFailed') continue;
    if (sameBytes(reason.Item?.['fe']?.B, own.fence)) return { kind: 'committed' };
    // Each advance is two actions: snapshot, entry.
    const at = index < advances * 2 ? Math.floor(index / 2) : index - advances;
    if (failed.some((entry) => entry.at === at)) continue;
    failed.push(reason.Item === undefined ? { at } : { at, item: reason.Item });
  }
  return { kind: 'stale', failed };
}

async function fenceStands(own: { change: Change; fence: Uint8Array }, deps: LedgerDeps): Promise<boolean> {
  const first = own.change.advances[0];
  if (first === undefined) return false;
  const answer = await deps.db.send(
    new GetItemCommand({
      TableName: deps.tableName,
      Key: keyItem(snapshotKey(first.kind, first.id)),
      ConsistentRead: true,
    }),
  );
  return sameBytes(optionalBinary(answer.Item ?? {}, 'fe'), own.fence);
}

/** The head of an aggregate once this advance is committed: whoever won it need not read what they wrote. */
export const headAfter = (advance: Advance): Uint8Array => entryOf(advance).hash;

const entryOf = (advance: Advance): Entry =>
  chain(advance.entry, {
    aggregate: aggregateName(advance.kind, advance.id),
    seq: advance.version + 1,
    previous: advance.head,
    ...(advance.sealed === undefined ? {} : { sealed: advance.sealed }),
  });

function advanceActions(advance: Advance, fence: Uint8Array, table: string): TransactWriteItem[] {
  const key = snapshotKey(advance.kind, advance.id);
  const entry = entryOf(advance);
  const snapshot: Item = {
    ...advance.snapshot,
    ...keyItem(key),
    v: number(entry.seq),
    hd: binary(entry.hash),
    fe: binary(fence),
  };
  // A point may have counters before its first entry: its version, not its key, says whether it has begun.
  const version = advance.version === 0 ? undefined : number(advance.version);
  const condition: Condition = { equals: { ...advance.guard, v: version } };
  return [
    { Put: { TableName: table, Item: snapshot, ...expression(condition) } },
    { Put: { TableName: table, Item: toItem(entry), ...expression({ exists: false }) } },
  ];
}

function opAction(op: Op, table: string): TransactWriteItem {
  const base = { TableName: table };
  switch (op.op) {
    case 'check': {
      // The engine asks for a term: a check that names none means that the item is there.
      const { ConditionExpression = 'attribute_exists(pk)', ...rest } = expression(op.condition);
      return { ConditionCheck: { ...base, Key: keyItem(op.key), ConditionExpression, ...rest } };
    }
    case 'put':
      return {
        Put: { TableName: op.table ?? table, Item: { ...op.item, ...keyItem(op.key) }, ...expression(op.condition) },
      };
    case 'set':
      return { Update: { ...base, Key: keyItem(op.key), ...setExpression(op.set, op.condition) } };
  }
}
