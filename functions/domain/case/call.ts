import { queuedFrom } from '../task/moves.ts';
import type { Instant } from '../time.ts';
import { type CallOutcome, OUTCOMES, type Outcome } from '../words.ts';
import { type Case, type Task } from './case.ts';
import { conversed, dialled } from './contacts/dials.ts';
import { releaseNotice } from './open.ts';
import { advanced } from './send.ts';
import { markCall, newTask, RETRY_AFTER, unclaimedAfter } from './task.ts';
import {
  CLOSE_AFTER,
  cancelUnsent,
  ended,
  move,
  type Refusal,
  type Said,
  settledNotice,
  type Transition,
  without,
} from './transition.ts';

/** Reached nobody: the task returns to its queue until its tries are spent. A voicemail is not contact. */
const NO_CONTACT: readonly string[] = [
  'NO_ANSWER',
  'BUSY',
  'VOICEMAIL',
  'HUNG_UP',
  'THIRD_PARTY',
] satisfies readonly CallOutcome[];
export const isNoContact = (word: string): boolean => NO_CONTACT.includes(word);

/** Somebody is on the line, and that is not yet an answer: the task stays with its agent. */
type Reached = Extract<CallOutcome, 'CONNECTED' | 'RIGHT_PARTY'>;
const isReached = (word: CallOutcome): word is Reached => word === 'CONNECTED' || word === 'RIGHT_PARTY';

export type TaskOutcome = {
  readonly outcome: CallOutcome | Outcome;
  readonly staff: string;
  readonly at: Instant;
  readonly noted: boolean;
  /** First instant after the wait for another try at which a call may be made. */
  readonly opensAt?: Instant;
};

/** What came of a call, as it is written down. */
type Called = { readonly said: Said; readonly outcome: CallOutcome; readonly opensAt?: Instant };

export const isCaseOutcome = (word: string): word is Outcome => (OUTCOMES as readonly string[]).includes(word);

/**
 * What an agent found out. A case outcome resolves the case; a call without contact is tried again or spends the
 * step; a wrong or invalid number of the customer's leads to their next one and asks for fresh data; CONNECTED and
 * RIGHT_PARTY keep the task open, because "reached" is not yet an answer. Whoever reviews a case may have called, too.
 */
export function concludeTask(of: Case, task: Task, by: TaskOutcome): Transition | Refusal {
  if (task.state !== 'ASSIGNED') return { refused: task.state === 'QUEUED' ? 'task.not-claimed' : 'task.ended' };
  if (task.assignee !== by.staff) return { refused: 'task.not-yours' };
  const said: Said = {
    type: task.kind === 'call' ? 'call.concluded' : 'task.concluded',
    actor: { kind: 'staff', id: by.staff },
    at: by.at,
    facts: { task: task.id, outcome: by.outcome, ...(task.attempt === undefined ? {} : { attempt: task.attempt }) },
  };
  if (of.taskId !== task.id) return sideTask(of, task, { said, outcome: by.outcome });
  if (isCaseOutcome(by.outcome) && !(task.kind === 'call' && by.outcome === 'REFUSED'))
    return resolved(of, task, { said, outcome: by.outcome });
  const called = { ...by, said, outcome: by.outcome };
  return task.kind === 'call' ? concludeCall(of, task, called) : calledBeside(of, task, called);
}

/** A call that somebody made who has another task than to call: reached nobody, that task is tried again. */
function calledBeside(of: Case, task: Task, by: Called): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended' };
  const heard = conversed(of, task, { outcome: by.outcome, at: by.said.at });
  if (isReached(by.outcome)) return move(of, heard, { ...by.said, tasks: [task] });
  return isNoContact(by.outcome)
    ? tryAgain({ ...of, ...heard }, { ...task, tries: task.tries + 1 }, by)
    : { refused: 'task.outcome-unknown' };
}

function sideTask(of: Case, task: Task, by: { said: Said; outcome: string }): Transition | Refusal {
  if (!isCaseOutcome(by.outcome)) return { refused: 'task.outcome-unknown' };
  const heard = task.decisionSeq === undefined ? {} : conversed(of, task, { outcome: by.outcome, at: by.said.at });
  return move(of, heard, { ...by.said, tasks: [{ ...task, state: 'DONE' }] });
}

