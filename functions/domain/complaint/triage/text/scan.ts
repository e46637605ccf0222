import type { Cue, Lexicon, Part } from '../lexicon.ts';
import type { PhraseHit } from './phrases.ts';
import type { Plain, Word } from './plain.ts';

/** A cue found in a text, with the listed words that made it. */
export type Found = {
  readonly cue: Cue;
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** A negation stands right before it. */
  readonly negated: boolean;
};

/** Every cue of a language in a text, each once; where it is said and taken back, the saying counts. */
export function scan({ words }: Plain, lexicon: Lexicon): readonly Found[] {
  const hits = words.map((_, from) => lexicon.tree.at(words, from));
  const readable = withoutNeutral(hits, lexicon);
  const found = new Map<Cue, Found>();
  for (const start of readable.flat()) {
    for (const cue of lexicon.cues.get(start.phrase) ?? NONE) {
      if (found.get(cue)?.negated !== false) meet(cue, start, { hits: readable, all: hits, words, lexicon, found });
    }
  }
  return [...found.values()];
}

const NONE: readonly Cue[] = [];

type Scanning = Text & { readonly all: Hits; readonly lexicon: Lexicon; readonly found: Map<Cue, Found> };

/** Notes a cue whose first phrase was met, if the rest of it follows. */
function meet(cue: Cue, start: PhraseHit, { all, lexicon, found, ...text }: Scanning): void {
  const whole = completed([start], cue.parts, text);
  if (whole === undefined) return;
  const to = whole.at(-1)?.to ?? start.to;
  if (isExcepted(cue, { from: start.from, to }, { ...text, reach: lexicon.guardReach })) return;
  found.set(cue, {
    cue,
    words: whole.map((hit) => lexicon.tree.spelled(hit.phrase)).join('…'),
    from: start.from,
    to,
    sentence: text.words[start.from]?.sentence ?? 0,
    negated: isNegated(start.from, { hits: all, words: text.words, lexicon }),
  });
}

type Hits = readonly (readonly PhraseHit[])[];

/** What lies inside the name of something else says nothing of its own. */
function withoutNeutral(hits: Hits, { neutral }: Lexicon): Hits {
  // How far any such name reaches that has begun: one pass, however many there are.
  let reach = 0;
  return hits.map((starts) => {
    for (const hit of starts) if (neutral.has(hit.phrase)) reach = Math.max(reach, hit.to);
    return starts.length === 0 || (starts[0]?.from ?? 0) >= reach
      ? starts
      : starts.filter((hit) => hit.to > reach || neutral.has(hit.phrase));
  });
}

type Text = { readonly hits: Hits; readonly words: readonly Word[] };

/** The hits that make a whole cue, or nothing. Parts follow each other within one sentence. */
function completed(so: readonly PhraseHit[], parts: readonly Part[], text: Text): readonly PhraseHit[] | undefined {
  const part = parts[so.length];
  const last = so.at(-1);
  if (part === undefined || last === undefined) return so;
  const sentence = text.words[last.from]?.sentence;
  for (let from = last.to; from <= last.to + part.within; from += 1) {
    if (text.words[from]?.sentence !== sentence) return undefined;
    for (const hit of text.hits[from] ?? []) {
      const whole = part.phrases.has(hit.phrase) ? completed([...so, hit], parts, text) : undefined;
      if (whole !== undefined) return whole;
    }
  }
  return undefined;
}

type Span = { readonly from: number; readonly to: number };

/** Something of a guard stands near it within the sentence, and nothing in spite of which it counts. */
function isExcepted(
  { guards }: Cue,
  { from, to }: Span,
  { hits, words, reach }: Text & { readonly reach: number },
): boolean {
  if (guards.length === 0) return false;
  const near: PhraseHit[] = [];
  for (let at = Math.max(0, from - reach); at < Math.min(to + reach, words.length); at += 1) {
    if (words[at]?.sentence === words[from]?.sentence) near.push(...(hits[at] ?? []));
  }
  const has = (phrases: ReadonlySet<number>): boolean => near.some((hit) => phrases.has(hit.phrase));
  return guards.some((guard) => has(guard.except) && !has(guard.despite));
}

/** A negation before it in the same clause, with at most a word or two between. */
function isNegated(at: number, { hits, words, lexicon }: Text & { readonly lexicon: Lexicon }): boolean {
  const { negations, negationReach: reach } = lexicon;
  const takesBack = (hit: PhraseHit): boolean => negations.has(hit.phrase) && hit.to <= at && at - hit.to <= reach;
  for (let from = at; from > 0 && from >= at - reach - LONGEST_NEGATION; ) {
    // Punctuation before this word: what stands beyond belongs to another clause.
    if (words[from]?.apart === true) return false;
    from -= 1;
    if (hits[from]?.some(takesBack) === true) return true;
  }
  return false;
}

const LONGEST_NEGATION = 4;
