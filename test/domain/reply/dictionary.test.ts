import { expect, test } from 'vitest';
import { createDictionary } from '#domain/reply/reading/dictionary.ts';
import { normalise } from '#domain/reply/reading/normalise.ts';
import { readTokens } from '#domain/reply/reading/tokens.ts';
import { WORD_CLASSES, type WordClass } from '#domain/reply/reading/words.ts';
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

/** A dictionary of two phrases: one of the class, and a longer one of another that begins with it. */
function twoPhrases(of: WordClass, longer: WordClass) {
  const nothing = Object.fromEntries(WORD_CLASSES.map((one) => [one, ''])) as Record<WordClass, string>;
  return createDictionary({
    ...REPLY_WORDS,
    languages: [
      {
        script: 'latin',
        lists: { ...nothing, [of]: 'aa bb', [longer]: 'aa bb cc' },
        ratings: { 1: '', 2: '', 3: '', 4: '', 5: '' },
      },
    ],
  });
}

const isFound = (of: WordClass, text: string): boolean =>
  twoPhrases(of, of === 'confirm' ? 'accept' : 'confirm')
    .hits(readTokens(text).tokens)
    .has(of);

test('a few classes are looked for around others alone, and never found by themselves', () => {
  expect(WORD_CLASSES.filter((of) => !isFound(of, 'xx aa bb xx')).toSorted()).toEqual([
    'afterNo',
    'afterSend',
    'ahead',
    'atEase',
    'beforeSend',
    'besideStop',
    'betweenNone',
    'betweenStop',
    'didWhat',
    'didWho',
    'fromUs',
    'graveAlone',
    'plea',
    'stopAlone',
    'takesWhat',
    'takesWho',
    'wrongAlone',
    'wrongWhole',
  ]);
});

test('what says how the rest is meant is found inside longer phrases of another class, everything else is not', () => {
  expect(WORD_CLASSES.filter((of) => isFound(of, 'xx aa bb cc')).toSorted()).toEqual([
    'accused',
    'askNot',
    'askOthers',
    'askWhy',
    'belonging',
    'blocks',
    'compare',
    'condition',
    'contrast',
    'didVerb',
    'disowned',
    'elsewhere',
    'endVerb',
    'forget',
    'joke',
    'lost',
    'mayI',
    'noRole',
    'noneOf',
    'notStop',
    'numeral',
    'question',
    'rates',
    'role',
    'sendVerb',
    'softNot',
    'takesVerb',
    'unsaid',
    'wants',
  ]);
});

test.each([
  ['5', 5],
  ['1', 1],
  ['五星', 5],
  ['4分', 4],
  ['6', undefined],
  ['了', undefined],
  ['', undefined],
])('a dictionary that nobody asked before reads "%s" as the rating %s', (text, rating) => {
  expect(createDictionary(REPLY_WORDS).rating(readTokens(text).tokens)).toBe(rating);
});
