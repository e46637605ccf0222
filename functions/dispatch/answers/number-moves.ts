import { ANSWER_AGAIN_AFTER } from '#domain/case/answers/answer-settled.ts';
import type { SendOutcome } from '#domain/case/send.ts';
import { system } from '#domain/case/transition.ts';
import type { ContactPoint, PendingAnswer } from '#domain/contact/point.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import type { RuleId } from '#domain/words.ts';

/** One move of a number's own timeline. */
export type NumberMove = { readonly after: ContactPoint; readonly entry: EntryDraft };

const NEUTRAL = 'answer.neutral';

/** One of the number's automatic answers is used up. */
export const useAnswer = (point: ContactPoint, now: Instant): ContactPoint => ({
  ...point,
  answers: { ...point.answers, unanswered: point.answers.unanswered + 1, lastAt: now },
});

/** What surely was not sent uses nothing up: the number has that answer again. */
export const giveBackAnswer = (point: ContactPoint): ContactPoint => ({
  ...point,
  answers: { ...point.answers, unanswered: Math.max(0, point.answers.unanswered - 1) },
});

/** The answer is about to be sent, once; a neutral one uses up the day's. */
export function claimed(
  point: ContactPoint,
  by: { readonly pending: PendingAnswer; readonly facts: EntryDraft['facts'] },
  now: Instant,
): NumberMove {
  const after = useAnswer(withoutPending(point), now);
  const isNeutral = by.pending.template === NEUTRAL;
  return {
    after: isNeutral ? { ...after, answers: { ...after.answers, neutralAt: now } } : after,
    entry: entry('answer.claimed', now, by.facts),
  };
}

/** The answer may not go, or not any more. */
export const dropped = (point: ContactPoint, rule: RuleId, now: Instant): NumberMove => ({
  after: withoutPending(point),
  entry: entry('answer.dropped', now, { rule }),
});

const TYPE_OF = { ACCEPTED: 'answer.accepted', NOT_SENT: 'answer.not-sent', IN_DOUBT: 'answer.in-doubt' } as const;

export type Sent = { readonly seq: number; readonly pending: PendingAnswer; readonly outcome: SendOutcome };

/**
 * What became of the one request; `seq`: the entry that claimed it. What was surely not sent is owed again, a little
 * later, where nothing else came from the number meanwhile.
 */
export function answeredBy(point: ContactPoint, sent: Sent, now: Instant): NumberMove {
  const { state, ...facts } = sent.outcome;
  const settled = entry(TYPE_OF[state], now, { claim: sent.seq, ...facts });
  const tries = (sent.pending.again?.tries ?? 0) + 1;
  const wait = ANSWER_AGAIN_AFTER[tries - 1];
  const isOwed = sent.outcome.state === 'NOT_SENT' && sent.outcome.retryable && point.version === sent.seq;
  if (!isOwed || wait === undefined) return { after: point, entry: settled };
  const at = now + wait;
  const { neutralAt, ...answers } = giveBackAnswer(point).answers;
  const kept = neutralAt === undefined || sent.pending.template === NEUTRAL ? answers : { ...answers, neutralAt };
  return {
    after: { ...point, answers: kept, pending: { ...sent.pending, again: { tries, at } } },
    entry: { ...settled, effects: [{ do: 'work', lane: 'urgent', at }] },
  };
}

function withoutPending(point: ContactPoint): ContactPoint {
  const { pending: _done, ...rest } = point;
  return rest;
}

const entry = (type: string, at: Instant, facts: EntryDraft['facts']): EntryDraft => ({
  type,
  actor: system('dispatch'),
  at,
  facts,
  effects: [],
});
