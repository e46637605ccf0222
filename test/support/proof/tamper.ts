import { binary, type Item, number, text } from '#store/attributes.ts';
import { createAudit, type Verification } from '#store/audit.ts';
import { chain, type Entry, fromItem, GENESIS, toItem } from '#store/codecs/entry.ts';
import { entryKey } from '#store/keys.ts';
import type { Reader } from '#store/reader.ts';
import { NOON } from '../cases.ts';
import { type Chance, chanceOf } from './seeded.ts';

/** A record as the table holds it, and what is remembered of it outside. */
type Record_ = { readonly entries: readonly Item[]; readonly snapshot: Item | undefined };
type Tampering = {
  readonly kind: string;
  /** The record afterwards, and the first entry that is not what it was. */
  readonly on: (record: Record_, at: number, by: Chance) => { readonly to: Record_; readonly firstBad: number };
};

export type TamperRun = {
  readonly seed: number;
  readonly tampered: number;
  readonly found: number;
  /** Found, and the first bad record named. */
  readonly named: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Records that nobody touched and that verified. */
  readonly untouched: number;
  readonly failures: readonly string[];
};

const ID = 't1';
const NAME = `CASE#${ID}`;
const MOST_ENTRIES = 14;
/** Records to begin with: each is tampered with in many ways. */
const RECORDS = 200;

/**
 * Tampers with records in every way there is, one way a record, and lets the auditor look: changes of every attribute,
 * removals, insertions, swaps, cut tails with and without the snapshot, forks, chains written anew from some entry on.
 */
export async function tamperRun(count: number, seed: number): Promise<TamperRun> {
  const by = chanceOf(seed);
  const byKind: Record<string, number> = {};
  const failures: string[] = [];
  let [found, named, untouched] = [0, 0, 0];
  const records = Array.from({ length: Math.min(RECORDS, count) }, () => recordOf(by));
  for (const record of records) if ((await verify(record, record))?.ok === true) untouched += 1;
  for (let n = 0; n < count; n += 1) {
    const honest = records[by.below(records.length)] ?? recordOf(by);
    const tampering = TAMPERINGS[n % TAMPERINGS.length];
    if (tampering === undefined) break;
    const { to, firstBad } = tampering.on(honest, by.below(honest.entries.length), by);
    const verdict = await verify(to, honest);
    byKind[tampering.kind] = (byKind[tampering.kind] ?? 0) + 1;
    if (verdict?.ok === false) found += 1;
    if (verdict?.firstBad === firstBad) named += 1;
    else failures.push(`${tampering.kind} (seed ${seed}, ${n}): got ${JSON.stringify(verdict)}, expected ${firstBad}`);
  }
  return { seed, tampered: count, found, named, byKind, untouched, failures: failures.slice(0, 20) };
}

function recordOf(by: Chance): Record_ {
  const entries: Entry[] = [];
  const count = 3 + by.below(MOST_ENTRIES - 3);
  for (let seq = 1; seq <= count; seq += 1) entries.push(entryAfter(entries.at(-1), seq, by));
  return asStored(entries);
}

function entryAfter(before: Entry | undefined, seq: number, by: Chance): Entry {
  const actor = by.of([
    { kind: 'system', name: 'dispatch' },
    { kind: 'staff', id: 'li.na' },
  ] as const);
  const facts = { attempt: seq, rules: ['hours.closed'], note: 'x'.repeat(by.below(by.of([40, 40, 40, 1500]))) };
  const effects = by.of([[], [{ do: 'work', lane: 'normal' }]] as const);
  const sealed = by.below(2) === 0 ? {} : { sealed: Uint8Array.from({ length: 60 }, () => by.below(256)) };
  const draft = {
    type: by.of(['case.opened', 'contact.claimed', 'case.noted']),
    actor,
    at: NOON + seq,
    facts,
    effects,
  };
  return chain(draft, { aggregate: NAME, seq, previous: before?.hash ?? GENESIS, ...sealed });
}

const asStored = (entries: readonly Entry[]): Record_ => ({
  entries: entries.map(toItem),
  snapshot: { v: number(entries.length), hd: binary(entries.at(-1)?.hash ?? GENESIS) },
});

/** As GET /v1/audit/{id}/verify does it, over items in memory; `honest`: what the witness remembers. */
function verify(record: Record_, honest: Record_): Promise<Verification | undefined> {
  const sorted = record.entries.toSorted((one, other) => ((one['sk']?.S ?? '') < (other['sk']?.S ?? '') ? -1 : 1));
  const reader: Pick<Reader, 'get' | 'collection'> = {
    get: () => Promise.resolve(record.snapshot),
    collection: () => Promise.resolve(sorted),
  };
  const heads = honest.entries.map((item, index) => ({
    seq: index + 1,
    hash: Buffer.from(item['h']?.B ?? []).toString('base64url'),
  }));
  return createAudit({ ...NOWHERE, ...reader }, { heads: () => Promise.resolve(heads) }).verify('case', ID);
}

const never = (): never => {
  throw new Error('the auditor asked for more than a record');
};
const NOWHERE: Reader = { get: never, getAll: never, collection: never, page: never };

const changed =
  (attribute: string, to: (item: Item, by: Chance) => Item[string]): Tampering['on'] =>
  ({ entries, snapshot }, at, by) => ({
    to: {
      entries: entries.map((item, index) => (index === at ? { ...item, [attribute]: to(item, by) } : item)),
      snapshot,
    },
    firstBad: at + 1,
  });

