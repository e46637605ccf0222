import { expect, test } from 'vitest';
import { classifyReply } from '#policies/reply-grammar.ts';
import { DEBT, FOLLOW_UP, FRAUD, SERVICE } from './phrases/phrase.ts';
import { ANSWERS } from './phrases/rules-answers.ts';
import { DENIALS } from './phrases/rules-denials.ts';
import { DOUBT } from './phrases/rules-doubt.ts';
import { OFFERS } from './phrases/rules-offers.ts';
import { QUIET } from './phrases/rules-quiet.ts';
import { SILENCE } from './phrases/rules-silence.ts';
import { STORIES } from './phrases/rules-stories.ts';
import { UNDONE } from './phrases/rules-undone.ts';

/** What a rule makes of a text where its name does not say so. */
const MEANT: Readonly<Record<string, string>> = { wrong: 'wrong_person', token: 'unclear' };

test.each([...SILENCE, ...ANSWERS, ...DENIALS, ...DOUBT, ...OFFERS, ...QUIET, ...STORIES, ...UNDONE])(
  'each text is read by its rule: $name',
  ({ rows }) => {
    for (const [why, context, texts] of rows) {
      const meant = why.slice(0, why.indexOf('.'));
      const intent = MEANT[meant] ?? meant;
      const silences = meant === 'stop' || meant === 'wrong';
      for (const text of texts) {
        const { intent: read, why: by, suppress } = classifyReply(text, context);
        expect({ text, why: by, intent: read, suppress: silences && suppress }).toEqual({
          text,
          why,
          intent,
          suppress: silences,
        });
      }
    }
  },
);

test.each([
  ['4K1', '4K'],
  ['2A', '2A'],
  ['2A not me', '2A'],
  ['2A3', '2A'],
  ['2A stop', '2A'],
  ['2A 15', undefined],
  ['2A 7 8', undefined],
  ['2A zebra', undefined],
  ['4 k is fine', undefined],
  ['table 4 k', undefined],
  ['3D secure failed, it was not me', undefined],
])('the token in "%s" is taken for %s', (text, token) => {
  expect(classifyReply(text, FRAUD).token).toBe(token);
});

test('what a reply does not say is not in its classification', () => {
  const silent = { intent: 'stop', autoResolve: false, suppress: true, why: 'stop.word' };
  const foreign = { intent: 'unclear', token: '2A', autoResolve: false, suppress: false, why: 'token.foreign' };

  expect(classifyReply('STOP', FRAUD)).toStrictEqual(silent);
  expect(classifyReply('2A4', FOLLOW_UP)).toStrictEqual(foreign);
  expect(classifyReply('2A9', FRAUD)).toStrictEqual(foreign);
});

test('a yes to a court letter goes to a person', () => {
  expect(classifyReply('1', { purpose: 'pre_litigation', openQuestions: 1 })).toMatchObject({
    intent: 'confirm',
    autoResolve: false,
  });
});

test.each([
  ['tell the fraudsters to stop texting me', false],
  ['make the scammers stop messaging me', false],
  ['让骗子别再给我发短信', false],
  ['fraud texts stop', false],
  ['帮我停', false],
  ['tell the fraudsters I know. Stop texting me', true],
  ['stop texting me and tell the fraudsters that I know', true],
  ['骗子别再给我发短信', true],
])('what is to stop is told from who is to be silent: %s', (text, suppress) => {
  expect(classifyReply(text, FRAUD)).toMatchObject({ intent: 'deny', suppress });
});

test.each([
  ['STOP, scammers', DEBT, true],
  ['scammers, stop', SERVICE, true],
  ['退订，骗子', DEBT, true],
  ['Stop scammers!', DEBT, false],
  ['stop, fraud', FRAUD, false],
])('a stop word parted from what the sender is called silences: %s', (text, context, suppress) => {
  expect(classifyReply(text, context)).toMatchObject({ intent: 'deny', suppress });
});
