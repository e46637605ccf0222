import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueSender } from '#channels/queue.ts';
import { Fault, isFault } from '#domain/errors.ts';
import type { Clock } from '#runtime/clock.ts';
import type { Ids } from '#runtime/ids.ts';
import type { Log } from '#runtime/log.ts';
import { caseChange } from '#store/case-store.ts';
import type { db } from '#store/client.ts';
import type { Entry } from '#store/codecs/entry.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { type Change, createLedger } from '#store/ledger.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { contactPut, customerChange, type PersonStore } from '#store/people/customer-store.ts';
import { createRegistry } from '#store/people/registry.ts';
import { type PointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import type { Reader } from '#store/reader.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import type { ConsoleNeeds, Written } from './ports.ts';

export type WriteParts = {
  readonly db: ReturnType<typeof db>;
  readonly tableName: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'fence' | 'random'>;
  readonly events: { readonly queue: Pick<QueueSender, 'sendAll'>; readonly url: string };
  readonly log: Pick<Log, 'info'>;
};

type ReadParts = { readonly reader: Reader; readonly people: PersonStore; readonly points: PointStore };
type Writes = Pick<
  ConsoleNeeds,
  | 'move'
  | 'noteCustomer'
  | 'notePoint'
  | 'customerEntries'
  | 'seal'
  | 'open'
  | 'entryOf'
  | 'refuseContact'
  | 'pointOf'
  | 'replay'
  | 'log'
  | 'registry'
>;

/** What the staff API writes, and the seals on what it reads. */
export function joinWrites(parts: WriteParts, { reader, people, points }: ReadParts): Writes {
  const { db, tableName, vault, ids, events, log } = parts;
  const ledger = createLedger({ db, tableName, fence: ids.fence, sleep: (ms) => sleep(ms), jitter: ids.random });
  const timeline = createTimeline(reader);
  const entries: Writes['customerEntries'] = (customerId, limit) => timeline.newest('customer', customerId, limit);
  const write = async (change: Change): Promise<Written> => (await ledger.commit(change)).kind;
  return {
    move: async ({ from, transition, sealed, also = [], point }) => {
      const change = caseChange(from, transition, sealed);
      const number = point === undefined ? [] : [pointAdvance(point.before, point.after, point.entry)];
      return write({ advances: [change.advance, ...number], also: [...change.also, ...also] });
    },
    noteCustomer: async ({ customer, key }, entry) => {
      const change = { before: { stored: customer, key }, after: customer.state, entry };
      return write({ advances: [await customerChange(change, vault)] });
    },
    notePoint: ({ id, before = unknownPoint(id) }, entry) =>
      write({ advances: [pointAdvance(before, before.state, entry)] }),
    customerEntries: entries,
    entryOf: timeline.entry,
    refuseContact: async ({ customerId, contactId }, at) => {
      const record = await people.contact(customerId, contactId);
      if (record === undefined || record.contact.refusedAt !== undefined) return undefined;
      return contactPut(record, { ...record.contact, refusedAt: at }, vault);
    },
    seal: (key, { aggregate, id, seq }, text) =>
      vault.seal(key, { ...entryKey(aggregateName(aggregate, id), seq), attribute: SEALED }, text),
    open: (key, entry) => openEntry(key, entry, vault),
    pointOf: vault.pointOf,
    replay: async (message) => {
      const unsent = await events.queue.sendAll(events.url, [{ body: message }]);
      if (unsent.length > 0) throw new Fault('channel.queue-refused', { facts: { failed: unsent.length, of: 1 } });
    },
    log,
    registry: createRegistry({ ledger, people, points, entries, vault, now: parts.clock.businessNow }),
  };
}

/** Attribute of an entry that holds its sealed text. */
const SEALED = 's';

/** A text that cannot be opened is not told; that its entry was altered is what the audit finds. */
async function openEntry(key: Uint8Array, entry: Entry, vault: Vault): Promise<string | undefined> {
  const { aggregate, seq, sealed } = entry;
  if (sealed === undefined) return undefined;
  try {
    const plain = await vault.open(key, { ...entryKey(aggregate, seq), attribute: SEALED }, sealed);
    return Buffer.from(plain).toString('utf8');
  } catch (error) {
    if (isFault(error, 'crypto.') && error.retry === 'never') return undefined;
    throw error;
  }
}
