import { messageMark } from '../contact/message-mark.ts';
import { type Instant, MINUTE, SECOND } from '../time.ts';
import type { Audience, DoubtPolicy } from '../words.ts';
import { answerSettled } from './answers/answer-settled.ts';
import type { Attempt, Case, Task } from './case.ts';
import { toPerson } from './task.ts';
import {
  cancelUnsent,
  ended,
  move,
  type Refusal,
  type Said,
  SEND_DEADLINE,
  system,
  type Transition,
  without,
} from './transition.ts';

/** What became of the one send request of a claimed attempt. */
export type SendOutcome =
  | { readonly state: 'ACCEPTED'; readonly messageId: string }
  | { readonly state: 'NOT_SENT'; readonly retryable: boolean; readonly code: string }
  | { readonly state: 'IN_DOUBT'; readonly code: string };

/** Surely unsent texts are tried again after these, then the plan moves on. Source: docs/behaviour.md, Case. */
export const RESEND_AFTER: readonly number[] = [15 * SECOND, MINUTE, 4 * MINUTE];
/** A receipt or reply in this time settles a doubt before its policy acts. */
export const DOUBT_GRACE = 2 * MINUTE;

export const attemptOf = (of: Case, n: number): Attempt | undefined => of.attempts.find((attempt) => attempt.n === n);

const replace = (of: Case, n: number, change: Partial<Attempt>): readonly Attempt[] =>
  of.attempts.map((attempt) => (attempt.n === n ? { ...attempt, ...change } : attempt));

/** After a person was texted the next person of the step is up, after the customer the next step. */
export function advanced(of: Case, attempt: Attempt): Pick<Case, 'step' | 'round'> {
  return attempt.audience === 'contact' ? { step: of.step, round: of.round + 1 } : { step: of.step + 1, round: 0 };
}

/**
 * Records the outcome of a claim. An answer to an inbound text moves nothing else. A case that went another way
 * meanwhile keeps its status, but never sends what was sent: its plan stands behind this text all the same.
 */
export function settleSend(
  of: Case,
  sent: PlanStands & { n: number; outcome: SendOutcome; policy: DoubtPolicy },
  now: Instant,
): Transition | Refusal {
  const attempt = attemptOf(of, sent.n);
  if (attempt === undefined) return { refused: 'case.no-such-attempt' };
  if (attempt.state !== 'CLAIMED') return { refused: 'case.attempt-settled' };
  const refused = sent.outcome.state === 'NOT_SENT' && !sent.outcome.retryable;
  const taken = sent.outcome.state === 'ACCEPTED' ? { message: messageMark(sent.outcome.messageId) } : {};
  const attempts = replace(of, sent.n, { state: sent.outcome.state, ...taken, ...(refused ? { refused } : {}) });
  const note: Said = {
    type: typeOf(sent.outcome.state),
    actor: system('dispatch'),
    at: now,
    facts: { attempt: sent.n, channel: attempt.channel, audience: attempt.audience, ...sent.outcome },
  };
  const mayGo = sent.outcome.state === 'NOT_SENT' && sent.outcome.retryable;
  if (attempt.answer === true) return answerSettled({ ...of, attempts }, attempt, { note, mayGo });
  if (ended(of)) return move(of, { attempts }, note);
  // Staff took the case on to a later stage meanwhile: it is that stage's turn, whatever became of this text.
  const staged = of.step > (sent.triedStep ?? of.step);
  if (of.status !== 'CONTACTING') return elsewhere({ ...of, attempts }, attempt, { note, ...sent, staged });
  if (staged && sent.outcome.state !== 'IN_DOUBT') return move(of, { attempts, status: 'WAITING', dueAt: now }, note);
  if (sent.outcome.state === 'ACCEPTED' || isReached(of, attempt)) {
    return move(of, { ...advanced(of, attempt), attempts, status: 'WAITING', dueAt: attempt.until ?? now }, note);
  }
  if (sent.outcome.state === 'NOT_SENT')
    return notSent({ ...of, attempts }, attempt, { note, retryable: sent.outcome.retryable });
  return doubt({ ...of, attempts }, attempt, { note, policy: sent.policy, staged });
}

