import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PURPOSES } from '#domain/words.ts';
import * as keys from '#store/keys.ts';
import { pauseKey } from '#store/operations/pause-store.ts';
import { DUE_SHARDS, REMOVABLE, WORKLIST_SHARDS } from '#store/table.contract.ts';

/** Few letters and the words of keys themselves: what could collide, will. */
const part = fc.oneof(
  fc.constantFrom('SNAPSHOT', 'STATE', 'ID', 'ANSWER', 'E', 'CASE', 'CUS', 'TASK', '0', '1', '00000001'),
  fc.string({ unit: fc.constantFrom('a', 'b', ':', '.', '/'), minLength: 1, maxLength: 4 }),
);
const kind = fc.constantFrom('case', 'complaint', 'customer', 'point') satisfies fc.Arbitrary<keys.AggregateKind>;
const count = fc.nat({ max: 99_999_999 });
const owner = fc.constantFrom('case' as const, 'complaint' as const);

type Made = { readonly from: readonly unknown[]; readonly key: keys.Key };
const made = <T extends readonly unknown[]>(
  name: string,
  args: fc.Arbitrary<T>,
  make: (...given: T) => keys.Key,
): fc.Arbitrary<Made> => args.map((given) => ({ from: [name, ...given], key: make(...given) }));

const anyKey = fc.oneof(
  made('snapshot', fc.tuple(kind, part), keys.snapshotKey),
  made('entry', fc.tuple(kind, part, count), (of, id, seq) => keys.entryKey(keys.aggregateName(of, id), seq)),
  made('account', fc.tuple(part), keys.accountKey),
  made('contact', fc.tuple(part, part), keys.contactKey),
  made('early', fc.tuple(part), keys.earlyKey),
  made('task', fc.tuple(owner, part, part), (of, id, task) => keys.taskKey({ kind: of, id }, task)),
  made('identity', fc.tuple(part, part), keys.identityKey),
  made('system', fc.tuple(part, part), keys.systemKey),
  made('quarantine', fc.tuple(part, fc.nat({ max: 9 }), part), keys.quarantineKey),
  made('inbox', fc.tuple(part, fc.nat({ max: 9 }), part), keys.inboxKey),
  made('answer', fc.tuple(part, part), keys.answerKey),
);

test('no two facts share a key', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { minLength: 2, maxLength: 60 }), (all) => {
      const facts = new Set(all.map((one) => JSON.stringify(one.from)));
      const places = new Set(all.map((one) => JSON.stringify([one.key.pk, one.key.sk])));
      expect(places.size).toBe(facts.size);
    }),
  );
});

test('what a key was made of is read back from it', () => {
  fc.assert(
    fc.property(kind, part, count, (of, id, seq) => {
      const name = keys.aggregateName(of, id);
      expect(keys.parseAggregateName(name)).toEqual({ kind: of, id });
      expect(keys.idOfAggregate(name)).toBe(id);
      expect(keys.seqOfEntry(keys.entryKey(name, seq).sk)).toBe(seq);
      expect(keys.accountIdOf(keys.accountKey(id).pk)).toBe(id);
      expect(keys.contactIdOf(keys.contactKey('u1', id).sk)).toBe(id);
      expect(keys.parseDueSort(keys.dueSort(seq, name))).toEqual({ dueAt: seq, aggregate: name });
    }),
  );
});

test('a text that names no aggregate is none', () => {
  for (const name of ['', 'CASE', 'CASE#', 'case#a', 'ACC#a', 'CASE#a#b', '#a']) {
    expect(keys.parseAggregateName(name)).toBeUndefined();
  }
});

test('refuses an empty part, one with #, and a number that is no count', () => {
  expect(() => keys.accountKey('')).toThrow('key part');
  expect(() => keys.snapshotKey('case', 'a#b')).toThrow('key part');
  expect(() => keys.contactKey('u1', '#')).toThrow('key part');
  expect(() => keys.entryKey('CASE#a', -1)).toThrow('key number');
  expect(() => keys.dueSort(1.5, 'CASE#a')).toThrow('key number');
});

test('the order of texts is the order of sequences and of due times', () => {
  fc.assert(
    fc.property(count, count, fc.nat({ max: 4_102_444_800_000 }), (one, other, due) => {
      const before = keys.entryKey('CASE#a', one).sk < keys.entryKey('CASE#a', other).sk;
      expect(before).toBe(one < other);
      expect(keys.dueSort(due, 'CASE#zzz') <= keys.dueUpTo(due)).toBe(true);
      expect(keys.dueSort(due + 1, 'CASE#a') > keys.dueUpTo(due)).toBe(true);
      expect(keys.dueMin < keys.dueSort(due, 'CASE#a')).toBe(true);
    }),
  );
});

test('the same id always falls into the same shard, and ids spread over all of them', () => {
  const used = new Set(Array.from({ length: 400 }, (_, index) => keys.shardOf(`case-${index}`, DUE_SHARDS)));

  expect(used.size).toBe(DUE_SHARDS);
  expect(keys.dueKeys('urgent', 'CASE#a', 5)).toEqual(keys.dueKeys('urgent', 'CASE#a', 5));
  const at = { queue: 'fraud-desk', state: 'QUEUED', id: 'a', dueAt: 5 };
  expect(keys.worklistKeys(at).wq).toBe(
    keys.worklistPartition('fraud-desk', 'QUEUED', keys.shardOf('a', WORKLIST_SHARDS)),
  );
});

test('what may be removed is known by its partition, and no fact of the record or of the registry stands there', () => {
  const patterns = Object.values(REMOVABLE);
  const removable = ({ pk }: keys.Key): boolean =>
    patterns.some((one) => (one.endsWith('*') ? pk.startsWith(one.slice(0, -1)) : pk === one));

  expect(
    [keys.answerKey('client', 'key'), keys.quarantineKey('2026-06', 3, 'id'), ...PURPOSES.map(pauseKey)].every(
      removable,
    ),
  ).toBe(true);
  expect(
    [
      ...(['case', 'complaint', 'customer', 'point', 'incident'] as const).map((one) => keys.snapshotKey(one, 'x')),
      keys.entryKey('CASE#KEY', 1),
      keys.accountKey('x'),
      keys.contactKey('u', 'x'),
      keys.identityKey('s', 'x'),
      keys.erasureKey('x'),
      keys.inboxKey('2026-06-01', 1, 'x'),
      keys.systemKey('legal-hold', 'x'),
      keys.spendKey(1, 1),
    ].some(removable),
  ).toBe(false);
});
