import { setTimeout as sleep } from 'node:timers/promises';
import { bundledPolicies } from '#policies/book.ts';
import { sha256Hex } from '#runtime/ids.ts';
import type { Settings } from '#runtime/settings.ts';
import { parseWith } from '#runtime/wire.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { INBOX_POSITION, OPENED_POSITION, QUARANTINE_ID, WORKLIST_POSITION } from '#store/keys.ts';
import { createQueueCases } from '#store/lists/queue-cases.ts';
import { createPauseStore } from '#store/operations/pause-store.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { inTrouble } from '#store/people/in-trouble.ts';
import { createPointStore } from '#store/point-store.ts';
import type { Reader } from '#store/reader.ts';
import { createFeedStore } from '#store/received/feed-store.ts';
import { createAnswerStore } from '#store/received/idempotency-store.ts';
import { joinComplaintMoves } from './live-complaints.ts';
import { accountsOf, joinRecords } from './live-records.ts';
import { joinWrites, type WriteParts } from './live-writes.ts';
import type { ConsoleNeeds } from './ports.ts';

/** What the process or a test brings: where the table is, who guards the keys, what time it is. */
export type Parts = WriteParts & {
  readonly settings: Settings;
  readonly queues: ConsoleNeeds['queues'];
  readonly version: string;
  /** Bucket in which entries are remembered; without one the record is verified by itself. */
  readonly entriesBucket: string | undefined;
};

/** Joins the staff API to its stores. */
export function joinConsole(parts: Parts): ConsoleNeeds {
  const { db, vault, clock, tableName, settings } = parts;
  const records = joinRecords(parts);
  const { reader } = records;
  const people = createPersonStore(reader, vault);
  const accounts = accountsOf(parts, reader);
  const points = createPointStore(reader);
  const cases = createCaseStore(reader);
  const book = bundledPolicies(sha256Hex);
  const feed = createFeedStore(reader, db, tableName).newest;
  const calls = { people, accounts, points, book, feed, inTrouble: inTrouble({ cases }) };
  return {
    ...joinWrites(parts, { records, people, points, cases, book }),
    ...joinLists(parts, reader),
    ...joinComplaintMoves(parts, { records, people, accounts, cases, book }),
    cases,
    ...records.words,
    people,
    accounts,
    points,
    askCall: async (of, task, now) => {
      const { askCall, wordsAndRules } = await import('./live-calls.ts');
      return askCall({ of, task, now }, { ...calls, ...wordsAndRules(settings) });
    },
    callOpensAt: async (of, task, from) => {
      const { callOpensAt, wordsAndRules } = await import('./live-calls.ts');
      return callOpensAt({ of, task, from }, { ...calls, ...wordsAndRules(settings) });
    },
    book,
    phones: async () => (await import('#runtime/numbering/phone.ts')).readPhone,
    locale: settings.defaults.locale,
    parse: parseWith,
    now: clock.businessNow,
    pause: (ms) => sleep(ms),
    queues: parts.queues,
    depth: parts.events.queue.depth,
    budget: budgetOf(parts, { reader, shards: book.limits.spend.shards }),
    version: parts.version,
  };
}

/** What the day has spent; few ask for it, so its code is read then. */
const budgetOf =
  (parts: Parts, of: { readonly reader: Reader; readonly shards: number }): ConsoleNeeds['budget'] =>
  async () =>
    (await import('./operations/live-budget.ts')).spentToday(parts, of);

/** Few verify the record, so what does it is read then. */
const auditOf = (parts: Parts, reader: Reader): ConsoleNeeds['audit'] => ({
  verify: async (kind, id) => (await import('./operations/live-audit.ts')).auditOf(parts, reader).verify(kind, id),
});

type InboxAsked = Parameters<ConsoleNeeds['inbox']['page']>[0];
const pageOfInbox = async (page: InboxAsked, { vault }: Parts, reader: Reader) =>
  (await import('#store/received/inbox-store.ts')).createInboxStore(reader, vault).page(page);

/** Few look into quarantine, so what reads it is read then. */
function quarantineOf({ db, tableName: table, vault }: Parts, reader: Reader): ConsoleNeeds['quarantine'] {
  const store = async () =>
    (await import('#store/received/quarantine-store.ts')).createQuarantineStore({ reader, db, table, vault });
  return {
    page: async (page) => (await store()).page(page),
    get: async (id) => (await store()).get(id),
    remove: async (id) => (await store()).remove(id),
  };
}

/** What staff read and list, and what operations look after. */
function joinLists(parts: Parts, reader: Reader) {
  const { db, vault, clock, ids, tableName } = parts;
  return {
    queueCases: createQueueCases(reader),
    customerCases: createCustomerCases(reader),
    inbox: { page: (page: InboxAsked) => pageOfInbox(page, parts, reader) },
    pauses: createPauseStore(reader, db, tableName),
    quarantine: quarantineOf(parts, reader),
    audit: auditOf(parts, reader),
    answers: createAnswerStore({ db, tableName, vault, fence: ids.fence, wallNow: clock.wallNow }),
    positions: {
      opened: OPENED_POSITION,
      inbox: INBOX_POSITION,
      worklist: WORKLIST_POSITION,
      quarantine: QUARANTINE_ID,
    },
  };
}
