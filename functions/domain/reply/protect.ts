import type { Case } from '../case/case.ts';
import type { ReplyFacts } from '../case/reply.ts';
import { cancelUnsent, move, type Transition } from '../case/transition.ts';
import type { Effect } from '../effects.ts';
import { DAY, type Instant } from '../time.ts';

/** By then a person has decided on the case that the denial went to, or this one gets a task of its own. */
const DECIDED_WITHIN = DAY;

/** Already protected by a denial, or a person's: nothing more to do for it. */
export const isProtected = (of: Case): boolean => of.held?.ruleIds.includes('hold.staff') === true;

/**
 * A denial that names no question protects every fraud case of the number: one of them goes to a person, the others stop
 * and wait for that person's word, each under a protective hold. Source: docs/behaviour.md, Replies.
 */
export function protectBy(of: Case, by: { facts: ReplyFacts; caseId: string }, now: Instant): Transition {
  const protects = of.protectiveHold !== true;
  const waits = of.status === 'HUMAN' || of.taskId !== undefined;
  const recheckAt = now + DECIDED_WITHIN;
  const held = { since: now, ruleIds: ['hold.staff'] as const, recheckAt, cause: by.caseId, rechecks: 0 };
  return move(
    of,
    {
      protectiveHold: true,
      ...(waits ? {} : { status: 'HELD' as const, held, dueAt: recheckAt, attempts: cancelUnsent(of.attempts, now) }),
    },
    {
      type: 'reply.received',
      actor: { kind: 'customer' },
      at: now,
      facts: { ...by.facts, meaning: { do: 'protect', caseId: by.caseId } },
      effects: protects ? [holdRequested(of)] : [],
    },
  );
}

const holdRequested = (of: Case): Effect => ({
  do: 'notify',
  type: 'account.hold-requested',
  purpose: of.purpose,
  department: of.department,
  severity: of.severity,
  data: {
    caseId: of.id,
    customerId: of.customerId,
    ...(of.accountId === undefined ? {} : { accountId: of.accountId }),
  },
});
