import { affirms } from './affirm.ts';
import { namesTerms } from './free-text.ts';
import { type Finding, found, hitsOf, isAsked, isCourtesy, type Reading, says } from './reading.ts';

/** The answer to an offer: terms of one's own, no, or an exact yes. */
export function readOfferAnswer(reading: Reading): Finding | undefined {
  if (reading.asked !== 'offer') return undefined;
  if (namesTerms(reading)) return found('counter', 'counter.terms');
  if (says(reading, 'decline')) return found('decline', 'decline.word');
  const declines = hitsOf(reading, 'decline').some((hit) => !isAsked(reading, hit) && isPhrase(reading, hit));
  if (declines) return found('decline', 'decline.phrase');
  return affirms(reading, 'accept') ? found('accept', 'accept.word') : undefined;
}

/** A single letter or digit is no phrase: it may stand for anything in a longer text. */
const isPhrase = (reading: Reading, { from, to }: { from: number; to: number }): boolean =>
  reading.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join('').length > 2;

/** One to five, in digits or words; a comment may follow behind punctuation. */
export function readRating(reading: Reading): Finding | undefined {
  if (reading.asked !== 'rating' || reading.asksBack.size > 0) return undefined;
  const said = reading.tokens.filter((_, at) => !isCourtesy(reading, at));
  const comment = said.findIndex((token, at) => at > 0 && token.apart);
  const head = said.slice(0, comment < 0 ? said.length : comment);
  const digit = head.some((token) => /\d/u.test(token.text));
  const rating = reading.dictionary.rating(said) ?? (digit ? reading.dictionary.rating(head) : undefined);
  return rating === undefined ? undefined : { intent: 'rating', why: 'rating.given', rating };
}
