import { beginsWithStop } from './opt-out.ts';
import {
  type Finding,
  firstWord,
  found,
  has,
  hitsOf,
  isAsked,
  isFraud,
  type Reading,
  says,
  states,
} from './reading.ts';
import type { WordClass } from './words.ts';

/** What else means yes or no to the question of a purpose. */
function wordsFor(reading: Reading): { readonly yes: readonly WordClass[]; readonly no: readonly WordClass[] } {
  switch (reading.purpose) {
    case 'welfare':
      return { yes: ['confirm', 'safe'], no: ['deny', 'unsafe', 'help'] };
    case 'account_service':
      return { yes: ['confirm', 'unchanged'], no: ['deny', 'changed'] };
    case 'debt_reminder':
    case 'pre_litigation':
      return { yes: ['confirm', 'arrange'], no: ['deny', 'notOwed'] };
    default:
      return { yes: ['confirm'], no: ['deny', 'protect'] };
  }
}

/**
 * A denial may have words around it (a false one costs a call); negation is looked for before affirmation. A message
 * that says both no and yes denies only by a phrase that cannot be meant otherwise ("not me"), else it is unclear.
 */
export function readDenial(reading: Reading): Finding | undefined {
  const { yes } = wordsFor(reading);
  const stated = readStatedDenial(reading);
  if (stated !== undefined) return stated;
  if (isFraud(reading) && reading.asksBack.size === 0 && beginsWithStop(reading)) return found('deny', 'deny.stop-it');
  if (says(reading, 'denyWord')) return found('deny', 'deny.word');
  if (!beginsWithNo(reading)) return undefined;
  return has(reading, ...yes) ? found('unclear', 'unclear.both') : found('deny', 'deny.first-word');
}

/** Denied by a phrase that cannot be meant otherwise, in a sentence that asks nothing. */
export const readStatedDenial = (reading: Reading): Finding | undefined =>
  states(reading, ...wordsFor(reading).no) ? found('deny', 'deny.phrase') : undefined;

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

/**
 * A confirmation is the whole message: listed words end to end, no question, so that no negation can hide in it. "Yes"
 * from a number that opted out is neither confirmation nor opt-in while a question is open: providers take it for one.
 */
export function readConfirmation(reading: Reading): Finding | undefined {
  const { yes } = wordsFor(reading);
  if (!says(reading, ...yes)) return undefined;
  const optsIn = reading.optedOut && reading.token === undefined && says(reading, 'optIn');
  if (!optsIn) return found('confirm', 'confirm.word');
  return reading.openQuestions === 0 ? found('start', 'start.yes') : found('unclear', 'unclear.opt-in-word');
}
