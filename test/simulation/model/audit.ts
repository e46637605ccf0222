import { createHash } from 'node:crypto';
import type { Entry } from '#store/codecs/entry.ts';
import { contradictions } from '#store/complaints/snapshot-said.ts';
import type { Check, Violation } from './violation.ts';

/**
 * I14: every timeline is numbered without a gap, chained, ends where its snapshot stands, and no entry was written twice. Of
 * no complaint the audit says that its snapshot contradicts its entries: nobody has forged any.
 */
export const auditHolds: Check = ({ record, world }) => {
  const found: Violation[] = [];
  const bad = (what: string): unknown => found.push({ invariant: 'I14', what });
  for (const name of world.machine.stream.rewritten) bad(`${name}: an entry was written over`);
  for (const [aggregate, entries] of record.timelines) {
    let previous = Buffer.alloc(32);
    for (const [at, entry] of entries.entries()) {
      if (entry.seq !== at + 1) bad(`${aggregate}: entry ${at + 1} is numbered ${entry.seq}`);
      if (!previous.equals(entry.previous)) bad(`${aggregate}: entry ${entry.seq} does not follow the one before it`);
      if (!hashOf(entry).equals(entry.hash)) bad(`${aggregate}: entry ${entry.seq} says something else than its hash`);
      previous = Buffer.from(entry.hash);
    }
    const snapshot = record.snapshots.get(aggregate);
    if (snapshot === undefined) continue;
    if (Number(snapshot['v']?.N) !== entries.length)
      bad(`${aggregate}: version ${snapshot['v']?.N} with ${entries.length} entries`);
    for (const { what, seq } of aggregate.startsWith('CMP#') ? contradictions(snapshot, entries) : [])
      bad(`${aggregate}: ${what} contradicts entry ${seq}`);
    if (!previous.equals(Buffer.from(snapshot['hd']?.B ?? [])))
      bad(`${aggregate}: the snapshot knows another last entry`);
  }
  for (const [aggregate, snapshot] of record.snapshots) {
    if (snapshot['hd'] !== undefined && !record.timelines.has(aggregate))
      bad(`${aggregate}: a snapshot without any entry`);
  }
  return found;
};

/** RFC 8785 for what entries hold: names in order, no spaces, numbers and texts as JSON writes them. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = fields.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

function hashOf({ aggregate, seq, type, actor, at, facts, effects, sealed, previous }: Entry): Buffer {
  const text = sealed === undefined ? null : sha256(sealed).toString('base64');
  return sha256(
    canonical({
      aggregate,
      seq,
      type,
      actor,
      at,
      facts,
      effects,
      sealed: text,
      previous: Buffer.from(previous).toString('base64'),
    }),
  );
}
