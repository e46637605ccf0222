import type { ComplaintCategory, ComplaintFlag } from '../../complaint.ts';
import type { FaultKey } from '../faults.ts';
import type { TriageLang } from '../verdict.ts';

/**
 * Cues, parted by `|`. A cue is one phrase, or several with `~` (a few words between) or `~~` (within the sentence)
 * between them; `<name>` stands for any phrase of a group, `#` for a number, `#60` for an age from sixty. With
 * `! <name>` behind it a cue is none where a phrase of that group stands near it within the sentence (`jump from !
 * <figure>`); with `! <name> <other>` it is one all the same where one of the other group stands there too; it may have
 * several such guards. Spelled as
 * texts are folded: lower case, no apostrophes, simplified characters; English words match in all their endings.
 */
export type Cues = string;

export const STRENGTHS = ['topic', 'sure', 'wrong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What a category is recognised by. */
export type MatterCues = {
  /** Speaks of the matter, weakly: many categories share such words. */
  readonly topic: Cues;
  /** Names this matter and hardly another. */
  readonly sure: Cues;
  /** Names this matter and says that something is wrong with it. */
  readonly wrong: Cues;
};

export const TONES = ['grievance', 'help', 'ask', 'praise', 'spam', 'idle'] as const;
/** How a text speaks: by this its kind is found. */
export type Tone = (typeof TONES)[number];

/** Who of the house was met: a branch, a phone line, a program. */
export const DESKS = ['branch', 'contact-centre', 'it'] as const;
export type Desk = (typeof DESKS)[number];

export type LanguageCues = {
  readonly lang: TriageLang;
  /** Named lists of phrases, for use within cues. */
  readonly groups: Readonly<Record<string, string>>;
  /** Before a cue of a flag these take it back: `not harassed`. */
  readonly negations: string;
  /** Inside these phrases nothing is read: the name of a thing that holds a cue. */
  readonly neutral: Cues;
  readonly tones: Readonly<Record<Tone, Cues>>;
  readonly flags: Readonly<Record<ComplaintFlag, Cues>>;
  readonly matters: Readonly<Record<Exclude<ComplaintCategory, 'other'>, MatterCues>>;
  readonly faults: Readonly<Record<FaultKey, Cues>>;
  readonly desks: Readonly<Record<Desk, Cues>>;
};

/** How texts longer than a text message are read: many matters are told there, and a word may stand for anything. */
export type LetterRules = {
  /** Words up to which a text is short; a Chinese character counts as one. */
  readonly longerThan: Readonly<Record<TriageLang, number>>;
  /** Words or characters up to which the confidence alone says whether a text is sure of its matter. */
  readonly sureUpTo: Readonly<Record<TriageLang, number>>;
  /** Categories that were found rightly nine times in ten in letters of that language. */
  readonly proven: Readonly<Record<TriageLang, readonly ComplaintCategory[]>>;
  /** Cues that name the matter, `sure` or `wrong`: so many of its own, and at most so many of all others. */
  readonly own: number;
  readonly others: number;
};

/** The words of triage as data: a version is immutable, a change is a new version. */
export type TriageWords = {
  readonly version: number;
  readonly letters: LetterRules;
  /** Pairs of characters: traditional or spoken, and the one the lists are written in. */
  readonly simplified: string;
  readonly languages: readonly LanguageCues[];
};
