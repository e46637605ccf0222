import type { Attempt, Case } from '#domain/case/case.ts';
import type { Candidate } from '#domain/case/plan-turn.ts';
import type { ContactPoint, OpenQuestion } from '#domain/contact/point.ts';
import { type AllocatedToken, allocateToken, claimToken } from '#domain/reply/token.ts';
import type { Instant } from '#domain/time.ts';

/** A question about to be put to a number. */
export type Asking = { readonly of: Case; readonly candidate: Candidate; readonly seed: number; readonly now: Instant };

/**
 * The token a text to this number carries: the question's own if it was asked here before (a second text keeps it), the
 * case's if that is free here, else a fresh one. Undefined: every token was used in the last 30 days.
 */
export function tokenFor(point: ContactPoint, asking: Asking): AllocatedToken | undefined {
  const { of, candidate, seed, now } = asking;
  const { tokens } = point;
  const own = point.questions.find((question) => isSameQuestion(question, asking));
  if (own !== undefined) return { token: own.token, tokens };
  const taken = point.questions.filter((question) => question.until > now).map((question) => question.token);
  const isCustomer = candidate.step.audience === 'customer';
  if (!isCustomer || of.token === undefined) return allocateToken(tokens, taken, { seed, now });
  if (!taken.includes(of.token) && onlyHere(of, point)) return { token: of.token, tokens };
  return claimToken(tokens, of.token, { taken, now }) ?? allocateToken(tokens, taken, { seed, now });
}

const isSameQuestion = (question: OpenQuestion, { of, candidate }: Asking): boolean =>
  question.caseId === of.id &&
  question.audience === candidate.step.audience &&
  question.contactId === candidate.contact?.contactId;

/** Every text of the case to the customer went to this number, so the case's token was given out here. */
function onlyHere(of: Case, point: ContactPoint): boolean {
  const asked = of.attempts.filter(
    (one) => one.audience === 'customer' && one.channel === 'sms' && one.answer !== true && ASKED.includes(one.state),
  );
  return asked.length > 0 && asked.every((one) => one.point === point.id);
}

const ASKED: readonly Attempt['state'][] = ['CLAIMED', 'ACCEPTED', 'NOT_SENT', 'IN_DOUBT'];
