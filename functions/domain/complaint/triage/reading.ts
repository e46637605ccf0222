import type { Cue } from './lexicon.ts';
import type { Plain } from './text/plain.ts';
import type { Found } from './text/scan.ts';
import type { Tone } from './text/words.ts';
import type { TriageContext, TriageReason } from './verdict.ts';

/** A text as the rules look at it: its words, the cues found in them, what is known beside it. */
export type Reading = {
  readonly plain: Plain;
  readonly found: readonly Found[];
  readonly context: TriageContext;
};

type Of<T extends Cue['target']['of']> = Found & {
  readonly cue: { readonly target: Extract<Cue['target'], { of: T }> };
};

export const foundOf = <T extends Cue['target']['of']>(found: readonly Found[], of: T): readonly Of<T>[] =>
  found.filter((one): one is Of<T> => one.cue.target.of === of);

export const toneOf = ({ found }: Pick<Reading, 'found'>, tone: Tone): readonly Found[] =>
  foundOf(found, 'tone').filter((one) => one.cue.target.tone === tone);

/**
 * Cues of matters, but for those whose own words are a flag that was taken back: "not threatened, but the fee is wrong"
 * speaks of the fee alone.
 */
export function mattersOf({ found }: Pick<Reading, 'found'>): readonly Of<'matter'>[] {
  const flags = foundOf(found, 'flag');
  const raised = new Set(flags.filter((one) => !one.negated).map((one) => one.cue.target.flag));
  const takenBack = flags.filter((one) => one.negated && !raised.has(one.cue.target.flag));
  return foundOf(found, 'matter').filter(
    (one) => !one.negated || !takenBack.some((flag) => flag.from < one.to && one.from < flag.to),
  );
}

/** Its sentence ends in a question mark. */
export const isAsked = ({ plain }: Reading, { sentence }: Found): boolean => plain.asked.has(sentence);

const SHOWN = 4;

/** The listed words that decided, the longest first; a few tell enough. */
export const reasonOf = (what: string, by: readonly Found[]): TriageReason => ({
  what,
  words: [...new Set(by.map((one) => one.words))].toSorted((a, b) => b.length - a.length).slice(0, SHOWN),
});
