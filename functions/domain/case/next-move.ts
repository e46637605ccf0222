import { dueTask, isOnTime } from '../task/timers.ts';
import type { Instant } from '../time.ts';
import { isAgain } from './answers/answer-settled.ts';
import type { Attempt, Case } from './case.ts';
import { SEND_DEADLINE, underWay } from './transition.ts';

/** What a case needs now. Derived from the snapshot alone, so that any message, late or doubled, asks the same question. */
export type Move =
  | { readonly do: 'nothing' }
  /** An automatic answer was planned and not yet claimed. */
  | { readonly do: 'answer'; readonly attempt: Attempt }
  | { readonly do: 'declare-doubt' }
  /** Take the next turn of the plan (also the re-gate of a hold and the waking of a deferred attempt). */
  | { readonly do: 'step' }
  /** The clarifying question stayed unanswered. */
  | { readonly do: 'to-person' }
  /** Nobody claimed an open task, or whoever did kept it for too long. */
  | { readonly do: 'task-due'; readonly taskId: string }
  /** A hold by staff has stood for long, and the task of whoever owns the case with it. */
  | { readonly do: 'escalate-task'; readonly taskId: string }
  | { readonly do: 'close' };

export function nextMove(of: Case, now: Instant): Move {
  const answer = of.attempts.find(
    (attempt) =>
      attempt.answer === true && attempt.state === 'PLANNED' && (isOnTime(attempt.at, now) || !isAgain(of, attempt)),
  );
  if (answer !== undefined) return { do: 'answer', attempt: answer };
  if (of.attempts.some((attempt) => attempt.state === 'CLAIMED' && now - attempt.at >= SEND_DEADLINE))
    return { do: 'declare-doubt' };
  const taskId = dueTask(of, now);
  if (taskId !== undefined) return { do: 'task-due', taskId };
  if (of.dueAt === undefined || of.dueAt > now) return { do: 'nothing' };
  switch (of.status) {
    case 'RESOLVED':
      return { do: 'close' };
    case 'CLOSED':
    case 'SUPPRESSED':
    case 'CONTACTING':
      return { do: 'nothing' };
    case 'HUMAN':
      return of.taskId === undefined ? { do: 'to-person' } : { do: 'nothing' };
    case 'CLARIFYING':
      return { do: 'to-person' };
    case 'HELD':
      return of.held?.ruleIds.includes('hold.staff') === true ? ownerMove(of) : stepMove(of);
    case 'RECEIVED':
    case 'WAITING':
      return of.taskId === undefined ? stepMove(of) : { do: 'nothing' };
  }
}

const ownerMove = (of: Case): Move =>
  of.taskId === undefined ? { do: 'to-person' } : { do: 'escalate-task', taskId: of.taskId };

/** The plan does not overtake its own text: while one is under way its report, or its deadline, comes first. */
const stepMove = (of: Case): Move => (underWay(of) === undefined ? { do: 'step' } : { do: 'nothing' });
