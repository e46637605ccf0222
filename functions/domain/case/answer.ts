import type { Instant } from '../time.ts';
import type { RuleId } from '../words.ts';
import type { Case } from './case.ts';
import { attemptOf } from './send.ts';
import { move, type Refusal, system, type Transition } from './transition.ts';

/** An automatic answer is claimed like any text, at most once; case, plan and caps do not move. */
export function claimAnswer(
  of: Case,
  n: number,
  decision: Readonly<Record<string, unknown>>,
  now: Instant,
): Transition | Refusal {
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
export function dropAnswer(of: Case, n: number, rule: RuleId, now: Instant): Transition | Refusal {
  const attempt = attemptOf(of, n);
  if (attempt === undefined || attempt.state !== 'PLANNED') return { refused: 'case.attempt-settled' };
  return move(
    of,
    { attempts: of.attempts.map((one) => (one.n === n ? { ...one, state: 'SKIPPED' as const, rule } : one)) },
    { type: 'answer.dropped', actor: system('dispatch'), at: now, facts: { attempt: n, rule } },
  );
}
