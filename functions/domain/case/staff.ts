import type { Actor } from '../effects.ts';
import { DAY, type Instant } from '../time.ts';
import type { AttemptState } from '../words.ts';
import type { Case, Task } from './case.ts';
import { releaseNotice } from './open.ts';
import { askedAbout, attemptOf, goesOn, type PlanStands, takenAfterAll } from './send.ts';
import {
  cancelled,
  cancelUnsent,
  ended,
  move,
  type Refusal,
  SEND_DEADLINE,
  settledNotice,
  system,
  type Transition,
  underWay,
  without,
} from './transition.ts';

export type By = { readonly staff: string; readonly reason: string; readonly at: Instant; readonly task?: Task };

const actor = (by: By): Actor => ({ kind: 'staff', id: by.staff });

/** A staff hold is looked at again after this: no case waits without a timer. */
const STAFF_HOLD = 7 * DAY;

/**
 * Ends a case by decision of a person; a settled one merely closes. A protective hold that nobody confirmed goes with it:
 * also of a case that was cleared because its event was taken back.
 */
export const closeByStaff = (of: Case, by: By): Transition | Refusal =>
  close(of, { ...by, actor: actor(by), tasks: cancelled(by.task) });

/** Who erased the customer; absent: it was found out afterwards. `tasks`: every open one, also those beside the plan. */
type Erased = { readonly at: Instant; readonly staff?: string; readonly tasks?: readonly Task[] };

/**
 * Ends a case whose customer was erased: nobody is left to be reached, no task of it has anybody to speak of, and what was
 * written about them is sealed for good. One that has ended before loses its tasks and its words.
 */
export function closeErased(of: Case, { at, staff, tasks = [] }: Erased): Transition | Refusal {
  const by = staff === undefined ? system('erasure') : ({ kind: 'staff', id: staff } as const);
  const gone = { at, actor: by, reason: 'customer.erased', tasks: tasks.flatMap(cancelled) };
  const isOver = of.status === 'CLOSED' || of.status === 'SUPPRESSED';
  if (!isOver || (gone.tasks.length === 0 && of.key === undefined)) return close({ ...of, ...without('key') }, gone);
  return wordsForgotten(of, { at, tasks });
}

/**
 * The case's own key goes, and with it everything that was sealed under it; its entries stand as they are. So do its open
 * tasks: there is nobody to speak of.
 */
export const wordsForgotten = (of: Case, by: { readonly at: Instant; readonly tasks: readonly Task[] }): Transition =>
  move(of, without('key'), {
    type: 'case.words-erased',
    actor: system('erasure'),
    at: by.at,
    facts: {},
    tasks: by.tasks.flatMap(cancelled),
  });

/** Somebody read what is sealed under the case's own key. */
export const textsRead = (of: Case, by: Pick<By, 'staff' | 'at'>): Transition =>
  move(of, {}, { type: 'texts.read', actor: { kind: 'staff', id: by.staff }, at: by.at, facts: { of: of.id } });

type Closing = Pick<By, 'reason' | 'at'> & { readonly actor: Actor; readonly tasks: readonly Task[] };

function close(of: Case, by: Closing): Transition | Refusal {
  if (of.status === 'CLOSED' || of.status === 'SUPPRESSED') return { refused: 'case.ended', legal: [] };
  const open = !ended(of);
  const release = of.protectiveHold === true && (open || of.outcome === 'CLEARED');
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
      actor: by.actor,
      at: by.at,
      facts: { reason: by.reason },
      effects: [...(open ? [settledNotice(of, 'STOPPED_BY_OPS')] : []), ...(release ? [releaseNotice(of)] : [])],
      tasks: by.tasks,
    },
  );
}

/**
 * Stops contact on a case until a person resumes it (or the hold is reviewed after seven days). An open call is contact
 * too: it is taken off the desk, and asked for anew when the case goes on.
 */
export function holdByStaff(of: Case, by: By): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended', legal: ['close'] };
  if (of.status === 'HELD' && of.held?.ruleIds.includes('hold.staff') === true) {
    return { refused: 'case.already-held', legal: ['resume', 'close'] };
  }
  const recheckAt = by.at + STAFF_HOLD;
  const call = by.task?.kind === 'call' && by.task.id === of.taskId ? by.task : undefined;
  return move(
    of,
    {
      ...(call === undefined ? {} : { ...without('taskId'), attempts: withoutCall(of, call, by.at) }),
      status: 'HELD',
      dueAt: recheckAt,
      held: { since: by.at, ruleIds: ['hold.staff'], recheckAt, cause: 'staff', rechecks: 0 },
    },
    {
      type: 'case.held',
      actor: actor(by),
      at: by.at,
      facts: { ruleIds: ['hold.staff'], reason: by.reason, recheckAt },
      tasks: cancelled(call),
    },
  );
}

/** A call that was begun happened; one that was not is cancelled. */
const withoutCall = (of: Case, call: Task, at: Instant): Case['attempts'] =>
  of.attempts.map((one) =>
    one.n === call.attempt && (one.state === 'QUEUED' || one.state === 'ASSIGNED')
      ? { ...one, state: 'CANCELLED' as const, at }
      : one,
  );

/** Lets a held case go on at once: to the person who owned it, to the fate of a text under way, else to the gate. */
export function resumeByStaff(of: Case, by: By): Transition | Refusal {
  if (of.status !== 'HELD') return { refused: 'case.not-held', legal: ended(of) ? [] : ['hold', 'close'] };
  const after = resumed(of, by);
  return move(
    of,
    { ...without('held'), ...after },
    {
      type: 'case.resumed',
      actor: actor(by),
      at: by.at,
      facts: { reason: by.reason },
      effects: after.status === 'WAITING' ? [{ do: 'work', lane: of.lane }] : [],
    },
  );
}

function resumed(of: Case, by: By): Partial<Case> {
  const claim = underWay(of);
  if (claim !== undefined) return { status: 'CONTACTING', dueAt: claim.at + SEND_DEADLINE };
  if (of.taskId === undefined) return { status: 'WAITING', dueAt: by.at };
  return { status: 'HUMAN', ...without('dueAt') };
}

export type Resolution = PlanStands & {
  readonly attempt: number;
  readonly state: Extract<AttemptState, 'ACCEPTED' | 'NOT_SENT'>;
};

/** A person decides what nobody could know: the provider took the text, or surely did not. The plan then goes on. */
export function resolveUnknown(of: Case, resolution: Resolution, by: By): Transition | Refusal {
  const { state } = resolution;
  const attempt = attemptOf(of, resolution.attempt);
  if (attempt === undefined) return { refused: 'case.no-such-attempt' };
  if (attempt.state !== 'IN_DOUBT') return { refused: 'case.attempt-not-in-doubt' };
  const asked = askedAbout(of, attempt, by.task);
  const after: Partial<Case> =
    state === 'ACCEPTED'
      ? takenAfterAll(of, attempt, { ...resolution, now: by.at })
      : { attempts: of.attempts.map((one) => (one.n === attempt.n ? { ...one, state } : one)) };
  const next = asked === undefined ? {} : goesOn(state === 'ACCEPTED' ? attempt : { ...attempt, until: by.at }, by.at);
  return move(
    of,
    { ...after, ...next },
    {
      type: 'contact.doubt-resolved',
      actor: actor(by),
      at: by.at,
      facts: { attempt: attempt.n, state, reason: by.reason },
      effects: asked === undefined ? [] : [{ do: 'work', lane: of.lane }],
      tasks: asked === undefined ? [] : [{ ...asked, state: 'DONE' }],
    },
  );
}
