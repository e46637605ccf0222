import { COMPLAINT_CATEGORIES, COMPLAINT_FLAGS, type ComplaintCategory, type ComplaintFlag } from '../complaint.ts';
import { FAULT_KEYS, type FaultKey } from './faults.ts';
import { type PhraseTree, phrasesOf } from './text/phrases.ts';
import {
  type Cues,
  DESKS,
  type Desk,
  type LanguageCues,
  STRENGTHS,
  type Strength,
  TONES,
  type Tone,
} from './text/words.ts';

/** What a cue speaks for. */
export type Target =
  | { readonly of: 'flag'; readonly flag: ComplaintFlag }
  | { readonly of: 'matter'; readonly category: ComplaintCategory; readonly strength: Strength }
  | { readonly of: 'tone'; readonly tone: Tone }
  | { readonly of: 'fault'; readonly fault: FaultKey }
  | { readonly of: 'desk'; readonly desk: Desk };

/** One part of a cue: any of these phrases, at most so many words behind the part before it. */
export type Part = { readonly phrases: ReadonlySet<number>; readonly within: number };
/** Near these a cue says something else; but near `despite` it says what it says. */
export type Guard = { readonly except: ReadonlySet<number>; readonly despite: ReadonlySet<number> };
export type Cue = { readonly target: Target; readonly parts: readonly Part[]; readonly guards: readonly Guard[] };

/** The cues of one language, ready to be looked for. */
export type Lexicon = {
  readonly tree: PhraseTree;
  readonly negations: ReadonlySet<number>;
  readonly neutral: ReadonlySet<number>;
  /** By the first phrase of a cue. */
  readonly cues: ReadonlyMap<number, readonly Cue[]>;
  /** Words that may stand between a negation and what it takes back. */
  readonly negationReach: number;
  /** Words before and behind a cue among which its guard is looked for. */
  readonly guardReach: number;
};

/** Words between the parts of a cue, `~` and `~~`; a Chinese character counts as one. */
const REACH = {
  zh: { '~': 8, '~~': 18, negation: 2, guard: 36 },
  en: { '~': 4, '~~': 10, negation: 2, guard: 18 },
} as const;

/** Grown once for a language, when the first text in it comes. */
export function createLexicon(words: LanguageCues): Lexicon {
  const tree = phrasesOf();
  const reach = REACH[words.lang];
  const listed = (cues: Cues): readonly string[] =>
    cues
      .split('|')
      .map((cue) => cue.trim())
      .filter((cue) => cue !== '');
  const groups = new Map(
    Object.entries(words.groups).map(([name, list]) => [name, new Set(listed(list).map((phrase) => tree.add(phrase)))]),
  );
  const cues = new Map<number, Cue[]>();
  const read = (list: Cues, target: Target): void => {
    for (const written of listed(list)) {
      const cue = cueOf(written, target, { tree, groups, reach });
      for (const first of cue.parts[0]?.phrases ?? []) {
        const known = cues.get(first);
        if (known === undefined) cues.set(first, [cue]);
        else known.push(cue);
      }
    }
  };
  readAll(words, read);
  return {
    tree,
    negations: new Set(listed(words.negations).map((phrase) => tree.add(phrase))),
    neutral: new Set(listed(words.neutral).map((phrase) => tree.add(phrase))),
    cues,
    negationReach: reach.negation,
    guardReach: reach.guard,
  };
}

function readAll(words: LanguageCues, read: (list: Cues, target: Target) => void): void {
  for (const flag of COMPLAINT_FLAGS) read(words.flags[flag], { of: 'flag', flag });
  for (const tone of TONES) read(words.tones[tone], { of: 'tone', tone });
  for (const fault of FAULT_KEYS) read(words.faults[fault], { of: 'fault', fault });
  for (const desk of DESKS) read(words.desks[desk], { of: 'desk', desk });
  for (const category of COMPLAINT_CATEGORIES) {
    if (category === 'other') continue;
    for (const strength of STRENGTHS) read(words.matters[category][strength], { of: 'matter', category, strength });
  }
}

type Known = {
  readonly tree: PhraseTree;
  readonly groups: ReadonlyMap<string, ReadonlySet<number>>;
  readonly reach: { readonly '~': number; readonly '~~': number };
};

/** A written cue, and behind each `!` the groups that guard it. */
function cueOf(written: string, target: Target, known: Known): Cue {
  const [said = '', ...guarded] = written.split(/\s*!\s*/u);
  const guards = guarded.map((groups) => {
    const [except = NOTHING, despite = NOTHING] = partsOf(groups, known).map((part) => part.phrases);
    return { except, despite };
  });
  return { target, parts: partsOf(said, known), guards };
}

const NOTHING: ReadonlySet<number> = new Set();
const PARTED = /[~<#]/u;

/** The parts of a written cue. An unknown group is a mistake in the data and fails at once. */
function partsOf(written: string, { tree, groups, reach }: Known): readonly Part[] {
  if (!PARTED.test(written)) return [{ phrases: new Set([tree.add(written)]), within: 0 }];
  const parts: Part[] = [];
  let within = 0;
  for (const piece of written.split(/\s*(~~?|<[a-z]+>|#60|#)\s*/u)) {
    if (piece === '') continue;
    if (piece === '~' || piece === '~~') {
      within = reach[piece];
      continue;
    }
    const group = /^<(.+)>$/u.exec(piece)?.[1];
    const phrases = group === undefined ? new Set([tree.add(piece)]) : groups.get(group);
    if (phrases === undefined) throw new Error(`cue: got the group "${group}", expected a listed one in "${written}"`);
    parts.push({ phrases, within });
    within = 0;
  }
  return parts;
}
