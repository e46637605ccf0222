import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt, Case } from '#domain/case/case.ts';
import { binary, keyItem, number } from '#store/attributes.ts';
import { packAttempts, unpackAttempts } from '#store/codecs/attempts.ts';
import * as caseCodec from '#store/codecs/case.ts';
import { chain, entryHash, fromItem, GENESIS, toItem } from '#store/codecs/entry.ts';
import { packer, packNibbles, unpacker, unpackNibbles } from '#store/codecs/packed.ts';
import { packPoint, unpackPoint } from '#store/codecs/point-id.ts';
import * as taskCodec from '#store/codecs/task.ts';
import { snapshotKey } from '#store/keys.ts';
import { NOON, openedCase } from '../support/cases.ts';
import { anyCase, anyTask } from '../support/table/any-case.ts';
import { itemSize } from '../support/table/item-size.ts';

const stored = (of: Case) => ({
  ...caseCodec.toItem(of),
  ...keyItem(snapshotKey('case', of.id)),
  v: number(of.version),
  hd: binary(new Uint8Array(32)),
  fe: binary(new Uint8Array(8)),
});

test('a case reads back as it was written, whatever it holds', () => {
  fc.assert(
    fc.property(anyCase, (of) => {
      expect(caseCodec.fromItem(stored(of))).toEqual(of);
    }),
  );
});

test('a case or its attempts of another schema are refused, never read as empty ones', () => {
  expect(() => caseCodec.fromItem({ ...stored(openedCase()), sc: number(9) })).toThrow('case schema: got 9');
  expect(() => caseCodec.fromItem({ ...stored(openedCase()), at: binary(Uint8Array.of(9, 0)) })).toThrow(
    'attempts schema: got 9',
  );
  const [first] = unpackAttempts(packAttempts([attempt(1)]));
  expect(first).toEqual(attempt(1));
  // After schema, count, number and the step of four letters comes the channel.
  const packed = packAttempts([attempt(1)]);
  packed[8] = 99;
  expect(() => unpackAttempts(packed)).toThrow('packed word: got position 99');
});

const attempt = (n: number): Attempt => ({
  n,
  step: 'sms1',
  channel: 'sms',
  audience: 'contact',
  contactId: 'contact-1',
  point: Buffer.from(new Uint8Array(16).fill(n)).toString('base64url'),
  state: 'ACCEPTED',
  rule: 'hours.closed',
  at: NOON,
  until: NOON,
  receipt: 'DELIVERED',
  message: 2 ** 28 - n,
  decisionSeq: 12,
});

test('a case with eight full attempts, a hold and a task stays within one write unit of 1 KB', () => {
  const id = 'abcdefghijklmnopqrst';
  const full = openedCase({
    id,
    customerId: 'customer-0000000001',
    accountId: 'account-0000000001',
    attempts: Array.from({ length: 8 }, (_, index) => attempt(index + 1)),
    attemptCount: 16,
    token: '4K',
    taskId: `${id}.t12`,
    protectiveHold: true,
    held: { since: NOON, ruleIds: ['hold.complaint'], recheckAt: NOON, cause: 'hold.complaint', rechecks: 2 },
  });

  expect(itemSize(stored(full))).toBeLessThanOrEqual(1_024);
});

test('a task reads back as it was written, and is listed only while it is open', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      const item = taskCodec.toItem(task);
      expect(taskCodec.fromItem(item)).toEqual(task);
      expect(item['wq'] !== undefined).toBe(task.state === 'QUEUED' || task.state === 'ASSIGNED');
    }),
  );
});

const anyDraft = fc.record({
  type: fc.constantFrom('case.opened', 'contact.claimed'),
  actor: fc.oneof(
    fc.record({ kind: fc.constant('system' as const), name: fc.string() }),
    fc.record({ kind: fc.constant('staff' as const), id: fc.string() }),
    fc.constant({ kind: 'customer' as const }),
  ),
  at: fc.nat(),
  facts: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/u), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
  effects: fc.constantFrom([], [{ do: 'work' as const, lane: 'urgent' as const }]),
});
const anyPlace = fc.record(
  {
    aggregate: fc.constantFrom('CASE#a', 'PT#b'),
    seq: fc.integer({ min: 1, max: 99_999_999 }),
    previous: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    sealed: fc.uint8Array({ minLength: 1, maxLength: 99 }),
  },
  { requiredKeys: ['aggregate', 'seq', 'previous'] },
);