type Doubt = { readonly note: Said; readonly policy: DoubtPolicy; readonly staged: boolean };
type Elsewhere = Doubt & { readonly outcome: SendOutcome };

/**
 * Held by staff, asked back or taken over by a person while the text was under way. A doubt never ends the hold: staff
 * have the case already, and what must not be sent twice lies behind the plan when they resume it.
 */
function elsewhere(of: Case, attempt: Attempt, at: Elsewhere): Transition {
  const { state } = at.outcome;
  if (of.status === 'HELD' && state === 'IN_DOUBT')
    return move(of, at.staged || mayRepeat(of, attempt, at.policy) ? {} : advanced(of, attempt), at.note);
  const stays = at.staged || (state === 'NOT_SENT' && !isReached(of, attempt)) || of.status === 'WAITING';
  return move(of, stays ? {} : advanced(of, attempt), at.note);
}

const askPerson = (of: Case, attempt: Attempt, note: Said): Transition =>
  toPerson(of, { task: { kind: 'unknown-send', attempt: attempt.n }, said: note }, note.at);

const typeOf = (state: SendOutcome['state']): string =>
  state === 'ACCEPTED' ? 'contact.accepted' : state === 'NOT_SENT' ? 'contact.not-sent' : 'contact.in-doubt';

function notSent(of: Case, attempt: Attempt, at: { note: Said; retryable: boolean }): Transition {
  const failures = of.attempts.filter((one) => isSame(one, attempt) && one.state === 'NOT_SENT').length;
  const again = at.retryable ? RESEND_AFTER[failures - 1] : undefined;
  // Refused for good: the same step goes on with the customer's next number, a contact person has no other.
  const stays = again !== undefined || (!at.retryable && attempt.audience === 'customer');
  const where = stays ? {} : advanced(of, attempt);
  return move(of, { ...where, status: 'WAITING', dueAt: at.note.at + (again ?? 0) }, at.note);
}

function doubt(of: Case, attempt: Attempt, at: Doubt): Transition {
  if (mayRepeat(of, attempt, at.policy)) {
    // Same step, same token: the reader sees that it is the same notice.
    return move(of, { status: 'WAITING', dueAt: at.note.at + DOUBT_GRACE }, at.note);
  }
  if (at.policy === 'hold') return askPerson(of, attempt, at.note);
  const place = at.staged ? {} : advanced(of, attempt);
  return move(of, { ...place, status: 'WAITING', dueAt: at.note.at + DOUBT_GRACE }, at.note);
}

const isSame = (one: Attempt, attempt: Attempt): boolean =>
  one.step === attempt.step && one.contactId === attempt.contactId;

const doubtsOf = (of: Case, attempt: Attempt): number =>
  of.attempts.filter((one) => isSame(one, attempt) && one.state === 'IN_DOUBT').length;

/** Another text of this step to this person was taken after all: whatever became of this one, nothing is repeated. */
const isReached = (of: Case, attempt: Attempt): boolean =>
  of.attempts.some((one) => one.n !== attempt.n && isSame(one, attempt) && one.state === 'ACCEPTED');

const mayRepeat = (of: Case, attempt: Attempt, policy: DoubtPolicy): boolean =>
  policy === 'resend-once' && doubtsOf(of, attempt) === 1 && !isReached(of, attempt);

