import { fromItem } from '#store/codecs/point.ts';
import { bytesOf } from '../../world/erasing.ts';
import { isCase, textAt } from '../facts.ts';
import { partitionOf, sortOf } from '../record.ts';
import type { Check, Seen, Violation } from '../violation.ts';

const ENDS = ['RESOLVED', 'CLOSED', 'SUPPRESSED'];

/** I17: of somebody erased no key and no sealed record is left, no number knows them, and none of their cases goes on. */
export const erasedAreForgotten: Check = (seen) =>
  seen.world.erased.flatMap(({ customerId, sealed }): Violation[] => {
    const bad = (what: string): Violation => ({ invariant: 'I17', what: `${customerId}: ${what}` });
    return [
      ...(isKept(sealed, seen) ? [bad('a key or a sealed record of theirs is left')] : []),
      ...keyedCases(customerId, seen).map((id) => bad(`${id} has a key of its own`)),
      ...(isHolder(customerId, seen) ? [bad('a number still knows them as its holder')] : []),
      ...openCases(customerId, seen).map((id) => bad(`${id} is open`)),
    ];
  });

function isKept(sealed: readonly string[], { record }: Seen): boolean {
  const gone = new Set(sealed);
  return record.items.some((item) => bytesOf(item).some((one) => gone.has(one)));
}

const isHolder = (customerId: string, { record }: Seen): boolean =>
  record.items
    .filter((item) => partitionOf(item).startsWith('PT#') && sortOf(item) === 'SNAPSHOT')
    .some((item) => fromItem({ ...item }).holders.some((holder) => holder.customerId === customerId));

/** What staff wrote before the customer was known. */
const keyedCases = (customerId: string, { record }: Seen): readonly string[] =>
  [...record.snapshots].flatMap(([aggregate, snapshot]) =>
    isCase(aggregate) && snapshot['cu']?.S === customerId && snapshot['k'] !== undefined ? [aggregate] : [],
  );

const openCases = (customerId: string, { record }: Seen): readonly string[] =>
  [...record.timelines].flatMap(([aggregate, entries]) => {
    const snapshot = record.snapshots.get(aggregate);
    const theirs = isCase(aggregate) && JSON.stringify(snapshot ?? {}).includes(`"${customerId}"`);
    const status = entries.reduce((last, { facts }) => textAt(facts, 'to') ?? last, 'RECEIVED');
    return theirs && !ENDS.includes(status) ? [aggregate] : [];
  });
