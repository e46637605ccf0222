import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { triageComplaint } from '#policies/triage/triage.ts';

const rowsOf = (file: string): readonly (readonly string[])[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

/** Kind, text. */
test.each(rowsOf('kinds.tsv'))('asking, needing, praising and accusing are told apart: %s, %s', (kind, text) => {
  expect(triageComplaint(text).kind).toBe(kind);
});

/** Category, flags, text. */
test.each(rowsOf('matters.tsv'))(
  'a matter is told by what is said of it, not by a stray word: %s, %s, %s',
  (category, flags, text) => {
    const read = triageComplaint(text);

    expect([read.category, read.flags.join()]).toEqual([category, flags]);
  },
);

test('small talk is about nothing of the bank, whatever its words', () => {
  expect(triageComplaint('Sorry, sent by mistake')).toMatchObject({ kind: 'other', category: 'other', severity: 'P4' });
  expect(triageComplaint('刚才发错了，抱歉')).toMatchObject({ kind: 'other', category: 'other', flags: [] });
});

test('what is taken back speaks for no matter, what is said beside it does', () => {
  expect(triageComplaint('我没有被辱骂，就是手续费收错了').category).toBe('fees_interest');
  expect(triageComplaint('我没有被辱骂，是被催收威胁了')).toMatchObject({
    category: 'collection_conduct',
    flags: ['harassment'],
  });
});
