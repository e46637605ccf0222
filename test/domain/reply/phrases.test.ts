import { expect, test } from 'vitest';
import { classifyReply } from '#policies/reply-grammar.ts';
import { FRAUD_ANSWERS } from './phrases/fraud.ts';
import { OPT_OUT } from './phrases/opt-out.ts';
import { OTHER_PURPOSES } from './phrases/other-purposes.ts';
import { FRAUD, NOTHING_OPEN, type Phrase, type PhraseGroup } from './phrases/phrase.ts';

const GROUPS: readonly PhraseGroup[] = [...OPT_OUT, ...FRAUD_ANSWERS, ...OTHER_PURPOSES];

const wanted = ([text, intent, more = {}]: Phrase) => ({
  text,
  intent,
  suppress: intent === 'stop' || intent === 'wrong_person' || more.suppress === true,
  autoResolve: more.auto === true,
  ...(more.rating === undefined ? {} : { rating: more.rating }),
  ...(more.token === undefined ? {} : { token: more.token }),
});

for (const { name, context, phrases } of GROUPS) {
  test(`reads what people write: ${name}`, () => {
    for (const phrase of phrases) {
      expect({ text: phrase[0], ...classifyReply(phrase[0], context) }).toMatchObject(wanted(phrase));
    }
  });
}

test('the phrases are many: in both languages, several hundred different ones', () => {
  const texts = new Set(GROUPS.flatMap((group) => group.phrases.map(([text]) => text)));
  const chinese = [...texts].filter((text) => /\p{Script=Han}/u.test(text));

  expect(texts.size).toBeGreaterThanOrEqual(450);
  expect(chinese.length).toBeGreaterThanOrEqual(150);
  expect(texts.size - chinese.length).toBeGreaterThanOrEqual(250);
});

test('hears at least 99 of 100 opt-outs and takes at most 2 of 100 other texts for one', () => {
  for (const context of [FRAUD, NOTHING_OPEN]) {
    const rows = GROUPS.flatMap((group) => group.phrases).filter(([, intent]) => intent !== 'wrong_person');
    const isWish = ([, intent, more]: Phrase): boolean => intent === 'stop' || more?.suppress === true;
    // A doubtful wish is one only where no fraud is asked about.
    const doubtful = new Set(OPT_OUT.find((group) => group.name === 'doubtful wishes')?.phrases);
    const wishes = rows.filter((row) => isWish(row) && !doubtful.has(row));
    const others = rows.filter((row) => !isWish(row) && !/^\W*(?:4K|7M|9)/iu.test(row[0]));
    const heard = wishes.filter(([text]) => classifyReply(text, context).suppress);
    const mistaken = others.filter(
      ([text]) => classifyReply(text, context).suppress && classifyReply(text, context).intent === 'stop',
    );

    expect(heard.length / wishes.length).toBeGreaterThanOrEqual(0.99);
    expect(mistaken.length / others.length).toBeLessThanOrEqual(0.02);
  }
});
