import { readTokens, type Token } from './tokens.ts';
import { WORD_CLASSES, type WordClass } from './words.ts';

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
  /** Words of speech, as those pairs fold them, and what they say, parted by `|`. */
  readonly spoken: string;
  readonly languages: readonly LanguageWords[];
};

/** Words that count as the whole message only: within a longer one they hide nothing and are not found. */
export const WHOLE_ONLY: readonly WordClass[] = ['stopAlone', 'wrongAlone', 'wrongWhole', 'graveAlone'];
/** Words that are looked for between others, and not found by themselves. */
export const BETWEEN_ONLY: readonly WordClass[] = [
  'ahead',
  'afterNo',
  'besideStop',
  'betweenStop',
  'fromUs',
  'beforeSend',
  'afterSend',
  'betweenNone',
  'plea',
  'didWho',
  'didWhat',
  'takesWho',
  'takesWhat',
  'atEase',
];
/** Found by themselves, in whatever longer phrase of another class they lie: they say how the rest is meant. */
export const ASIDE: readonly WordClass[] = [
  'question',
  'condition',
  'contrast',
  'joke',
  'numeral',
  'unsaid',
  'notStop',
  'askWhy',
  'askNot',
  'forget',
  'compare',
  'elsewhere',
  'sendVerb',
  'mayI',
  'softNot',
  'endVerb',
  'wants',
  'role',
  'noRole',
  'disowned',
  'noneOf',
  'belonging',
  'lost',
  'blocks',
  'accused',
  'didVerb',
  'takesVerb',
  'rates',
  'askOthers',
];

const OF_TEXT = new Set<WordClass>(
  WORD_CLASSES.filter((one) => ![...WHOLE_ONLY, ...BETWEEN_ONLY, ...ASIDE].includes(one)),
);
const BESIDE = new Set<WordClass>(ASIDE);

/** Listed phrases as a tree of words: one way down tells every phrase that begins at a place. */
type Node = {
  of: readonly WordClass[];
  /** Of these, what is found as the longest phrase of its place, and what is found aside. */
  text: readonly WordClass[];
  aside: readonly WordClass[];
  readonly next: Map<string, Node>;
};

const emptyNode = (): Node => ({ of: [], text: [], aside: [], next: new Map() });

/**
 * Phrases by their first word. A language is looked through when a word of its script is met, a tree is grown when its
 * first word is: a function that starts for one short reply must not pay for two thousand phrases.
 */
type Head = {
  readonly listed: { readonly phrase: string; readonly of: WordClass }[];
  tree?: Node;
};
export type Heads = (word: string) => Head | undefined;

export function headsOf(words: ReplyWords): Heads {
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
  const head = heads.get(first) ?? { listed: [] };
  heads.set(first, head);
  head.listed.push({ phrase, of });
}

export const wordsOf = (phrase: string): readonly string[] => readTokens(phrase).tokens.map((token) => token.text);

/** A Chinese phrase begins with one character, any other with the word before its first space. */
function firstWord(phrase: string): string {
  if (phrase.charCodeAt(0) > 127) return phrase.charAt(0);
  const space = phrase.indexOf(' ');
  return space < 0 ? phrase : phrase.slice(0, space);
}

/** The tree behind a first word, grown now if nobody asked for it yet. */
function treeOf(head: Head): Node {
  if (head.tree !== undefined) return head.tree;
  const tree = emptyNode();
  for (const { phrase, of } of head.listed) {
    let node = tree;
    for (const word of wordsOf(phrase).slice(1)) {
      const next = node.next.get(word) ?? emptyNode();
      node.next.set(word, next);
      node = next;
    }
    if (node.of.includes(of)) continue;
    node.of = [...node.of, of];
    if (OF_TEXT.has(of)) node.text = [...node.text, of];
    if (BESIDE.has(of)) node.aside = [...node.aside, of];
  }
  head.tree = tree;
  return tree;
}

/** What begins at a token: the longest phrase of the text, and the longest of each class beside it. */
export function phrasesAt(
  tokens: readonly Token[],
  from: number,
  { head, aside }: { readonly head: Head; readonly aside: (of: WordClass, to: number) => void },
): Found | undefined {
  let longest: Found | undefined;
  let node: Node | undefined = treeOf(head);
  for (let at = from + 1; node !== undefined; at += 1) {
    // A question hides what it begins: 是不是 is no 不是.
    if (node.text.length > 0 || node.aside.includes('question')) longest = { of: node.text, to: at };
    for (const of of node.aside) aside(of, at);
    const token: Token | undefined = tokens[at];
    node = token === undefined || token.apart ? undefined : node.next.get(token.text);
  }
  return longest;
}

type Found = { readonly of: readonly WordClass[]; readonly to: number };

/** The longest listed phrase that begins with a token and is of a wanted class. */
export function longestAt(
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