const flipped = (bytes: Uint8Array | undefined, by: Chance): Uint8Array => {
  const copy = Uint8Array.from(bytes ?? [0]);
  const at = by.below(Math.max(1, copy.length));
  copy[at] = (copy[at] ?? 0) ^ (1 + by.below(255));
  return copy;
};

/** Entries from `at` on told anew: other facts, right hashes all the way, and the snapshot to match. */
function rewritten({ entries }: Record_, at: number): Record_ {
  const told = entries.slice(0, at).map(fromItem);
  for (const item of entries.slice(at)) {
    const { aggregate, previous: _previous, hash: _hash, seq, sealed, ...draft } = fromItem(item);
    const last = told.at(-1)?.hash ?? GENESIS;
    const facts = seq === at + 1 ? { ...draft.facts, attempt: 'another' } : draft.facts;
    told.push(
      chain({ ...draft, facts }, { aggregate, seq, previous: last, ...(sealed === undefined ? {} : { sealed }) }),
    );
  }
  return asStored(told);
}

const moved = (item: Item | undefined, seq: number): Item => ({ ...item, sk: text(entryKey(NAME, seq).sk) });
const cut = ({ entries, snapshot }: Record_, left: number): Record_ => ({ entries: entries.slice(0, left), snapshot });

const TAMPERINGS: readonly Tampering[] = [
  { kind: 'type changed', on: changed('t', () => text('case.forged')) },
  { kind: 'actor changed', on: changed('ac', () => text('{"kind":"staff","id":"nobody"}')) },
  { kind: 'time changed', on: changed('at', (item, by) => number(Number(item['at']?.N) + 1 + by.below(1_000))) },
  {
    kind: 'facts changed',
    on: ({ entries, snapshot }, at) => {
      const { hash, ...entry } = fromItem(entries[at] ?? {});
      const told = toItem({ ...entry, facts: { ...entry.facts, attempt: -1 }, hash });
      return {
        to: { entries: entries.map((item, index) => (index === at ? told : item)), snapshot },
        firstBad: at + 1,
      };
    },
  },
  { kind: 'facts written over, or beside a packed form', on: changed('f', () => text('{')) },
  { kind: 'something written beside', on: changed('note', () => text('forged')) },
  { kind: 'sealed text changed', on: changed('s', (item, by) => binary(flipped(item['s']?.B, by))) },
  { kind: 'hash changed', on: changed('h', (item, by) => binary(flipped(item['h']?.B, by))) },
  { kind: 'previous hash changed', on: changed('p', (item, by) => binary(flipped(item['p']?.B, by))) },
  {
    kind: 'entry removed',
    on: ({ entries, snapshot }, at) => ({
      to: { entries: entries.filter((_, index) => index !== at), snapshot },
      firstBad: at + 1,
    }),
  },
  {
    kind: 'entry removed, the rest moved up',
    on: ({ entries, snapshot }, at) => ({
      to: {
        entries: entries.filter((_, index) => index !== at).map((item, index) => moved(item, index + 1)),
        snapshot,
      },
      firstBad: at + 1,
    }),
  },
  {
    kind: 'entry inserted',
    on: ({ entries, snapshot }, at) => ({
      to: {
        entries: [...entries.slice(0, at), entries[at] ?? {}, ...entries.slice(at)].map((item, index) =>
          moved(item, index + 1),
        ),
        snapshot,
      },
      firstBad: at + 2,
    }),
  },
  {
    kind: 'two entries swapped',
    on: ({ entries, snapshot }, at) => {
      const first = Math.min(at, entries.length - 2);
      const order = entries.map((_, index) => (index === first ? first + 1 : index === first + 1 ? first : index));
      return {
        to: { entries: order.map((from, index) => moved(entries[from], index + 1)), snapshot },
        firstBad: first + 1,
      };
    },
  },
  { kind: 'tail cut', on: (record, at) => ({ to: cut(record, at), firstBad: at + 1 }) },
  {
    kind: 'tail cut with its snapshot',
    on: (record, at) => ({ to: asStored(record.entries.slice(0, at).map(fromItem)), firstBad: at + 1 }),
  },
  { kind: 'record removed whole', on: () => ({ to: { entries: [], snapshot: undefined }, firstBad: 1 }) },
  { kind: 'chain written anew', on: (record, at) => ({ to: rewritten(record, at), firstBad: at + 1 }) },
  {
    kind: 'forked: another tail, as long, with right hashes',
    on: (record, at, by) => {
      const told = record.entries.slice(0, at).map(fromItem);
      for (let seq = at + 1; seq <= record.entries.length; seq += 1) {
        const next = entryAfter(told.at(-1), seq, by);
        const { hash: _hash, previous, aggregate, sealed: _sealed, ...draft } = next;
        told.push(chain({ ...draft, facts: { forked: seq } }, { aggregate, seq, previous }));
      }
      return { to: asStored(told), firstBad: at + 1 };
    },
  },
  {
    kind: 'snapshot of another version',
    on: ({ entries, snapshot }, _at, by) => {
      const ahead = entries.length + 1 + by.below(3);
      return { to: { entries, snapshot: { ...snapshot, v: number(ahead) } }, firstBad: entries.length + 1 };
    },
  },
  {
    kind: 'snapshot with another head',
    on: ({ entries, snapshot }, _at, by) => ({
      to: { entries, snapshot: { ...snapshot, hd: binary(flipped(snapshot?.['hd']?.B, by)) } },
      firstBad: entries.length,
    }),
  },
];
