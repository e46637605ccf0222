import { readTokens, type Token } from './tokens.ts';
import { type LanguageWords, type ReplyWords, type Script, WHOLE_ONLY, WORD_CLASSES, type WordClass } from './words.ts';

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
  /** By class. What lies inside a longer listed phrase is left out. */
  readonly hits: (tokens: readonly Token[]) => Hits;
  /** True when the tokens are listed phrases of `of` end to end, with words of `around` between them, and at least one. */
  readonly consistsOf: (tokens: readonly Token[], of: readonly WordClass[], around: readonly WordClass[]) => boolean;
  readonly rating: (tokens: readonly Token[]) => number | undefined;
};

/** Listed phrases as a tree of words: one way down tells every phrase that begins at a place. */
type Node = { of: readonly WordClass[]; readonly next: Map<string, Node> };

/**
 * Phrases by their first word. A language is looked through when a word of its script is met, a tree is grown when its
 * first word is: a function that starts for one short reply must not pay for two thousand phrases.
 */
type Head = { readonly listed: { readonly phrase: string; readonly of: WordClass }[]; tree?: Node };
type Heads = (word: string) => Head | undefined;

/** The data is spelled as texts are folded: lower case, no apostrophes, simplified characters. */
export function createDictionary(words: ReplyWords): Dictionary {
  const heads = headsOf(words);
  let ratings: ReadonlyMap<string, number> | undefined;
  return {
    simplified: simplifiedOf(words),
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

function headsOf(words: ReplyWords): Heads {
  const scripts = new Map<Script, ReadonlyMap<string, Head>>();
  return (word) => {
    const script: Script = word.charCodeAt(0) > 127 ? 'han' : 'latin';
    const heads = scripts.get(script) ?? listed(words.languages.filter((one) => one.script === script));
    scripts.set(script, heads);
    return heads.get(word);
  };
}

function listed(languages: readonly LanguageWords[]): ReadonlyMap<string, Head> {
  const heads = new Map<string, Head>();
  for (const { lists } of languages) {
    for (const of of WORD_CLASSES) {
      for (const phrase of lists[of].split('|')) list(heads, phrase.trim(), of);
    }
  }
  return heads;
}

function list(heads: Map<string, Head>, phrase: string, of: WordClass): void {
  const first = firstWord(phrase);
  const head = heads.get(first);
  if (head === undefined) heads.set(first, { listed: [{ phrase, of }] });
  else head.listed.push({ phrase, of });
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

const wordsOf = (phrase: string): readonly string[] => readTokens(phrase).tokens.map((token) => token.text);

/** A Chinese phrase begins with one character, any other with the word before its first space. */
function firstWord(phrase: string): string {
  if (phrase.charCodeAt(0) > 127) return phrase.charAt(0);
  const space = phrase.indexOf(' ');
  return space < 0 ? phrase : phrase.slice(0, space);
}

/** The tree behind a first word, grown now if nobody asked for it yet. */
function treeOf(head: Head): Node {
  if (head.tree !== undefined) return head.tree;
  const tree: Node = { of: [], next: new Map() };
  for (const { phrase, of } of head.listed) {
    let node = tree;
    for (const word of wordsOf(phrase).slice(1)) {
      const next = node.next.get(word) ?? { of: [], next: new Map<string, Node>() };
      node.next.set(word, next);
      node = next;
    }
    node.of = [...new Set([...node.of, of])];
  }
  head.tree = tree;
  return tree;
}

type Found = { readonly of: readonly WordClass[]; readonly to: number };

/** The longest listed phrase that begins with a token and is of a wanted class. */
function longestAt(
  tokens: readonly Token[],
  first: { readonly token: Token; readonly from: number },
  by: { readonly heads: Heads; readonly wanted: (of: WordClass) => boolean },
): Found | undefined {
  const head = by.heads(first.token.text);
  if (head === undefined) return undefined;
  let node = treeOf(head);
  let longest: Found | undefined;
  for (let at = first.from + 1; ; at += 1) {
    const { of } = node;
    if (of.some(by.wanted)) longest = { of, to: at };
    const token = tokens[at];
    const next = token === undefined || token.apart ? undefined : node.next.get(token.text);
    if (next === undefined) return longest;
    node = next;
  }
}

const FOUND = new Set<WordClass>(WORD_CLASSES.filter((one) => !WHOLE_ONLY.includes(one)));
const isFound = (of: WordClass): boolean => FOUND.has(of);

function findAll(tokens: readonly Token[], heads: Heads): Hits {
  const found = new Map<WordClass, Hit[]>();
  let end = 0;
  for (const [from, token] of tokens.entries()) {
    const phrase = longestAt(tokens, { token, from }, { heads, wanted: isFound });
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
