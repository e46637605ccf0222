import { affirms, affirmsBySlots, type Slots } from './affirm.ts';
import type { Hit } from './dictionary.ts';
import { stated, takenBack } from './negated.ts';
import { beginsWithStop } from './opt-out.ts';
import {
  COURTESIES,
  clauseOf,
  type Finding,
  firstWord,
  found,
  has,
  hitsOf,
  holdsOnly,
  isAsked,
  isFraud,
  type Reading,
  says,
} from './reading.ts';
import type { WordClass } from './words.ts';

/** Denies whatever was asked. */
const DENIES: readonly WordClass[] = ['deny', 'notMe', 'crime'];

/** What else means yes or no to the question of a purpose. */
function wordsFor(reading: Reading): { readonly yes: readonly WordClass[]; readonly no: readonly WordClass[] } {
  switch (reading.purpose) {
    case 'welfare':
      return { yes: ['confirm', 'safe'], no: ['unsafe', 'aid', 'help'] };
    case 'account_service':
      return { yes: ['confirm', 'unchanged'], no: ['changed'] };
    case 'debt_reminder':
    case 'pre_litigation':
      return { yes: ['confirm', 'arrange'], no: ['notOwed', 'mistaken', 'paidUp'] };
    default:
      return { yes: ['confirm'], no: ['protect'] };
  }
}

export const yesWords = (reading: Reading): readonly WordClass[] => wordsFor(reading).yes;

/**
 * A denial may have words around it (a false one costs a call); negation is looked for before affirmation. A message
 * that says both no and yes denies only by a phrase that cannot be meant otherwise ("not me"), else it is unclear; so
 * is one that takes back what would deny ("no, it was not fraud").
 */
export function readDenial(reading: Reading): Finding | undefined {
  const { yes, no } = wordsFor(reading);
  const phrase = readStatedDenial(reading);
  if (phrase !== undefined) return phrase;
  if (beginsWithTwo(reading)) return found('deny', 'deny.digit');
  // Who says no and "don't block my card" refuses the remedy, and takes back no "no".
  const meant = [...DENIES, ...no].filter((one) => !REMEDIES.includes(one));
  if (takenBack(reading, ...meant).size > 0) return undefined;
  if (isFraud(reading) && reading.asksBack.size === 0 && beginsWithStop(reading)) return found('deny', 'deny.stop-it');
  if (says(reading, 'denyWord') && !has(reading, 'unsaid')) return found('deny', 'deny.word');
  if (!beginsWithNo(reading)) return undefined;
  return has(reading, ...yes) ? found('unclear', 'unclear.both') : found('deny', 'deny.first-word');
}

/** What is offered or asked for where something is wrong. */
const REMEDIES: readonly WordClass[] = ['protect', 'aid', 'help'];

/** The digit that the text offers for no, whatever is refused or taken back behind it: "2, card is not stolen". */
function beginsWithTwo(reading: Reading): boolean {
  const at = firstWord(reading);
  const [two, next] = reading.tokens.slice(at);
  if (two?.text !== '2' || reading.asksBack.has(two.sentence)) return false;
  const rest = reading.tokens.slice(at + 1);
  if (reading.dictionary.consistsOf(rest, ['plea'], COURTESIES)) return true;
  return next?.apart === true || hitsOf(reading, 'negation', 'refusal').some((hit) => hit.from === at + 1);
}

/** Denied by a phrase that cannot be meant otherwise, in a sentence that asks nothing. */
export const readStatedDenial = (reading: Reading): Finding | undefined =>
  denials(reading).length > 0 || disowns(reading) || losesOrStops(reading) ? found('deny', 'deny.phrase') : undefined;

/** Said beside a wrong number, outside fraud: that one is not meant, or that there is an error, says the same again. */
export function deniesBeside(reading: Reading): boolean {
  if (reading.purpose === 'fraud_security') return denials(reading).length > 0;
  const same = hitsOf(reading, 'notMe', 'mistaken');
  return denials(reading).some((hit) => !same.includes(hit));
}

const denials = (reading: Reading): readonly Hit[] =>
  stated(reading, ...DENIES, ...wordsFor(reading).no).filter(
    (hit) => !isYetToCome(reading, hit) && !isAccused(reading, hit),
  );

/** Words between the parts of a denial: in English few, in Chinese counted in characters. */
const NEAR = 6;

