import { affirms, affirmsBySlots, type Slots } from './affirm.ts';
import type { Hit } from './dictionary.ts';
import { namesTerms, readComplaint } from './free-text.ts';
import { isUnsaid, takenBack } from './negated.ts';
import {
  COURTESIES,
  clauseEnd,
  clauseOf,
  type Finding,
  found,
  has,
  hitsOf,
  holdsOnly,
  isAsked,
  isCourtesy,
  type Reading,
  says,
} from './reading.ts';
import type { Token } from './tokens.ts';

/** The answer to an offer: terms of one's own, a no that nothing beside it makes doubtful, or an exact yes. */
export function readOfferAnswer(reading: Reading): Finding | undefined {
  if (reading.asked !== 'offer') return undefined;
  const declines = hitsOf(reading, 'decline').filter((hit) => isPhrase(reading, hit) || hit.opens);
  const hinges = declines.some((hit) => hingesOn(reading, hit));
  if (hinges && declines.some((hit) => isAsked(reading, hit))) return found('unclear', 'unclear.condition');
  if (namesTerms(reading)) return found('counter', 'counter.terms');
  if (hinges) return found('unclear', 'unclear.condition');
  const taken = takenBack(reading, 'decline');
  const isTaken = (hit: Hit): boolean =>
    taken.has(hit) && (isPhrase(reading, hit) || hit.to - hit.from > 1 || isUnsaid(reading, hit));
  const isNone = says(reading, 'decline') && has(reading, 'unsaid');
  if (isNone || hitsOf(reading, 'decline').some(isTaken)) return found('unclear', 'unclear.taken-back');
  if (says(reading, 'decline')) return found('decline', 'decline.word');
  // A sum beside a no is what the customer would pay; a complaint says more than a no.
  if (declines.length > 0 && hasNumber(reading)) return found('counter', 'counter.number');
  if (readComplaint(reading) === undefined && declinesPlainly(reading, declines)) {
    return found('decline', 'decline.phrase');
  }
  if (affirms(reading, 'accept')) return found('accept', 'accept.word');
  return affirmsBySlots(reading, TAKES) ? found('accept', 'accept.slots') : undefined;
}

const TAKES: Slots = { yes: 'accept', who: 'takesWho', verb: 'takesVerb', what: 'takesWhat', bare: true };

/** "If I don't accept", 不同意的话, 不同意会怎么样: asked about, or promised under a condition. */
const hingesOn = (reading: Reading, decline: Hit): boolean =>
  hitsOf(reading, 'condition').some((one) => one.sentence === decline.sentence);

/** The digits that the text of an offer gives for yes and no are no sum. */
const hasNumber = (reading: Reading): boolean =>
  has(reading, 'numeral') || reading.tokens.some(({ text }) => /\d/u.test(text) && text !== '1' && text !== '2');

/** A no settles the offer: so it opens its clause, and the text holds no condition, contrast, question or yes. */
function declinesPlainly(reading: Reading, declines: readonly Hit[]): boolean {
  if (reading.asksBack.size > 0 || has(reading, 'condition', 'contrast', 'joke', 'unsaid')) return false;
  if (hitsOf(reading, 'question').some((one) => isAsked(reading, one))) return false;
  const plain = declines.filter((hit) => isPhrase(reading, hit) && fillsClause(reading, hit));
  const within = ({ from }: Hit): boolean => plain.some((hit) => clauseOf(reading, hit) <= from && from < hit.to);
  return plain.length > 0 && hitsOf(reading, 'accept').every(within);
}

/** Nothing in its clause but who says it, of what, for whom, and courtesies: "I decline to comment" is no no. */
function fillsClause(reading: Reading, hit: Hit): boolean {
  const { tokens } = reading;
  const before = tokens.slice(clauseOf(reading, hit), hit.from);
  const behind = tokens.slice(hit.to, clauseEnd(reading, hit));
  return holdsOnly(reading, before, 'ahead', ...COURTESIES) && holdsOnly(reading, behind, 'afterNo', ...COURTESIES);
}

/** A single letter or digit is no phrase: it may stand for anything in a longer text. */
const isPhrase = (reading: Reading, { from, to }: Hit): boolean =>
  reading.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join('').length > 2;

/** One to five, in digits or words; a comment may follow behind punctuation. Of two ("4, no 2") which is meant is asked. */
export function readRating(reading: Reading): Finding | undefined {
  if (reading.asked !== 'rating' || reading.asksBack.size > 0 || has(reading, 'joke')) return undefined;
  const leads = hitsOf(reading, 'rates');
  const isLead = (at: number): boolean => leads.some((hit) => hit.from <= at && at < hit.to);
  const said = reading.tokens.filter((_, at) => !isCourtesy(reading, at) && !isLead(at));
  const [head, comment] = commented(said);
  if (isAnotherRating(reading, comment)) return undefined;
  const digit = head.some((token) => /\d/u.test(token.text));
  const rating = reading.dictionary.rating(said) ?? (digit ? reading.dictionary.rating(head) : undefined);
  return rating === undefined ? undefined : { intent: 'rating', why: 'rating.given', rating };
}

function commented(said: readonly Token[]): readonly [head: readonly Token[], comment: readonly Token[]] {
  const at = said.findIndex((token, index) => index > 0 && token.apart);
  return at < 0 ? [said, []] : [said.slice(0, at), said.slice(at)];
}

/** A number by itself, or behind a no. */
function isAnotherRating(reading: Reading, comment: readonly Token[]): boolean {
  const words = comment.filter(({ text }) => !/^[1-5]$/u.test(text));
  return words.length < comment.length && holdsOnly(reading, words, 'denyWord');
}
