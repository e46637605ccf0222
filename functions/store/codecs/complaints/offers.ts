import { type Counter, OFFER_STATES, type Offer, type OfferTerms } from '#domain/complaint/offer.ts';
import { ROLES } from '#domain/words.ts';
import { packWord, unpackWord } from '../attempts.ts';
import type { Packer, Unpacker } from '../packed.ts';
import { given, longId, packList, packOptional, shortId, unpackList, unpackOptional } from './fields.ts';

type Own = { readonly id: string; readonly receivedAt: number };

/** Offers of a complaint; ids of its own are stored without it, instants counted from its receipt. */
export function packOffers(out: Packer, offers: readonly Offer[], own: Own): void {
  packList(out, offers, (offer) => packOffer(out, offer, own));
}

function packOffer(out: Packer, offer: Offer, { id, receivedAt }: Own): void {
  out.text(shortId(offer.id, id));
  packWord(out, OFFER_STATES, offer.state);
  out.text(JSON.stringify(offer.terms));
  out.text(offer.madeBy);
  packWord(out, ROLES, offer.madeByRole);
  out.signed(offer.madeAt - receivedAt);
  out.signed(offer.expiresAt - receivedAt);
  packOptional(out, offer.approvedBy, out.text);
  packOptional(out, offer.caseId, out.text);
  packOptional(out, offer.accountId, out.text);
  packOptional(out, offer.counter, (counter) => out.text(JSON.stringify(counter)));
  packOptional(out, offer.taskId, (task) => out.text(shortId(task, id)));
  packOptional(out, offer.reason, ({ code, sequence }) => {
    out.text(code);
    packOptional(out, sequence, out.count);
  });
}

export const unpackOffers = (from: Unpacker, own: Own): readonly Offer[] =>
  unpackList(from, () => unpackOffer(from, own));

function unpackOffer(from: Unpacker, { id, receivedAt }: Own): Offer {
  const offer = {
    id: longId(from.text(), id),
    state: unpackWord(from, OFFER_STATES),
    terms: JSON.parse(from.text()) as OfferTerms,
    madeBy: from.text(),
    madeByRole: unpackWord(from, ROLES),
    madeAt: receivedAt + from.signed(),
    expiresAt: receivedAt + from.signed(),
  };
  const optional = {
    approvedBy: unpackOptional(from, from.text),
    caseId: unpackOptional(from, from.text),
    accountId: unpackOptional(from, from.text),
    counter: unpackOptional(from, () => JSON.parse(from.text()) as Counter),
    taskId: unpackOptional(from, () => longId(from.text(), id)),
    reason: unpackOptional(from, () => {
      const code = from.text();
      return given({ code, sequence: unpackOptional(from, from.count) });
    }),
  };
  return { ...offer, ...given(optional) };
}
