import type { Complaint } from '#domain/complaint/complaint.ts';
import { acceptOffer, counterOffer, declineOffer } from '#domain/complaint/offers/answer.ts';
import { approveOffer } from '#domain/complaint/offers/make.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { type ComplaintAt, isComplaintMoved, moveComplaintOf, type Ruled } from '../../moves/move-complaint.ts';
import { money } from '../../moves/offers/offer-terms.ts';
import { stillOwed } from '../../moves/offers/owed.ts';
import { type Ask, type Door, door } from '../../request/operation.ts';
import { type Answer, notFound, ok, type ProblemCode } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { OfferMovedShape } from '../../shapes/complaint.ts';
import { ApproveBody, CounterBody, OfferReasonBody } from '../../shapes/offer-bodies.ts';
import { MOVE_PROBLEMS } from './complaint-move.ts';
import { complaintAfter } from './one-complaint.ts';

type Moving = Ask<unknown, { readonly expectedVersion?: number | undefined }>;
type Rule = (of: Complaint, at: ComplaintAt & { readonly offerId: string }) => Ruled | Promise<Ruled>;

/** One offer of a complaint moves; the complaint is answered as it then stands, and the offer by its id and state. */
async function moveOffer({ caller, path, body }: Moving, rule: Rule, needs: ComplaintNeeds): Promise<Answer> {
  const { id: complaintId = '', offerId = '' } = path;
  const wish = { caller, complaintId, expectedVersion: body.expectedVersion };
  const moved = await moveComplaintOf(wish, (of, at) => rule(of, { ...at, offerId }), needs);
  if (!isComplaintMoved(moved)) return moved;
  const offer = moved.next.offers.find(({ id }) => id === offerId);
  if (offer === undefined) return notFound;
  return ok({ ...(await complaintAfter(complaintId, needs)), offerId, state: offer.state });
}

const OFFER_PROBLEMS: readonly ProblemCode[] = [...MOVE_PROBLEMS, 'offer.unknown', 'offer.expired'];
const moving = { query: NoQuery, answer: OfferMovedShape };

export const approveOfferDoor: Door<ComplaintNeeds> = door({
  ...moving,
  summary: {
    en: 'Approves an offer above its author’s authority; one whose account has cleared since is withdrawn instead',
    zh: '审批超出提出人权限的方案;账户已结清的,方案随即撤回',
  },
  body: ApproveBody,
  problems: [...OFFER_PROBLEMS, 'offer.not-awaiting-approval', 'offer.above-authority', 'offer.own-approval'],
  run: (ask, needs: ComplaintNeeds) =>
    moveOffer(
      ask,
      async (of, { offerId, ...at }) => ({
        result: approveOffer(of, { offerId, caseId: at.caseId, ...(await stillOwed(of, offerId, needs)) }, at),
        words: { reason: ask.body.reason },
      }),
      needs,
    ),
});

export const acceptOfferDoor: Door<ComplaintNeeds> = door({
  ...moving,
  summary: {
    en: 'Accepts an offer on the customer’s word; an agreement is made',
    zh: '代客户接受方案,形成协议',
  },
  body: OfferReasonBody,
  problems: [...OFFER_PROBLEMS, 'offer.not-open'],
  run: (ask, needs: ComplaintNeeds) =>
    moveOffer(
      ask,
      (of, { offerId, ...at }) => ({
        result: acceptOffer(of, { offerId }, { ...at, hash: needs.hash }),
        words: { reason: ask.body.reason },
      }),
      needs,
    ),
});

export const declineOfferDoor: Door<ComplaintNeeds> = door({
  ...moving,
  summary: {
    en: 'Declines an offer on the customer’s word; one that awaits approval is turned down, and withdrawn',
    zh: '代客户拒绝方案;待审批的方案不予批准,随即撤回',
  },
  body: OfferReasonBody,
  problems: [...OFFER_PROBLEMS, 'offer.not-open'],
  run: (ask, needs: ComplaintNeeds) =>
    moveOffer(
      ask,
      (of, { offerId, ...at }) => ({
        result: declineOffer(of, { offerId }, { ...at, hash: needs.hash }),
        words: { reason: ask.body.reason },
      }),
      needs,
    ),
});

export const counterOfferDoor: Door<ComplaintNeeds> = door({
  ...moving,
  summary: { en: 'Records other terms that the customer named', zh: '记录客户提出的其他条件' },
  body: CounterBody,
  problems: [...OFFER_PROBLEMS, 'offer.not-open'],
  run: (ask, needs: ComplaintNeeds) =>
    moveOffer(
      ask,
      (of, { offerId, ...at }) => {
        const { amount, note } = ask.body;
        const named = { offerId, ...(amount === undefined ? {} : { amount: money(amount) }) };
        return {
          result: counterOffer(of, named, { ...at, hash: needs.hash }),
          words: { note },
        };
      },
      needs,
    ),
});
