import { expect, test } from 'vitest';
import { classifyReply } from '#policies/reply-grammar.ts';
import { FRAUD_ANSWERS } from './phrases/fraud.ts';
import { OPT_OUT } from './phrases/opt-out.ts';
import { OTHER_PURPOSES } from './phrases/other-purposes.ts';
import { DEBT, FRAUD, NOTHING_OPEN, type Phrase, type PhraseGroup } from './phrases/phrase.ts';
import { NO_WISHES, WISHES } from './phrases/wishes.ts';

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

const texts = new Set([...GROUPS.flatMap((group) => group.phrases.map(([text]) => text)), ...WISHES, ...NO_WISHES]);

test('the phrases are many: in both languages, several hundred different ones', () => {
  const chinese = [...texts].filter((text) => /\p{Script=Han}/u.test(text));

  expect(texts.size).toBeGreaterThanOrEqual(750);
  expect(chinese.length).toBeGreaterThanOrEqual(250);
});

/** Labelled wishes and other texts; a doubtful wish is one only where no fraud is asked about. */
function labelled(): { readonly wishes: readonly string[]; readonly others: readonly string[] } {
  const doubtful = OPT_OUT.find((group) => group.name === 'doubtful wishes')?.phrases ?? [];
  const rows = GROUPS.flatMap((group) => group.phrases).filter((row) => !doubtful.includes(row));
  const isWish = ([, intent, more]: Phrase): boolean => intent === 'stop' || more?.suppress === true;
  const ofText = (of: readonly Phrase[]): readonly string[] => of.map(([text]) => text);
  return {
    wishes: [...new Set([...ofText(rows.filter(isWish)), ...WISHES])],
    others: [...new Set([...ofText(rows.filter((row) => !isWish(row) && row[1] !== 'wrong_person')), ...NO_WISHES])],
  };
}

test('hears at least 99 of 100 opt-outs and takes at most 2 of 100 other texts for one', () => {
  const { wishes, others } = labelled();
  for (const context of [FRAUD, DEBT, NOTHING_OPEN]) {
    const heard = wishes.filter((text) => classifyReply(text, context).suppress);
    const mistaken = others.filter((text) => classifyReply(text, context).intent === 'stop');

    expect(heard.length / wishes.length).toBeGreaterThanOrEqual(0.99);
    expect(mistaken.length / others.length).toBeLessThanOrEqual(0.02);
  }
});
