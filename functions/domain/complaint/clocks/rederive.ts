import type { Instant } from '../../time.ts';
import type { Clock, Pause } from '../clock.ts';
import { advanceClocks, type ClockEvent } from './advance.ts';
import { dueOf } from './due.ts';
import { rearmed } from './marks.ts';
import {
  type Clocked,
  type ClockRefusal,
  isClockRefusal,
  matches,
  pinnedPolicy,
  ruleOf,
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
  const pinned = new Set(of.clocks.map((clock) => clock.policy));
  const joining = book.matching(of).filter((policy) => !pinned.has(policy.id));
  let clocks: Clocks = kept;
  for (const policy of joining) {
    const added = startLate(policy, { of, at, book });
    if (isClockRefusal(added)) return added;
    clocks = [...clocks, ...added];
  }
  return clocks;
}

type Change = { readonly of: Clocked; readonly at: Instant; readonly book: SlaBook };

function keepOrCancel(clock: Clock, { of, at, book }: Change): Clock | ClockRefusal {
  const speaks = matches(pinnedPolicy(clock, book), of);
  if (!speaks && clock.endedAt === undefined) return { ...clock, state: overOrCancelled(clock, at), endedAt: at };
  const wakes = speaks && clock.state === 'CANCELLED' && clock.kind !== 'followUp';
  if (!wakes) return clock;
  const { endedAt: _ended, ...asked } = clock;
  const again = caughtUp([{ ...asked, state: 'RUNNING' }], { of, at, book });
  return isClockRefusal(again) ? again : (again[0] ?? clock);
}

const overOrCancelled = (clock: Clock, at: Instant): Clock['state'] =>
  clock.state === 'BREACHED' || (clock.state === 'RUNNING' && at > clock.dueAt) ? 'BREACHED' : 'CANCELLED';

/** As if the policy had been there from the receipt on. */
function startLate(policy: SlaPolicy, change: Change): Clocks | ClockRefusal {
  const { of, book } = change;
  const started = startPolicy(policy, { startOn: 'received', at: of.receivedAt }, { of, book });
  return isClockRefusal(started) ? started : caughtUp(started, change);
}

/** Clocks under the pauses the complaint has had, with everything that happened to it meanwhile. */
function caughtUp(clocks: Clocks, { of, at, book }: Change): Clocks | ClockRefusal {
  const paused = mapClocks(clocks, (clock) => underPauses(clock, { of, at, book }));
  return pastEvents(of).reduce<Clocks | ClockRefusal>(
    (all, event) => (isClockRefusal(all) ? all : advanceClocks({ ...of, clocks: all }, event, book)),
    paused,
  );
}

function underPauses(clock: Clock, { of, at, book }: Change): Clock | ClockRefusal {
  const { pauseOn = [] } = ruleOf(clock, book);
  const pauses = pausesOf(of).filter((pause) => pauseOn.includes(pause.cause));
  const dueAt = dueOf({ ...clock, pauses }, { of, book });
  if (isClockRefusal(dueAt)) return dueAt;
  const state = pauses.some((pause) => pause.to === undefined) ? 'PAUSED' : 'RUNNING';
  return rearmed({ ...clock, pauses, dueAt, state }, at, book);
}

/** Every pause of the complaint, as its other clocks have kept it, each once. */
function pausesOf(of: Clocked): readonly Pause[] {
  const since = of.mediationSince;
  const running: readonly Pause[] = since === undefined ? [] : [{ from: since, cause: 'MEDIATION' }];
  const all = [...of.clocks.flatMap((clock) => clock.pauses), ...running];
  const byName = new Map(all.map((pause) => [`${pause.cause}@${pause.from}`, pause]));
  for (const pause of all) if (pause.to !== undefined) byName.set(`${pause.cause}@${pause.from}`, pause);
  return [...byName.values()].toSorted((one, other) => one.from - other.from);
}

function pastEvents(of: Clocked): readonly ClockEvent[] {
  const happened: readonly (readonly [ClockEvent['what'], Instant | undefined])[] = [
    ['acknowledged', of.acknowledgedAt],
    ['decision-sent', of.decision?.at],
    ['resolved', of.resolvedAt],
    ['satisfaction-recorded', of.followUp?.ratedAt],
  ];
  return happened
    .flatMap(([what, at]) => (at === undefined ? [] : [{ what, at }]))
    .toSorted((one, other) => one.at - other.at);
}
