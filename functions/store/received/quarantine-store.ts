import { gunzipSync, gzipSync } from 'node:zlib';
import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DAY, formatInstant, type Instant, SECOND } from '#domain/time.ts';
import {
  binary,
  type Item,
  item,
  json,
  keyItem,
  number,
  optionalText,
  readBinary,
  readJson,
  readNumber,
  readText,
  refusedCondition,
  text,
} from '../attributes.ts';
import { type Key, QUARANTINE_ID, quarantineKey } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { TABLE } from '../table.contract.ts';
import type { Vault } from '../vault/subject-keys.ts';
import { hashedPart } from './open-text.ts';

export type QuarantineDoor = 'http' | 'queue' | 'bus';
export type QuarantineIssue = { readonly pointer: string; readonly message: string };

/** What could not be applied, and why; `body` as it came, cut when it is longer than anything we could ever apply. */
export type Quarantined = {
  readonly id: string;
  readonly at: Instant;
  readonly code: string;
  /** Pointers and words of ours, never values of the sender. */
  readonly issues: readonly QuarantineIssue[];
  readonly door: QuarantineDoor;
  readonly senderId?: string;
  readonly body: string;
};

/** `name`: the door's own name of the message (message id), so that a redelivery of it is kept once. */
export type QuarantineInput = Omit<Quarantined, 'id'> & { readonly name: string };
export type QuarantinePage = { readonly items: readonly Quarantined[]; readonly next?: string };

/** A message of a queue that can never succeed, and why. */
export type BadOfQueue = {
  readonly code: string;
  readonly issues: readonly { readonly pointer: string; readonly detail: string }[];
  readonly body: string;
  readonly info: { readonly messageId: string; readonly sentAt: Instant; readonly senderId: string };
};

export type QuarantineStore = {
  /** Keeps it and returns its id; the same name at the same instant is the same item. */
  readonly put: (input: QuarantineInput, wallNow: number) => Promise<string>;
  /** Keeps a message of a queue under the time it was sent: a redelivery is the same item. */
  readonly setAside: (bad: BadOfQueue, door: QuarantineDoor, wallNow: number) => Promise<void>;
  readonly get: (id: string) => Promise<Quarantined | undefined>;
  /** Newest first; `before` and `next` are ids. */
  readonly page: (page: {
    readonly now: Instant;
    readonly limit: number;
    readonly before?: string;
  }) => Promise<QuarantinePage>;
  /** True when it stood there until now: of two who replay or discard the same item one wins. */
  readonly remove: (id: string) => Promise<boolean>;
};

export type QuarantineDeps = {
  readonly reader: Reader;
  readonly db: DynamoDBClient;
  readonly table: string;
  readonly vault: Pick<Vault, 'newSubjectKey' | 'subjectKey'>;
};

/** Bad events are few; one partition a month takes a thousand a second. */
const SHARD = 0;
/** As long as the identities of good ones. Source: docs/behaviour.md, How long things are kept. */
const KEPT_DAYS = 90;
/** Larger than any event (64 KB); with its key and issues far below the 400 KB of an item. */
const KEPT_CHARACTERS = 100_000;

const idOf = (at: Instant, name: string): string => `${String(at).padStart(15, '0')}.${hashedPart(name)}`;
const monthOf = (at: Instant): string => formatInstant(at).slice(0, 7);
const keyOf = (id: string): Key => quarantineKey(monthOf(Number(id.slice(0, 15))), SHARD, id);

/** Bodies are sealed under a key of the item's own, which goes with it. */
export function createQuarantineStore(deps: QuarantineDeps): QuarantineStore {
  return {
    /** AP-17: keep what can never be applied. */
    put: (input, wallNow) => put(input, wallNow, deps),
    setAside: async (bad, door, wallNow) => {
      await put(inputOf(bad, door), wallNow, deps);
    },
    /** AP-18: one of them, to look at, replay or discard. */
    get: async (id) => {
      if (!QUARANTINE_ID.test(id)) return undefined;
      const found = await deps.reader.get(keyOf(id));
      return found === undefined ? undefined : open(found, deps);
    },
    /** AP-19: the newest of them, month by month. */
    page: (page) => readPage(page, deps),
    /** AP-20: take one out. */
    remove: async (id) => {
      if (!QUARANTINE_ID.test(id)) return false;
      const answer = await deps.db.send(
        new DeleteItemCommand({ TableName: deps.table, Key: keyItem(keyOf(id)), ReturnValues: 'ALL_OLD' }),
      );
      return answer.Attributes !== undefined;
    },
  };
}

