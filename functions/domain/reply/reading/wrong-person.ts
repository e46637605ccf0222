import type { Hit } from './dictionary.ts';
import { stated } from './negated.ts';
import { type Finding, found, hitsOf, isAsked, isCourtesy, type Reading, says, states } from './reading.ts';
import type { Token } from './tokens.ts';
import type { WordClass } from './words.ts';
import { deniesBeside, yesWords } from './yes-no.ts';

const ONE_BREATH = 16;
const SHORT = 8;
/** Digits of a number that takes the place of a wrong one; the shortest numbers of people have seven. */
const NUMBER_DIGITS = 7;

/** The person texted is not the one meant. A third party says so with fewer words than a customer. */
export function readWrongPerson(reading: Reading): Finding | undefined {
  const wrong = found('wrong_person', 'wrong.phrase', true);
  if (reading.asked !== 'rating' && saysNine(reading)) return found('wrong_person', 'wrong.digit', true);
  if (says(reading, 'wrongAlone')) return wrong;
  // In a longer story the wrong person may be whom money was sent to.
  if (reading.tokens.length > ONE_BREATH) return undefined;
  const phrases = wrongPhrases(reading);
  if (reading.third) {
    return phrases.length > 0 || says(reading, 'wrongWhole') || knowsNobody(reading) ? wrong : undefined;
  }
  if (phrases.length === 0 && !isStranger(reading)) return undefined;
  // A customer's own number must not be lost to a slip: what is denied beside it wins, an answer beside it is asked back.
  if (deniesBeside(reading)) return undefined;
  if (answersBeside(reading, phrases)) return found('unclear', 'unclear.wrong-and-answer');
  return isRenewed(reading) ? found('deny', 'deny.new-number') : wrong;
}

function saysNine(reading: Reading): boolean {
  const said = reading.tokens.filter((_, at) => !isCourtesy(reading, at));
  return reading.asksBack.size === 0 && said.map((token) => token.text).join() === '9';
}

/** Behind words of money on its way the wrong person is whom it reached. */
function wrongPhrases(reading: Reading): readonly Hit[] {
  const moved = hitsOf(reading, 'moved');
  return hitsOf(reading, 'wrong').filter(
    (hit) => !isAsked(reading, hit) && !moved.some((money) => money.from < hit.from),
  );
}

/** Who hands a word on knows whom it is for. */
const knowsNobody = (reading: Reading): boolean =>
  states(reading, 'wrongThird') && stated(reading, 'passedOn').length === 0;

/**
 * Asked about fraud, "I don't know him" denies; else a customer who says so in few words is none. "I'm not John" is asked
 * back: what looks like a name may be none ("I'm not Paying", 我不是雷锋), and a number that is given up is lost.
 */
const isStranger = (reading: Reading): boolean =>
  reading.purpose !== 'fraud_security' && reading.tokens.length <= SHORT && knowsNobody(reading);

/** A number beside it is the one to be recorded in its place. */
function isRenewed({ purpose, tokens }: Reading): boolean {
  const digits = tokens.map((token) => token.text.replaceAll(/\D/gu, '')).join('');
  return purpose === 'account_service' && digits.length >= NUMBER_DIGITS;
}

/** "Wrong number, 2": between punctuation and the words for it stands an answer. Outside fraud "no" says the same again. */
const answersBeside = (reading: Reading, phrases: readonly Hit[]): boolean =>
  partsBeside(reading.tokens, phrases).some((part) => {
    const consistsOf = (...of: readonly WordClass[]): boolean => reading.dictionary.consistsOf(part, of, ['filler']);
    if (consistsOf(...yesWords(reading))) return true;
    const no = consistsOf(...yesWords(reading), 'denyWord');
    return no && (reading.purpose === 'fraud_security' || part.some((token) => token.text === '2'));
  });

function partsBeside(tokens: readonly Token[], phrases: readonly Hit[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const inside = phrases.some((hit) => hit.from <= at && at < hit.to);
    if (token.apart || inside) parts.push([]);
    if (!inside) parts.at(-1)?.push(token);
  }
  return parts;
}