/** A claim whose sender never reported: in doubt once its deadline has passed, and never sent again by itself. */
export function declareDoubt(
  of: Case,
  by: PlanStands & { readonly policy: DoubtPolicy },
  now: Instant,
): Transition | undefined {
  const lost = of.attempts.find((attempt) => attempt.state === 'CLAIMED' && now - attempt.at >= SEND_DEADLINE);
  if (lost === undefined) return undefined;
  const outcome: SendOutcome = { state: 'IN_DOUBT', code: 'send.no-outcome' };
  const result = settleSend(of, { ...by, n: lost.n, outcome }, now);
  return 'refused' in result ? undefined : result;
}

/**
 * Where the plan stands when a doubt ends. `planAt`: id of the step it stands at. `doubt`: the policy that moved it;
 * absent: `resend-once`, which leaves it at the doubtful step. `triedStep`: place in the plan of the attempt it is about.
 */
export type PlanStands = { readonly planAt?: string; readonly doubt?: DoubtPolicy; readonly triedStep?: number };

/**
 * A doubtful or unreported text turns out to have been taken: the attempt, and the plan as if it had been accepted at
 * once. What was done since (a later text, a call, a hold, another person) is never undone or repeated.
 */
export function takenAfterAll(of: Case, attempt: Attempt, at: PlanStands & { readonly now: Instant }): Partial<Case> {
  const attempts = replace(of, attempt.n, { state: 'ACCEPTED' });
  if (ended(of) || attempt.answer === true) return { attempts };
  const since = of.attempts.filter((one) => one.n > attempt.n && one.answer !== true && !IDLE.includes(one.state));
  if (!since.every((one) => isSame(one, attempt) && UNSETTLED.includes(one.state))) return { attempts };
  const resends = since.some((one) => one.state === 'CLAIMED');
  const stands = at.planAt === attempt.step && !resends && !movedOn(of, attempt, at.doubt);
  const place = stands ? advanced(of, attempt) : {};
  const waits = of.status === 'WAITING' ? of.taskId === undefined : attempt.state === 'CLAIMED';
  if (resends || !waits || (of.status !== 'WAITING' && of.status !== 'CONTACTING')) return { attempts, ...place };
  return {
    attempts: cancelUnsent(attempts, at.now),
    ...place,
    status: 'WAITING',
    dueAt: Math.max(attempt.until ?? 0, at.now),
  };
}

/** What a reply shows of the text it answers: that it was taken, if that was still open. */
export function answered(
  of: Case,
  by: PlanStands & { readonly attempt?: number; readonly audience: Audience; readonly now: Instant },
): Partial<Case> {
  const attempt = by.attempt === undefined ? undefined : attemptOf(of, by.attempt);
  const open = attempt?.state === 'IN_DOUBT' || attempt?.state === 'CLAIMED';
  return attempt !== undefined && open && attempt.audience === by.audience ? takenAfterAll(of, attempt, by) : {};
}

const IDLE: readonly Attempt['state'][] = ['SKIPPED', 'CANCELLED'];
const UNSETTLED: readonly Attempt['state'][] = ['CLAIMED', 'NOT_SENT', 'DEFERRED'];

/** Whether a doubt about a contact person already brought the next one up: their step's id does not tell. */
const movedOn = (of: Case, attempt: Attempt, policy: DoubtPolicy = 'resend-once'): boolean =>
  attempt.audience === 'contact' &&
  attempt.state === 'IN_DOUBT' &&
  (policy === 'switch-channel' || (policy === 'resend-once' && doubtsOf(of, attempt) > 1));

/** The task in which a person is asked about this doubt, while it owns the case. */
export const askedAbout = (of: Case, attempt: Attempt, task: Task | undefined): Task | undefined =>
  of.status === 'HUMAN' && task?.kind === 'unknown-send' && task.id === of.taskId && task.attempt === attempt.n
    ? task
    : undefined;

/** The plan goes on as if the text had been accepted at once. */
export const goesOn = (attempt: Attempt, now: Instant): Partial<Case> => ({
  ...without('taskId'),
  status: 'WAITING',
  dueAt: Math.max(attempt.until ?? now, now),
});
