import { MINUTE, SECOND } from '../../time.ts';
import type { Attempt, Case } from '../case.ts';
import { move, type Said, type Transition } from '../transition.ts';

/** An answer that was surely not sent is tried again after these. Source: docs/behaviour.md, Replies. */
export const ANSWER_AGAIN_AFTER: readonly number[] = [15 * SECOND, MINUTE];

/**
 * What became of an automatic answer moves neither case nor plan. One that was surely not sent is planned anew, as an
 * attempt of its own: its time is the instant from which it may be sent, and the relay brings it back then.
 */
export function answerSettled(
  of: Case,
  attempt: Attempt,
  { note, mayGo }: { readonly note: Said; readonly mayGo: boolean },
): Transition {
  const wait = mayGo ? ANSWER_AGAIN_AFTER[failed(of, attempt) - 1] : undefined;
  if (wait === undefined) return move(of, {}, note);
  const { decisionSeq: _claimed, ...owed } = attempt;
  const at = note.at + wait;
  const again: Attempt = { ...owed, n: of.attemptCount + 1, state: 'PLANNED', at };
  return move(
    of,
    { attempts: [...of.attempts, again], attemptCount: again.n, uncounted: (of.uncounted ?? 0) + 1 },
    { ...note, effects: [{ do: 'work', lane: 'urgent', at }] },
  );
}

const isSame = (one: Attempt, attempt: Attempt): boolean =>
  one.answer === true && one.step === attempt.step && one.point === attempt.point;

const failed = (of: Case, attempt: Attempt): number =>
  of.attempts.filter((one) => isSame(one, attempt) && one.state === 'NOT_SENT').length;

/** A planned answer waits for its instant only when an earlier try of it failed: a fresh one is owed at once. */
export const isAgain = (of: Case, attempt: Attempt): boolean => failed(of, attempt) > 0;
