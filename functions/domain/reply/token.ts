import { DAY, type Instant } from '../time.ts';

/**
 * The reference a person answers with: one digit and one letter, so that `4K1` names the question and the answer.
 * Left out are look-alikes (0 1 5 and O I L S Z B G) and letters that begin a stop word or an answer (R T N Y).
 * Source: docs/behaviour.md, Replies.
 */
const DIGITS = '2346789';
const LETTERS = 'ACDEFHJKMPQUVWX';
/** All there are for one number. */
export const TOKEN_COUNT = DIGITS.length * LETTERS.length;
/** Bytes of one bitmap. */
const BITMAP_BYTES = Math.ceil(TOKEN_COUNT / 8);
/** A token rests at least this long before it is given out again. Source: docs/behaviour.md, Replies. */
export const TOKEN_REST = 30 * DAY;
/** Coprime to 105: walks over every token once, and neighbours in time do not look alike. */
const STRIDE = 37;

/** Tokens used in this and in the previous period of 30 days, one bit each. */
export type TokenUse = { readonly since: Instant; readonly current: Uint8Array; readonly previous: Uint8Array };

export type AllocatedToken = { readonly token: string; readonly tokens: TokenUse };

/** The token of a position 0–104. */
export const tokenAt = (position: number): string =>
  `${DIGITS.charAt(Math.floor(position / LETTERS.length))}${LETTERS.charAt(position % LETTERS.length)}`;

/** Inverse of {@link tokenAt}, for upper-case text; undefined when the text is no token. */
export function positionOf(token: string): number | undefined {
  const digit = DIGITS.indexOf(token.charAt(0));
  const letter = LETTERS.indexOf(token.charAt(1));
  return token.length !== 2 || digit < 0 || letter < 0 ? undefined : digit * LETTERS.length + letter;
}

/**
 * Gives out a token that was not used on this number for 30 days and names no open question (`taken`); the same seed
 * on the same use gives the same token. Undefined when none is free.
 */
export function allocateToken(
  tokens: TokenUse,
  taken: readonly string[],
  by: { readonly seed: number; readonly now: Instant },
): AllocatedToken | undefined {
  const use = rotated(tokens, by.now);
  for (let tried = 0; tried < TOKEN_COUNT; tried += 1) {
    const position = (by.seed + tried * STRIDE) % TOKEN_COUNT;
    const token = tokenAt(position);
    if (isUsed(use, position) || taken.includes(token)) continue;
    return { token, tokens: marked(use, position) };
  }
  return undefined;
}

/** Gives out this very token, if it is free on this number: a question that moves on to another number keeps its name. */
export function claimToken(
  tokens: TokenUse,
  token: string,
  by: { readonly taken: readonly string[]; readonly now: Instant },
): AllocatedToken | undefined {
  const use = rotated(tokens, by.now);
  const position = positionOf(token);
  if (position === undefined || isUsed(use, position) || by.taken.includes(token)) return undefined;
  return { token, tokens: marked(use, position) };
}

/**
 * After 30 days the current bitmap becomes the previous one, after 60 both are empty: a token comes back after its own
 * period and the whole next one, never sooner than 30 days after its use.
 */
function rotated(tokens: TokenUse, now: Instant): TokenUse {
  const periods = Math.floor((now - tokens.since) / TOKEN_REST);
  if (periods < 1) return tokens;
  const empty = new Uint8Array(BITMAP_BYTES);
  if (periods === 1) return { since: tokens.since + TOKEN_REST, current: empty, previous: tokens.current };
  return { since: now, current: empty, previous: empty };
}

const bitOf = (position: number): number => 1 << (position & 7);

const isUsed = ({ current, previous }: TokenUse, position: number): boolean =>
  (((current[position >> 3] ?? 0) | (previous[position >> 3] ?? 0)) & bitOf(position)) !== 0;

function marked(use: TokenUse, position: number): TokenUse {
  const current = new Uint8Array(BITMAP_BYTES);
  current.set(use.current);
  current[position >> 3] = (use.current[position >> 3] ?? 0) | bitOf(position);
  return { ...use, current };
}

const IN_TEXT = /(?<![0-9a-z])([2346789])([acdefhjkmpquvwx])(?![a-z])/iu;

/**
 * The first token in a normalised text (NFKC, so that ４Ｋ１ reads 4K1) and the words around it. `4K1`, `4k 1`, `1 4K`
 * and `编号4K是本人` are read; a word or a number that merely contains one (`14K`, `7pm`, `2 cards`) is not.
 */
export function readToken(text: string): { readonly token: string; readonly rest: string } | undefined {
  const found = IN_TEXT.exec(text);
  if (found === null) return undefined;
  const before = text.slice(0, found.index).trim();
  const after = text.slice(found.index + 2).trim();
  const rest = before === '' || after === '' ? `${before}${after}` : `${before} ${after}`;
  return { token: found[0].toUpperCase(), rest };
}
