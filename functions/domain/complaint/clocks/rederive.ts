import type { Instant } from '../../time.ts';
import type { Clock, Pause, PauseCause } from '../clock.ts';
import { advanceClocks, type ClockEvent } from './advance.ts';
import { dueOf } from './due.ts';
import { rearmed } from './marks.ts';
import {
  type Clocked,
  type ClockRefusal,
  isClockRefusal,
  matches,
  pinnedPolicy,
  type SlaBook,
  type SlaPolicy,
} from './policy.ts';
import { type Clocks, mapClocks, startPolicy } from './start.ts';

/**
 * The clocks of a complaint whose category, flags or severity changed. Policies that speak for it now run from the
 * original receipt with every pause it has had; those that no longer do are cancelled; what goes on is not moved.
 */
export function rederiveClocks(of: Clocked, at: Instant, book: SlaBook): Clocks | ClockRefusal {
  const kept = mapClocks(of.clocks, (clock) => keepOrCancel(clock, { of, at, book }));
  if (isClockRefusal(kept)) return kept;
  const { clocks, missing } = taken(kept, { of, at, book });
  return missing ?? clocks;
}

export type TakenUp = { readonly clocks: Clocks; readonly missing?: ClockRefusal };

/**
 * The clocks with those of every policy that speaks for the complaint and has none yet, as they would stand had they begun
 * with its receipt. `missing`: the calendar of one that still cannot be counted.
 */
export const takeUpClocks = (of: Clocked, at: Instant, book: SlaBook): TakenUp => taken(of.clocks, { of, at, book });

function taken(clocks: Clocks, change: Change): TakenUp {
  const { of, book } = change;
  const pinned = new Set(of.clocks.map((clock) => clock.policy));
  return book
    .matching(of)
    .filter((policy) => !pinned.has(policy.id))
    .reduce<TakenUp>(
      (all, policy) => {
        const added = startLate(policy, change);
        return isClockRefusal(added) ? { ...all, missing: added } : { ...all, clocks: [...all.clocks, ...added] };
      },
      { clocks },
    );
}

type Change = { readonly of: Clocked; readonly at: Instant; readonly book: SlaBook };

function keepOrCancel(clock: Clock, change: Change): Clock | ClockRefusal {
  const { of, at, book } = change;
  const speaks = matches(pinnedPolicy(clock, book), of);
  if (!speaks && clock.endedAt === undefined) return { ...clock, state: overOrCancelled(clock, at), endedAt: at };
  const wakes = speaks && clock.state === 'CANCELLED' && clock.kind !== 'followUp';
  return wakes ? woken(clock, change) : clock;
}

const overOrCancelled = (clock: Clock, at: Instant): Clock['state'] =>
  clock.state === 'BREACHED' || (clock.state === 'RUNNING' && at > clock.dueAt) ? 'BREACHED' : 'CANCELLED';

/** As if it had never been cancelled; what was told of it is told again only for another due instant. */
function woken({ endedAt: _ended, ...clock }: Clock, change: Change): Clock | ClockRefusal {
  const { of, at, book } = change;
  const dueAt = dueOf({ ...clock, pauses: [] }, { of, book });
  if (isClockRefusal(dueAt)) return dueAt;
  const clocks = caughtUp([{ ...clock, pauses: [], dueAt, state: 'RUNNING' }], change);
  if (isClockRefusal(clocks)) return clocks;
  return rearmed({ ...clock, ...clocks[0], told: clock.told }, at, book);
}

/** As if the policy had been there from the receipt on. */
function startLate(policy: SlaPolicy, change: Change): Clocks | ClockRefusal {
  const { of, book } = change;
  const started = startPolicy(policy, { startOn: 'received', at: of.receivedAt }, { of, book });
  return isClockRefusal(started) ? started : caughtUp(started, change);
}

/** Clocks with everything that happened since they began, in its order: a pause does not save one that was over. */
function caughtUp(clocks: Clocks, { of, book }: Change): Clocks | ClockRefusal {
  const round = clocks.find((clock) => clock.round !== undefined);
  const since = round?.startedAt ?? Number.NEGATIVE_INFINITY;
  return pastEvents(of)
    .filter(({ at }) => at >= since)
    .reduce<Clocks | ClockRefusal>(
      (all, event) => (isClockRefusal(all) ? all : advanceClocks({ ...of, clocks: all }, event, book)),
      clocks,
    );
}

/** Every pause of the complaint, as its other clocks have kept it, each once and as long as the longest has it. */
function pausesOf(of: Clocked): readonly Pause[] {
  const since = of.mediationSince;
  const running: readonly Pause[] = since === undefined ? [] : [{ from: since, cause: 'MEDIATION' }];
  const byName = new Map<string, Pause>();
  for (const pause of [...of.clocks.flatMap(keptBy), ...running]) {
    const name = `${pause.cause}@${pause.from}`;
    byName.set(name, longer(pause, byName.get(name) ?? pause));
  }
  return [...byName.values()];
}

/** What was under way when its clock ended is known until then. */
const keptBy = ({ pauses, endedAt }: Clock): readonly Pause[] =>
  pauses.map((pause) => (pause.to === undefined && endedAt !== undefined ? { ...pause, to: endedAt } : pause));

const endOf = ({ to = Number.POSITIVE_INFINITY }: Pause): Instant => to;
const longer = (one: Pause, other: Pause): Pause => (endOf(one) > endOf(other) ? one : other);

const EVENTS_OF: Readonly<Record<PauseCause, readonly [ClockEvent['what'], ClockEvent['what']]>> = {
  MEDIATION: ['mediation-started', 'mediation-ended'],
  WAITING_CUSTOMER: ['waiting-started', 'waiting-ended'],
};

type Happened = readonly (readonly [ClockEvent['what'], Instant | undefined])[];

function pastEvents(of: Clocked): readonly ClockEvent[] {
  const happened: Happened = [
    ...pausesOf(of).flatMap(({ cause, from, to }): Happened => {
      const [began, ended] = EVENTS_OF[cause];
      return [
        [began, from],
        [ended, to],
      ];
    }),
    ['acknowledged', of.acknowledgedAt],
    ...(of.rounds ?? []).flatMap(
      (round): Happened => [
        ['decision-sent', round.decidedAt],
        ['resolved', round.resolvedAt],
        ['satisfaction-recorded', round.ratedAt],
        ['reopened', round.reopenedAt],
      ],
    ),
    ['decision-sent', of.decision?.at],
    ['resolved', of.resolvedAt],
    ['satisfaction-recorded', of.followUp?.ratedAt],
  ];
  return happened
    .flatMap(([what, at]) => (at === undefined ? [] : [{ what, at }]))
    .toSorted((one, other) => one.at - other.at);
}