function resolved(of: Case, task: Task, by: { said: Said; outcome: Outcome }): Transition | Refusal {
  const release = of.protectiveHold === true && by.outcome === 'CONFIRMED_GENUINE';
  const called = task.kind === 'call' || task.decisionSeq !== undefined;
  const heard = called ? conversed(of, task, { outcome: by.outcome, at: by.said.at }) : {};
  return resolveByTask({ ...of, ...heard, ...(release ? { protectiveHold: false } : {}) }, task, {
    outcome: by.outcome,
    said: release ? { ...by.said, effects: [releaseNotice(of)] } : by.said,
  });
}

/** Ends a case by a person's word: RESOLVED, its unsent attempts cancelled, its task done. */
function resolveByTask(of: Case, task: Task, by: { said: Said; outcome?: Outcome }): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended' };
  const outcome = by.outcome ?? of.outcome;
  const at = by.said.at;
  return move(
    of,
    {
      ...without('taskId', 'held'),
      status: 'RESOLVED',
      ...(outcome === undefined ? {} : { outcome }),
      resolvedAt: at,
      dueAt: at + CLOSE_AFTER,
      attempts: cancelUnsent(markCall(of, task, { state: 'WRAPPED', at }), at),
    },
    {
      ...by.said,
      effects: [...(by.said.effects ?? []), settledNotice(of, outcome)],
      tasks: [{ ...task, state: 'DONE' }],
    },
  );
}

function concludeCall(of: Case, task: Task, by: Called): Transition | Refusal {
  if (ended(of)) return { refused: 'case.ended' };
  const { said, outcome } = by;
  const called = undialled(of, task) ? { ...of, dials: dialled(of, said.at) } : of;
  if (outcome === 'REFUSED' && task.audience === 'customer')
    return resolved(called, task, { said, outcome: 'REFUSED' });
  const counted = { ...called, ...conversed(called, task, { outcome, at: said.at }) };
  if (isReached(outcome))
    return move(counted, { attempts: markCall(of, task, { state: outcome, at: said.at }) }, { ...said, tasks: [task] });
  const tries = task.tries + 1;
  if (isNoContact(outcome) && tries < task.maxTries) return tryAgain(counted, { ...task, tries }, by);
  return spendCall(counted, { ...task, tries }, by);
}

/** Called without asking for the number at the desk: it counts as a call all the same. */
const undialled = (of: Case, task: Task): boolean =>
  task.audience === 'customer' && of.attempts.some((one) => one.n === task.attempt && one.state === 'ASSIGNED');

/** A hold by staff outlasts what becomes of a call under it. */
const paused = (of: Case): boolean => of.status === 'HELD';

/** Due again after a while, once the hours are open, and then as long to be claimed as any task. */
function tryAgain(of: Case, task: Task, { said, opensAt }: Called): Transition {
  const from = Math.max(said.at + RETRY_AFTER, opensAt ?? 0);
  return move(
    of,
    { attempts: markCall(of, task, { state: 'QUEUED', at: said.at }) },
    { ...said, facts: { ...said.facts, again: from }, tasks: [queuedFrom(task, from, unclaimedAfter(of.purpose))] },
  );
}

/** Nobody of theirs is at this number: it is left out of the case from now on. */
const WRONG_NUMBER: readonly CallOutcome[] = ['INVALID', 'WRONG_PARTY'];

/** The step is spent; where the number was wrong it goes on at once, with the customer's next number if there is one. */
function spendCall(of: Case, task: Task, { said, outcome }: Called): Transition {
  const attempt = of.attempts.find((one) => one.n === task.attempt);
  const wrong = WRONG_NUMBER.includes(outcome);
  const stays = wrong && task.audience === 'customer' && attempt?.point !== undefined;
  const dueAt = stays ? said.at : Math.max(attempt?.until ?? 0, said.at);
  const { audience, contactId } = task;
  const refresh = wrong
    ? [newTask(of, { kind: 'refresh', audience, ...(contactId === undefined ? {} : { contactId }) }, said.at)]
    : [];
  const place = attempt === undefined ? { step: of.step + 1, round: 0 } : advanced(of, attempt);
  return move(
    of,
    {
      ...without('taskId'),
      ...(stays ? {} : place),
      ...(paused(of) ? { dueAt: of.held?.recheckAt ?? dueAt } : { status: 'WAITING', dueAt }),
      attempts: markCall(of, task, { state: outcome, at: said.at }),
    },
    {
      ...said,
      effects: dueAt === said.at && !paused(of) ? [{ do: 'work', lane: of.lane }] : [],
      tasks: [{ ...task, state: 'DONE' }, ...refresh],
    },
  );
}
