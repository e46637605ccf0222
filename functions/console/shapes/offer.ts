import * as v from 'valibot';
import { OFFER_STATES } from '#domain/complaint/offer.ts';
import { ROLES } from '#domain/words.ts';
import { Amount, Time } from './basics.ts';

export const TermsShape = v.variant('kind', [
  v.object({
    kind: v.literal('instalments'),
    count: v.number(),
    amount: Amount,
    firstOn: v.optional(v.string()),
    waive: v.optional(Amount),
  }),
  v.object({ kind: v.literal('deferral'), until: v.string() }),
  v.object({ kind: v.literal('rate'), rate: v.string() }),
  v.object({ kind: v.literal('term'), months: v.number() }),
  v.object({ kind: v.literal('waiver'), fees: v.array(v.object({ name: v.string(), amount: Amount })) }),
  v.object({ kind: v.literal('goodwill'), amount: Amount }),
]);
export type TermsShape = v.InferOutput<typeof TermsShape>;

export const OfferShape = v.object({
  id: v.string(),
  state: v.picklist(OFFER_STATES),
  terms: TermsShape,
  madeBy: v.string(),
  madeByRole: v.picklist(ROLES),
  madeAt: Time,
  expiresAt: Time,
  approvedBy: v.optional(v.string()),
  caseId: v.optional(v.pipe(v.string(), v.description('The case that asks the customer'))),
  accountId: v.optional(v.string()),
  reason: v.optional(v.object({ code: v.string(), sequence: v.optional(v.number()) })),
  counter: v.optional(
    v.object({
      amount: v.optional(Amount),
      each: v.optional(v.pipe(v.boolean(), v.description('The amount is that of one instalment'))),
      count: v.optional(v.number()),
      until: v.optional(v.string()),
      note: v.optional(v.pipe(v.string(), v.description('In their words; its reading is recorded'))),
    }),
  ),
});
export type OfferShape = v.InferOutput<typeof OfferShape>;

export const OfferMadeShape = v.object({ offerId: v.string(), state: v.picklist(OFFER_STATES) });

export const AgreementShape = v.object({
  id: v.string(),
  offerId: v.string(),
  terms: v.optional(TermsShape),
  replyText: v.optional(v.pipe(v.string(), v.description('As it was received; its reading is recorded'))),
  from: v.optional(v.pipe(v.string(), v.description('Masked: the last four digits only'))),
  inboundMessageId: v.optional(v.string()),
  at: Time,
});
export type AgreementShape = v.InferOutput<typeof AgreementShape>;
