import type { Actor } from '../../effects.ts';
import type { Money } from '../../money.ts';
import type { Complaint } from '../complaint.ts';
import { telling } from '../life/step.ts';
import type { Counter, Offer } from '../offer.ts';
import { type ComplaintTransition, isComplaintOpen, moveComplaint } from '../transition.ts';
import { agreementOf, type HashText, type Heard } from './agreement.ts';
import { turnedDown } from './end.ts';
import {
  complaintTask,
  endedTask,
  endsOf,
  isPast,
  moveOffers,
  type OfferAt,
  type OfferMove,
  offerOf,
  staffActor,
  withOffer,
} from './move.ts';

export type OfferAnswer = { readonly offerId: string; readonly heard?: Heard };

/** Answers come from the customer, who was heard, or from staff on the customer's word. */
export type AnswerAt = Pick<OfferAt, 'now' | 'book' | 'tasks'> & {
  readonly by?: OfferAt['by'];
  readonly hash: HashText;
  /** Id of the contact that confirms an agreement, unique within the complaint. */
  readonly caseId: string;
};

/**
 * Accepted: the terms become an agreement, and the entry that says so is its record. The customer gets it in writing, by a
 * contact of its own.
 */
export function acceptOffer(of: Complaint, input: OfferAnswer, at: AnswerAt): OfferMove {
  const offer = answerable(of, input, at);
  if ('refused' in offer) return offer;
  const { agreement, facts } = agreementOf(of, offer, { ...at, ...input });
  return answered(
    of,
    { offer, to: { state: 'ACCEPTED' }, input, at },
    {
      type: 'offer.accepted',
      facts,
      more: { agreements: [...of.agreements, agreement] },
      beside: telling(of, { what: 'agreed', offerId: offer.id, terms: offer.terms }, at),
    },
  );
}

/** Declined by the customer, or on their word; one that awaits approval is turned down by staff, and withdrawn. */
export function declineOffer(of: Complaint, input: OfferAnswer, at: AnswerAt): OfferMove {
  const asked = offerOf(of, input.offerId);
  if (asked?.state === 'AWAITING_APPROVAL' && at.by !== undefined) return turnedDown(of, asked, { at, by: at.by });
  const offer = answerable(of, input, at);
  if ('refused' in offer) return offer;
  return answered(of, { offer, to: { state: 'DECLINED' }, input, at }, { type: 'offer.declined', facts: {} });
}

export type CounterInput = OfferAnswer & {
  readonly amount?: Money;
  readonly each?: true;
  readonly count?: number;
  readonly until?: string;
};

/** Other terms were named: the offer is over, and somebody reads what was said and makes another. */
export function counterOffer(of: Complaint, input: CounterInput, at: AnswerAt): OfferMove {
  const offer = answerable(of, input, at);
  if ('refused' in offer) return offer;
  const { offerId: _offer, heard, ...named } = input;
  const counter: Counter = { ...named, seq: of.version + 1 };
  const task = heard === undefined ? [] : [complaintTask(of, { kind: 'review' }, at.now)];
  return answered(
    of,
    { offer, to: { state: 'COUNTERED', counter }, input, at },
    {
      type: 'offer.countered',
      facts: { counter: named },
      tasks: task,
    },
  );
}

/** The customer answers an offer that is over: nothing moves but a task for whoever can make another. */
export function noteLateAnswer(
  of: Complaint,
  { offerId, heard }: Required<OfferAnswer>,
  at: AnswerAt,
): ComplaintTransition {
  const { inboundMessageId, trust } = heard;
  const said = {
    type: 'offer.answered-late',
    actor: actorOf(at),
    at: at.now,
    facts: { offerId, inboundMessageId, trust, state: offerOf(of, offerId)?.state ?? 'REPLACED' },
  };
  const tasks = [complaintTask(of, { kind: 'offer-ended' }, at.now)];
  return moveComplaint(of, {}, { ...said, beside: { tasks } });
}

/**
 * An offer of an open complaint may still be answered: it is open, or it ended of itself after the answer had come in and
 * nothing was offered since. Of two offers never both are agreed on.
 */
function answerable(
  of: Complaint,
  { offerId, heard }: OfferAnswer,
  at: AnswerAt,
): Offer | Extract<OfferMove, { refused: unknown }> {
  const offer = offerOf(of, offerId);
  if (offer === undefined) return { refused: isPast(of, offerId) ? 'offer.not-open' : 'offer.unknown' };
  if (!isComplaintOpen(of.status)) return { refused: 'offer.not-open' };
  const said = heard?.receivedAt ?? at.now;
  const late = said > offer.expiresAt;
  const overtaken = of.offers.at(-1)?.id !== offerId;
  if (offer.state === 'EXPIRED') return late || overtaken ? { refused: 'offer.expired' } : offer;
  if (offer.state === 'OPEN' && late) return { refused: 'offer.expired' };
  return offer.state === 'OPEN' ? offer : { refused: 'offer.not-open' };
}

type Answered = {
  readonly offer: Offer;
  readonly to: Pick<Offer, 'state' | 'counter'>;
  readonly input: OfferAnswer;
  readonly at: AnswerAt;
};

/** The case that asked is settled by the reply itself; when staff enter the answer, it ends with this move. */
function answered(
  of: Complaint,
  { offer, to, input: { heard }, at }: Answered,
  said: {
    readonly type: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly more?: Partial<Complaint>;
    readonly tasks?: readonly ReturnType<typeof complaintTask>[];
    readonly beside?: ReturnType<typeof telling>;
  },
): OfferMove {
  const next: Offer = { ...offer, ...to };
  const how = heard === undefined ? {} : { inboundMessageId: heard.inboundMessageId, trust: heard.trust };
  return moveOffers(
    of,
    { offers: withOffer(of, next), ...said.more },
    {
      at,
      said: { type: said.type, actor: actorOf(at), facts: { offerId: offer.id, ...how, ...said.facts } },
      beside: {
        tasks: [...endedTask(offer, at, 'CANCELLED'), ...(said.tasks ?? [])],
        ...(heard === undefined ? endsOf([offer]) : {}),
        ...said.beside,
      },
    },
  );
}

const actorOf = ({ by }: AnswerAt): Actor => (by === undefined ? { kind: 'customer' } : staffActor({ by }));
