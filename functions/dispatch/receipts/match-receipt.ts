import type { Attempt, Case } from '#domain/case/case.ts';
import { type Instant, MINUTE } from '#domain/time.ts';
import type { ReceiptTold } from './read-receipt.ts';

/** The text a receipt is about. */
export type Claim = { readonly caseId: string; readonly attempt: number };

const ATTEMPT_ID = /^(.{1,64})\.(\d{1,4})$/u;

/** By the attempt's own id, if the message carries it. */
export function namedIn(told: ReceiptTold): Claim | undefined {
  const [, caseId, attempt] = ATTEMPT_ID.exec(told.attemptId ?? '') ?? [];
  return caseId === undefined ? undefined : { caseId, attempt: Number(attempt) };
}

const isUnnoted = (one: Attempt, point: string): boolean =>
  (one.state === 'CLAIMED' || one.state === 'IN_DOUBT') && one.point === point;

/** A text to this number whose outcome nobody has noted: a receipt may have overtaken the note. */
export const isOneUnnoted = (cases: readonly Case[], point: string): boolean =>
  cases.some((of) => of.attempts.some((one) => isUnnoted(one, point)));

/** A claim and the request it led to lie within this of each other, however slow the function was. */
const APART = 2 * MINUTE;

/**
 * The one text to this number whose outcome nobody reported and that was claimed when the message was requested;
 * undefined when there is none, or more than one.
 */
export function doubtful(
  cases: readonly Case[],
  by: { readonly point: string; readonly askedAt: Instant | undefined },
): Claim | undefined {
  const { askedAt } = by;
  if (askedAt === undefined) return undefined;
  const isDoubtful = (one: Attempt): boolean => isUnnoted(one, by.point) && Math.abs(one.at - askedAt) <= APART;
  const claims = cases.flatMap((of) =>
    of.attempts.filter(isDoubtful).map((one) => ({ caseId: of.id, attempt: one.n })),
  );
  return claims.length === 1 ? claims[0] : undefined;
}
