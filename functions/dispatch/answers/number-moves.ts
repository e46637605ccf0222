import type { SendOutcome } from '#domain/case/send.ts';
import { system } from '#domain/case/transition.ts';
import type { ContactPoint, PendingAnswer } from '#domain/contact/point.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import type { RuleId } from '#domain/words.ts';

/** One move of a number's own timeline. */
export type NumberMove = { readonly after: ContactPoint; readonly entry: EntryDraft };

const NEUTRAL = 'answer.neutral';

/** The number's budget of automatic answers, less one. */
export const answered = (point: ContactPoint, now: Instant): ContactPoint => ({
  ...point,
  answers: { ...point.answers, unanswered: point.answers.unanswered + 1, lastAt: now },
});

/** The answer is about to be sent, once; a neutral one uses up the day's. */
export function claimed(
  point: ContactPoint,
  by: { readonly pending: PendingAnswer; readonly facts: EntryDraft['facts'] },
  now: Instant,
): NumberMove {
  const after = answered(withoutPending(point), now);
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

/** What became of the one request; `seq`: the entry that claimed it. */
export function answeredBy(
  point: ContactPoint,
  sent: { readonly seq: number; readonly outcome: SendOutcome },
  now: Instant,
): NumberMove {
  const { state, ...facts } = sent.outcome;
  return { after: point, entry: entry(TYPE_OF[state], now, { claim: sent.seq, ...facts }) };
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
