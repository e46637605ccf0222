import type { Attempt, Case } from '#domain/case/case.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import { type Instant, MINUTE } from '#domain/time.ts';
import type { ReceiptTold } from './read-receipt.ts';

/** The text a receipt is about. */
export type Claim = { readonly caseId: string; readonly attempt: number };

const ATTEMPT_ID = /^(.{1,64})\.(\d{1,4})$/u;

/** By the attempt's own id if the message carries it, else by the message id noted at the number. */
export function namedIn(told: ReceiptTold, point: ContactPoint): Claim | undefined {
  const [, caseId, attempt] = ATTEMPT_ID.exec(told.attemptId ?? '') ?? [];
  if (caseId !== undefined) return { caseId, attempt: Number(attempt) };
  return point.recent.find((one) => one.messageId === told.messageId);
}

/** Cases whose newest texts to this number have no message id yet: their outcome is not noted. */
export const unnoted = ({ recent }: ContactPoint): readonly string[] => [
  ...new Set(recent.filter((one) => one.messageId === undefined).map((one) => one.caseId)),
];

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
  const isDoubtful = (one: Attempt): boolean =>
    (one.state === 'CLAIMED' || one.state === 'IN_DOUBT') &&
    one.point === by.point &&
    Math.abs(one.at - askedAt) <= APART;
  const claims = cases.flatMap((of) =>
    of.attempts.filter(isDoubtful).map((one) => ({ caseId: of.id, attempt: one.n })),
  );
  return claims.length === 1 ? claims[0] : undefined;
}
