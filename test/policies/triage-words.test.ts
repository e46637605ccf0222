import { expect, test } from 'vitest';
import { createLexicon } from '#domain/complaint/triage/lexicon.ts';
import { normalise } from '#domain/reply/reading/normalise.ts';
import { SIMPLIFIED_SPEECH } from '#policies/simplified.ts';
import { TRIAGE_EN } from '#policies/triage/en/language.ts';
import { TRIAGE_ZH } from '#policies/triage/zh/language.ts';

const listsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(listsOf)
      : [];

test.for([TRIAGE_ZH, TRIAGE_EN])('the lists of $lang name only groups that are there', (words) => {
  expect(() => createLexicon(words)).not.toThrow();
});

test.for([TRIAGE_ZH, TRIAGE_EN])('the lists of $lang are spelled as texts are folded', ({ lang: _lang, ...lists }) => {
  const cues = listsOf(lists).flatMap((list) => list.split('|').map((cue) => cue.trim()));
  const odd = cues.filter((cue) => {
    const words = cue.replaceAll(/<[a-z]+>|#\d*|~| ! /gu, '').trim();
    return (
      cue === '' ||
      (words !== '' && normalise(words, new Map()).tokens.length === 0) ||
      words !== words.toLowerCase() ||
      /['’,.!?]/u.test(words)
    );
  });

  expect(odd).toEqual([]);
});

test('every traditional character stands for one simplified one', () => {
  const letters = SIMPLIFIED_SPEECH.replaceAll(/\s/gu, '');

  expect(letters.length % 2).toBe(0);
});