test('an entry reads back as it was written and gives the same hash', () => {
  fc.assert(
    fc.property(anyDraft, anyPlace, (draft, at) => {
      const entry = chain(draft, at);
      const { hash, ...rest } = fromItem(toItem(entry));
      expect({ ...rest, hash }).toEqual({ ...entry, facts: { ...draft.facts } });
      expect(entryHash(rest)).toEqual(hash);
    }),
  );
});

test('an entry that differs in anything has another hash', () => {
  const draft = { type: 't', actor: { kind: 'customer' as const }, at: 1, facts: { a: 1 }, effects: [] };
  const at = { aggregate: 'CASE#a', seq: 1, previous: GENESIS, sealed: Uint8Array.of(1) };
  const others = [
    chain({ ...draft, type: 'u' }, at),
    chain({ ...draft, actor: { kind: 'system', name: 'x' } }, at),
    chain({ ...draft, at: 2 }, at),
    chain({ ...draft, facts: { a: 2 } }, at),
    chain({ ...draft, effects: [{ do: 'work', lane: 'bulk' }] }, at),
    chain(draft, { ...at, aggregate: 'CASE#b' }),
    chain(draft, { ...at, seq: 2 }),
    chain(draft, { ...at, previous: new Uint8Array(32).fill(1) }),
    chain(draft, { ...at, sealed: Uint8Array.of(2) }),
    chain(draft, { aggregate: at.aggregate, seq: at.seq, previous: at.previous }),
  ];

  const hashes = [chain(draft, at), ...others].map((one) => Buffer.from(one.hash).toString('hex'));

  expect(new Set(hashes).size).toBe(hashes.length);
});

test('numbers, texts and bits come out of packed bytes as they went in', () => {
  const anyBits = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.tuple(
        fc.maxSafeNat(),
        fc.maxSafeInteger(),
        fc.nat({ max: 0xffffffff }),
        fc.string(),
        fc.uint8Array(),
        anyBits,
      ),
      ([count, signed, word, words, bytes, bits]) => {
        const out = packer();
        out.count(count);
        out.signed(signed);
        out.word(word);
        out.text(words);
        out.bytes(bytes);
        out.flags(...bits);
        const from = unpacker(out.done());
        expect([from.count(), from.signed(), from.word(), from.text(), from.bytes()]).toEqual([
          count,
          signed === 0 ? 0 : signed,
          word,
          Buffer.from(words, 'utf8').toString('utf8'),
          bytes,
        ]);
        const has = from.flags();
        expect(bits.map((_, bit) => has(bit))).toEqual(bits);
      },
    ),
  );
});

test('small counts take half a byte, and any count comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat(), { maxLength: 60 }), (values) => {
      expect(unpackNibbles(packNibbles(values), values.length)).toEqual(values);
    }),
  );
  expect(packNibbles([7, 0, 3, 1])).toHaveLength(2);
});

test('refuses to pack what is no count, and bytes that end early', () => {
  expect(() => packer().count(-1)).toThrow('expected a count');
  expect(() => packer().count(0.5)).toThrow('expected a count');
  expect(() => unpacker(Uint8Array.of(200)).count()).toThrow('expected more');
  expect(() => unpacker(Uint8Array.of(9, 1)).bytes()).toThrow('expected more');
  expect(() => unpackNibbles(Uint8Array.of(0xff), 1)).toThrow('expected 1');
});

test('a point id takes 16 bytes when the vault made it, and comes back whatever it is', () => {
  const own = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
  fc.assert(
    fc.property(fc.oneof(own, fc.stringMatching(/^[\w-]{1,40}$/u)), (id) => {
      expect(unpackPoint(packPoint(id))).toBe(id);
    }),
  );
  fc.assert(
    fc.property(own, (id) => {
      expect(packPoint(id)).toHaveLength(16);
    }),
  );
  for (const id of ['a'.repeat(14), 'a'.repeat(15), 'a'.repeat(16)]) expect(unpackPoint(packPoint(id))).toBe(id);
});

test('attempts of the first form are read, with no mark of their message', () => {
  const { message: _mark, ...unmarked } = attempt(1);
  const [, count, ...rest] = packAttempts([unmarked]);
  // The last byte says that there is no mark: the first form ends before it.
  const first = Uint8Array.of(1, count ?? 0, ...rest.slice(0, -1));

  expect(unpackAttempts(first)).toEqual([unmarked]);
});
