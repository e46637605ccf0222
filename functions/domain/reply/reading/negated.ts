import type { Hit } from './dictionary.ts';
import { clauseOf, has, hitsOf, holdsOnly, isAsked, type Reading } from './reading.ts';
import type { WordClass } from './words.ts';

const ANY: readonly WordClass[] = ['negation', 'refusal'];

/** What takes a word back: danger and fraud any negation, a call for help only who refuses it, not who misses it. */
const TAKEN_BACK_BY: Partial<Record<WordClass, readonly WordClass[]>> = {
  crime: ANY,
  unsafe: ANY,
  changed: ANY,
  notOwed: ANY,
  mistaken: ANY,
  paidUp: ANY,
  passedOn: ANY,
  decline: [...ANY, 'unsaid'],
  aid: ['refusal'],
  help: ['refusal'],
  protect: ['refusal'],
};

/** Found in a sentence that is no question, and not taken back by a negation before it. */
export function stated(reading: Reading, ...of: readonly WordClass[]): readonly Hit[] {
  const taken = takenBack(reading, ...of);
  return hitsOf(reading, ...of).filter((hit) => !isAsked(reading, hit) && !taken.has(hit));
}

/** "It was not fraud": what is taken back, and the negation with it, for it denies nothing else. */
export function takenBack(reading: Reading, ...of: readonly WordClass[]): ReadonlySet<Hit> {
  const taken = new Set<Hit>();
  // Most texts negate nothing; they need not be looked through for what a negation would reach.
  if (!has(reading, ...ANY, 'unsaid')) return taken;
  for (const what of of) {
    const by = TAKEN_BACK_BY[what] ?? [];
    const negations = hitsOf(reading, ...by.filter((one) => one !== 'unsaid'));
    for (const hit of hitsOf(reading, what)) {
      const before = negations.filter((negation) => reaches(reading, negation, hit));
      if (by.includes('unsaid') && isUnsaid(reading, hit)) taken.add(hit);
      for (const one of before.length > 0 ? [hit, ...before] : []) taken.add(one);
    }
  }
  return taken;
}

/** Right before it, with at most an article between them, and no punctuation. "Not safe" is taken back by no part of itself. */
function reaches(reading: Reading, negation: Hit, hit: Hit): boolean {
  const { tokens } = reading;
  if (negation.from >= hit.from || tokens.slice(negation.from + 1, hit.from + 1).some((token) => token.apart)) {
    return false;
  }
  const between = tokens.slice(negation.to, hit.from);
  if (between.length > 0) return holdsOnly(reading, between, 'between');
  const negates = holdsOnly(reading, tokens.slice(hit.from, hit.from + 1), 'negation');
  return negation.to === hit.from || !negates;
}

/** "Never said I don't accept", 没说不同意: somewhere before it in its clause. */
export const isUnsaid = (reading: Reading, hit: Hit): boolean =>
  hitsOf(reading, 'unsaid').some((one) => one.from <= hit.from && clauseOf(reading, one) === clauseOf(reading, hit));
