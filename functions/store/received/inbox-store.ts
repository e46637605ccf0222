import type { Instant } from '#domain/time.ts';
import { DAY, formatInstant } from '#domain/time.ts';
import {
  binary,
  type Item,
  item,
  number,
  optionalText,
  readBinary,
  readNumber,
  readText,
  text,
} from '../attributes.ts';
import { inboxKey, type Key } from '../keys.ts';
import type { Op } from '../ledger.ts';
import type { Reader } from '../reader.ts';
import { TABLE } from '../table.contract.ts';
import type { Vault } from '../vault/subject-keys.ts';

/** A text that matched nothing, or one with a token that is not its sender's. */
export type Unmatched = {
  /** Rises with time, e.g. a sortable id; unique. */
  readonly id: string;
  /** When it was said. */
  readonly at: Instant;
  /** When it came here, if that was later: by this it is listed, however old its words are. */
  readonly arrivedAt?: Instant;
  readonly from: string;
  readonly text: string;
  /** Keyed hash of the number. */
  readonly point: string;
  /** Customer that the number is on record for, if any. */
  readonly customerId?: string;
  readonly matchedContactId?: string;
};

export type InboxPage = { readonly messages: readonly Unmatched[]; readonly next?: string };

export type InboxStore = {
  /** Writes a message in the transaction of what else it led to. */
  readonly put: (message: Unmatched, wallNow: number) => Promise<Op>;
  /** Newest first; `before` and `next` are positions: day and id. */
  readonly page: (page: {
    readonly now: Instant;
    readonly limit: number;
    readonly before?: string;
  }) => Promise<InboxPage>;
};

/** Unmatched texts are few; one partition a day takes a thousand a second. */
const SHARD = 0;
/** Kept and shown this long. Source: docs/behaviour.md, How long things are kept. */
const KEPT_DAYS = 21;

const dayOf = (at: Instant): string => formatInstant(at).slice(0, 10);

/** Numbers and texts are sealed under a key of the message's own, which goes with it. */
export function createInboxStore(reader: Reader, vault: Pick<Vault, 'newSubjectKey' | 'subjectKey'>): InboxStore {
  return {
    put: async (message, wallNow) => {
      const key = inboxKey(dayOf(message.arrivedAt ?? message.at), SHARD, message.id);
      return { op: 'put', key, item: await seal(message, { key, wallNow }, vault), condition: { exists: false } };
    },
    /** AP-48: the newest unmatched texts, day by day. */
    page: (page) => readPage(reader, vault, page),
  };
}

async function seal(
  message: Unmatched,
  at: { key: Key; wallNow: number },
  vault: Pick<Vault, 'newSubjectKey'>,
): Promise<Item> {
  const subject = await vault.newSubjectKey();
  const sealed = (attribute: string, plain: string) => binary(subject.seal({ ...at.key, attribute }, plain));
  return item({
    at: number(message.at),
    pt: text(message.point),
    cu: message.customerId === undefined ? undefined : text(message.customerId),
    ci: message.matchedContactId === undefined ? undefined : text(message.matchedContactId),
    fr: sealed('fr', message.from),
    tx: sealed('tx', message.text),
    k: binary(subject.wrapped),
    [TABLE.expiry]: number(Math.floor(at.wallNow / 1_000) + (KEPT_DAYS * DAY) / 1_000),
  });
}

async function readPage(
  reader: Reader,
  vault: Pick<Vault, 'subjectKey'>,
  page: { readonly now: Instant; readonly limit: number; readonly before?: string },
): Promise<InboxPage> {
  const [fromDay, fromId] = page.before?.split(' ') ?? [];
  const oldest = dayOf(page.now - KEPT_DAYS * DAY);
  const found: { readonly day: string; readonly one: Item }[] = [];
  for (let at = page.now + DAY; dayOf(at) >= oldest && found.length <= page.limit; at -= DAY) {
    const day = dayOf(at);
    if (fromDay !== undefined && day > fromDay) continue;
    const got = await reader.page({
      pk: inboxKey(day, SHARD, 'any').pk,
      limit: page.limit + 2,
      newestFirst: true,
      ...(day === fromDay && fromId !== undefined ? { upTo: fromId } : {}),
    });
    // The bound is inclusive: the position itself was on the page before.
    const after = got.items.filter((one) => day !== fromDay || readText(one, 'sk') !== fromId);
    found.push(...after.map((one) => ({ day, one })));
  }
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  const messages = await Promise.all(shown.map(({ one }) => open(one, vault)));
  return {
    messages,
    ...(found.length > shown.length && last !== undefined ? { next: `${last.day} ${readText(last.one, 'sk')}` } : {}),
  };
}

async function open(source: Item, vault: Pick<Vault, 'subjectKey'>): Promise<Unmatched> {
  const place = { pk: readText(source, 'pk'), sk: readText(source, 'sk') };
  const key = await vault.subjectKey(readBinary(source, 'k'));
  const opened = (attribute: string): string => key.openText({ ...place, attribute }, readBinary(source, attribute));
  const customerId = optionalText(source, 'cu');
  const matchedContactId = optionalText(source, 'ci');
  return {
    id: place.sk,
    at: readNumber(source, 'at'),
    from: opened('fr'),
    text: opened('tx'),
    point: readText(source, 'pt'),
    ...(customerId === undefined ? {} : { customerId }),
    ...(matchedContactId === undefined ? {} : { matchedContactId }),
  };
}
