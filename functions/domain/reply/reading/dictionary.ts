import { ASIDE, BETWEEN_ONLY, type Heads, HIDES_NOTHING, headsOf, longestAt, WHOLE_ONLY, wordsOf } from './heads.ts';
import type { Token } from './tokens.ts';
import { type ReplyWords, WORD_CLASSES, type WordClass } from './words.ts';

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
  const pairs = new Map<string, string>();
  for (const pair of spoken.split('|')) {
    const [said = '', meant = ''] = pair.trim().split(' ');
    pairs.set(said, meant);
  }
  const any = new RegExp([...pairs.keys()].join('|'), 'gu');
  return (folded) => folded.replaceAll(any, (said) => pairs.get(said) ?? said);
}

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

const FOUND = new Set<WordClass>(
  WORD_CLASSES.filter((one) => ![...WHOLE_ONLY, ...BETWEEN_ONLY, ...HIDES_NOTHING].includes(one)),
);
const isFound = (of: WordClass): boolean => FOUND.has(of);

function findAll(tokens: readonly Token[], heads: Heads): Hits {
  const found = new Map<WordClass, Hit[]>();
  let end = 0;
  for (const [from, token] of tokens.entries()) {
    const head = heads(token.text);
    if (head === undefined) continue;
    const phrase = longestAt(tokens, { token, from }, { heads, wanted: isFound });
    if (phrase !== undefined && phrase.to > end) {
      end = phrase.to;
      note(
        found,
        phrase.of.filter((one) => !ASIDE.includes(one)),
        hitOf(token, from, end),
      );
    }
    for (const aside of head.aside) {
      const by = { heads, wanted: (of: WordClass): boolean => of === aside };
      const beside = longestAt(tokens, { token, from }, by);
      if (beside !== undefined) note(found, [aside], hitOf(token, from, beside.to));
    }
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

function note(found: Map<WordClass, Hit[]>, of: readonly WordClass[], hit: Hit): void {
  for (const one of of) {
    const known = found.get(one);
    if (known === undefined) found.set(one, [hit]);
    else known.push(hit);
  }
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
