import { DAY, type Instant } from '../../time.ts';
import { endsAsking } from '../asking.ts';
import { policiesOf, type SlaBook } from '../clocks/policy.ts';
import type { Complaint, FollowUp } from '../complaint.ts';
import { complaintTask } from '../offers/move.ts';
import { illegal, refusedMove } from './legal.ts';
import { reopened } from './reopened.ts';
import { looksOf, type MoveAt, type Moved, moverOf, noticeOf, step } from './step.ts';
import { unreached } from './unreached.ts';

/** A rating asks nobody anything. */
type RateAt = Omit<MoveAt, 'caseId'>;

export type Rating = NonNullable<FollowUp['rating']>;

export type Rated = {
  /** From 1 to 5, or in words that they are content or are not. */
  readonly rating: Rating | 'satisfied' | 'dissatisfied';
  /** Read from the customer's own reply, which settles the case that asked. */
  readonly heard?: boolean;
};

const REOPEN = { windowDays: 30, onScoreAtMost: 2, maxReopens: 3 } as const;

/** The widest of its policies' rules: what one regime grants, the customer has. */
function reopenRule(of: Complaint, book: SlaBook) {
  const rules = [REOPEN, ...policiesOf(of.clocks, book).map((policy) => policy.reopen)];
  return {
    windowDays: Math.max(...rules.map((rule) => rule.windowDays)),
    onScoreAtMost: Math.max(...rules.map((rule) => rule.onScoreAtMost)),
    maxReopens: Math.max(...rules.map((rule) => rule.maxReopens)),
  };
}

/**
 * Content, or not: whoever is not has the complaint reopened, one stage higher, with another handler. As often as its
 * policies grant; after that a supervisor sees to it.
 */
export function rateComplaint(of: Complaint, { rating, heard = false }: Rated, at: RateAt): Moved {
  const refused = refusedMove(of, 'follow-up');
  if (refused !== undefined) return refused;
  const { onScoreAtMost, maxReopens } = reopenRule(of, at.book);
  const isBad = typeof rating === 'number' ? rating <= onScoreAtMost : rating !== 'satisfied';
  const beside = heard ? {} : endsAsking(of);
  if (isBad && of.reopened >= maxReopens) return handedUp(of, { rating, beside }, at);
  if (isBad) return reopened(of, { facts: { rating }, beside }, at);
  return step(
    of,
    {
      to: { status: 'FOLLOWED_UP_SATISFIED', followUp: ratedWith(of, rating, at.now) },
      hears: ['satisfaction-recorded'],
    },
    {
      type: 'complaint.rated',
      facts: { rating },
      effects: looksOf(of),
      at,
      beside: { ...beside, holds: { do: 'lift' } },
    },
  );
}

const ratedWith = ({ followUp: asked }: Complaint, rating: Rated['rating'], now: Instant): FollowUp => ({
  ...asked,
  plannedFor: asked?.plannedFor ?? now,
  ...(typeof rating === 'number' ? { rating } : {}),
  ratedAt: now,
});

/**
 * Not content, and reopened as often as may be: it stays where it is, with a task of which a supervisor is told. Said again
 * it is noted, without a second task.
 */
function handedUp(
  of: Complaint,
  { rating, beside }: { readonly rating: Rated['rating']; readonly beside: { readonly ends?: readonly string[] } },
  at: RateAt,
): Moved {
  const isFirst = of.followUp?.ratedAt === undefined;
  const task = { ...complaintTask(of, { kind: 'review' }, at.now), escalated: true };
  return step(
    of,
    { to: { followUp: ratedWith(of, rating, at.now) }, hears: ['satisfaction-recorded'] },
    {
      type: 'complaint.not-content',
      facts: { rating, reopened: of.reopened },
      effects: isFirst ? [noticeOf(of, 'case.escalated', 'supervisor')] : [],
      at,
      beside: { ...beside, tasks: isFirst ? [task] : [] },
    },
  );
}

/** What staff enter of a call: how content the customer is, in digits or words, or that nobody could be reached. */
export function followUp(of: Complaint, input: { readonly rating?: Rated['rating'] }, at: MoveAt): Moved {
  if (input.rating !== undefined) return rateComplaint(of, { rating: input.rating }, at);
  if (of.status !== 'RESOLVED') return illegal(of);
  return unreached(of, { why: 'nobody-answered', actor: moverOf(at), ...endsAsking(of) }, at);
}

/** Within the window of its policies, as often as they grant. */
export function reopen(of: Complaint, at: MoveAt): Moved {
  const refused = refusedMove(of, 'reopen');
  if (refused !== undefined) return refused;
  const { windowDays, maxReopens } = reopenRule(of, at.book);
  const isLate = at.now - (of.resolvedAt ?? of.receivedAt) > windowDays * DAY || of.reopened >= maxReopens;
  return isLate ? { refused: 'complaint.reopen-too-late' } : reopened(of, { facts: {}, beside: endsAsking(of) }, at);
}
