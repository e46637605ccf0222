import type { Instant } from '../../time.ts';
import { mayBeTold } from '../asking.ts';
import type { Complaint } from '../complaint.ts';
import { isSameStaff } from '../handlers.ts';
import { isPending, type Offer, type OfferTerms } from '../offer.ts';
import { type ContactAsked, isComplaintOpen } from '../transition.ts';
import { mayOffer } from './authority.ts';
import { withdrawCleared } from './end.ts';
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
import { areTermsValid } from './terms.ts';

export type OfferInput = {
  readonly terms: OfferTerms;
  readonly expiresAt: Instant;
  readonly accountId?: string;
  /** Case that asks the customer, should it be asked now: unique within the complaint. */
  readonly caseId: string;
  /** Something is owed on the account: once it is not, there is nothing to arrange. */
  readonly owed?: boolean;
};

/**
 * A new offer, which replaces the one that is pending. Within the author's authority the customer is asked at once; above
 * it somebody else approves first, and no text goes out before.
 */
export function makeOffer(of: Complaint, input: OfferInput, at: OfferAt): OfferMove {
  if (!isComplaintOpen(of.status)) return { refused: 'complaint.illegal-move' };
  const { terms, expiresAt } = input;
  if (!areTermsValid(terms, { now: at.now, zone: of.timezone })) return { refused: 'offer.terms-invalid' };
  if (expiresAt <= at.now) return { refused: 'offer.expiry-passed' };
  const allowed = mayOffer(at.book.authority, at.by.role, { terms, agreed: of.agreements });
  const task = allowed ? undefined : complaintTask(of, { kind: 'approve', askedBy: at.by.staff }, at.now);
  const offer = newOffer(of, input, { at, ...(task === undefined ? {} : { taskId: task.id }) });
  const replaced = of.offers.filter(isPending);
  return moveOffers(
    of,
    { offers: [...of.offers.map(replace), offer], offerCount: of.offerCount + 1 },
    {
      at,
      said: {
        type: 'offer.made',
        actor: staffActor(at),
        facts: {
          offer,
          ...owedIn(input),
          ...(replaced.length === 0 ? {} : { replaced: replaced.map((one) => one.id) }),
        },
      },
      beside: {
        tasks: [...replaced.flatMap((one) => endedTask(one, at, 'CANCELLED')), ...(task === undefined ? [] : [task])],
        ...asking(of, offer, input),
        ...endsOf(replaced),
      },
    },
  );
}

function newOffer(of: Complaint, input: OfferInput, by: { readonly at: OfferAt; readonly taskId?: string }): Offer {
  const { terms, expiresAt, accountId = of.accountId, caseId } = input;
  const open = by.taskId === undefined;
  return {
    id: `${of.id}.o${of.offerCount + 1}`,
    state: open ? 'OPEN' : 'AWAITING_APPROVAL',
    terms,
    madeBy: by.at.by.staff,
    madeByRole: by.at.by.role,
    madeAt: by.at.now,
    expiresAt,
    ...(open && mayBeTold(of) ? { caseId } : {}),
    ...(accountId === undefined ? {} : { accountId }),
    ...(by.taskId === undefined ? {} : { taskId: by.taskId }),
  };
}

const replace = (offer: Offer): Offer => (isPending(offer) ? { ...offer, state: 'REPLACED' } : offer);

/** The contact that asks the customer; somebody unknown, or the customer of whom a third party complains, is not: staff enter the answer. */
function asking(of: Complaint, offer: Offer, on: { readonly owed?: boolean }): { readonly contact?: ContactAsked } {
  const { id, caseId, terms, expiresAt, accountId = of.accountId } = offer;
  if (caseId === undefined) return {};
  return {
    contact: {
      caseId,
      plan: 'offer',
      about: { what: 'offer', offerId: id, terms, expiresAt },
      ...(accountId === undefined ? {} : { accountId }),
      ...owedIn(on),
    },
  };
}

const owedIn = ({ owed = false }: { readonly owed?: boolean }): { readonly owed?: true } => (owed ? { owed } : {});

/**
 * `owed`: the offer was made on what was owed on its account, and it still is; `cleared`: it no longer is, by the account's
 * word of this sequence.
 */
export type Approval = {
  readonly offerId: string;
  readonly caseId: string;
  readonly owed?: boolean;
  readonly cleared?: { readonly sequence?: number };
};

/**
 * Another person than the author, of a role that may offer as much: now the customer is asked. Where the account has
 * cleared since, there is nothing to ask: the offer is withdrawn instead.
 */
export function approveOffer(of: Complaint, input: Approval, at: OfferAt): OfferMove {
  const offer = offerOf(of, input.offerId);
  if (offer === undefined) {
    return { refused: isPast(of, input.offerId) ? 'offer.not-awaiting-approval' : 'offer.unknown' };
  }
  if (offer.state !== 'AWAITING_APPROVAL') return { refused: 'offer.not-awaiting-approval' };
  if (at.now > offer.expiresAt) return { refused: 'offer.expired' };
  if (isSameStaff(offer.madeBy, at.by.staff)) return { refused: 'offer.own-approval' };
  const wanted = { terms: offer.terms, agreed: of.agreements };
  if (!mayOffer(at.book.authority, at.by.role, wanted)) return { refused: 'offer.above-authority' };
  if (input.cleared !== undefined) return withdrawCleared(of, offer, { ...input.cleared, at });
  const asks = mayBeTold(of) ? { caseId: input.caseId } : {};
  const open: Offer = { ...offer, state: 'OPEN', approvedBy: at.by.staff, ...asks };
  return moveOffers(
    of,
    { offers: withOffer(of, open) },
    {
      at,
      said: { type: 'offer.approved', actor: staffActor(at), facts: { offer: open } },
      beside: { tasks: endedTask(offer, at, 'DONE'), ...asking(of, open, input) },
    },
  );
}
