import { type Heads, headsOf, longestAt, phrasesAt, type ReplyWords, wordsOf } from './heads.ts';
import type { Token } from './tokens.ts';
import type { WordClass } from './words.ts';

/** A listed phrase found in a text: tokens `from` to `to` (exclusive). */
export type Hit = {
  readonly from: number;
  readonly to: number;
  /** Its first word, the sentence that stands in, and whether it opens a clause there. */
  readonly word: string;
  readonly sentence: number;
  readonly opens: boolean;
};

export type Hits = ReadonlyMap<WordClass, readonly Hit[]>;

/** The dictionary, ready to be asked. Asking costs one pass over the text. */
export type Dictionary = {
  readonly simplified: ReadonlyMap<string, string>;
  /** A folded text with words of speech (唔好再) as they are written. */
  readonly spoken: (folded: string) => string;
  /** By class. What lies inside a longer listed phrase is left out. */
  readonly hits: (tokens: readonly Token[]) => Hits;
  /** True when the tokens are listed phrases of `of` end to end, with words of `around` between them, and at least one. */
  readonly consistsOf: (tokens: readonly Token[], of: readonly WordClass[], around: readonly WordClass[]) => boolean;
  readonly rating: (tokens: readonly Token[]) => number | undefined;
};

/** The data is spelled as texts are folded: lower case, no apostrophes, simplified characters. */
export function createDictionary(words: ReplyWords): Dictionary {
  const heads = headsOf(words);
  let ratings: ReadonlyMap<string, number> | undefined;
  return {
    simplified: simplifiedOf(words),
    spoken: spokenOf(words),
    hits: (tokens) => findAll(tokens, heads),
    consistsOf: (tokens, of, around) => consists(tokens, heads, { of, around }),
    rating: (tokens) => {
      ratings ??= ratingsOf(words);
      return ratings.get(tokens.map((token) => token.text).join(' '));
    },
  };
}

function simplifiedOf({ simplified }: ReplyWords): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const letters = simplified.replaceAll(/\s/gu, '');
  for (let at = 0; at < letters.length; at += 2) pairs.set(letters.charAt(at), letters.charAt(at + 1));
  return pairs;
}

function spokenOf({ spoken }: ReplyWords): (folded: string) => string {
  const pairs = new Map(spoken.split('|').map((pair) => cut(pair.trim())));
  const any = new RegExp([...pairs.keys()].join('|'), 'gu');
  return (folded) => folded.replaceAll(any, (said) => String(pairs.get(said)));
}

/** What stands before and behind its space. */
const cut = (pair: string): [string, string] => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)];

const RATINGS = [1, 2, 3, 4, 5] as const;

function ratingsOf(words: ReplyWords): ReadonlyMap<string, number> {
  const ratings = new Map<string, number>();
  for (const { ratings: lists } of words.languages) {
    for (const rating of RATINGS) {
      ratings.set(String(rating), rating);
      for (const phrase of lists[rating].split('|')) ratings.set(wordsOf(phrase).join(' '), rating);
    }
  }
  return ratings;
}

function findAll(tokens: readonly Token[], heads: Heads): Hits {
  const found = new Map<WordClass, Hit[]>();
  let end = 0;
  for (const [from, token] of tokens.entries()) {
    const head = heads(token.text);
    if (head === undefined) continue;
    const aside = (of: WordClass, to: number): void => note(found, of, hitOf(token, from, to));
    const phrase = phrasesAt(tokens, from, { head, aside });
    if (phrase === undefined || phrase.to <= end) continue;
    end = phrase.to;
    const hit = hitOf(token, from, end);
    for (const of of phrase.of) note(found, of, hit);
  }
  return found;
}

const hitOf = ({ text: word, sentence, apart }: Token, from: number, to: number): Hit => ({
  from,
  to,
  word,
  sentence,
  opens: from === 0 || apart,
});

/** The longer one of a class at one place. */
function note(found: Map<WordClass, Hit[]>, of: WordClass, hit: Hit): void {
  const known = found.get(of);
  if (known === undefined) found.set(of, [hit]);
  else if (known.at(-1)?.from === hit.from) known[known.length - 1] = hit;
  else known.push(hit);
}

function consists(
  tokens: readonly Token[],
  heads: Heads,
  { of, around }: { readonly of: readonly WordClass[]; readonly around: readonly WordClass[] },
): boolean {
  const wanted = (one: WordClass): boolean => of.includes(one) || around.includes(one);
  let said = false;
  let from = 0;
  for (;;) {
    const token = tokens[from];
    if (token === undefined) return said;
    const phrase = longestAt(tokens, { token, from }, { heads, wanted });
    if (phrase === undefined) return false;
    said = said || phrase.of.some((one) => of.includes(one));
    from = phrase.to;
  }
}