/** "None of these were me", "not done by me": a negation, words of what it is about, and who did it or knows it. */
const disowns = (reading: Reading): boolean =>
  hitsOf(reading, 'disowned').some(
    (end) => !isAsked(reading, end) && hitsOf(reading, 'noneOf').some((no) => isJoined(reading, no, end)),
  );

function isJoined(reading: Reading, no: Hit, end: Hit): boolean {
  if (no.to > end.from || clauseOf(reading, no) !== clauseOf(reading, end)) return false;
  const between = reading.tokens.slice(no.to, end.from);
  return holdsOnly(reading, between, 'betweenNone');
}

/** A card, purse or phone that is lost, or a card that is to be stopped (把卡停了), where a payment is asked about. */
const losesOrStops = (reading: Reading): boolean =>
  isFraud(reading) &&
  hitsOf(reading, 'belonging').some((what) =>
    hitsOf(reading, 'lost', 'blocks').some((verb) => isNear(reading, what, verb) && !isNegated(reading, what, verb)),
  );

const isNear = (reading: Reading, what: Hit, verb: Hit): boolean =>
  clauseOf(reading, what) === clauseOf(reading, verb) &&
  !isAsked(reading, verb) &&
  Math.max(what.from - verb.to, verb.from - what.to) <= NEAR;

/** "My card is not lost", 不要停我的卡, "I don't think I lost my card". */
const isNegated = (reading: Reading, what: Hit, verb: Hit): boolean =>
  hitsOf(reading, 'notStop').some(
    (no) =>
      no.from < Math.max(what.from, verb.from) &&
      no.from !== verb.from &&
      clauseOf(reading, no) === clauseOf(reading, verb),
  );

/** 你是骗子吧 accuses whoever writes; it denies nothing. */
const isAccused = (reading: Reading, hit: Hit): boolean =>
  hitsOf(reading, 'crime').includes(hit) && hitsOf(reading, 'accused').some(({ to }) => to === hit.from);

/** A longer phrase hides the word that it begins with. */
const SAYS_DONE = /^(?:已|早|already)/u;

/**
 * "Will be paid off", 下周还清了: a promise, when a word for what is to come stands before it in its clause, or a time
 * behind it; not where it is said to be done (周一已经还清了).
 */
function isYetToCome(reading: Reading, hit: Hit): boolean {
  if (!hitsOf(reading, 'paidUp').includes(hit)) return false;
  const clause = clauseOf(reading, hit);
  const isBeside = (one: Hit): boolean => clauseOf(reading, one) === clause;
  const isDone =
    SAYS_DONE.test(hit.word) || hitsOf(reading, 'done').some((one) => isBeside(one) && one.from < hit.from);
  if (isDone) return false;
  const before = hitsOf(reading, 'later').some((one) => isBeside(one) && one.from <= hit.from);
  return before || hitsOf(reading, 'laterThan').some((one) => isBeside(one) && one.from > hit.from);
}

/** "No" with more words; `2` and Chinese "不" only where punctuation parts them from the rest. */
function beginsWithNo(reading: Reading): boolean {
  const at = firstWord(reading);
  return hitsOf(reading, 'denyWord').some((hit) => {
    const next = reading.tokens[hit.to];
    const alone = next === undefined || next.apart;
    return hit.from === at && !isAsked(reading, hit) && (alone || WITH_MORE.has(hit.word));
  });
}

const WITH_MORE: ReadonlySet<string> = new Set(['n', 'no', 'nope', 'nah', 'noo', 'nooo']);

/** Who made the payment that was asked about. */
const DID: Slots = { yes: 'confirm', who: 'didWho', verb: 'didVerb', what: 'didWhat', bare: false };

/**
 * A confirmation is the whole message. "Yes" from a number that opted out is neither confirmation nor opt-in while a question is open: providers take it for one.
 */
export function readConfirmation(reading: Reading): Finding | undefined {
  const { yes } = wordsFor(reading);
  if (reading.purpose === 'fraud_security' && affirmsBySlots(reading, DID)) return found('confirm', 'confirm.slots');
  if (!affirms(reading, ...yes)) return undefined;
  const optsIn = reading.optedOut && reading.token === undefined && says(reading, 'optIn');
  if (!optsIn) return found('confirm', 'confirm.word');
  return reading.openQuestions === 0 ? found('start', 'start.yes') : found('unclear', 'unclear.opt-in-word');
}
