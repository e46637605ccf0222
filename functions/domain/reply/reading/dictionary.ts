import { normalise } from './normalise.ts';
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

/** The dictionary, ready to be asked. Built once; asking costs one pass over the text. */
export type Dictionary = {
  readonly simplified: ReadonlyMap<string, string>;
  /** By class. What lies inside a longer listed phrase is left out. */
  readonly hits: (tokens: readonly Token[]) => Hits;
  /** True when the tokens are listed phrases of `of` end to end, with words of `around` between them, and at least one. */
  readonly consistsOf: (tokens: readonly Token[], of: readonly WordClass[], around?: readonly WordClass[]) => boolean;
  readonly rating: (tokens: readonly Token[]) => number | undefined;
};

/** Listed phrases as a tree of words: one way down tells every phrase that begins at a place. */
type Node = { of: WordClass[]; readonly next: Map<string, Node> };

export function createDictionary(words: ReplyWords): Dictionary {
  const simplified = new Map<string, string>();
  for (const [pair] of words.simplified.replaceAll(/\s/gu, '').matchAll(/../gu)) {
    simplified.set(pair.charAt(0), pair.charAt(1));
  }
  const spelled = (list: string): readonly (readonly string[])[] =>
    list
      .split('|')
      .map((phrase) => normalise(phrase, simplified).tokens.map((token) => token.text))
      .filter((phrase) => phrase.length > 0);
  const root: Node = { of: [], next: new Map() };
  const ratings = new Map<string, number>();
  for (const language of words.languages) {
    for (const of of WORD_CLASSES) {
      for (const phrase of spelled(language.lists[of])) add(root, phrase, of);
    }
    for (const rating of RATINGS) {
      ratings.set(String(rating), rating);
      for (const phrase of spelled(language.ratings[rating])) ratings.set(phrase.join(' '), rating);
    }
  }
  return {
    simplified,
    hits: (tokens) => findAll(tokens, root),
    consistsOf: (tokens, of, around = []) => consists(tokens, root, { of, around }),
    rating: (tokens) => ratings.get(tokens.map((token) => token.text).join(' ')),
  };
}

const RATINGS = [1, 2, 3, 4, 5] as const;

function add(root: Node, phrase: readonly string[], of: WordClass): void {
  let node = root;
  for (const word of phrase) {
    const next = node.next.get(word) ?? { of: [], next: new Map<string, Node>() };
    node.next.set(word, next);
    node = next;
  }
  node.of = [...new Set([...node.of, of])];
}

/** The longest listed phrase that begins at a place and is of a wanted class. */
function longestAt(
  tokens: readonly Token[],
  from: number,
  tree: { readonly root: Node; readonly wanted: readonly WordClass[] },
): { readonly of: readonly WordClass[]; readonly to: number } | undefined {
  let node = tree.root;
  let longest: { of: readonly WordClass[]; to: number } | undefined;
  for (let at = from; ; at += 1) {
    const token = tokens[at];
    if (token === undefined || (token.apart && at > from)) return longest;
    const next = node.next.get(token.text);
    if (next === undefined) return longest;
    node = next;
    const { of } = node;
    if (of.some((one) => tree.wanted.includes(one))) longest = { of, to: at + 1 };
  }
}

function findAll(tokens: readonly Token[], root: Node): Hits {
  const found = new Map<WordClass, Hit[]>();
  let end = 0;
  for (const [from, token] of tokens.entries()) {
    const phrase = longestAt(tokens, from, { root, wanted: WORD_CLASSES });
    if (phrase === undefined || phrase.to <= end) continue;
    end = phrase.to;
    const { text: word, sentence, apart } = token;
    const hit: Hit = { from, to: phrase.to, word, sentence, opens: from === 0 || apart };
    for (const of of phrase.of) {
      const known = found.get(of);
      if (known === undefined) found.set(of, [hit]);
      else known.push(hit);
    }
  }
  return found;
}

function consists(
  tokens: readonly Token[],
  root: Node,
  { of, around }: { readonly of: readonly WordClass[]; readonly around: readonly WordClass[] },
): boolean {
  const wanted = [...of, ...around];
  let said = false;
  let from = 0;
  while (from < tokens.length) {
    const phrase = longestAt(tokens, from, { root, wanted });
    if (phrase === undefined) return false;
    said = said || phrase.of.some((one) => of.includes(one));
    from = phrase.to;
  }
  return said;
}
