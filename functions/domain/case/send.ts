import { HOUR, type Instant, MINUTE, SECOND } from '../time.ts';
import type { DoubtPolicy, Receipt } from '../words.ts';
import type { Attempt, Case } from './case.ts';
import { SEND_DEADLINE } from './step.ts';
import { toPerson } from './task.ts';
import { ended, move, type Refusal, type Said, system, type Transition } from './transition.ts';

/** What became of the one send request of a claimed attempt. */
export type SendOutcome =
  | { readonly state: 'ACCEPTED'; readonly messageId: string }
  | { readonly state: 'NOT_SENT'; readonly retryable: boolean; readonly code: string }
  | { readonly state: 'IN_DOUBT'; readonly code: string };

/** Surely unsent texts are tried again after these, then the plan moves on. Source: outreach transitions. */
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
 * Records the outcome of a claim. An answer to an inbound text moves nothing else. A case that was settled or taken
 * over meanwhile keeps its status: only the attempt is written down.
 */
export function settleSend(
  of: Case,
  sent: { n: number; outcome: SendOutcome; policy: DoubtPolicy },
  now: Instant,
): Transition | Refusal {
  const attempt = attemptOf(of, sent.n);
  if (attempt === undefined) return { refused: 'case.no-such-attempt' };
  if (attempt.state !== 'CLAIMED') return { refused: 'case.attempt-settled' };
  const attempts = replace(of, sent.n, { state: sent.outcome.state });
  const note: Said = {
    type: typeOf(sent.outcome.state),
    actor: system('dispatch'),
    at: now,
    facts: { attempt: sent.n, ...sent.outcome },
  };
  if (of.status !== 'CONTACTING' || attempt.answer === true) return move(of, { attempts }, note);
  if (sent.outcome.state === 'ACCEPTED') {
    return move(of, { ...advanced(of, attempt), attempts, status: 'WAITING', dueAt: attempt.until ?? now }, note);
  }
  if (sent.outcome.state === 'NOT_SENT')
    return notSent({ ...of, attempts }, attempt, { note, retryable: sent.outcome.retryable });
  return doubt({ ...of, attempts }, attempt, { note, policy: sent.policy });
}

const typeOf = (state: SendOutcome['state']): string =>
  state === 'ACCEPTED' ? 'contact.accepted' : state === 'NOT_SENT' ? 'contact.not-sent' : 'contact.in-doubt';

function notSent(of: Case, attempt: Attempt, at: { note: Said; retryable: boolean }): Transition {
  const failures = of.attempts.filter(
    (one) => one.step === attempt.step && one.contactId === attempt.contactId && one.state === 'NOT_SENT',
  ).length;
  const again = at.retryable ? RESEND_AFTER[failures - 1] : undefined;
  const where = again === undefined ? advanced(of, attempt) : {};
  return move(of, { ...where, status: 'WAITING', dueAt: at.note.at + (again ?? 0) }, at.note);
}

function doubt(of: Case, attempt: Attempt, at: { note: Said; policy: DoubtPolicy }): Transition {
  const doubts = of.attempts.filter((one) => one.step === attempt.step && one.state === 'IN_DOUBT').length;
  if (at.policy === 'resend-once' && doubts === 1) {
    // Same step, same token: the reader sees that it is the same notice.
    return move(of, { status: 'WAITING', dueAt: at.note.at + DOUBT_GRACE }, at.note);
  }
  if (at.policy === 'hold') {
    return toPerson(of, { task: { kind: 'unknown-send', attempt: attempt.n }, said: at.note }, at.note.at);
  }
  return move(of, { ...advanced(of, attempt), status: 'WAITING', dueAt: at.note.at + DOUBT_GRACE }, at.note);
}

/** A claim whose sender never reported: in doubt once its deadline has passed, and never sent again by itself. */
export function declareDoubt(of: Case, policy: DoubtPolicy, now: Instant): Transition | undefined {
  const lost = of.attempts.find((attempt) => attempt.state === 'CLAIMED' && now - attempt.at >= SEND_DEADLINE);
  if (lost === undefined) return undefined;
  const result = settleSend(of, { n: lost.n, outcome: { state: 'IN_DOUBT', code: 'send.no-outcome' }, policy }, now);
  return 'refused' in result ? undefined : result;
}

const RANK: Readonly<Record<Receipt, number>> = {
  NONE: 0,
  SENT: 1,
  NO_RECEIPT: 2,
  UNDELIVERED: 3,
  EXPIRED: 3,
  DELIVERED: 4,
};

/** No final receipt after this: NO_RECEIPT, which never counts as reached and never triggers a resend. */
export const RECEIPT_LIMIT = 72 * HOUR;

/** `planAt`: the step the plan stands at, if any: a doubt may already have moved it past the attempt's. */
export type ReceiptIn = { readonly state: Receipt; readonly at: Instant; readonly planAt?: string };

/**
 * Receipts may be late, doubled and out of order: an older one is refused, a newer one kept; DELIVERED corrects a
 * failure and says so. A receipt proves the provider took the text, so it settles a doubt (or an unreported claim).
 */
export function recordReceipt(of: Case, n: number, receipt: ReceiptIn): Transition | Refusal {
  const attempt = attemptOf(of, n);
  if (attempt === undefined) return { refused: 'case.no-such-attempt' };
  const before = attempt.receipt ?? 'NONE';
  if (RANK[receipt.state] <= RANK[before]) return { refused: 'receipt.older' };
  const corrected = before === 'UNDELIVERED' || before === 'EXPIRED';
  const unsettled = attempt.state === 'IN_DOUBT' || attempt.state === 'CLAIMED';
  const attempts = replace(of, n, { receipt: receipt.state, ...(unsettled ? { state: 'ACCEPTED' as const } : {}) });
  const resumes =
    unsettled && !ended(of) && attempt.answer !== true && (of.status === 'CONTACTING' || of.status === 'WAITING');
  const stepUp = resumes && receipt.planAt === attempt.step ? advanced(of, attempt) : {};
  return move(
    of,
    {
      attempts,
      ...(resumes ? { ...stepUp, status: 'WAITING' as const, dueAt: Math.max(attempt.until ?? 0, receipt.at) } : {}),
    },
    {
      type: 'receipt.recorded',
      actor: system('receipts'),
      at: receipt.at,
      facts: {
        attempt: n,
        state: receipt.state,
        ...(corrected ? { corrected: true } : {}),
        ...(unsettled ? { settles: attempt.state } : {}),
      },
    },
  );
}
