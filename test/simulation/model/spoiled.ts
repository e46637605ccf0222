import type { Entry } from '#store/codecs/entry.ts';
import type { Seen } from './violation.ts';

export type EntriesChange = (entries: readonly Entry[], at: number) => readonly Entry[];

/** What is seen, with the entries of the first aggregate that has one of this type put differently. */
export function entriesPut(seen: Seen, type: string, change: EntriesChange): Seen {
  const timelines = new Map(seen.record.timelines);
  const [aggregate, entries] = [...timelines].find(([, all]) => all.some((one) => one.type === type)) ?? [];
  if (aggregate === undefined || entries === undefined) throw new Error(`entry: got none of ${type}`);
  const at = entries.findIndex((one) => one.type === type);
  timelines.set(aggregate, change(entries, at));
  return { ...seen, record: { ...seen.record, timelines } };
}
