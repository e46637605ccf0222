import type { Case, Task } from '../../case/case.ts';
import type { Effect } from '../../effects.ts';
import { dueTask } from '../../task/timers.ts';
import { formatInstant, type Instant } from '../../time.ts';
import { askingContact, asksAfter, isAskedLately, isAskingPlanned, mayBeAsked } from '../asking.ts';
import { type ClockNotice, dueNotices } from '../clocks/marks.ts';
import { type Complaint, hasEnded, URGENCY } from '../complaint.ts';
import { isPending } from '../offer.ts';
import { expireOffers, withdrawOffers } from '../offers/end.ts';
import { complaintTask, type OfferBook } from '../offers/move.ts';
import { complaintTimer } from '../timer.ts';
import { type ComplaintRefusal, type ComplaintTransition, moveComplaint } from '../transition.ts';
import { complaintTaskDue } from './tasks.ts';
import { unreached } from './unreached.ts';

export type TickAt = {
  readonly now: Instant;
  readonly book: OfferBook;
  /** The complaint's open tasks. */
  readonly tasks: readonly Task[];
  /** Id of the case that asks afterwards, should it be opened now. */
  readonly caseId: string;
  /** When this customer was last asked about another complaint. */
  readonly askedAt?: Instant;
  /** Their other complaints, where this one has planned to ask. */
  readonly others?: readonly Complaint[];
};

export type Ticked = ComplaintTransition | ComplaintRefusal | undefined;

/** The system's own hand. */
const CLOCK = { kind: 'system', name: 'clock' } as const;

/**
 * What is due of a complaint by itself, one thing at a time: the end of an offer, notices of its clocks, the asking
 * afterwards, an open task. Undefined: nothing is due. Made from the snapshot alone, so that a repeated message finds it done.
 */
export function tick(of: Complaint, at: TickAt): Ticked {
  return expireOffers(of, at) ?? tellOfClocks(of, at) ?? giveWay(of, at) ?? askAfterwards(of, at) ?? lookAtTask(of, at);
}

/** Nobody claimed an open task, or whoever did kept it for too long. */
function lookAtTask(of: Complaint, at: TickAt): Ticked {
  const id = dueTask(of, at.now);
  const task = at.tasks.find((one) => one.id === id);
  return task === undefined ? undefined : complaintTaskDue(of, task, at);
}

/**
 * Departments are told of a date that nears or has passed; whom it escalates to gets a task. Each once. Of a complaint
 * that has ended the breaches alone are told: nobody has to do anything about it any more.
 */
function tellOfClocks(of: Complaint, at: TickAt): Ticked {
  const { clocks, notices: due } = dueNotices(of, at);
  if (clocks.every((clock, index) => clock === of.clocks[index])) return undefined;
  const notices = hasEnded(of) ? due.filter(({ what }) => what === 'breached') : due;
  const next = { ...of, clocks };
  const escalations = notices.filter((notice) => notice.what === 'escalated');
  const task =
    escalations.length === 0 ? undefined : { ...complaintTask(of, { kind: 'review' }, at.now), escalated: true };
  return moveComplaint(
    of,
    { clocks, dueAt: complaintTimer(next, at.book) },
    {
      type: 'complaint.clocks-told',
      actor: CLOCK,
      at: at.now,
      facts: { told: notices.map(factOf) },
      effects: notices.map((notice) => noticeEffect(of, notice)),
      ...(task === undefined ? {} : { beside: { tasks: [task] } }),
    },
  );
}

const factOf = ({ what, clock, to }: ClockNotice): Record<string, unknown> => ({
  what,
  policy: clock.policy,
  clock: clock.kind,
  dueAt: clock.dueAt,
  ...(to === undefined ? {} : { to }),
});

const NOTICE = {
  'due-soon': 'complaint.due-soon',
  breached: 'complaint.breached',
  escalated: 'case.escalated',
} as const;

