import type { StreamRecord } from '#runtime/from-stream.ts';
import { ENTRY_PREFIX, TABLE } from '../../table.contract.ts';
import { type Entry, fromItem } from '../entry.ts';

/** New timeline entries of a stream batch; whatever else the filter let through has no effects and no figures. */
export const entriesOf = (records: readonly StreamRecord[]): readonly Entry[] =>
  records.flatMap(({ kind, keys, image }) => {
    const sort = keys[TABLE.sortKey];
    const isEntry = sort !== undefined && 'S' in sort && sort.S.startsWith(ENTRY_PREFIX);
    return kind === 'INSERT' && isEntry && image !== undefined ? [fromItem(image)] : [];
  });
