import { expect, test } from 'vitest';
import { normalise } from '#domain/reply/reading/normalise.ts';

const SIMPLIFIED = new Map([
  ['訂', '订'],
  ['對', '对'],
]);
const folded = (text: string): string => normalise(text, SIMPLIFIED).folded;
const words = (text: string): readonly string[] => normalise(text, SIMPLIFIED).tokens.map((token) => token.text);

test('forms of one letter are one letter: full-width, circled, keycap, capital, traditional', () => {
  const table: readonly (readonly [string, string])[] = [
    ['Ｙ１', 'y1'],
    ['①⑨', '19'],
    ['❶❾', '19'],
    ['➀➈', '19'],
    ['➊➒', '19'],
    ['⓵⓽', '19'],
    ['1️⃣', '1'],
    ['YES', 'yes'],
    ['退訂', '退订'],
    ['對', '对'],
    ['ﬁne', 'fine'],
  ];
  for (const [typed, expected] of table) expect(folded(typed)).toBe(expected);
});

test('what nobody sees is not there', () => {
  expect(folded('y\u200be\u200ds\ufeff')).toBe('yes');
  expect(folded('\u202eyes\u202c')).toBe('yes');
  expect(folded('ye\u0000s\u0007')).toBe('yes');
  expect(folded('ye\ud800s')).toBe('yes');
  expect(folded("didn't don\u2019t")).toBe('didnt dont');
});

test('white space of every kind is one space, and none at the ends', () => {
  expect(folded(' a \t\n b\u3000\u00a0c ')).toBe('a b c');
});

test('a text is words, numbers and single Chinese characters, of any script', () => {
  expect(words('pay 300.50 or 1,200 now')).toEqual(['pay', '300.50', 'or', '1,200', 'now']);
  expect(words('不是本人')).toEqual(['不', '是', '本', '人']);
  expect(words('回T退订2')).toEqual(['回', 't', '退', '订', '2']);
  expect(words('нет да')).toEqual(['нет', 'да']);
  expect(words('𠮷々 ok')).toEqual(['𠮷', '々', 'ok']);
  expect(words('4k-1 a_b c—d')).toEqual(['4', 'k', '1', 'a', 'b', 'c', 'd']);
  expect(words('👍🤷 3.')).toEqual(['3']);
  expect(words('café')).toEqual(['café']);
  expect(words('5a6 v.5 7;8')).toEqual(['5', 'a', '6', 'v', '5', '7', '8']);
});

test.each([
  ['a b', false],
  ['a-b', false],
  ['a_b', false],
  ['a\u2010b', false],
  ['a\u2014b', false],
  ['a\u2015b', false],
  ['退-订', false],
  ['a.b', true],
  ['a/b', true],
  ['a\u2016b', true],
  ['退、订', true],
  ['退，订', true],
])('in "%s" punctuation parts the two words: %s', (text, apart) => {
  expect(normalise(text, SIMPLIFIED).tokens.map((token) => token.apart)).toEqual([false, apart]);
});

test('punctuation before the first word ends no sentence', () => {
  expect(normalise('... no. yes', SIMPLIFIED).tokens.map((token) => token.sentence)).toEqual([0, 1]);
});

test('punctuation parts words, a sentence ends where it ends, and a question mark asks', () => {
  const { tokens, asked } = normalise('No, thanks. Who is this? 不是。', SIMPLIFIED);

  expect(tokens.map((token) => [token.text, token.apart, token.sentence])).toEqual([
    ['no', false, 0],
    ['thanks', true, 0],
    ['who', true, 1],
    ['is', false, 1],
    ['this', false, 1],
    ['不', true, 2],
    ['是', false, 2],
  ]);
  expect([...asked]).toEqual([1]);
});
