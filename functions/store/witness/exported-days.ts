import { type ExportedEntry, readExported } from '../codecs/feed/exported.ts';
import type { Bucket } from './bucket.ts';
import { LAKE } from './witness.contract.ts';

export type ExportedDays = {
  /** What arrived on these days (`2026-06-03`, UTC), one object after the other: never a whole day in memory. */
  readonly arrived: (days: readonly string[]) => AsyncIterable<readonly ExportedEntry[]>;
};

/** The lines that left the table, as they lie in their partitions. */
export const exportedDays = (bucket: Pick<Bucket, 'names' | 'read'>): ExportedDays => ({
  arrived: async function* (days) {
    for (const day of days) {
      for (const name of await bucket.names(`${LAKE.entries}${LAKE.partition}${day}/`))
        yield readExported(await bucket.read(name));
    }
  },
});
