import type { PointId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Audience, Locale, Purpose } from '../words.ts';

export type Holder = {
  readonly kind: Audience;
  readonly customerId: string;
  readonly contactId?: string;
  readonly verifiedAt?: Instant;
};

/** A question put to a number and not yet settled: the token selects it, a bare digit only when it is the only one. */
export type OpenQuestion = {
  readonly token: string;
  readonly caseId: string;
  readonly attempt: number;
  readonly purpose: Purpose;
  readonly audience: Audience;
  readonly contactId?: string;
  /** Its newest text. */
  readonly askedAt: Instant;
  /** Its first text to this number; absent: the newest is the first. */
  readonly since?: Instant;
  /** After this the token is expired: the reply is late. */
  readonly until: Instant;
};

/**
 * Contact point: a number or address, whoever holds it. Opt-out and quarantine live here, so that they bind every
 * holder and outlive erasure. At most 8 questions, 8 recent sends, 8 send times, 8 calls; the snapshot stays within 1 KB.
 */
export type ContactPoint = {
  readonly id: PointId;
  readonly version: number;
  /** Rises with every write, also of counters and questions that have no entry of their own. */
  readonly revision: number;
  readonly holders: readonly Holder[];
  /** `seq`: the point's entry that keeps the words of it, sealed. */
  readonly optOut?: { readonly at: Instant; readonly purposes: readonly Purpose[] | 'all'; readonly seq?: number };
  readonly quarantine?: { readonly at: Instant; readonly reason: string };
  readonly suspect?: { readonly at: Instant; readonly reason: string };
  readonly questions: readonly OpenQuestion[];
  /** Times of the newest texts to this number, newest last: the sliding cap per number. */
  readonly sends: readonly Instant[];
  /** Times of the newest calls to this number, whoever was called, newest last. */
  readonly dials?: readonly Instant[];
  /** Tokens used in this and in the previous 30 days, one bit each of 105. */
  readonly tokens: { readonly since: Instant; readonly current: Uint8Array; readonly previous: Uint8Array };
  /** The newest texts to this number; what the provider calls them stands with the attempt. */
  readonly recent: readonly { readonly caseId: string; readonly attempt: number }[];
  /** Automatic answers without an accepted action since: at most 5, then silence; one neutral answer a day to unknown numbers. */
  readonly answers: { readonly unanswered: number; readonly neutralAt?: Instant; readonly lastAt?: Instant };
  readonly locale?: Locale;
  /** Wrapped key of the bare number: seals what came from it, whoever holds it. Deleted when the number is erased. */
  readonly key?: Uint8Array;
  /** An automatic answer to this number that no case sends; `seq` is the entry that keeps the number, sealed. */
  readonly pending?: PendingAnswer;
};

export type PendingAnswer = {
  readonly template: string;
  readonly at: Instant;
  readonly seq: number;
  /** Requests that surely came to nothing, and the instant from which the next may be made. */
  readonly again?: { readonly tries: number; readonly at: Instant };
};

/** What a point's entry keeps sealed: the number in clear, and the words that came from it where they matter here. */
export type FromNumber = { readonly number: string; readonly text?: string };

/** One text for both: a number has no line break. */
export const sealedNumber = ({ number, text }: FromNumber): string =>
  text === undefined ? number : `${number}\n${text}`;

/** Inverse of {@link sealedNumber}. */
export function openedNumber(plain: string): FromNumber {
  const end = plain.indexOf('\n');
  return end < 0 ? { number: plain } : { number: plain.slice(0, end), text: plain.slice(end + 1) };
}
