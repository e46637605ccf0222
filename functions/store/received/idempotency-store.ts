import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import {
  binary,
  type Item,
  keyItem,
  number,
  optionalBinary,
  readBinary,
  readNumber,
  refusedCondition,
  sameBytes,
} from '../attributes.ts';
import { answerKey, type Key } from '../keys.ts';
import { TABLE } from '../table.contract.ts';
import type { Vault } from '../vault/subject-keys.ts';
import { hashedPart } from './open-text.ts';

/** A request that may be repeated: whose, under which key, and what it says. */
export type Repeatable = {
  readonly principal: string;
  readonly key: string;
  /** Everything that makes it this request and no other: method, path, body. */
  readonly said: string;
};

export type KeptAnswer = { readonly status: number; readonly body: unknown };

/** `begun`: do it now. `answered`: it was done. `other`: the key stands for something else. `running`: somebody is at it. */
export type Begun =
  | { readonly kind: 'begun'; readonly ticket: Ticket }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'other' }
  | { readonly kind: 'running' };
export type Ticket = { readonly key: Key; readonly fence: Uint8Array };

export type AnswerStore = {
  readonly begin: (of: Repeatable) => Promise<Begun>;
  readonly keep: (ticket: Ticket, answer: KeptAnswer) => Promise<void>;
  /** It came to nothing: the key is free again. */
  readonly drop: (ticket: Ticket) => Promise<void>;
};

export type AnswerDeps = {
  readonly db: DynamoDBClient;
  readonly tableName: string;
  readonly vault: Pick<Vault, 'newSubjectKey' | 'open'>;
  readonly fence: () => Uint8Array;
  /** Keys live on wall time, like tokens. */
  readonly wallNow: () => number;
};

/** An answer is kept this long. Source: docs/behaviour.md, How long things are kept. */
const KEPT_SECONDS = 24 * 3_600;
/** Longer than any function of the API may run: after this a reservation without an answer belongs to nobody. */
const RESERVED_SECONDS = 30;

const sha256 = (value: string): Buffer => createHash('sha256').update(value).digest();

/** Answers to an `Idempotency-Key`, sealed under a key of their own that goes with them. */
export function createAnswerStore(deps: AnswerDeps): AnswerStore {
  return {
    /** AP-45: reserve a key, or learn what it already stands for. */
    begin: (of) => begin(of, deps),
    /** AP-46: the answer under its key. */
    keep: (ticket, answer) => keep(ticket, answer, deps),
    /** AP-47: free a key. */
    drop: async ({ key, fence }) => {
      await unlessTaken(() =>
        deps.db.send(new DeleteItemCommand({ TableName: deps.tableName, Key: keyItem(key), ...ours(fence) })),
      );
    },
  };
}

const seconds = (wall: number): number => Math.floor(wall / 1_000);

async function begin(of: Repeatable, deps: AnswerDeps): Promise<Begun> {
  const key = answerKey(hashedPart(of.principal), hashedPart(of.key));
  const fence = deps.fence();
  const now = seconds(deps.wallNow());
  const said = Uint8Array.from(sha256(of.said));
  const item: Item = {
    ...keyItem(key),
    bh: binary(said),
    fe: binary(fence),
    lk: number(now + RESERVED_SECONDS),
    [TABLE.expiry]: number(now + KEPT_SECONDS),
  };
  try {
    await deps.db.send(
      new PutItemCommand({
        TableName: deps.tableName,
        Item: item,
        ConditionExpression:
          'attribute_not_exists(pk) OR #exp <= :now OR (attribute_not_exists(a) AND lk <= :now AND bh = :said)',
        ExpressionAttributeNames: { '#exp': TABLE.expiry },
        ExpressionAttributeValues: { ':now': number(now), ':said': binary(said) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { kind: 'begun', ticket: { key, fence } };
  } catch (error) {
    const standing = refusedCondition(error)?.standing;
    if (standing === undefined) throw error;
    // A repeat by the client library of our own write, whose first answer was lost.
    if (sameBytes(optionalBinary(standing, 'fe'), fence)) return { kind: 'begun', ticket: { key, fence } };
    return standingAnswer(key, { standing, said }, deps);
  }
}

async function standingAnswer(
  key: Key,
  { standing, said }: { standing: Item; said: Uint8Array },
  deps: AnswerDeps,
): Promise<Begun> {
  if (!sameBytes(readBinary(standing, 'bh'), said)) return { kind: 'other' };
  const sealed = optionalBinary(standing, 'a');
  if (sealed === undefined) return { kind: 'running' };
  const plain = await deps.vault.open(readBinary(standing, 'k'), { ...key, attribute: 'a' }, sealed);
  const body: unknown = JSON.parse(gunzipSync(plain).toString('utf8'));
  return { kind: 'answered', answer: { status: readNumber(standing, 'st'), body } };
}

async function keep({ key, fence }: Ticket, answer: KeptAnswer, deps: AnswerDeps): Promise<void> {
  const subject = await deps.vault.newSubjectKey();
  const plain = gzipSync(JSON.stringify(answer.body ?? null));
  const own = ours(fence);
  await unlessTaken(() =>
    deps.db.send(
      new UpdateItemCommand({
        TableName: deps.tableName,
        Key: keyItem(key),
        UpdateExpression: 'SET a = :a, k = :k, st = :st',
        ConditionExpression: own.ConditionExpression,
        ExpressionAttributeValues: {
          ...own.ExpressionAttributeValues,
          ':a': binary(subject.seal({ ...key, attribute: 'a' }, plain)),
          ':k': binary(subject.wrapped),
          ':st': number(answer.status),
        },
      }),
    ),
  );
}

const ours = (fence: Uint8Array): { ConditionExpression: string; ExpressionAttributeValues: Item } => ({
  ConditionExpression: 'fe = :fe',
  ExpressionAttributeValues: { ':fe': binary(fence) },
});

/** The reservation ran out and another took it over: the answer is theirs to keep. */
async function unlessTaken(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (refusedCondition(error) === undefined) throw error;
  }
}
