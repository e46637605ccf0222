import { normalise } from '../../../reply/reading/normalise.ts';
import type { TriageLang } from '../verdict.ts';
import { stemOf } from './stem.ts';

/** One word, number or Chinese character as cues are compared with it. */
export type Word = {
  readonly text: string;
  /** Punctuation stood before it. */
  readonly apart: boolean;
  readonly sentence: number;
};

export type Plain = {
  readonly words: readonly Word[];
  /** Sentences that end in a question mark. */
  readonly asked: ReadonlySet<number>;
  readonly lang: TriageLang;
  readonly han: boolean;
  readonly latin: boolean;
};

/** A complaint has at most 8,000 characters; markup may double that. What is beyond is not read. */
const READ_AT_MOST = 16_000;
const HIDDEN = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/giu;
const MARKUP = /<\/?[a-z][^<>]{0,2000}>/giu;
const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,6});/giu;
const HAN = /\p{Script=Han}/u;

/** A text without its markup, folded, in words. The raw text is kept by the caller. */
export function plainOf(raw: string, simplified: ReadonlyMap<string, string>): Plain {
  const { tokens, asked } = normalise(withoutMarkup(raw.slice(0, READ_AT_MOST)), simplified);
  const words = tokens.map((token) => ({ ...token, text: stemOf(token.text) }));
  const han = words.filter((word) => HAN.test(word.text)).length;
  const latin = words.filter((word) => word.text >= 'a' && word.text <= '{').length;
  // A Chinese word has about two characters.
  return { words, asked, lang: han > 0 && han >= latin ? 'zh' : 'en', han: han > 0, latin: latin > 0 };
}

function withoutMarkup(raw: string): string {
  const seen = raw.includes('<') ? raw.replaceAll(HIDDEN, ' ').replaceAll(MARKUP, ' ') : raw;
  return seen.includes('&') ? seen.replaceAll(ENTITY, entity) : seen;
}

/** Before the number of a character that is written by its number. */
const NUMBER_SIGN = 0x23;

function entity(whole: string, name: string): string {
  if (name.codePointAt(0) !== NUMBER_SIGN) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
