import { makeOffer } from '#domain/complaint/offers/make.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { isComplaintMoved, moveComplaintOf } from '../../moves/move-complaint.ts';
import { endOf, termsOf } from '../../moves/offers/offer-terms.ts';
import { offeredOn } from '../../moves/offers/owed.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { OfferMadeShape } from '../../shapes/offer.ts';
import { OfferBody } from '../../shapes/offer-bodies.ts';
import { MOVE_PROBLEMS } from './complaint-move.ts';

export const makeOfferDoor = door({
  summary: {
    en: 'Makes an offer; within the author’s authority the customer is asked, above it somebody else approves first',
    zh: '提出协商方案;权限内直接征询客户,超权限须先由他人审批',
  },
  query: NoQuery,
  body: OfferBody,
  answer: OfferMadeShape,
  statuses: [201],
  problems: [...MOVE_PROBLEMS, 'offer.terms-invalid', 'offer.expiry-passed', 'offer.account-unknown'],
  run: async ({ caller, path, body }, needs: ComplaintNeeds): Promise<Answer> => {
    const { terms, expiresAt, accountId, expectedVersion } = body;
    const moved = await moveComplaintOf(
      { caller, complaintId: path['id'] ?? '', expectedVersion },
      async (of, at) => {
        const on = await offeredOn(of, accountId, needs);
        if ('problem' in on || 'status' in on) return on;
        const input = { terms: termsOf(terms), expiresAt: endOf(expiresAt, of), caseId: at.caseId };
        return { result: makeOffer(of, { ...input, ...on }, at) };
      },
      needs,
    );
    if (!isComplaintMoved(moved)) return moved;
    const made = moved.next.offers.at(-1);
    return made === undefined ? notFound : { status: 201, body: { offerId: made.id, state: made.state } };
  },
});
