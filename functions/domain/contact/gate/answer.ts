import { durationOf, type PolicyBook } from '../../policy/book.ts';
import type { Instant } from '../../time.ts';
import type { RuleId } from '../../words.ts';
import type { Counter, Destination, Spent } from '../evidence.ts';
import type { ContactPoint } from '../point.ts';

/** An automatic answer to a text that just came in. */
export type AnswerEvidence = {
  /** Template family, e.g. `answer.clarify`. */
  readonly template: string;
  /** When the text was received. */
  readonly inboundAt: Instant;
  /** The case it belongs to is over: nothing is asked back. */
  readonly isOver?: boolean;
  /** Somebody else has the number since: they hear no more than that they were heard. */
  readonly newerHolder?: boolean;
  readonly deceased?: boolean;
  /** The number it came from; undefined when nothing was ever written about it. */
  readonly point?: ContactPoint;
  readonly smsOn: boolean;
  /** Where the answer would go; absent while nobody knows the number. */
  readonly destination?: Destination;
  /** Set when no parts were left to send it with. */
  readonly spent?: Spent;
};

export type AnswerVerdict =
  | { readonly verdict: 'ALLOW'; readonly counters: readonly Counter[]; readonly pointVersion: number }
  | { readonly verdict: 'DENY'; readonly counters: readonly Counter[]; readonly rules: readonly RuleId[] };

/** The one answer that may still go to a number that just asked for silence, or was just found to be wrong. */
const ANSWERS_A_STOP = 'answer.stopped';
const ANSWERS_A_WRONG_NUMBER = 'answer.wrong';
const NEUTRAL = 'answer.neutral';
const TELLS_NOTHING: readonly string[] = [ANSWERS_A_STOP, 'answer.started', ANSWERS_A_WRONG_NUMBER, NEUTRAL];
const ASKS_BACK: readonly string[] = ['answer.clarify', 'answer.which'];

/**
 * May an inbound text be answered? Within five minutes, outside caps and hours, once each; at most five times without
 * an accepted action in between, and neutrally (unknown numbers) once a day. Source: docs/behaviour.md, Replies; 47 CFR
 * 64.1200(a)(12) for the one confirmation of an opt-out.
 */
export function gateAnswer(answer: AnswerEvidence, now: Instant, book: PolicyBook): AnswerVerdict {
  const { point, template } = answer;
  const { limits } = book;
  const unanswered = point?.answers.unanswered ?? 0;
  const counters: Counter[] = [{ rule: 'cap.number', before: unanswered, limit: limits.unansweredAnswers }];
  const neutralAt = point?.answers.neutralAt ?? Number.NEGATIVE_INFINITY;
  const neutralSpent = template === NEUTRAL && now - neutralAt < durationOf(limits.neutralAnswerEvery);
  const checks: readonly (readonly [RuleId, boolean])[] = [
    ['channel.off', !answer.smsOn],
    ['country.not-allowed', answer.destination?.allowed === false],
    ['budget.spent', answer.spent?.rule === 'budget.spent'],
    ['numbers.side-by-side', answer.spent?.rule === 'numbers.side-by-side'],
    ['text.expired', now - answer.inboundAt > durationOf(limits.answerWithin)],
    ['contact-point.quarantined', point?.quarantine !== undefined && template !== ANSWERS_A_WRONG_NUMBER],
    ['contact-point.newer-holder', answer.newerHolder === true && !TELLS_NOTHING.includes(template)],
    ['customer.deceased', answer.deceased === true],
    ['reason.gone', answer.isOver === true && ASKS_BACK.includes(template)],
    ['consent.withdrawn', isSilent(point) && template !== ANSWERS_A_STOP && template !== ANSWERS_A_WRONG_NUMBER],
    ['cap.number', neutralSpent || unanswered >= limits.unansweredAnswers],
  ];
  const rules = checks.filter(([, fired]) => fired).map(([rule]) => rule);
  return rules.length === 0
    ? { verdict: 'ALLOW', counters, pointVersion: point?.version ?? 0 }
    : { verdict: 'DENY', counters, rules };
}

const isSilent = (point: ContactPoint | undefined): boolean => point?.optOut?.purposes === 'all';
