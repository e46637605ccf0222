import type { ContactPoint } from '#domain/contact/point.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { type Item, number, optionalBinary } from './attributes.ts';
import { GENESIS } from './codecs/entry.ts';
import * as codec from './codecs/point.ts';
import { type Key, snapshotKey } from './keys.ts';
import type { Advance, Op, Stored } from './ledger.ts';
import type { Reader } from './reader.ts';

export type PointStore = {
  readonly load: (id: string) => Promise<Stored<ContactPoint> | undefined>;
  readonly loadAll: (ids: readonly string[]) => Promise<readonly (Stored<ContactPoint> | undefined)[]>;
  /** The points there are, and whether an item of another kind is there, in one request. */
  readonly loadBeside: (
    ids: readonly string[],
    other: Key,
  ) => Promise<{ readonly points: readonly Stored<ContactPoint>[]; readonly stands: boolean }>;
};

const stored = (item: Item): Stored<ContactPoint> => ({
  state: codec.fromItem(item),
  head: optionalBinary(item, 'hd') ?? GENESIS,
});

export function createPointStore(reader: Reader): PointStore {
  return {
    /** AP-06: one contact point by the keyed hash of its number. */
    load: async (id) => {
      const item = await reader.get(snapshotKey('point', id));
      return item === undefined ? undefined : stored(item);
    },
    /** AP-07: the points of a person's addresses. */
    loadAll: async (ids) =>
      ids.length === 0
        ? []
        : (await reader.getAll(ids.map((id) => snapshotKey('point', id)))).map((item) =>
            item === undefined ? undefined : stored(item),
          ),
    /** AP-102: the same, and in the same request the pause of a purpose if there is one. */
    loadBeside: async (ids, other) => {
      const [beside, ...items] = await reader.getAll([other, ...ids.map((id) => snapshotKey('point', id))]);
      return {
        points: items.flatMap((item) => (item === undefined ? [] : [stored(item)])),
        stands: beside !== undefined,
      };
    },
  };
}

/** A number nothing was ever written about. */
export const unknownPoint = (id: ContactPoint['id']): Stored<ContactPoint> => ({
  state: {
    id,
    version: 0,
    revision: 0,
    holders: [],
    questions: [],
    sends: [],
    tokens: { since: 0, current: new Uint8Array(codec.TOKEN_BYTES), previous: new Uint8Array(codec.TOKEN_BYTES) },
    recent: [],
    answers: { unanswered: 0 },
  },
  head: GENESIS,
});

/** Everything the decision saw of the point still stands: version (opt-out, quarantine, holders) and revision (counters). */
const unchanged = (before: ContactPoint): { v: Item[string] | undefined; cv: Item[string] | undefined } => ({
  v: before.version === 0 ? undefined : number(before.version),
  cv: before.revision === 0 ? undefined : number(before.revision),
});

/** Counters, tokens and questions moved by a case's entry: no entry of the point's own. */
export const pointTouch = (before: Stored<ContactPoint>, after: ContactPoint): Op => ({
  op: 'set',
  key: snapshotKey('point', before.state.id),
  set: codec.countersItem({ ...after, revision: before.state.revision + 1 }),
  condition: { equals: unchanged(before.state) },
});

/** Opt-out, quarantine, holders: an entry of the point's own. */
export function pointAdvance(before: Stored<ContactPoint>, after: ContactPoint, entry: EntryDraft): Advance {
  const { cv } = unchanged(before.state);
  return {
    kind: 'point',
    id: before.state.id,
    version: before.state.version,
    head: before.head,
    snapshot: codec.toItem({ ...after, revision: before.state.revision + 1 }),
    entry,
    guard: { cv },
  };
}
