import { canonicalJson } from '../../canonical-json.ts';
import { formatInstant, type Instant } from '../../time.ts';
import type { Trust } from '../../words.ts';
import type { Agreement, Complaint } from '../complaint.ts';
import type { Offer } from '../offer.ts';
import type { OfferAt } from './move.ts';
import { termsOnWire, valueOf } from './terms.ts';

/** The customer's own words, as they came in; the text itself is sealed in the entry. */
export type Heard = {
  readonly inboundMessageId: string;
  /** Keyed hash of the number or address, and the last four characters of it. */
  readonly point: string;
  readonly from?: string;
  readonly trust: Trust;
  /** SHA-256 of the text as received. */
  readonly textHash: string;
  /** When it was received: what an offer's end is compared with. */
  readonly receivedAt: Instant;
};

/** SHA-256 of a text in hexadecimal. */
export type HashText = (text: string) => string;

type Made = {
  readonly now: Instant;
  readonly hash: HashText;
  readonly by?: OfferAt['by'];
  readonly heard?: Heard;
};

/** Trust of an answer that comes from the number that was asked. Source: docs/behaviour.md, Replies. */
const FROM_THEIR_NUMBER: Trust = 2;
const isOwnWord = (heard: Heard | undefined): boolean => heard !== undefined && heard.trust >= FROM_THEIR_NUMBER;

/**
 * What was agreed, as anybody can check it: the terms and their hash over canonical JSON, who offered and approved, who
 * accepted, when and how, and the hash of the words, which are sealed beside it. It stands in the complaint's hash chain.
 */
export function agreementOf(
  of: Complaint,
  offer: Offer,
  made: Made,
): { readonly agreement: Agreement; readonly facts: Readonly<Record<string, unknown>> } {
  const value = valueOf(offer.terms);
  const agreement: Agreement = {
    id: `${of.id}.a${of.agreements.length + 1}`,
    offerId: offer.id,
    seq: of.version + 1,
    at: made.heard?.receivedAt ?? made.now,
    ...(isOwnWord(made.heard) ? { heard: true } : {}),
    ...(value === undefined ? {} : { value }),
  };
  const terms = termsOnWire(offer.terms);
  return {
    agreement,
    facts: {
      agreementId: agreement.id,
      terms,
      termsHash: made.hash(canonicalJson(terms)),
      offeredBy: offer.madeBy,
      offeredAt: formatInstant(offer.madeAt),
      expiresAt: formatInstant(offer.expiresAt),
      agreedAt: formatInstant(agreement.at),
      ...(offer.approvedBy === undefined ? {} : { approvedBy: offer.approvedBy }),
      ...(offer.accountId === undefined ? {} : { accountId: offer.accountId }),
      ...(made.by === undefined ? {} : { enteredBy: made.by.staff }),
      ...wordsOf(made.heard),
    },
  };
}

const wordsOf = (heard: Heard | undefined) =>
  heard === undefined
    ? {}
    : { ...(heard.from === undefined ? {} : { fromTail: heard.from }), point: heard.point, textHash: heard.textHash };
