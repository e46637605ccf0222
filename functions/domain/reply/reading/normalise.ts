import { readTokens, type Tokens } from './tokens.ts';

/** A text as the grammar reads it. */
export type Plain = Tokens & {
  /** Folded, in simplified characters, spaces collapsed; punctuation kept. */
  readonly folded: string;
};

/** Zero-width characters, joiners, direction marks, variation selectors, soft hyphens; the frame of a keycap. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Me}/gu;
/** Control characters and lone surrogates; white space among them is a space before this. */
const CONTROL = /[\p{Cc}\p{Cs}]/gu;
const APOSTROPHES = /['\u2018\u2019\u02BC\u00B4`\u2032]/gu;
const SPACES = /\s+/gu;
/** Circled and negative circled digits that NFKC leaves as they are, each from its 1. Source: Unicode, Dingbats. */
const CIRCLED = [0x24f5, 0x2776, 0x2780, 0x278a] as const;
const ANY_CIRCLED = /[\u24F5-\u24FD\u2776-\u277E\u2780-\u2788\u278A-\u2792]/gu;

/**
 * What a person typed, as the dictionary spells it: NFKC (Ｙ１① are Y 1 1), unseen characters dropped, case folded,
 * traditional characters as simplified ones, words of speech as they are written. The raw text is kept by the caller.
 */
export function normalise(
  raw: string,
  simplified: ReadonlyMap<string, string>,
  spoken: (folded: string) => string = asWritten,
): Plain {
  const plain = isPlainAscii(raw);
  const seen = plain ? raw : unfolded(raw);
  const text = seen.replaceAll(APOSTROPHES, '').replaceAll(SPACES, ' ').trim().toLowerCase();
  const folded = plain ? text : spoken(simplify(text, simplified));
  return { folded, ...readTokens(folded) };
}

const asWritten = (folded: string): string => folded;

/** Most replies are a few letters: they need no more than lower case. */
const isPlainAscii = (raw: string): boolean => /^[\x20-\x7E]*$/u.test(raw);

const unfolded = (raw: string): string =>
  raw
    .replaceAll(ANY_CIRCLED, digitOf)
    .normalize('NFKC')
    .replaceAll(UNSEEN, '')
    .replaceAll(SPACES, ' ')
    .replaceAll(CONTROL, '');

function digitOf(circled: string): string {
  const code = circled.charCodeAt(0);
  return String(code - Math.max(...CIRCLED.filter((from) => from <= code)) + 1);
}

function simplify(text: string, simplified: ReadonlyMap<string, string>): string {
  let out = '';
  for (const letter of text) out += simplified.get(letter) ?? letter;
  return out;
}
