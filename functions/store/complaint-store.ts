import type { Complaint } from '#domain/complaint/complaint.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { type Item, readBinary } from './attributes.ts';
import * as codec from './codecs/complaint.ts';
import { type Entry, fromItem as entryFromItem, GENESIS } from './codecs/entry.ts';
import { aggregateName, SNAPSHOT, snapshotKey } from './keys.ts';
import type { Advance, Stored } from './ledger.ts';
import type { Reader } from './reader.ts';
import { ENTRY_PREFIX } from './table.contract.ts';

/** One complaint with its timeline. */
export type WholeComplaint = { readonly stored: Stored<Complaint>; readonly entries: readonly Entry[] };

export type ComplaintStore = {
  readonly load: (id: string) => Promise<Stored<Complaint> | undefined>;
  readonly whole: (id: string) => Promise<WholeComplaint | undefined>;
};

const storedComplaint = (item: Item): Stored<Complaint> => ({
  state: codec.fromItem(item),
  head: readBinary(item, 'hd'),
});

export function createComplaintStore(reader: Reader): ComplaintStore {
  return {
    /** AP-60: one complaint by id. */
    load: async (id) => {
      const item = await reader.get(snapshotKey('complaint', id));
      return item === undefined ? undefined : storedComplaint(item);
    },
    /** AP-61: a complaint with its timeline. */
    whole: async (id) => readWhole(await reader.collection(aggregateName('complaint', id))),
  };
}

function readWhole(items: readonly Item[]): WholeComplaint | undefined {
  const snapshot = items.find((item) => item['sk']?.S === SNAPSHOT);
  if (snapshot === undefined) return undefined;
  const entries = items.filter((item) => item['sk']?.S?.startsWith(ENTRY_PREFIX) === true);
  return { stored: storedComplaint(snapshot), entries: entries.map(entryFromItem) };
}

/** The complaint's advance, as the ledger writes it: its snapshot, the entry that says why, the words sealed. */
export const complaintAdvance = (
  from: Stored<Complaint> | undefined,
  to: { readonly next: Complaint; readonly entry: EntryDraft },
  sealed?: Uint8Array,
): Advance => ({
  kind: 'complaint',
  id: to.next.id,
  version: from?.state.version ?? 0,
  head: from?.head ?? GENESIS,
  snapshot: codec.toItem(to.next),
  entry: to.entry,
  ...(sealed === undefined ? {} : { sealed }),
});
