import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksForSilence } from '#domain/reply/reading/reading.ts';
import { INTENTS } from '#domain/words.ts';
import { classifyReply } from '#policies/reply-grammar.ts';
import { CONTACT, FOLLOW_UP, FRAUD, OFFER, SERVICE, WELFARE } from './phrases/phrase.ts';

const CONFIRMING = ['1', 'y', 'yes', 'yes it was me', 'ok', '是', '是的', '本人', '是我', '确认', '4K1'];
const NEGATIONS = [
  'no',
  'not',
  'never',
  "didn't",
  "wasn't",
  "don't",
  "isn't",
  '不',
  '没',
  '非',
  '否',
  '未',
  '勿',
  '别',
  '无',
];
const AROUND = [
  '',
  ' ',
  '  ',
  '\t',
  '\n',
  '.',
  '。',
  '!',
  '！',
  '…',
  ',',
  '，',
  '"',
  '“',
  '”',
  '「',
  '」',
  '(',
  ')',
  '~',
  '～',
  ':',
  '\u200b',
  '\ufeff',
  '\u200d',
  '\ufe0f',
];

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
const spelling = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  fullWidth,
  (text: string) => fullWidth(text.toUpperCase()),
);
const around = fc.array(fc.constantFrom(...AROUND), { maxLength: 5 }).map((parts) => parts.join(''));

test('a confirmation stays one whatever stands around it, and however wide it is written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CONFIRMING), spelling, around, around, (word, spell, before, after) => {
      const read = classifyReply(`${before}${spell(word)}${after}`, FRAUD);

      expect(read).toMatchObject({ intent: 'confirm', autoResolve: true, suppress: false });
    }),
  );
});

const anyWords = fc.array(
  fc.oneof(
    fc.constantFrom(...CONFIRMING, ...NEGATIONS, 'me', 'it was', '我', '人', '的', 'thanks', '2', 'stop', '?', ','),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  { maxLength: 6 },
);

test('no text with a negation in it confirms, in whatever words it stands', () => {
  fc.assert(
    fc.property(
      anyWords,
      fc.constantFrom(...NEGATIONS),
      anyWords,
      fc.constantFrom('', ' '),
      (before, no, after, gap) => {
        const text = [...before, no, ...after].join(gap === '' && /[a-z]/u.test(no) ? ' ' : gap);

        for (const context of [FRAUD, WELFARE, SERVICE]) {
          expect({ text, intent: classifyReply(text, context).intent }).not.toEqual({ text, intent: 'confirm' });
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('no question confirms', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CONFIRMING), fc.constantFrom('?', '？', ' ?', '吗', '吗?'), (word, mark) => {
      expect(classifyReply(`${word}${mark}`, FRAUD).intent).not.toBe('confirm');
    }),
  );
});

test('who asks, mocks or has had enough never confirms and never accepts', () => {
  const yes = fc.constantFrom(
    '1',
    'yes',
    'ok',
    'confirm',
    '是',
    '是的',
    '是我',
    '本人',
    '对',
    '好',
    '可以',
    '行',
    '确认',
  );
  const doubt = fc.constantFrom('吧', '呵呵', '哈哈', '啦吧', '了吧', '了哈');
  const order = fc.constantFrom('confirm', 'CONFIRM', 'confirm, thanks', '确认', '本人确认', '确认是我', '確認');
  fc.assert(
    fc.property(yes, doubt, order, fc.constantFrom('please ', 'Pls, ', '请', '麻烦您'), (word, tone, told, ask) => {
      for (const context of [FRAUD, WELFARE, SERVICE, OFFER]) {
        for (const text of [`${word}${tone}`, `${tone}${word}`, `${ask}${told}`, `${told} ${ask}`]) {
          expect({ text, intent: classifyReply(text, context).intent }).toEqual({ text, intent: 'unclear' });
        }
      }
    }),
  );
});

test('a third party never confirms, denies, accepts or declines', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      const { intent, autoResolve } = classifyReply(words.join(' '), CONTACT);

      expect(['confirm', 'deny', 'accept', 'decline']).not.toContain(intent);
      expect(autoResolve).toBe(false);
    }),
  );
});

test('the digit that their text gives a third party says that they passed it on, and settles nothing', () => {
  for (const text of ['1', '１', '7K1', '７Ｋ１', '7k 1']) {
    const read = classifyReply(text, { ...CONTACT, tokens: ['7K'] });

    expect({ text, ...read }).toMatchObject({ text, intent: 'info', autoResolve: false, suppress: false });
  }
  for (const text of ['yes', 'yes it was him', '7K yes', '2', '7K2', '3K1', '是', '1 yes']) {
    expect({ text, intent: classifyReply(text, { ...CONTACT, tokens: ['7K'] }).intent }).toEqual({
      text,
      intent: 'unclear',
    });
  }
});

test('only the token of an open question of this number settles anything', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2A', '3C', '9X', '7M'),
      fc.constantFrom('1', '2', '3', '9', ' yes', '', '?'),
      (token, answer) => {
        for (const context of [FRAUD, OFFER, FOLLOW_UP]) {
          const read = classifyReply(`${token}${answer}`, context);

          expect(read).toMatchObject({ intent: 'unclear', token, autoResolve: false, suppress: false });
        }
      },
    ),
  );
});

test('any text at all is read: odd, long, empty, with lone surrogates and NUL in it', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('\0', '\ud800', 'y', ' ', '退'), maxLength: 20 }),
  );
  fc.assert(
    fc.property(odd, (text) => {
      expect(INTENTS).toContain(classifyReply(text, FRAUD).intent);
    }),
  );

  expect(classifyReply('ye\0s\ud800', FRAUD).intent).toBe('confirm');
  expect(classifyReply('\udfff退\0订', FRAUD).intent).toBe('stop');
  expect(classifyReply('no '.repeat(533), FRAUD).intent).toBe('deny');
});

test('what is not known about a number is not guessed: no context settles nothing but hears an opt-out', () => {
  expect(classifyReply('1')).toMatchObject({ intent: 'confirm', autoResolve: false });
  expect(classifyReply('4K1', { purpose: 'fraud_security' })).toMatchObject({ token: '4K', autoResolve: true });
  expect(classifyReply('1', { purpose: 'fraud_security' })).toMatchObject({ autoResolve: true });
  expect(classifyReply('STOP')).toMatchObject({ intent: 'stop', suppress: true });
  expect(classifyReply('1', { question: 'offer.made', openQuestions: 1 })).toMatchObject({ intent: 'accept' });
  expect(classifyReply('4', { question: 'follow-up', openQuestions: 1 })).toMatchObject({
    intent: 'rating',
    rating: 4,
  });
});

test('silence is asked for by STOP, not by the wrong person nor by a plain answer', () => {
  expect(['STOP', 'wrong number', 'yes'].map((text) => asksForSilence(classifyReply(text)))).toEqual([
    true,
    false,
    false,
  ]);
});
