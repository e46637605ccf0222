import { type Entry, fromItem } from '../codecs/entry.ts';
import { type AggregateKind, aggregateName, entryKey } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { ENTRY_PREFIX } from '../table.contract.ts';

export type Timeline = {
  readonly newest: (kind: AggregateKind, id: string, limit: number) => Promise<readonly Entry[]>;
  readonly entry: (kind: AggregateKind, id: string, seq: number) => Promise<Entry | undefined>;
};

/** Entries of one aggregate for readers who do not need the whole of it. */
export function createTimeline(reader: Reader): Timeline {
  return {
    /** AP-50: the newest entries of an aggregate, newest first. */
    newest: async (kind, id, limit) => {
      const { items } = await reader.page({
        pk: aggregateName(kind, id),
        prefix: ENTRY_PREFIX,
        newestFirst: true,
        limit,
      });
      return items.map(fromItem);
    },
    /** AP-51: one entry, where another one or a snapshot names it. */
    entry: async (kind, id, seq) => {
      const item = await reader.get(entryKey(aggregateName(kind, id), seq));
      return item === undefined ? undefined : fromItem(item);
    },
  };
}
