import { type Complaint, URGENCY } from '../../complaint/complaint.ts';
import type { ContactAsked } from '../../complaint/transition.ts';
import { factName } from '../../ids.ts';
import type { Plan } from '../../policy/types.ts';
import type { Instant } from '../../time.ts';
import type { Case, Reason, Task } from '../case.ts';
import { openCase } from '../open.ts';
import {
  CLOSE_AFTER,
  cancelled,
  cancelUnsent,
  ended,
  move,
  settledNotice,
  system,
  type Transition,
  without,
} from '../transition.ts';

/** Source of the reasons of a complaint's contacts. */
export const OWN_SOURCE = 'urn:liaison';

export type ContactAt = {
  readonly now: Instant;
  /** The plan in its newest version. */
  readonly plan: Plan;
  /** The account is overdue: an offer about it rests on that, and ends with it. */
  readonly overdue?: { readonly sequence?: number };
};

/**
 * The case by which a complaint contacts its customer: gated, claimed, answered and timed like every other. The complaint
 * must have a customer; nobody unknown is written to.
 */
export function contactCase(of: Complaint, asked: ContactAsked, at: ContactAt): Transition {
  if (of.customerId === undefined)
    throw new Error('contact of a complaint: got nobody to contact, expected a customer');
  const { caseId, about, accountId, dueAt } = asked;
  const { plan, now, overdue } = at;
  const reason: Reason = {
    code: overdue === undefined ? about.what : 'overdue',
    source: OWN_SOURCE,
    eventId: factName(of.id, of.version),
    at: now,
    ...(accountId === undefined ? {} : { accountId }),
    ...(overdue?.sequence === undefined ? {} : { sequence: overdue.sequence }),
  };
  return openCase(
    {
      id: caseId,
      customerId: of.customerId,
      ...(accountId === undefined ? {} : { accountId }),
      kind: about.what,
      purpose: plan.purpose,
      severity: URGENCY[of.severity],
      plan: { id: plan.id, version: plan.version },
      reason,
      complaintId: of.id,
      about,
      ...(dueAt === undefined ? {} : { dueAt }),
    },
    now,
  );
}

/** The complaint has no more use for this contact: what was not sent stays unsent, its task is over. Undefined: it has ended already. */
export function endContact(
  of: Case,
  at: { readonly now: Instant; readonly why: string; readonly task?: Task },
): Transition | undefined {
  if (ended(of)) return undefined;
  const { now, why, task } = at;
  return move(
    of,
    {
      ...without('held', 'taskId'),
      status: 'RESOLVED',
      resolvedAt: now,
      dueAt: now + CLOSE_AFTER,
      attempts: cancelUnsent(of.attempts, now),
    },
    {
      type: 'contact.ended',
      actor: system('complaints'),
      at: now,
      facts: { why },
      effects: [settledNotice(of, undefined)],
      tasks: cancelled(task),
    },
  );
}
