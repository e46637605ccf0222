import { type Item, optionalBinary, optionalNumber, sameBytes } from './attributes.ts';
import { type Entry, entryHash, fromItem, GENESIS, saysNoMore } from './codecs/entry.ts';
import { type AggregateKind, aggregateName, snapshotKey } from './keys.ts';
import type { Reader } from './reader.ts';
import { ENTRY_PREFIX } from './table.contract.ts';
import type { Witness, Head as Witnessed } from './witness/witness.ts';

/**
 * `firstBad`: sequence of the first entry that is missing, altered, out of place or nobody's. `witnessedUpTo`: sequence
 * of the newest entry that is remembered outside the table; absent where nothing is. `contradicts`: what of a complaint's
 * snapshot says something else than its entries.
 */
export type Verification = {
  readonly ok: boolean;
  readonly entries: number;
  readonly firstBad?: number;
  readonly contradicts?: readonly string[];
  readonly witnessedUpTo?: number;
};

export type Audit = {
  /** Undefined when nothing of that name was ever written. */
  readonly verify: (kind: AggregateKind, id: string) => Promise<Verification | undefined>;
};

type Head = { readonly version: number; readonly hash: Uint8Array };
type Standing = Head & { readonly snapshot: Item };

/**
 * Walks the whole timeline of an aggregate: every hash is made anew, every entry must follow the one before it, and the
 * newest must be the one the snapshot was written with. Any change, removal, insertion or reordering inside is found, and
 * a tail that was cut while the snapshot stood. With a witness a tail that was cut with its snapshot is found too, and a
 * chain that was written anew throughout. Writers may go on meanwhile: the witness is asked first, the snapshot is read
 * before and after.
 */
export function createAudit(reader: Reader, witness?: Pick<Witness, 'heads'>): Audit {
  return {
    /** AP-44: the snapshot and every entry of one aggregate. */
    verify: async (kind, id) => {
      const name = aggregateName(kind, id);
      const witnessed = (await witness?.heads(name)) ?? [];
      const before = await readHead(reader, kind, id);
      const items = await reader.collection(name, ENTRY_PREFIX);
      if (before === undefined && items.length === 0 && witnessed.length === 0) return undefined;
      const after = await readHead(reader, kind, id);
      const entries = items.map(read);
      const broken = [firstFault(name, entries, { before, after }), firstDenied(entries, witnessed)];
      const forged = kind === 'complaint' ? await contradicted(before, entries) : [];
      const firstBad = [...broken, ...forged.map(({ seq }) => seq)]
        .filter((seq) => seq !== undefined)
        .toSorted((one, other) => one - other)[0];
      return {
        ok: firstBad === undefined,
        entries: items.length,
        ...(firstBad === undefined ? {} : { firstBad }),
        ...(forged.length === 0 ? {} : { contradicts: [...new Set(forged.map(({ what }) => what))] }),
        ...(witness === undefined ? {} : { witnessedUpTo: witnessed.at(-1)?.seq ?? 0 }),
      };
    },
  };
}

/** The first entry of which the witness remembers something else than the table has. */
export const firstDenied = (
  entries: readonly (Entry | undefined)[],
  witnessed: readonly Witnessed[],
): number | undefined =>
  witnessed.find(({ seq, hash }) => {
    const entry = entries[seq - 1];
    return entry === undefined || Buffer.from(entry.hash).toString('base64url') !== hash;
  })?.seq;

/** Of a complaint the snapshot is what people are shown: it may say nothing but what its entries say. */
async function contradicted(head: Standing | undefined, entries: readonly (Entry | undefined)[]) {
  if (head === undefined) return [];
  const { contradictions } = await import('./complaints/snapshot-said.ts');
  return contradictions(head.snapshot, entries);
}

async function readHead(reader: Reader, kind: AggregateKind, id: string): Promise<Standing | undefined> {
  const item = await reader.get(snapshotKey(kind, id));
  if (item === undefined) return undefined;
  return { version: optionalNumber(item, 'v') ?? 0, hash: optionalBinary(item, 'hd') ?? GENESIS, snapshot: item };
}

/** An entry that can no longer be read, or that had something written beside it, is as bad as one that says something else. */
function read(item: Parameters<typeof fromItem>[0]): Entry | undefined {
  try {
    return saysNoMore(item) ? fromItem(item) : undefined;
  } catch {
    return undefined;
  }
}

export function firstFault(
  aggregate: string,
  entries: readonly (Entry | undefined)[],
  heads: { readonly before: Head | undefined; readonly after: Head | undefined },
): number | undefined {
  const least = heads.before?.version ?? 0;
  const most = heads.after?.version ?? 0;
  let previous: Uint8Array = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    if (entry === undefined || !follows(entry, { aggregate, seq, previous }) || seq > most) return seq;
    previous = entry.hash;
    for (const head of [heads.before, heads.after]) {
      if (head?.version === seq && !sameBytes(head.hash, entry.hash)) return seq;
    }
  }
  return entries.length < least ? entries.length + 1 : undefined;
}

function follows(entry: Entry, at: { aggregate: string; seq: number; previous: Uint8Array }): boolean {
  if (entry.aggregate !== at.aggregate || entry.seq !== at.seq || !sameBytes(entry.previous, at.previous)) return false;
  try {
    return sameBytes(entryHash(entry), entry.hash);
  } catch {
    return false;
  }
}
