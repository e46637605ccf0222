import type { Task } from '../../case/case.ts';
import type { Actor } from '../../effects.ts';
import { isTaskOpen } from '../../task/moves.ts';
import type { Instant } from '../../time.ts';
import type { ComplaintStatus, Role, TaskKind } from '../../words.ts';
import { advanceClocks } from '../clocks/advance.ts';
import { isClockRefusal, type SlaBook } from '../clocks/policy.ts';
import { type Complaint, claimWithin, URGENCY } from '../complaint.ts';
import type { Offer } from '../offer.ts';
import { complaintTimer } from '../timer.ts';
import {
  type Beside,
  type ComplaintChange,
  type ComplaintRefusal,
  type ComplaintSaid,
  type ComplaintTransition,
  isComplaintRefusal,
  moveComplaint,
} from '../transition.ts';
import type { Authority } from './authority.ts';

export type OfferBook = SlaBook & { readonly authority: Authority };

/** When and by whom; `tasks` are the complaint's open ones, so that a move can end the one it makes pointless. */
export type OfferAt = {
  readonly now: Instant;
  readonly by: { readonly staff: string; readonly role: Role };
  readonly book: OfferBook;
  readonly tasks?: readonly Task[];
};

export type OfferMove = ComplaintTransition | ComplaintRefusal;
export const staffActor = ({ by }: Pick<OfferAt, 'by'>): Actor => ({ kind: 'staff', id: by.staff });

/** A snapshot keeps this many offers, the newest; older ones are in the entries. */
const EMBEDDED_OFFERS = 4;
export const embedOffers = (offers: readonly Offer[]): readonly Offer[] => offers.slice(-EMBEDDED_OFFERS);

export const offerOf = (of: Complaint, offerId: string): Offer | undefined =>
  of.offers.find((offer) => offer.id === offerId);

/** An offer that was made, and that the snapshot keeps no more: newer ones came after it, so it is over. */
export const isPast = (of: Complaint, offerId: string): boolean =>
  Array.from({ length: of.offerCount - of.offers.length }, (_, n) => `${of.id}.o${n + 1}`).includes(offerId);

/** One offer changed, the others as they are. */
export const withOffer = (of: Complaint, changed: Offer): readonly Offer[] =>
  of.offers.map((offer) => (offer.id === changed.id ? changed : offer));

/** While an offer is before the customer the complaint waits for them; what nobody has read yet stays where it is. */
const WAITS: readonly ComplaintStatus[] = ['ACKNOWLEDGED', 'ASSIGNED', 'IN_WORK', 'REOPENED'];

/** Where the complaint stands once its offers are these, with its clocks and its timer. */
export function standing(
  of: Complaint,
  offers: readonly Offer[],
  { now, book }: Pick<OfferAt, 'now' | 'book'>,
): ComplaintChange | ComplaintRefusal {
  const asks = offers.some((offer) => offer.state === 'OPEN');
  const status = asks && WAITS.includes(of.status) ? 'AWAITING_CUSTOMER' : backToWork(of.status, asks);
  const what = status === of.status ? undefined : asks ? ('waiting-started' as const) : ('waiting-ended' as const);
  const clocks = what === undefined ? of.clocks : advanceClocks(of, { what, at: now }, book);
  if (isClockRefusal(clocks)) return clocks;
  const to = { status, offers, clocks };
  return { ...to, dueAt: complaintTimer({ ...of, ...to }, book) };
}

const backToWork = (status: ComplaintStatus, asks: boolean): ComplaintStatus =>
  !asks && status === 'AWAITING_CUSTOMER' ? 'IN_WORK' : status;

/** The complaint with these offers, said in one entry; what the move ends or opens beside it stands in `beside`. */
export function moveOffers(
  of: Complaint,
  to: { readonly offers: readonly Offer[] } & Partial<Complaint>,
  by: {
    readonly said: Omit<ComplaintSaid, 'at'>;
    readonly at: Pick<OfferAt, 'now' | 'book'>;
    readonly beside?: Beside;
  },
): OfferMove {
  const { offers, ...more } = to;
  const stands = standing(of, embedOffers(offers), by.at);
  if (isComplaintRefusal(stands)) return stands;
  const { beside } = by;
  const said = { ...by.said, at: by.at.now, ...(beside === undefined ? {} : { beside }) };
  return moveComplaint(of, { ...more, ...stands }, said);
}

/** A task of a complaint belongs to its department; its id is the complaint's and the number of the entry that made it. */
export function complaintTask(
  of: Complaint,
  want: { readonly kind: TaskKind } & Pick<Task, 'note' | 'askedBy'>,
  now: Instant,
): Task {
  return {
    id: `${of.id}.t${of.version + 1}`,
    complaintId: of.id,
    ...(of.customerId === undefined ? {} : { customerId: of.customerId }),
    kind: want.kind,
    state: 'QUEUED',
    queue: of.department,
    audience: of.audience,
    dueAt: now + claimWithin(of),
    severity: URGENCY[of.severity],
    tries: 0,
    maxTries: 1,
    createdAt: now,
    ...(want.note === undefined ? {} : { note: want.note }),
    ...(want.askedBy === undefined ? {} : { askedBy: want.askedBy }),
  };
}

/** The open task of an offer, ended in that way. */
export const endedTask = (offer: Offer, at: Pick<OfferAt, 'tasks'>, state: 'DONE' | 'CANCELLED'): readonly Task[] =>
  (at.tasks ?? []).filter((task) => task.id === offer.taskId && isTaskOpen(task)).map((task) => ({ ...task, state }));

/** Cases of offers that are over with this move. */
export const endsOf = (offers: readonly Offer[]): { readonly ends?: readonly string[] } => {
  const cases = offers.map((offer) => offer.caseId).filter((caseId) => caseId !== undefined);
  return cases.length === 0 ? {} : { ends: cases };
};
