import type { ComplaintCategory, ComplaintFlag } from '../complaint.ts';
import type { Flags } from './flags.ts';
import { foundOf, type Reading } from './reading.ts';
import type { Found } from './text/scan.ts';
import type { LetterRules } from './text/words.ts';

/** Longer than a text message. */
export const isLetter = ({ plain }: Reading, { longerThan }: LetterRules): boolean =>
  plain.words.length > longerThan[plain.lang];

/** Too long for a text whose words all speak of its matter. */
export const isLongForSure = ({ plain }: Reading, { sureUpTo }: LetterRules): boolean =>
  plain.words.length > sureUpTo[plain.lang];

/** One matter and hardly another, of a category that words are known to tell. Source: docs/behaviour.md, Triage. */
export function isOneMatter({ plain, found }: Reading, category: ComplaintCategory, rules: LetterRules): boolean {
  if (!rules.proven[plain.lang].includes(category)) return false;
  const named = foundOf(found, 'matter').filter((one) => one.cue.target.strength !== 'topic');
  const own = named.filter((one) => one.cue.target.category === category).length;
  return own >= rules.own && named.length - own <= rules.others;
}

/** A life, a fraud that runs, a wish to be left alone: one word is enough, however much stands around it. */
const BY_ONE_WORD: readonly ComplaintFlag[] = ['fraud_in_progress', 'self_harm', 'stop_contact'];

/**
 * The flags of a letter: raised by a cue that says who and what (`call my <other>`, 拨打…12345), or by two cues within
 * one sentence. A bare word tells of anything: "the old people of our street", "the attorney who sold the house".
 */
export const flagsOfLetter = (flags: Flags): Flags =>
  new Map([...flags].filter(([flag, by]) => BY_ONE_WORD.includes(flag) || by.some(isWhole) || areNear(by)));

const isWhole = ({ cue }: Found): boolean => cue.parts.length > 1;

const areNear = (by: readonly Found[]): boolean =>
  by.some((one) => by.some((other) => other.sentence === one.sentence && other.from >= one.to));
