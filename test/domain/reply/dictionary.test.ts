import { expect, test } from 'vitest';
import { createDictionary } from '#domain/reply/reading/dictionary.ts';
import { normalise } from '#domain/reply/reading/normalise.ts';
import { WORD_CLASSES } from '#domain/reply/reading/words.ts';
import { REPLY_WORDS } from '#policies/reply-words.ts';

const dictionary = createDictionary(REPLY_WORDS);
const NEGATIONS =
  /(?:^| )(?:no|not|never|(?:do|does|did|is|was|were|are|has|have|had|ca|wo|would|could|should|ai)nt)(?: |$)|[不没非否未勿别无莫]/u;

const phrases = REPLY_WORDS.languages.flatMap(({ script, lists }) =>
  WORD_CLASSES.flatMap((of) =>
    lists[of]
      .split('|')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '')
      .map((phrase) => ({ script, of, phrase })),
  ),
);

test('every listed phrase is spelled as texts are folded, so that it can be found', () => {
  for (const { phrase } of phrases) expect(normalise(phrase, dictionary.simplified).folded).toBe(phrase);
});

test('every phrase stands in the list of the script it begins with', () => {
  for (const { script, phrase } of phrases) {
    expect({ phrase, script }).toEqual({ phrase, script: /^[a-z0-9]/u.test(phrase) ? 'latin' : 'han' });
  }
});

test('every phrase is found under its class, by itself', () => {
  for (const { of, phrase } of phrases) {
    const { tokens } = normalise(phrase, dictionary.simplified);

    expect({ phrase, of, found: dictionary.consistsOf(tokens, [of], []) }).toEqual({ phrase, of, found: true });
  }
});

test('no word that confirms has a negation in it', () => {
  const confirming = phrases.filter(({ of }) => ['confirm', 'safe', 'unchanged', 'arrange', 'accept'].includes(of));

  expect(confirming.filter(({ of, phrase }) => of !== 'accept' && NEGATIONS.test(phrase))).toEqual([]);
});

test('no part of a yes that is put together has a negation in it', () => {
  const parts = ['didWho', 'didVerb', 'didWhat', 'takesWho', 'takesVerb', 'takesWhat'];

  expect(phrases.filter(({ of, phrase }) => parts.includes(of) && NEGATIONS.test(phrase))).toEqual([]);
});

test('no word both confirms and denies', () => {
  const of = (...classes: readonly string[]) =>
    new Set(phrases.filter((one) => classes.includes(one.of)).map((one) => one.phrase));
  const denies = of('denyWord', 'deny', 'protect', 'unsafe', 'changed', 'notOwed');

  expect([...of('confirm', 'safe', 'unchanged', 'arrange')].filter((phrase) => denies.has(phrase))).toEqual([]);
  expect([...of('accept')].filter((phrase) => of('decline').has(phrase))).toEqual([]);
});

test('the traditional characters are folded into the ones the lists are written in', () => {
  for (const [traditional, simple] of dictionary.simplified) {
    expect(dictionary.simplified.has(simple)).toBe(false);
    expect(traditional).not.toBe(simple);
  }
  expect(normalise('退訂', dictionary.simplified).folded).toBe('退订');
});
