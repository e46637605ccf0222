import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chain,
  entryHash,
  fromItem,
  GENESIS,
  saysNoMore,
  sealedPlace,
  sealedPlaceOf,
  toItem,
} from '#store/codecs/entry.ts';
import { packTexts, unpackTexts } from '#store/codecs/packed-texts.ts';
import { itemSize } from '../support/table/item-size.ts';

const entryOf = (facts: Readonly<Record<string, unknown>>) =>
  chain(
    {
      type: 'contact.claimed',
      actor: { kind: 'system', name: 'dispatch' },
      at: 1,
      facts,
      effects: [{ do: 'work', lane: 'urgent' }],
    },
    { aggregate: 'CASE#a', seq: 2, previous: GENESIS },
  );

const item = { kind: 'reason', source: 'urn:bank:core', asOf: 1_780_452_000_000, hash: '339ac9468256e697' };
const decision = { verdict: 'ALLOW', rules: [], evidence: Array.from({ length: 12 }, () => item) };

test('an entry larger than one write unit is stored packed in less than one, and reads and hashes the same', () => {
  const entry = entryOf({ decision });
  const stored = toItem(entry);
  const { hash, ...rest } = fromItem(stored);

  expect(Object.keys(stored).toSorted()).toEqual(['ac', 'at', 'h', 'p', 'pk', 'sk', 't', 'z']);
  expect(itemSize(stored)).toBeLessThanOrEqual(1_024);
  expect({ ...rest, hash }).toEqual(entry);
  expect(entryHash(rest)).toEqual(hash);
});

test('the text of an entry is sealed for the attribute in which its item holds it', () => {
  const sealed = new Uint8Array([7]);
  const stored = toItem({ ...entryOf({}), sealed });
  const { pk, sk, attribute } = sealedPlace('case', 'a', 2);

  expect([{ S: pk }, { S: sk }, stored[attribute]]).toEqual([stored['pk'], stored['sk'], { B: sealed }]);
  expect(sealedPlaceOf(fromItem(stored))).toEqual({ pk, sk, attribute });
});

/** Names and values in UTF-8, numbers as text: never less than the table counts. */
const bytesOf = (of: ReturnType<typeof toItem>): number =>
  Object.entries(of).reduce(
    (sum, [name, { S, N, B }]) => sum + Buffer.byteLength(name) + (S ?? N ?? B ?? '').length,
    0,
  );

test('an entry of exactly one write unit stays as it can be read, one byte more is packed', () => {
  const left = 1_024 - bytesOf(toItem(entryOf({ text: '' })));
  const full = toItem(entryOf({ text: 'x'.repeat(left) }));

  expect([bytesOf(full), 'f' in full, 'z' in full]).toEqual([1_024, true, false]);
  expect(toItem(entryOf({ text: 'x'.repeat(left + 1) }))).toHaveProperty('z');
  expect(toItem(entryOf({ text: '欠'.repeat(Math.floor(left / 3)) }))).toHaveProperty('f');
  expect(toItem(entryOf({ text: '欠'.repeat(Math.floor(left / 3) + 1) }))).toHaveProperty('z');
});

test.each([0, 2_000])('an entry without effects or sealed text, of %s bytes, reads back without them', (length) => {
  const { hash: _, ...draft } = { ...entryOf({ text: 'x'.repeat(length) }), effects: [] };
  const entry = { ...draft, hash: entryHash(draft) };

  expect(Object.keys(toItem(entry))).not.toContain('x');
  expect(Object.keys(toItem(entry))).not.toContain('s');
  expect(fromItem(toItem(entry))).toStrictEqual(entry);
  expect(fromItem(toItem({ ...entry, sealed: Uint8Array.of(7) }))).toStrictEqual({
    ...entry,
    sealed: Uint8Array.of(7),
  });
});

test.each([0, 2_000])('what is stored of an entry of %s bytes is all its own, sealed or not', (length) => {
  const entry = entryOf({ text: 'x'.repeat(length) });

  expect(saysNoMore(toItem(entry))).toBe(true);
  expect(saysNoMore(toItem({ ...entry, sealed: Uint8Array.of(7) }))).toBe(true);
  expect(saysNoMore({ ...toItem(entry), note: { S: '' } })).toBe(false);
});

test('a small entry is stored as it can be read in the table', () => {
  expect(toItem(entryOf({ attempt: 1 }))).toMatchObject({
    f: { S: '{"attempt":1}' },
    x: { S: '[{"do":"work","lane":"urgent"}]' },
  });
});

test('any two texts come back from their packed form', () => {
  const json = fc.jsonValue().map((value) => JSON.stringify(value));
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(unpackTexts(packTexts([one, other]))).toEqual([one, other]);
    }),
  );
});

test('refuses a form it does not know, and bytes that are none', () => {
  const packed = packTexts(['{}', '[]']);

  expect(() => unpackTexts(Uint8Array.from([2, ...packed.subarray(1)]))).toThrow(
    'packed texts: got form 2, expected 1',
  );
  expect(() => unpackTexts(new Uint8Array(0))).toThrow('got form none');
  expect(() => unpackTexts(Uint8Array.from([1, 255, 255, 255]))).toThrow(Error);
});
