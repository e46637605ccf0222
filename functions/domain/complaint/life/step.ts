import type { Task } from '../../case/case.ts';
import type { Actor, Effect, NoticeType } from '../../effects.ts';
import { isTaskOpen } from '../../task/moves.ts';
import type { Instant } from '../../time.ts';
import type { Role } from '../../words.ts';
import { mayBeTold } from '../asking.ts';
import { advanceClocks, type ClockEvent } from '../clocks/advance.ts';
import { type FurtherRoute, isClockRefusal, policiesOf, type SlaBook } from '../clocks/policy.ts';
import { type Complaint, type Decision, URGENCY } from '../complaint.ts';
import { offersWithdrawn } from '../offers/end.ts';
import { complaintTimer } from '../timer.ts';
import {
  type ComplaintChange,
  type ComplaintRefusal,
  type ComplaintSaid,
  type ComplaintTransition,
  type ContactAsked,
  changed,
  moveComplaint,
} from '../transition.ts';

/** When, by whom, under which policies. */
export type MoveAt = {
  readonly now: Instant;
  /** Absent: on the customer's own word. */
  readonly by?: { readonly staff: string; readonly role: Role };
  readonly book: SlaBook;
  /** Id of the contact case, should the move tell or ask somebody: unique within the complaint. */
  readonly caseId: string;
  /** The complaint's open tasks: a move ends those that it makes pointless. */
  readonly tasks?: readonly Task[];
};

export type Moved = ComplaintTransition | ComplaintRefusal;

export const moverOf = ({ by }: Pick<MoveAt, 'by'>): Actor =>
  by === undefined ? { kind: 'customer' } : { kind: 'staff', id: by.staff };

/**
 * The complaint after something that its clocks may listen to: they are moved first, the timer follows from where they
 * then stand, and one entry says it all. A calendar that cannot be counted by refuses the move as a whole.
 */
export function step(
  of: Complaint,
  by: {
    readonly to: ComplaintChange;
    readonly hears?: readonly ClockEvent['what'][];
    /** When that happened; absent: now. */
    readonly heardAt?: Instant;
  },
  said: Omit<ComplaintSaid, 'at' | 'actor'> & {
    readonly actor?: Actor;
    readonly at: Pick<MoveAt, 'now' | 'book' | 'by'>;
  },
): Moved {
  const { at, actor = moverOf(at), ...rest } = said;
  let next = changed(of, by.to);
  for (const what of by.hears ?? []) {
    const clocks = advanceClocks(next, { what, at: by.heardAt ?? at.now }, at.book);
    if (isClockRefusal(clocks)) return clocks;
    next = { ...next, clocks };
  }
  const { clocks } = next;
  return moveComplaint(of, { ...by.to, clocks, dueAt: complaintTimer(next, at.book) }, { ...rest, actor, at: at.now });
}

/** One message that tells the customer, and asks nothing: a decision by mail with its words where it may, all else by text. */
export function telling(
  of: Complaint,
  about: ContactAsked['about'],
  at: Pick<MoveAt, 'caseId'>,
): Pick<ComplaintTransition, 'contact'> {
  if (!mayBeTold(of)) return {};
  const { accountId } = of;
  const account = accountId === undefined ? {} : { accountId };
  const plan = about.what === 'decided' ? 'complaint-answer' : 'complaint-notice';
  return { contact: { caseId: at.caseId, plan, about, ...account } };
}

/** Departments are told by ids alone, and filter by what every notice bears; an escalation names the role it is for. */
export const noticeOf = (of: Complaint, type: NoticeType, to?: string): Effect => ({
  do: 'notify',
  type,
  purpose: 'complaint_followup',
  department: of.department,
  severity: URGENCY[of.severity],
  data: {
    complaintId: of.id,
    ...(of.customerId === undefined ? {} : { customerId: of.customerId }),
    ...(of.contactId === undefined ? {} : { contactId: of.contactId }),
    ...(to === undefined ? {} : { to }),
  },
});

/** The account system is asked to hold the account while a fraud is going on. */
export function holdRequestOf(of: Complaint): readonly Effect[] {
  const request = noticeOf(of, 'account.hold-requested');
  if (request.do !== 'notify' || !of.flags.includes('fraud_in_progress')) return [];
  const { accountId } = of;
  const account = accountId === undefined ? {} : { accountId };
  return [{ ...request, purpose: 'fraud_security', data: { ...request.data, ...account } }];
}

/** The complaints it is linked to look at what follows for them. */
export const looksOf = (of: Complaint): readonly Effect[] =>
  of.linked.map(({ complaintId }) => ({ do: 'look', complaintId }));

/** Ways that stay open to the customer by the policies of its clocks, each once. */
export const routesOf = (of: Complaint, book: SlaBook): readonly FurtherRoute[] => [
  ...new Set(policiesOf(of.clocks, book).flatMap((policy) => policy.furtherRoutes)),
];

/** Open tasks that the move makes pointless. */
export const endedTasks = ({ tasks = [] }: Pick<MoveAt, 'tasks'>): readonly Task[] =>
  tasks.filter(isTaskOpen).map((task) => ({ ...task, state: 'CANCELLED' }));

/** A resolution, by whomever: mediation is over, and what was still offered is taken back with the cases that asked. */
export function resolution(of: Complaint, decision: Decision, { now }: Pick<MoveAt, 'now'>) {
  const { offers, ends } = offersWithdrawn(of, { code: 'complaint.resolved' });
  const to = { status: 'RESOLVED', decision, resolvedAt: now, mediationSince: undefined, offers } as const;
  return { to, ends };
}
