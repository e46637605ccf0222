import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chain, GENESIS, hashOver } from '#store/codecs/entry.ts';
import { asEntry, exportedLine, readExported } from '#store/codecs/feed/exported.ts';
import { NOON } from '../support/cases.ts';

const entry = chain(
  { type: 'reply.received', actor: { kind: 'customer' }, at: NOON, facts: { intent: 'confirm' }, effects: [] },
  { aggregate: 'CASE#c1', seq: 1, previous: GENESIS, sealed: Uint8Array.of(7, 7, 7) },
);

/** Whether each entry of an exported object says what its hash was made over. */
const areTrue = (object: string): boolean =>
  readExported(Buffer.from(object)).every((one) => {
    const { hash, ...said } = asEntry(one);
    return Buffer.from(hashOver(said, one.sealed)).equals(hash);
  });

test('an entry leaves without its sealed text, and can be checked without a key', () => {
  const line = exportedLine(entry);
  expect(line).not.toContain('BwcH');
  expect(areTrue(line)).toBe(true);
});

test('an exported object is read back as the entries it was made of, but for their sealed texts', () => {
  const { sealed: _stays, ...said } = entry;
  const lines = `${exportedLine(entry)}\n${exportedLine(entry)}\n`;

  expect(readExported(Buffer.from(lines)).map(asEntry)).toEqual([said, said]);
  expect(readExported(gzipSync(lines)).map(asEntry)).toEqual([said, said]);
});

test('a line that says something else than the entry did is found', () => {
  expect(areTrue(exportedLine(entry).replace('confirm', 'deny'))).toBe(false);
});
