/** One word, number or Chinese character of a text. */
export type Token = {
  readonly text: string;
  /** Punctuation stood before it. */
  readonly apart: boolean;
  /** Which sentence it belongs to, from 0. */
  readonly sentence: number;
};

export type Tokens = {
  readonly tokens: readonly Token[];
  /** Sentences that end in a question mark. */
  readonly asked: ReadonlySet<number>;
};

type Kind = 'letter' | 'digit' | 'han' | 'joint' | 'gap';

const LETTER = /[\p{L}\p{M}]/u;
const HAN = /\p{Script=Han}/u;
const SENTENCE_END = /[.!?;\u3002\u2026\uFF61]/u;

/** Code point at a place; 0 beyond the end, where nothing stands. */
const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? 0;

/** Scanned by code, not by expression: a Chinese text is a token a character, and matching each would cost ten times. */
function kindOf(code: number): Kind {
  if (code < 128) return kindOfAscii(code);
  if (code >= 0x4e00 && code <= 0x9fff) return 'han';
  if (code >= 0x2010 && code <= 0x2015) return 'joint';
  if (code >= 0x3000 && code <= 0x303f && code !== 0x3005) return 'gap';
  const letter = String.fromCodePoint(code);
  if (HAN.test(letter)) return 'han';
  return LETTER.test(letter) ? 'letter' : 'gap';
}

/** Folded text has no capitals. Space, hyphen and underscore part words, not sentences. */
function kindOfAscii(code: number): Kind {
  if (code >= 0x61 && code <= 0x7a) return 'letter';
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return code === 0x20 || code === 0x2d || code === 0x5f ? 'joint' : 'gap';
}

/** The words of a folded text, and which of its sentences ask. */
export function readTokens(text: string): Tokens {
  const tokens: Token[] = [];
  const asked = new Set<number>();
  let sentence = 0;
  let apart = false;
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(codeAt(text, at));
    const end = endOf(text, at, kind);
    if (kind === 'gap') {
      apart = true;
      const gap = text.slice(at, end);
      if (gap.includes('?')) asked.add(sentence);
      if (tokens.length > 0 && SENTENCE_END.test(gap)) sentence += 1;
    } else if (kind !== 'joint') {
      tokens.push({ text: text.slice(at, end), apart, sentence });
      apart = false;
    }
    at = end;
  }
  return { tokens, asked };
}

/** Letters of one word, digits of one number (with its decimals), one Chinese character, or a run of anything else. */
function endOf(text: string, from: number, kind: Kind): number {
  let end = from + widthAt(text, from);
  if (kind === 'han') return end;
  while (end < text.length && (kindOf(codeAt(text, end)) === kind || isDecimal(text, end, kind))) {
    end += widthAt(text, end);
  }
  return end;
}

const widthAt = (text: string, at: number): number => (codeAt(text, at) > 0xffff ? 2 : 1);

const isDecimal = (text: string, at: number, kind: Kind): boolean =>
  kind === 'digit' && (text[at] === '.' || text[at] === ',') && kindOf(codeAt(text, at + 1)) === 'digit';
