import type { Audience, Intent, Purpose } from '../../words.ts';
import type { Dictionary, Hit, Hits } from './dictionary.ts';
import type { Token } from './tokens.ts';
import type { WordClass } from './words.ts';

/** What is known about the number a reply came from. Whatever is left out is not known. */
export type ReplyContext = {
  readonly purpose?: Purpose;
  /** What was asked: template family, or `offer`, `follow-up`. */
  readonly question?: string;
  readonly audience?: Audience;
  readonly openQuestions?: number;
  /** Tokens of this number's questions; left out: not known, so any token is taken at its word. */
  readonly tokens?: readonly string[];
  readonly optedOut?: boolean;
};

/** What a reply says, as `liaison classify reply` prints it (docs/command-line.md). */
export type Classification = {
  readonly intent: Intent;
  readonly token?: string;
  readonly rating?: number;
  /** May settle the question without a person. */
  readonly autoResolve: boolean;
  /** Texts to this number must stop: surely, or until somebody has asked. */
  readonly suppress: boolean;
  /** Which rule read it so. */
  readonly why: string;
};

/** Whoever has the number asks for silence. The wrong person asks for none: their number is set aside as wrong. */
export const asksForSilence = ({ suppress, intent }: Pick<Classification, 'suppress' | 'intent'>): boolean =>
  suppress && intent !== 'wrong_person';

/** The kinds of answer a question expects. */
export type Asked = 'yes-or-no' | 'offer' | 'rating';

/** One reply as the rules look at it: its words without the token, what the dictionary finds in them, what was asked. */
export type Reading = {
  readonly tokens: readonly Token[];
  readonly asksBack: ReadonlySet<number>;
  readonly hits: Hits;
  readonly dictionary: Dictionary;
  readonly token?: string;
  readonly asked: Asked;
  readonly purpose: Purpose | undefined;
  readonly third: boolean;
  readonly openQuestions: number;
  readonly optedOut: boolean;
};

/** What one rule makes of a reply; `suppress` false and no rating unless it says so. */
export type Finding = {
  readonly intent: Intent;
  readonly why: string;
  readonly suppress?: boolean;
  readonly rating?: number;
};

export const found = (intent: Intent, why: string, suppress = false): Finding => ({ intent, why, suppress });

const NONE: readonly Hit[] = [];

export function hitsOf({ hits }: Reading, ...of: readonly WordClass[]): readonly Hit[] {
  let all = NONE;
  for (const one of of) {
    const more = hits.get(one);
    if (more !== undefined) all = all.length === 0 ? more : [...all, ...more];
  }
  return all;
}

export const has = (reading: Reading, ...of: readonly WordClass[]): boolean => of.some((one) => reading.hits.has(one));

/** Found in a sentence that is no question. */
export const states = (reading: Reading, ...of: readonly WordClass[]): boolean =>
  hitsOf(reading, ...of).some((hit) => !isAsked(reading, hit));

/** A question mark asks a sentence, a question word its clause; said by itself (对吗) also the clause before. */
export const isAsked = (reading: Reading, hit: Hit): boolean =>
  reading.asksBack.has(hit.sentence) ||
  hitsOf(reading, 'question').some((one) => one.sentence === hit.sentence && asks(one) && asksFor(reading, one, hit));

function asksFor(reading: Reading, question: Hit, hit: Hit): boolean {
  const { tokens, dictionary } = reading;
  const at = clauseOf(reading, question);
  const clause = clauseOf(reading, hit);
  if (at === clause) return true;
  const asked = tokens.slice(at, clauseEnd(reading, question));
  return (
    at > 0 && clauseOf(reading, { from: at - 1 }) === clause && dictionary.consistsOf(asked, ['question'], COURTESIES)
  );
}

/** An English question word asks where it opens a clause ("what is"), a Chinese one wherever it stands (吗). */
const asks = (word: Hit): boolean => word.opens || !/[a-z]/u.test(word.word);

/** Words around an answer that say nothing. */
export const COURTESIES: readonly WordClass[] = ['filler', 'please', 'tone'];

/** The whole message says this and nothing else, courtesies apart, and asks nothing back. */
export const says = (reading: Reading, ...of: readonly WordClass[]): boolean =>
  reading.asksBack.size === 0 && reading.dictionary.consistsOf(reading.tokens, of, COURTESIES);

/** The first word that is no courtesy. */
export function firstWord(reading: Reading): number {
  let at = 0;
  const inOrder = hitsOf(reading, ...COURTESIES).toSorted((one, other) => one.from - other.from);
  for (const hit of inOrder) if (hit.from === at) at = hit.to;
  return at;
}

/** Where the clause begins that a word stands in. */
export const clauseOf = ({ tokens }: Reading, { from }: Pick<Hit, 'from'>): number =>
  tokens.findLastIndex((token, at) => at <= from && (token.apart || at === 0));

/** Where the clause ends (exclusive) that a word stands in. */
export function clauseEnd({ tokens }: Reading, { to }: Pick<Hit, 'to'>): number {
  const next = tokens.findIndex((token, at) => at >= to && token.apart);
  return next < 0 ? tokens.length : next;
}

/** A question about the customer's own card or account that may be fraud: here "stop" is mostly meant for the payment. */
export const isFraud = (reading: Reading): boolean => reading.purpose === 'fraud_security' && reading.openQuestions > 0;

/** One of the words around an answer that say nothing. */
export const isCourtesy = (reading: Reading, at: number): boolean =>
  hitsOf(reading, ...COURTESIES).some((hit) => hit.from <= at && at < hit.to);

/** Nothing stands there but words of these classes; where nothing stands at all it is so too. */
export const holdsOnly = ({ dictionary }: Reading, tokens: readonly Token[], ...of: readonly WordClass[]): boolean =>
  tokens.length === 0 || dictionary.consistsOf(tokens, of, of);

/** A word of that class begins at the same place. */
export const isAlso = (reading: Reading, { from }: Hit, of: WordClass): boolean =>
  hitsOf(reading, of).some((one) => one.from === from);
