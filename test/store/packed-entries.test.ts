import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, entryHash, fromItem, GENESIS, toItem } from '#store/codecs/entry.ts';
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
