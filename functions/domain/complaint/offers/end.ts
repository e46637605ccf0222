import { dayOf, END_OF_DAY } from '../../calendar/business.ts';
import { instantOf, isZone } from '../../calendar/zone.ts';
import type { Actor } from '../../effects.ts';
import type { Instant } from '../../time.ts';
import type { Complaint } from '../complaint.ts';
import { isPending, type Offer } from '../offer.ts';
import { endedTask, endsOf, moveOffers, type OfferAt, type OfferMove } from './move.ts';

type EndAt = Pick<OfferAt, 'now' | 'book' | 'tasks'>;

/** A date alone means its last millisecond where the customer is. */
export const endOfLocalDay = (date: string, zone: string): Instant =>
  instantOf(isZone(zone) ? zone : 'UTC', { day: dayOf(date), msOfDay: END_OF_DAY }, 'last');

/** Whether an offer's time is over. */
export const isOver = (offer: Offer, now: Instant): boolean => isPending(offer) && offer.expiresAt <= now;

/** Offers whose instant has come are over, approved or not; undefined where there is none. */
export function expireOffers(of: Complaint, at: EndAt): OfferMove | undefined {
  const over = of.offers.filter((offer) => isOver(offer, at.now));
  return over.length === 0
    ? undefined
    : endOffers(of, { over, as: { state: 'EXPIRED' }, actor: { kind: 'system', name: 'clock' }, at });
}

export type Withdrawal = {
  /** Only offers about this account; absent: all. */
  readonly accountId?: string;
  readonly reason: NonNullable<Offer['reason']>;
  readonly by?: OfferAt['by'];
};

/** What is pending is taken back: the account cleared, or the complaint came to its end. Undefined where nothing is. */
export function withdrawOffers(of: Complaint, { accountId, reason, by }: Withdrawal, at: EndAt): OfferMove | undefined {
  const over = of.offers.filter(
    (offer) => isPending(offer) && (accountId === undefined || (offer.accountId ?? of.accountId) === accountId),
  );
  const actor: Actor = by === undefined ? { kind: 'system', name: 'account' } : { kind: 'staff', id: by.staff };
  return over.length === 0 ? undefined : endOffers(of, { over, as: { state: 'WITHDRAWN', reason }, actor, at });
}

/** One offer, of whose account somebody has found that it cleared. */
export const withdrawCleared = (
  of: Complaint,
  offer: Offer,
  { at, ...cleared }: { readonly sequence?: number; readonly at: EndAt },
): OfferMove =>
  endOffers(of, {
    over: [offer],
    as: { state: 'WITHDRAWN', reason: { code: 'account.cleared', ...cleared } },
    actor: { kind: 'system', name: 'account' },
    at,
  });

/** One offer that whoever might approve it, or whoever made it, turns down: nobody was ever asked. */
export const turnedDown = (
  of: Complaint,
  offer: Offer,
  { at, by }: { readonly at: EndAt; readonly by: OfferAt['by'] },
): OfferMove =>
  endOffers(of, {
    over: [offer],
    as: { state: 'WITHDRAWN', reason: { code: 'approval.refused' } },
    actor: { kind: 'staff', id: by.staff },
    at,
  });

/** Pending offers of a complaint that comes to its end, and the cases that ask about them; for the move that ends it. */
export function offersWithdrawn(
  of: Complaint,
  reason: NonNullable<Offer['reason']>,
): { readonly offers: readonly Offer[]; readonly ends: readonly string[] } {
  const offers = of.offers.map((one): Offer => (isPending(one) ? { ...one, state: 'WITHDRAWN', reason } : one));
  return { offers, ends: endsOf(of.offers.filter(isPending)).ends ?? [] };
}

type Ending = {
  readonly over: readonly Offer[];
  readonly as: Pick<Offer, 'state' | 'reason'>;
  readonly actor: Actor;
  readonly at: EndAt;
};

function endOffers(of: Complaint, { over, as, actor, at }: Ending): OfferMove {
  const offers = of.offers.map((offer) => (over.includes(offer) ? { ...offer, ...as } : offer));
  return moveOffers(
    of,
    { offers },
    {
      at,
      said: {
        type: as.state === 'EXPIRED' ? 'offer.expired' : 'offer.withdrawn',
        actor,
        facts: { offers: over.map((offer) => offer.id), ...(as.reason === undefined ? {} : { reason: as.reason }) },
      },
      beside: { tasks: over.flatMap((offer) => endedTask(offer, at, 'CANCELLED')), ...endsOf(over) },
    },
  );
}
