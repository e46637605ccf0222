import { namesTerms } from './free-text.ts';
import { type Finding, found, hitsOf, isAsked, type Reading, says } from './reading.ts';

/** The answer to an offer: terms of one's own, no, or an exact yes. */
export function readOfferAnswer(reading: Reading): Finding | undefined {
  if (reading.asked !== 'offer') return undefined;
  if (namesTerms(reading)) return found('counter', 'counter.terms');
  if (says(reading, 'decline')) return found('decline', 'decline.word');
  const declines = hitsOf(reading, 'decline').some((hit) => !isAsked(reading, hit) && isPhrase(reading, hit));
  if (declines) return found('decline', 'decline.phrase');
  return says(reading, 'accept') ? found('accept', 'accept.word') : undefined;
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
  const said = reading.tokens.filter((_, at) => !isFiller(reading, at));
  const head = said.findIndex((token, at) => at > 0 && token.apart);
  const whole = reading.dictionary.rating(said);
  const rating =
    whole ?? (head > 0 && /^[1-5]$/u.test(said[0]?.text ?? '') ? digitAlone(reading, said.slice(0, head)) : undefined);
  return rating === undefined ? undefined : { intent: 'rating', why: 'rating.given', rating };
}

const digitAlone = (reading: Reading, head: Reading['tokens']): number | undefined => reading.dictionary.rating(head);

const isFiller = (reading: Reading, at: number): boolean =>
  hitsOf(reading, 'filler').some((hit) => hit.from <= at && at < hit.to);
