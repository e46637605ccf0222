import type { Instant } from '../../time.ts';
import type { Audience, RuleId } from '../../words.ts';
import type { Attempt, Case } from '../case.ts';
import { attemptOf } from '../send.ts';
import { move, type Refusal, system, type Transition } from '../transition.ts';

/** To whom an answer is owed. */
export type Owed = {
  readonly template: string;
  readonly audience: Audience;
  readonly contactId?: string;
  readonly point: string;
  /** When the text came in that is answered: the answer's five minutes count from then. */
  readonly at: Instant;
};

/** The case with one more attempt: the answer to a text that just came in, outside plan and caps. */
export function withAnswer(of: Case, owed: Owed): Case {
  const attempt: Attempt = {
    n: of.attemptCount + 1,
    step: owed.template,
    channel: 'sms',
    audience: owed.audience,
    ...(owed.contactId === undefined ? {} : { contactId: owed.contactId }),
    point: owed.point,
    state: 'PLANNED',
    at: owed.at,
    answer: true,
  };
  return {
    ...of,
    attempts: [...of.attempts, attempt],
    attemptCount: attempt.n,
    uncounted: (of.uncounted ?? 0) + 1,
  };
}

/** An automatic answer is claimed like any text, at most once; case, plan and caps do not move. */
export function claimAnswer(
  of: Case,
  claim: { readonly n: number; readonly decision: Readonly<Record<string, unknown>> },
  now: Instant,
): Transition | Refusal {
  const { n, decision } = claim;
  const attempt = attemptOf(of, n);
  if (attempt === undefined || attempt.answer !== true) return { refused: 'case.no-such-attempt' };
  if (attempt.state !== 'PLANNED') return { refused: 'case.attempt-settled' };
  const claimed = { ...attempt, state: 'CLAIMED' as const, at: now, decisionSeq: of.version + 1 };
  return move(
    of,
    { attempts: of.attempts.map((one) => (one.n === n ? claimed : one)) },
    {
      type: 'answer.claimed',
      actor: system('dispatch'),
      at: now,
      facts: { attempt: n, template: attempt.step, decision },
    },
  );
}

/** The answer's five minutes are over or it may not go: written down, not sent. */
export function dropAnswer(
  of: Case,
  drop: { readonly n: number; readonly rule: RuleId },
  now: Instant,
): Transition | Refusal {
  const { n, rule } = drop;
  const attempt = attemptOf(of, n);
  if (attempt === undefined || attempt.state !== 'PLANNED') return { refused: 'case.attempt-settled' };
  return move(
    of,
    { attempts: of.attempts.map((one) => (one.n === n ? { ...one, state: 'SKIPPED' as const, rule } : one)) },
    { type: 'answer.dropped', actor: system('dispatch'), at: now, facts: { attempt: n, rule } },
  );
}
