import type * as v from 'valibot';
import type { Attempt } from '#domain/case/case.ts';
import { receiptOf } from '#domain/case/receipt.ts';
import { factName } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { WholeCase } from '#store/case-store.ts';
import type { AttemptShape } from '../shapes/case.ts';
import { type Fold, type Told, take } from './attempt-fold.ts';
import { time, timeIf } from './shown.ts';

type AttemptView = v.InferOutput<typeof AttemptShape>;

/**
 * Every attempt of a case, oldest first. The snapshot keeps the newest eight; the timeline tells the others, and of all
 * of them the provider's message id, the receipts and the verdict.
 */
export function attemptsOf({ stored, entries }: WholeCase, now: Instant): AttemptView[] {
  const { id, attempts } = stored.state;
  const fold: Fold = { caseId: id, told: new Map(), last: 0 };
  for (const entry of entries) take(fold, entry);
  for (const attempt of attempts) {
    fold.told.set(attempt.n, { receipts: [], ...fold.told.get(attempt.n), ...current(id, attempt, now) });
  }
  return [...fold.told].toSorted(([one], [other]) => one - other).map(([n, told]) => ({ id: `${id}.${n}`, ...told }));
}

/** The snapshot's word counts; what it does not carry stays as the timeline told it. */
function current(caseId: string, attempt: Attempt, now: Instant): Omit<Told, 'receipts'> {
  const { step, channel, audience, contactId, state, rule, at, until, decisionSeq } = attempt;
  return {
    step,
    channel,
    audience,
    contactId,
    state,
    reason: rule,
    at: time(at),
    receipt: channel === 'call' ? undefined : receiptOf(attempt, now),
    nextAt: state === 'DEFERRED' ? timeIf(until) : undefined,
    ...(decisionSeq === undefined ? {} : { decisionId: factName(caseId, decisionSeq) }),
  };
}