/** It names the clock's kind, and its time is the due instant. */
const noticeEffect = (of: Complaint, { what, clock, to }: ClockNotice): Effect => ({
  do: 'notify',
  type: NOTICE[what],
  purpose: 'complaint_followup',
  department: of.department,
  severity: URGENCY[of.severity],
  time: clock.dueAt,
  data: {
    complaintId: of.id,
    ...(of.customerId === undefined ? {} : { customerId: of.customerId }),
    clock: clock.kind,
    dueAt: formatInstant(clock.dueAt),
    ...(to === undefined ? {} : { to }),
  },
});

/** Another that was resolved in the same moment asks: nobody is asked about this one, which looks once more in the morning. */
function giveWay(of: Complaint, at: TickAt): Ticked {
  const { followUp } = of;
  const caseId = followUp?.caseId;
  if (caseId === undefined || !isAskingPlanned(of, at.now) || !asksAfter(of, at.others ?? [])) return undefined;
  const next: Complaint = { ...of, followUp: { plannedFor: followUp?.plannedFor ?? at.now } };
  return moveComplaint(
    of,
    { followUp: next.followUp, dueAt: complaintTimer(next, at.book) },
    { type: 'complaint.gave-way', actor: CLOCK, at: at.now, facts: { caseId }, beside: { ends: [caseId] } },
  );
}

/**
 * The day after its resolution the customer is asked how content they are, unless the resolution opened the asking already;
 * whoever was asked lately is left in peace.
 */
function askAfterwards(of: Complaint, at: TickAt): Ticked {
  const { followUp, status } = of;
  if (status !== 'RESOLVED' || followUp === undefined || followUp.caseId !== undefined) return undefined;
  if (followUp.plannedFor > at.now) return undefined;
  if (!mayBeAsked(of)) return unreached(of, { why: 'nobody-to-ask', actor: CLOCK }, at);
  if (isAskedLately(at.askedAt, at.now)) return unreached(of, { why: 'asked-lately', actor: CLOCK }, at);
  const next: Complaint = { ...of, followUp: { ...followUp, caseId: at.caseId } };
  return moveComplaint(
    of,
    { followUp: next.followUp, dueAt: complaintTimer(next, at.book) },
    {
      type: 'complaint.asked',
      actor: CLOCK,
      at: at.now,
      facts: { caseId: at.caseId },
      beside: { contact: askingContact(at.caseId) },
    },
  );
}

/** Cases whose end a complaint has to hear of: those that ask about a pending offer, and the one that asks afterwards. */
export function awaitedContacts(of: Complaint): readonly string[] {
  const offers = of.offers.filter(isPending).flatMap((offer) => offer.caseId ?? []);
  const afterwards = of.status === 'RESOLVED' ? (of.followUp?.caseId ?? []) : [];
  return [...offers, ...[afterwards].flat()];
}

/** A contact that is over; where the account cleared, the sequence of the event that said so. */
export type Ended = { readonly contact: Case; readonly sequence?: number };

/**
 * A contact of the complaint came to its end without the complaint having a hand in it: the account cleared, and the offer
 * with it; or the asking afterwards is over and nobody said how content they are. Undefined: nothing follows.
 */
export function contactEnded(of: Complaint, { contact, sequence }: Ended, at: TickAt): Ticked {
  if (contact.outcome === 'CLEARED') {
    const reason = { code: 'account.cleared', ...(sequence === undefined ? {} : { sequence }) };
    const { accountId } = contact;
    return withdrawOffers(of, { ...(accountId === undefined ? {} : { accountId }), reason }, at);
  }
  const asked = of.followUp?.caseId === contact.id && of.followUp.ratedAt === undefined;
  if (!asked || of.status !== 'RESOLVED') return undefined;
  const why = contact.outcome === 'UNREACHABLE' ? 'nobody-answered' : 'not-rated';
  return unreached(of, { why, actor: CLOCK }, at);
}