const inputOf = ({ code, issues, body, info }: BadOfQueue, door: QuarantineDoor): QuarantineInput => ({
  name: info.messageId,
  at: info.sentAt,
  code,
  issues: issues.map(({ pointer, detail }) => ({ pointer, message: detail })),
  door,
  senderId: info.senderId,
  body,
});

async function put(input: QuarantineInput, wallNow: number, deps: QuarantineDeps): Promise<string> {
  const id = idOf(input.at, input.name);
  const key = keyOf(id);
  const subject = await deps.vault.newSubjectKey();
  const body = gzipSync(input.body.slice(0, KEPT_CHARACTERS));
  const kept = item({
    ...keyItem(key),
    at: number(input.at),
    co: text(input.code),
    is: json(input.issues),
    do: text(input.door),
    se: input.senderId === undefined ? undefined : text(input.senderId),
    b: binary(subject.seal({ ...key, attribute: 'b' }, body)),
    k: binary(subject.wrapped),
    [TABLE.expiry]: number(Math.floor(wallNow / SECOND) + (KEPT_DAYS * DAY) / SECOND),
  });
  try {
    await deps.db.send(
      new PutItemCommand({ TableName: deps.table, Item: kept, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
  } catch (error) {
    // A redelivery of the same message: it is kept already.
    if (refusedCondition(error) === undefined) throw error;
  }
  return id;
}

async function readPage(page: Parameters<QuarantineStore['page']>[0], deps: QuarantineDeps): Promise<QuarantinePage> {
  const found: Item[] = [];
  for (const month of monthsBack(page.now, page.before)) {
    if (found.length > page.limit) break;
    const got = await deps.reader.page({
      pk: quarantineKey(month, SHARD, 'any').pk,
      limit: page.limit + 2,
      newestFirst: true,
      ...(page.before === undefined ? {} : { upTo: page.before }),
    });
    // The bound is inclusive: the position itself was on the page before.
    found.push(...got.items.filter((one) => readText(one, 'sk') !== page.before));
  }
  const shown = found.slice(0, page.limit);
  const items = await Promise.all(shown.map((one) => open(one, deps)));
  const last = items.at(-1);
  return { items, ...(found.length > shown.length && last !== undefined ? { next: last.id } : {}) };
}

/** From the month of the position (else tomorrow's, for clocks that run ahead) back to the oldest that is kept. */
function monthsBack(now: Instant, before: string | undefined): readonly string[] {
  const newest = before === undefined ? now + DAY : Number(before.slice(0, 15));
  const oldest = now - (KEPT_DAYS + 1) * DAY;
  const months = new Set<string>();
  for (let at = newest; at > oldest; at -= 28 * DAY) months.add(monthOf(at));
  return [...months.add(monthOf(oldest))];
}

async function open(source: Item, deps: QuarantineDeps): Promise<Quarantined> {
  const place = { pk: readText(source, 'pk'), sk: readText(source, 'sk'), attribute: 'b' };
  const key = await deps.vault.subjectKey(readBinary(source, 'k'));
  const senderId = optionalText(source, 'se');
  return {
    id: place.sk,
    at: readNumber(source, 'at'),
    code: readText(source, 'co'),
    issues: readJson<QuarantineIssue[]>(source, 'is'),
    door: doorOf(readText(source, 'do')),
    ...(senderId === undefined ? {} : { senderId }),
    body: gunzipSync(key.open(place, readBinary(source, 'b'))).toString('utf8'),
  };
}

function doorOf(word: string): QuarantineDoor {
  if (word === 'http' || word === 'queue' || word === 'bus') return word;
  throw new Error('quarantined item: got another door, expected http, queue or bus');
}
