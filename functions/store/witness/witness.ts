import { createHash } from 'node:crypto';
import type { Entry } from '../codecs/entry.ts';
import { parseAggregateName } from '../keys.ts';
import type { Bucket } from './bucket.ts';
import { LAKE } from './witness.contract.ts';

/** An entry as somebody outside the table remembers it. */
export type Head = { readonly seq: number; readonly hash: string };

export type Witness = {
  /** Remembers all of them when it returns, or throws; again changes nothing. */
  readonly remember: (entries: readonly Pick<Entry, 'aggregate' | 'seq' | 'hash'>[]) => Promise<void>;
  /** What is remembered of one aggregate, in order; an entry that came out in two forms is there twice. */
  readonly heads: (aggregate: string) => Promise<readonly Head[]>;
};

const AT_ONCE = 16;
const SEQ_DIGITS = 8;

/**
 * Remembers every entry of an aggregate by the name of an empty object, so that one question tells all there is to an
 * aggregate and nothing has to be read. Where the bucket locks its objects nobody takes a name back, and what was
 * hidden by a deletion is told all the same (docs/decisions/0028).
 */
export const createWitness = (bucket: Pick<Bucket, 'mark' | 'everNamed'>): Witness => ({
  remember: async (entries) => {
    const names = entries.filter(({ aggregate }) => parseAggregateName(aggregate) !== undefined).map(nameOf);
    for (let at = 0; at < names.length; at += AT_ONCE)
      await Promise.all(names.slice(at, at + AT_ONCE).map(bucket.mark));
  },
  heads: async (aggregate) => {
    const prefix = prefixOf(aggregate);
    return (await bucket.everNamed(prefix)).flatMap((name) => headOf(name.slice(prefix.length))).toSorted(bySeq);
  },
});

/** Hashed, so that names fall evenly over the bucket and say nothing of customers to whoever reads its access log. */
const prefixOf = (aggregate: string): string =>
  `${LAKE.heads}${createHash('sha256').update(aggregate).digest('base64url')}/`;

const nameOf = ({ aggregate, seq, hash }: Pick<Entry, 'aggregate' | 'seq' | 'hash'>): string =>
  `${prefixOf(aggregate)}${String(seq).padStart(SEQ_DIGITS, '0')}.${Buffer.from(hash).toString('base64url')}`;

function headOf(name: string): readonly Head[] {
  const [, seq, hash] = /^(\d+)\.([\w-]{43})$/u.exec(name) ?? [];
  return seq === undefined || hash === undefined ? [] : [{ seq: Number(seq), hash }];
}

const bySeq = (one: Head, other: Head): number => one.seq - other.seq;
