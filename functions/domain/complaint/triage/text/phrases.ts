import { readTokens } from '../../../reply/reading/tokens.ts';
import type { Word } from './plain.ts';
import { stemOf } from './stem.ts';

/** A listed phrase found in a text: words `from` to `to` (exclusive). */
export type PhraseHit = { readonly phrase: number; readonly from: number; readonly to: number };

/** Listed phrases as a tree of words: one way down tells every phrase that begins at a place. */
export type PhraseTree = {
  /** The number of a phrase, the same for the same words. */
  readonly add: (phrase: string) => number;
  readonly spelled: (phrase: number) => string;
  /** Every listed phrase that begins with the word at `from`, never across punctuation. */
  readonly at: (words: readonly Word[], from: number) => readonly PhraseHit[];
};

type Node = { phrase?: number; next?: Map<string, Node> };
const NONE: readonly PhraseHit[] = [];
/** As the word lists write any number, and a number that is an old age. */
const [ANY_NUMBER, OLD_AGE] = ['\u0023', '\u002360'] as const;
const isNumber = (phrase: string): boolean => phrase.startsWith(ANY_NUMBER);
const OLD_FROM = 60;
const OLD_TO = 109;

export function phrasesOf(): PhraseTree {
  const root: Node = {};
  const spellings: string[] = [];
  const add = (phrase: string): number => {
    const words = isNumber(phrase) ? [phrase] : wordsOf(phrase);
    let node = root;
    for (const word of words) {
      const further = node.next ?? new Map<string, Node>();
      node.next = further;
      const next: Node = further.get(word) ?? {};
      further.set(word, next);
      node = next;
    }
    if (node.phrase === undefined) {
      node.phrase = spellings.length;
      spellings.push(phrase);
    }
    return node.phrase;
  };
  return { add, spelled: (phrase) => spellings[phrase] ?? '', at: (words, from) => hitsAt(root, words, from) };
}

const PLAIN = /^[a-z ]+$/u;

/** A phrase in words, as a text is: most are plain words, which need no scanning. */
const wordsOf = (phrase: string): readonly string[] =>
  (PLAIN.test(phrase) ? phrase.split(' ') : readTokens(phrase).tokens.map((token) => token.text)).map(stemOf);

function hitsAt(root: Node, words: readonly Word[], from: number): readonly PhraseHit[] {
  const first = words[from];
  if (first === undefined) return NONE;
  let hits: PhraseHit[] | undefined;
  const meet = (node: Node | undefined, to: number): void => {
    if (node?.phrase !== undefined) (hits ??= []).push({ phrase: node.phrase, from, to });
  };
  const code = first.text.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) {
    meet(root.next?.get(ANY_NUMBER), from + 1);
    const value = Number(first.text);
    if (value >= OLD_FROM && value <= OLD_TO) meet(root.next?.get(OLD_AGE), from + 1);
  }
  let node = root.next?.get(first.text);
  for (let at = from + 1; node !== undefined; at += 1) {
    meet(node, at);
    const word = words[at];
    node = word === undefined || word.apart ? undefined : node.next?.get(word.text);
  }
  return hits ?? NONE;
}
