import type { ContactPoint } from '#domain/contact/point.ts';
import { durationOf } from '#domain/policy/book.ts';
import type { Limits } from '#domain/policy/limits.ts';
import type { TemplateName } from '#domain/policy/template-names.ts';
import type { Instant } from '#domain/time.ts';
import type { HeardBy } from '../ports.ts';

export type AnswerWish = {
  readonly answer?: TemplateName;
  /** The reply was acted upon: the budget is whole again. */
  readonly accepted?: boolean;
  /** When the text came in. */
  readonly at: Instant;
  /** How it came in: only texts are answered by themselves, by text. */
  readonly channel: HeardBy;
};

/** What may go to a number that asked for silence or is wrong: the one word that it was heard. */
const HEARD: readonly TemplateName[] = ['answer.stopped', 'answer.started', 'answer.wrong'];

/**
 * The answer, if one may be planned: within five minutes, within the number's budget, and to silence only once that it
 * was heard. Dispatch asks the gate again before it sends.
 */
export function answerAllowed(
  wish: AnswerWish,
  point: ContactPoint,
  at: { readonly now: Instant; readonly limits: Limits },
): TemplateName | undefined {
  const { answer } = wish;
  const { limits, now } = at;
  const late = now - wish.at > durationOf(limits.answerWithin);
  const spent = wish.accepted !== true && point.answers.unanswered >= limits.unansweredAnswers;
  const silent = point.optOut !== undefined || point.quarantine !== undefined;
  if (answer === undefined || wish.channel !== 'sms' || late || spent) return undefined;
  if (silent && !HEARD.includes(answer)) return undefined;
  if (answer === 'answer.stopped' && point.optOut !== undefined) return undefined;
  if (answer === 'answer.wrong' && point.quarantine !== undefined) return undefined;
  return answer === 'answer.neutral' && isNeutralSpent(point, at) ? undefined : answer;
}

/** One a day to a number nobody knows; one that is on its way is enough. */
function isNeutralSpent(point: ContactPoint, { now, limits }: { now: Instant; limits: Limits }): boolean {
  const { neutralAt } = point.answers;
  return (
    point.pending !== undefined || (neutralAt !== undefined && now - neutralAt < durationOf(limits.neutralAnswerEvery))
  );
}
