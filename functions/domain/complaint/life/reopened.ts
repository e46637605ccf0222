import type { Actor } from '../../effects.ts';
import type { Instant } from '../../time.ts';
import { type ClockRefusal, isClockRefusal } from '../clocks/policy.ts';
import { takeUpClocks } from '../clocks/rederive.ts';
import type { Complaint, FollowUp } from '../complaint.ts';
import { handlersOf, withHandlers } from '../handlers.ts';
import { complaintTask } from '../offers/move.ts';
import type { Round } from '../rounds.ts';
import { stageAbove } from './handling.ts';
import { holdsOf } from './holds.ts';
import { looksOf, type MoveAt, type Moved, noticeOf, step } from './step.ts';

/** Who was asked is asked about nothing else for a while; what was only planned is over unasked. */
function askedBefore({ followUp: asked }: Complaint, now: Instant): FollowUp | undefined {
  if (asked?.caseId === undefined || asked.plannedFor > now) return undefined;
  return { plannedFor: asked.plannedFor, caseId: asked.caseId };
}

function roundOf(of: Complaint, by: { readonly rated: boolean; readonly now: Instant }): Round {
  const asked = askedBefore(of, by.now);
  return {
    ...(of.decision === undefined ? {} : { decidedAt: of.decision.at }),
    ...(of.resolvedAt === undefined ? {} : { resolvedAt: of.resolvedAt }),
    ...(asked === undefined ? {} : { askedAt: asked.plannedFor }),
    ...(by.rated ? { ratedAt: by.now } : {}),
    reopenedAt: by.now,
  };
}

type Reopening = {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly beside: { readonly ends?: readonly string[] };
  readonly actor?: Actor;
  /** The linked complaint whose reopening it follows: its time counts, and whoever had that one gets neither. */
  readonly leader?: Complaint;
};

/**
 * One stage higher, nobody of those who had it, its first receipt date kept; an end had lifted its holds. Clocks that could
 * not be counted at its receipt are taken up, so that all have their second look. Those that were decided with it look, and
 * follow. As at the receipt a year without calendar keeps nobody from being heard: a person sees to what cannot be counted.
 */
export function reopened(of: Complaint, by: Reopening, at: ReopenAt): Moved {
  const { clocks, missing } = takeUpClocks(of, at.now, at.book);
  const again = reopenedWith(of, { ...by, clocks, missing, hears: 'reopened' }, at);
  if (!isClockRefusal(again) || again.refused !== 'complaint.calendar-missing') return again;
  return reopenedWith(of, { ...by, clocks, missing: again, hears: 'unreached' }, at);
}

type ReopenAt = Pick<MoveAt, 'now' | 'book' | 'by'>;
type Counted = {
  readonly clocks: Complaint['clocks'];
  readonly missing: Pick<ClockRefusal, 'owner' | 'year'> | undefined;
  /** Where its second look cannot be counted, only that its asking is over. */
  readonly hears: 'reopened' | 'unreached';
};

function reopenedWith(of: Complaint, by: Reopening & Counted, at: ReopenAt): Moved {
  const { facts, beside, leader, actor, clocks, missing, hears } = by;
  const since = leader?.rounds?.at(-1)?.reopenedAt ?? at.now;
  const rated = facts['rating'] !== undefined;
  const to = {
    ...afresh(of, leader),
    rounds: [...(of.rounds ?? []), roundOf(of, { rated, now: since })],
    followUp: askedBefore(of, at.now),
    clocks,
  };
  // Whom it is kept from stands in its own entry.
  const led = leader === undefined ? {} : { of: leader.id, hadBy: leader.formerHandlers };
  const missed = missing === undefined ? {} : { calendarMissing: { owner: missing.owner, year: missing.year } };
  return step(
    of,
    { to, hears: [...(rated ? (['satisfaction-recorded'] as const) : []), hears], heardAt: since },
    {
      type: 'complaint.reopened',
      ...(actor === undefined ? {} : { actor }),
      facts: { ...facts, ...led, stage: to.stage, round: to.reopened, receivedAt: of.receivedAt, ...missed },
      effects: [noticeOf(of, 'complaint.reopened'), ...looksOf(of)],
      at,
      beside: {
        ...beside,
        tasks: missing === undefined ? [] : [complaintTask(of, { kind: 'review', note: 'calendar-missing' }, at.now)],
        ...(of.status === 'RESOLVED' ? {} : { holds: { do: 'add', holds: holdsOf(of, at.now) } }),
      },
    },
  );
}

/** Nothing is decided any more, and nobody who had it, or its leader, has it. */
const afresh = (of: Complaint, leader: Complaint | undefined) =>
  ({
    status: 'REOPENED',
    stage: stageAbove(of.stage),
    handler: undefined,
    hadBy: undefined,
    formerHandlers: withHandlers(of.formerHandlers, [...handlersOf(of), ...(leader?.formerHandlers ?? [])]),
    reopened: of.reopened + 1,
    decision: undefined,
    resolvedAt: undefined,
  }) as const;
