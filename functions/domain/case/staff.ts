import type { Actor } from '../effects.ts';
import { DAY, type Instant } from '../time.ts';
import type { AttemptState } from '../words.ts';
import type { Case, Task } from './case.ts';
import { releaseNotice } from './open.ts';
import { advanced, attemptOf } from './send.ts';
import { cancelUnsent, ended, move, type Refusal, settledNotice, type Transition, without } from './transition.ts';

export type By = { readonly staff: string; readonly reason: string; readonly at: Instant; readonly task?: Task };

const actor = (by: By): Actor => ({ kind: 'staff', id: by.staff });
const cancelled = (task: Task | undefined): readonly Task[] =>
  task === undefined || task.state === 'DONE' ? [] : [{ ...task, state: 'CANCELLED' }];

/** A staff hold is looked at again after this: no case waits without a timer. */
const STAFF_HOLD = 7 * DAY;

/** Ends a case by decision of a person; a settled one merely closes. */
export function closeByStaff(of: Case, by: By): Transition | Refusal {
  if (of.status === 'CLOSED' || of.status === 'SUPPRESSED') return { refused: 'case.ended', legal: [] };
  const open = !ended(of);
  const release = open && of.protectiveHold === true;
  return move(
    of,
    {
      ...without('dueAt', 'held', 'taskId', ...(release ? (['protectiveHold'] as const) : [])),
      status: 'CLOSED',
      ...(open ? { outcome: 'STOPPED_BY_OPS' as const } : {}),
      attempts: cancelUnsent(of.attempts, by.at),
    },
    {
      type: 'case.closed',
      actor: actor(by),
      at: by.at,
      facts: { reason: by.reason },
      effects: [...(open ? [settledNotice(of, 'STOPPED_BY_OPS')] : []), ...(release ? [releaseNotice(of)] : [])],
    },
    cancelled(by.task),
  );
}

/** Stops contact on a case until a person resumes it (or the hold is reviewed after seven days). */
export function holdByStaff(of: Case, by: By): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended', legal: ['close'] };
  if (of.status === 'HELD' && of.held?.ruleIds.includes('hold.staff') === true) {
    return { refused: 'case.already-held', legal: ['resume', 'close'] };
  }
  const recheckAt = by.at + STAFF_HOLD;
  return move(
    of,
    {
      status: 'HELD',
      dueAt: recheckAt,
      held: { since: by.at, ruleIds: ['hold.staff'], recheckAt, cause: 'staff', rechecks: 0 },
    },
    {
      type: 'case.held',
      actor: actor(by),
      at: by.at,
      facts: { ruleIds: ['hold.staff'], reason: by.reason, recheckAt },
    },
  );
}

/** Lets a held case go on at once; the gate decides afresh. */
export function resumeByStaff(of: Case, by: By): Transition | Refusal {
  if (of.status !== 'HELD') return { refused: 'case.not-held', legal: ended(of) ? [] : ['hold', 'close'] };
  return move(
    of,
    { ...without('held'), status: 'WAITING', dueAt: by.at },
    {
      type: 'case.resumed',
      actor: actor(by),
      at: by.at,
      facts: { reason: by.reason },
      effects: [{ do: 'work', lane: of.lane }],
    },
  );
}

export type Resolution = {
  readonly attempt: number;
  readonly state: Extract<AttemptState, 'ACCEPTED' | 'NOT_SENT'>;
  /** Step the plan stands at. */
  readonly planAt?: string;
};

/** A person decides what nobody could know: the provider took the text, or surely did not. The plan then goes on. */
export function resolveUnknown(of: Case, resolution: Resolution, by: By): Transition | Refusal {
  const attempt = attemptOf(of, resolution.attempt);
  if (attempt === undefined) return { refused: 'case.no-such-attempt' };
  if (attempt.state !== 'IN_DOUBT') return { refused: 'case.attempt-not-in-doubt' };
  const attempts = of.attempts.map((one) => (one.n === attempt.n ? { ...one, state: resolution.state } : one));
  const owned = by.task?.kind === 'unknown-send' && of.status === 'HUMAN';
  const stands = resolution.planAt === attempt.step;
  const goesOn = owned
    ? {
        ...without('taskId'),
        ...(resolution.state === 'ACCEPTED' && stands ? advanced(of, attempt) : {}),
        status: 'WAITING' as const,
        dueAt: resolution.state === 'ACCEPTED' ? Math.max(attempt.until ?? by.at, by.at) : by.at,
      }
    : {};
  return move(
    of,
    { ...goesOn, attempts },
    {
      type: 'contact.doubt-resolved',
      actor: actor(by),
      at: by.at,
      facts: { attempt: attempt.n, state: resolution.state, reason: by.reason },
      effects: owned ? [{ do: 'work', lane: of.lane }] : [],
    },
    owned && by.task !== undefined ? [{ ...by.task, state: 'DONE' }] : [],
  );
}
