import * as v from 'valibot';
import type { Agreement } from '#domain/complaint/complaint.ts';
import type { Counter, Offer, OfferTerms } from '#domain/complaint/offer.ts';
import { termsOnWire } from '#domain/complaint/offers/terms.ts';
import { formatMoney } from '#domain/money.ts';
import type { Entry } from '#store/codecs/entry.ts';
import { type AgreementShape, type OfferShape, TermsShape } from '../shapes/offer.ts';
import type { Texts } from './case-view.ts';
import { read } from './facts.ts';
import { time } from './shown.ts';

/** Terms as they stand in an agreement, too: the rules have one form of them for the wire. */
export const termsView = (terms: OfferTerms): TermsShape => v.parse(TermsShape, termsOnWire(terms));

/** An offer as people read it; the words of a counter where they were opened. */
export function offerView({ terms, madeAt, expiresAt, counter, ...of }: Offer, texts: Texts): OfferShape {
  return {
    ...of,
    terms: termsView(terms),
    madeAt: time(madeAt),
    expiresAt: time(expiresAt),
    counter:
      counter === undefined
        ? undefined
        : {
            ...counterTerms(counter),
            amount: counter.amount === undefined ? undefined : formatMoney(counter.amount),
            note: texts.get(counter.seq),
          },
  };
}

const counterTerms = ({ each, count, until }: Counter) => ({ each, count, until });

const AgreementFact = v.object({
  terms: v.fallback(v.optional(TermsShape), undefined),
  fromTail: v.optional(v.string()),
  inboundMessageId: v.optional(v.string()),
});

type Agreed = { readonly entries: readonly Entry[]; readonly texts: Texts };

/**
 * What was agreed: the terms, whose words accepted it and in which message, from the entry that says so. The snapshot's
 * word of the terms is not asked: no hash covers it.
 */
export function agreementView({ id, offerId, seq, at }: Agreement, { entries, texts }: Agreed): AgreementShape {
  const entry = entries.find((one) => one.seq === seq);
  const facts = entry === undefined ? undefined : read(AgreementFact, entry);
  return {
    id,
    offerId,
    terms: facts?.terms,
    replyText: texts.get(seq),
    from: facts?.fromTail === undefined ? undefined : `****${facts.fromTail}`,
    inboundMessageId: facts?.inboundMessageId,
    at: time(at),
  };
}
