/**
 * What a listed phrase says. A phrase is matched word by word (character by character in Chinese), whatever spaces
 * stand between, but never across punctuation; a phrase inside a longer listed one says nothing of its own.
 */
export const WORD_CLASSES = [
  /** The whole message, courtesies apart: an opt-out. */
  'stop',
  /** An opt-out wherever it stands. */
  'stopPhrase',
  /** An opt-out, unless what is to be stopped follows: a payment, a card. */
  'stopSoft',
  /** Begins a wish not to be written to, when a word of `contact` follows closely. */
  'stopLead',
  'contact',
  /** The same with a verb right behind it: "don't" and "text". */
  'dontLead',
  'contactVerb',
  /** Wishes to be taken off a list: "delete" and "my number". */
  'removeLead',
  'removeWhat',
  /** What else may be stopped: a payment, a card. Then it is no opt-out. */
  'stopObject',
  /** The opposite of a wish to stop. */
  'keepOn',
  'wrong',
  /** Says that somebody is not known here; from a customer asked about fraud it is a denial. */
  'wrongThird',
  /** The same, but only as the whole message of a third party. */
  'wrongWhole',
  'denyWord',
  'deny',
  /** Asks for protection: a denial of what a fraud question names. */
  'protect',
  /** Holds a negation and denies nothing. */
  'notDeny',
  'confirm',
  /** Courtesies and words around an answer that say nothing. */
  'filler',
  'help',
  'agent',
  'start',
  /** Words for "yes" that providers take for an opt-in. */
  'optIn',
  'accept',
  'decline',
  /** Names terms by itself. */
  'counter',
  /** Names terms when a number stands in the message. */
  'counterLead',
  'why',
  /** A complaint even when it is put as a question. */
  'complaint',
  /** Whom one complains to: a complaint, unless one only asks about them. */
  'complaintTo',
  'info',
  /** Death, illness, arrest: a person reads it at once. */
  'grave',
  'question',
  'safe',
  'unsafe',
  'unchanged',
  'changed',
  'arrange',
  'notOwed',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];
export type Rating = 1 | 2 | 3 | 4 | 5;

/** A phrase stands in the list of the script it begins with. */
export type Script = 'latin' | 'han';

/** Phrases of one language, parted by `|`, spelled as texts are folded: lower case, no apostrophes, simplified. */
export type LanguageWords = {
  readonly script: Script;
  readonly lists: Readonly<Record<WordClass, string>>;
  readonly ratings: Readonly<Record<Rating, string>>;
};

/** The dictionary as data: a version is immutable, a change is a new version. */
export type ReplyWords = {
  readonly version: number;
  /** Pairs of characters, traditional and simplified, for the words of these lists. */
  readonly simplified: string;
  readonly languages: readonly LanguageWords[];
};
