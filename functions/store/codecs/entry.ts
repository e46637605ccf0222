import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Actor, Effect, EntryDraft } from '#domain/effects.ts';
import {
  binary,
  type Item,
  item,
  number,
  optionalBinary,
  optionalText,
  readBinary,
  readNumber,
  readText,
  text,
} from '../attributes.ts';
import { type AggregateKind, aggregateName, entryKey, seqOfEntry } from '../keys.ts';
import type { Place } from '../vault/crypto.ts';
import { packTexts, unpackTexts } from './packed-texts.ts';

/** A timeline entry as it is stored: numbered, chained, with its text (if any) sealed. */
export type Entry = EntryDraft & {
  readonly aggregate: string;
  readonly seq: number;
  readonly sealed?: Uint8Array;
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
};

/** Where the entry of that number keeps its text: sealed for it, a text opens nowhere else. */
export const sealedPlace = (kind: AggregateKind, id: string, seq: number): Place =>
  sealedPlaceOf({ aggregate: aggregateName(kind, id), seq });

/** {@link sealedPlace} of an entry at hand. */
export const sealedPlaceOf = ({ aggregate, seq }: Pick<Entry, 'aggregate' | 'seq'>): Place => ({
  ...entryKey(aggregate, seq),
  attribute: 's',
});

/** Hash before the first entry of an aggregate. */
export const GENESIS = new Uint8Array(32);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const sha256 = (data: string | Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(data).digest());

/**
 * SHA-256 over the canonical JSON (RFC 8785) of everything the entry says, the hash of its sealed text, and the
 * previous hash: a change, removal or reordering breaks the chain, erasing a person's key does not.
 */
export function entryHash(entry: Omit<Entry, 'hash'>): Uint8Array {
  return hashOver(entry, sealedHash(entry.sealed));
}

/** The hash of a sealed text, by which an entry is checked without it. */
export const sealedHash = (sealed: Uint8Array | undefined): string | null =>
  sealed === undefined ? null : base64(sha256(sealed));

/** {@link entryHash} where only the hash of the sealed text is at hand. */
export function hashOver(entry: Omit<Entry, 'hash' | 'sealed'>, sealed: string | null): Uint8Array {
  return sha256(
    canonicalJson({
      aggregate: entry.aggregate,
      seq: entry.seq,
      type: entry.type,
      actor: entry.actor,
      at: entry.at,
      facts: entry.facts,
      effects: entry.effects,
      sealed,
      previous: base64(entry.previous),
    }),
  );
}

/** Numbers and chains a draft. */
export function chain(
  draft: EntryDraft,
  at: { aggregate: string; seq: number; previous: Uint8Array; sealed?: Uint8Array },
): Entry {
  const entry = { ...draft, ...at };
  return { ...entry, hash: entryHash(entry) };
}

/** One write unit. An entry that would be larger is stored packed, which brings most of them below it. */
const UNIT_BYTES = 1_024;

export function toItem(entry: Entry): Item {
  const key = entryKey(entry.aggregate, entry.seq);
  const facts = canonicalJson(entry.facts);
  const effects = entry.effects.length === 0 ? undefined : canonicalJson(entry.effects);
  const rest = {
    pk: text(key.pk),
    sk: text(key.sk),
    t: text(entry.type),
    ac: text(canonicalJson(entry.actor)),
    at: number(entry.at),
    s: entry.sealed === undefined ? undefined : binary(entry.sealed),
    p: binary(entry.previous),
    h: binary(entry.hash),
  };
  const plain = item({ ...rest, f: text(facts), x: effects === undefined ? undefined : text(effects) });
  return sizeOf(plain) <= UNIT_BYTES ? plain : item({ ...rest, z: binary(packTexts([facts, effects ?? '[]'])) });
}

/** Bytes as the table counts them, never too few: names, texts in UTF-8, numbers as text. */
const sizeOf = (of: Item): number =>
  Object.entries(of).reduce(
    (sum, [name, { S, N, B }]) => sum + name.length + lengthOf(S) + lengthOf(N) + lengthOf(B),
    0,
  );

const lengthOf = (value: string | Uint8Array | undefined): number =>
  value === undefined ? 0 : Buffer.byteLength(value);

const PLAIN: readonly string[] = ['f', 'x'];
const ATTRIBUTES: readonly string[] = ['pk', 'sk', 't', 'ac', 'at', 's', 'p', 'h', 'z', ...PLAIN];

/** An entry's item says in one form what the entry says, and nothing beside: what no hash covers is no part of it. */
export function saysNoMore(source: Item): boolean {
  const names = Object.keys(source);
  return (
    names.every((name) => ATTRIBUTES.includes(name)) &&
    !(names.includes('z') && names.some((one) => PLAIN.includes(one)))
  );
}

export function fromItem(source: Item): Entry {
  const sealed = optionalBinary(source, 's');
  const packed = optionalBinary(source, 'z');
  const [facts, effects] =
    packed === undefined ? [readText(source, 'f'), optionalText(source, 'x') ?? '[]'] : unpackTexts(packed);
  return {
    aggregate: readText(source, 'pk'),
    seq: seqOfEntry(readText(source, 'sk')),
    type: readText(source, 't'),
    actor: JSON.parse(readText(source, 'ac')) as Actor,
    at: readNumber(source, 'at'),
    facts: JSON.parse(facts) as Record<string, unknown>,
    effects: JSON.parse(effects) as Effect[],
    ...(sealed === undefined ? {} : { sealed }),
    previous: readBinary(source, 'p'),
    hash: readBinary(source, 'h'),
  };
}
