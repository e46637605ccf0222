import { createHash, randomBytes } from 'node:crypto';

/** RFC 4648 §6, lower case: safe in keys, links and spoken on the phone. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** Crockford's alphabet in lower case: its text order is its number order. */
const SORTABLE = '0123456789abcdefghjkmnpqrstvwxyz';

/** Randomness and derived ids as a port, so that tests can be repeated exactly. */
export type Ids = {
  /** 8 random bytes: tells our own earlier write from a stranger's. */
  readonly fence: () => Uint8Array;
  /** 26 characters whose text order is the order of `now`, rising within one process. */
  readonly sortable: (now: number) => string;
  /** Uniform in [0, 1): jitter of pauses, never a decision of the domain. */
  readonly random: () => number;
};

/** Ids from a source of random bytes. */
export function createIds(random: (count: number) => Uint8Array = randomBytes): Ids {
  let last = '';
  return {
    fence: () => Uint8Array.from(random(8)),
    sortable: (now) => {
      const fresh = timeText(now) + base32(random(10), SORTABLE);
      last = fresh > last ? fresh : successor(last);
      return last;
    },
    random: () => Buffer.from(random(6)).readUIntBE(0, 6) / 2 ** 48,
  };
}

/** The process's ids. */
export const ids: Ids = createIds();

export const sha256 = (data: string | Uint8Array): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(data).digest());
export const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** First characters of the SHA-256 of the parts in base32; injective in the parts, 5 bits a character. */
export function hashedId(parts: readonly string[], length = 20): string {
  return base32(sha256(JSON.stringify(parts)), BASE32).slice(0, length);
}

/**
 * Case id: the same customer, account, kind and window always give the same case, so merging never asks an index.
 * `window` names the span in which reasons merge, e.g. a day or an episode.
 */
export function caseIdOf(of: { customerId: string; accountId?: string; kind: string; window: string }): string {
  return hashedId(['case', of.customerId, of.accountId ?? '', of.kind, of.window]);
}

function base32(bytes: Uint8Array, alphabet: string): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 5; bits -= 5) out += alphabet.charAt((value >>> (bits - 5)) & 31);
  }
  return bits === 0 ? out : out + alphabet.charAt((value << (5 - bits)) & 31);
}

/** 50 bits of milliseconds: ten characters, good until the year 37,000. */
function timeText(now: number): string {
  let rest = Math.max(0, Math.floor(now));
  let out = '';
  for (let index = 0; index < 10; index += 1) {
    out = SORTABLE.charAt(rest % 32) + out;
    rest = Math.floor(rest / 32);
  }
  return out;
}

/** The next text of the same length: keeps ids of one process rising when two fall into one millisecond. */
function successor(text: string): string {
  const last = SORTABLE.indexOf(text.slice(-1));
  const head = text.slice(0, -1);
  return last === 31 ? `${successor(head)}${SORTABLE.charAt(0)}` : head + SORTABLE.charAt(last + 1);
}
