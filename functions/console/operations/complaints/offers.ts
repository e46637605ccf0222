import type { Complaint } from '#domain/complaint/complaint.ts';
import type { OfferTerms } from '#domain/complaint/offer.ts';
import { acceptOffer, counterOffer, declineOffer } from '#domain/complaint/offers/answer.ts';
import { endOfLocalDay } from '#domain/complaint/offers/end.ts';
import { approveOffer, makeOffer } from '#domain/complaint/offers/make.ts';
import { type Money, parseMoney } from '#domain/money.ts';
import { type Instant, parseInstant } from '#domain/time.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { type ComplaintAt, isComplaintMoved, moveComplaintOf, type Ruled } from '../../moves/move-complaint.ts';
import { type Ask, type Door, door } from '../../request/operation.ts';
import { type Answer, notFound, ok, type ProblemCode } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { OfferMovedShape } from '../../shapes/complaint.ts';
import { PlainBody } from '../../shapes/complaint-moves.ts';
import { CounterBody, OfferBody, OfferMadeShape, OfferReasonBody, type TermsBody } from '../../shapes/offer.ts';
import { MOVE_PROBLEMS } from './move-doors.ts';
import { complaintAfter } from './one-complaint.ts';

export const makeOfferDoor = door({
  summary: {
    en: 'Makes an offer; within the author’s authority the customer is asked, above it somebody else approves first',
    zh: '提出协商方案;权限内直接征询客户,超权限须先由他人审批',
  },
  query: NoQuery,
  body: OfferBody,
  answer: OfferMadeShape,
  statuses: [201],
  problems: [...MOVE_PROBLEMS, 'offer.terms-invalid', 'offer.expiry-passed'],
  run: async ({ caller, path, body }, needs: ComplaintNeeds): Promise<Answer> => {
    const { terms, expiresAt, accountId, expectedVersion } = body;
    const moved = await moveComplaintOf(
      { caller, complaintId: path['id'] ?? '', expectedVersion },
      (of, at) => {
        const input = { terms: termsOf(terms), expiresAt: endOf(expiresAt, of), caseId: at.caseId };
        return { result: makeOffer(of, { ...input, ...(accountId === undefined ? {} : { accountId }) }, at) };
      },
      needs,
    );
    if (!isComplaintMoved(moved)) return moved;
    const made = moved.next.offers.at(-1);
    return made === undefined ? notFound : { status: 201, body: { offerId: made.id, state: made.state } };
  },
});

/** As the rules know them. Source of the forms: the schema has checked every amount. */
function termsOf(terms: TermsBody): OfferTerms {
  switch (terms.kind) {
    case 'instalments': {
      const { kind, count, amount, waive } = terms;
      return { kind, count, amount: money(amount), ...(waive === undefined ? {} : { waive: money(waive) }) };
    }
    case 'waiver':
      return { ...terms, fees: terms.fees.map(({ name, amount }) => ({ name, amount: money(amount) })) };
    case 'goodwill':
      return { ...terms, amount: money(terms.amount) };
    case 'rate':
      return { ...terms, rate: String(terms.rate) };
    case 'deferral':
    case 'term':
      return terms;
  }
}

function money(wire: { readonly amount: string; readonly currency: string }): Money {
  const read = parseMoney(wire);
  if (read === undefined) throw new Error('money: got another form than its schema lets through');
  return read;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** A date alone means its end in the customer's zone. */
function endOf(expiresAt: string, of: Complaint): Instant {
  if (DATE.test(expiresAt)) return endOfLocalDay(expiresAt, of.timezone);
  const at = parseInstant(expiresAt);
  if (at === undefined) throw new Error('expiresAt: got another form than its schema lets through');
  return at;
}

type Moving = Ask<unknown, { readonly expectedVersion?: number | undefined }>;
type Rule = (of: Complaint, at: ComplaintAt & { readonly offerId: string }) => Ruled;

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
  summary: { en: 'Approves an offer above its author’s authority', zh: '审批超出提出人权限的方案' },
  body: PlainBody,
  problems: [...OFFER_PROBLEMS, 'offer.not-awaiting-approval', 'offer.above-authority', 'offer.own-approval'],
  run: (ask, needs: ComplaintNeeds) =>
    moveOffer(
      ask,
      (of, { offerId, ...at }) => ({ result: approveOffer(of, { offerId, caseId: at.caseId }, at) }),
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
  summary: { en: 'Declines an offer on the customer’s word', zh: '代客户拒绝方案' },
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
