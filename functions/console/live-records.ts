import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '#domain/errors.ts';
import type { Clock } from '#runtime/clock.ts';
import type { Ids } from '#runtime/ids.ts';
import type { db } from '#store/client.ts';
import { type Entry, sealedPlace, sealedPlaceOf } from '#store/codecs/entry.ts';
import { type Change, createLedger, type Ledger } from '#store/ledger.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { customerChange } from '#store/people/customer-store.ts';
import { pushesOf } from '#store/people/pushes.ts';
import { createReader, type Reader } from '#store/reader.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import type { Written } from './changes.ts';
import type { ConsoleNeeds } from './ports.ts';
import type { Cursors } from './request/sealed-cursors.ts';

/** Where the table is, who guards the keys, what time it is. */
export type RecordParts = {
  readonly db: ReturnType<typeof db>;
  readonly tableName: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'fence' | 'random' | 'sortable'>;
};

type Words = Pick<
  ConsoleNeeds,
  'cursors' | 'noteCustomer' | 'customerEntries' | 'entryOf' | 'newKey' | 'seal' | 'open' | 'pointOf' | 'pushesOf'
>;
type Records = {
  readonly words: Words;
  readonly reader: Reader;
  readonly ledger: Ledger;
  readonly write: (change: Change) => Promise<Written>;
};

/** The record as every function of staff uses it: written as one change, its words sealed and opened. */
export function joinRecords({ db, tableName, vault, ids }: RecordParts): Records {
  const reader = createReader(db, tableName);
  const ledger = createLedger({ db, tableName, fence: ids.fence, sleep: (ms) => sleep(ms), jitter: ids.random });
  const timeline = createTimeline(reader);
  const write = async (change: Change): Promise<Written> => (await ledger.commit(change)).kind;
  const words: Words = {
    noteCustomer: async ({ customer, key }, entry) => {
      const change = { before: { stored: customer, key }, after: customer.state, entry };
      return write({ advances: [await customerChange(change, vault)] });
    },
    customerEntries: (customerId, limit) => timeline.newest('customer', customerId, limit),
    entryOf: timeline.entry,
    seal: (key, { aggregate, id, seq }, text) => vault.seal(key, sealedPlace(aggregate, id, seq), text),
    newKey: async () => (await vault.newSubjectKey()).wrapped,
    open: (key, entry) => openEntry(key, entry, vault),
    pointOf: vault.pointOf,
    pushesOf: (of) => pushesOf(of, vault.pointOf),
    cursors: cursorsOf(vault),
  };
  return { words, reader, ledger, write };
}

/** Cases are shown without their accounts: what reads these is read with the first call, offer or account. */
export const accountsOf = (
  { db, tableName }: Pick<RecordParts, 'db' | 'tableName'>,
  reader: Reader,
): ConsoleNeeds['accounts'] => ({
  load: async (id) => (await import('#store/account-store.ts')).createAccountStore(reader, db, tableName).load(id),
});

/** A cursor of another list, or of nobody's, is none. */
const cursorsOf = (vault: Pick<Vault, 'sealMark' | 'openMark'>): Cursors => ({
  seal: async (list, position) =>
    Buffer.from(await vault.sealMark({ pk: list, sk: CURSOR, attribute: CURSOR }, position)).toString('base64url'),
  open: async (list, cursor) => {
    try {
      return await vault.openMark({ pk: list, sk: CURSOR, attribute: CURSOR }, Buffer.from(cursor, 'base64url'));
    } catch (error) {
      if (isFault(error, 'crypto.') && error.retry === 'never') return undefined;
      throw error;
    }
  },
});
const CURSOR = 'cursor';

/** A text that cannot be opened is not told; that its entry was altered is what the audit finds. */
async function openEntry(key: Uint8Array, entry: Entry, vault: Vault): Promise<string | undefined> {
  const { sealed } = entry;
  if (sealed === undefined) return undefined;
  try {
    const plain = await vault.open(key, sealedPlaceOf(entry), sealed);
    return Buffer.from(plain).toString('utf8');
  } catch (error) {
    if (isFault(error, 'crypto.') && error.retry === 'never') return undefined;
    throw error;
  }
}
