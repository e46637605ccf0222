import type { Instant } from '../../time.ts';
import { type Clock, isOwed, mayMove, type PauseCause } from '../clock.ts';
import { type Counted, dueOf } from './due.ts';
import { rearmed } from './marks.ts';
import {
  type ClockEventName,
  type Clocked,
  type ClockRefusal,
  isClockRefusal,
  matches,
  policiesOf,
  ruleOf,
  type SlaBook,
  type SlaPolicy,
} from './policy.ts';
import { type Clocks, join, mapClocks, startOne, startPolicy } from './start.ts';

export type ClockEvent = { readonly what: Exclude<ClockEventName, 'received'>; readonly at: Instant };

const PAUSES: Readonly<Partial<Record<ClockEventName, PauseCause>>> = {
  'mediation-started': 'MEDIATION',
  'waiting-started': 'WAITING_CUSTOMER',
};
const RESUMES: Readonly<Partial<Record<ClockEventName, PauseCause>>> = {
  'mediation-ended': 'MEDIATION',
  'waiting-ended': 'WAITING_CUSTOMER',
};

/** What an event does to every clock of a complaint: stops, pauses, resumes, cancels, begins those that follow it. */
export function advanceClocks(of: Clocked, event: ClockEvent, book: SlaBook): Clocks | ClockRefusal {
  const by = { of, book };
  const moved = mapClocks(of.clocks, (clock) => moveClock(clock, event, by));
  if (event.what === 'resolved') return join(moved, () => startFollowUps(of, event.at, book));
  if (event.what === 'reopened') return join(moved, () => startReviews(of, event.at, book));
  return moved;
}

function moveClock(clock: Clock, { what, at }: ClockEvent, by: Counted): Clock | ClockRefusal {
  if (!isOwed(clock)) return clock;
  const asksAfterwards = clock.kind === 'followUp';
  if (what === 'withdrawn' || (asksAfterwards && (what === 'unreached' || what === 'reopened'))) {
    return endClock(clock, { at, by, met: 'CANCELLED' });
  }
  const rule = ruleOf(clock, by.book);
  if (rule.stopOn.includes(what)) return endClock(clock, { at, by, met: 'MET' });
  const pauses = PAUSES[what];
  if (pauses !== undefined && rule.pauseOn?.includes(pauses) === true) return pause(clock, at, pauses);
  const resumes = RESUMES[what];
  return resumes === undefined ? clock : resume(clock, { at, by, ends: [resumes] });
}

type Ending = { readonly at: Instant; readonly by: Counted; readonly met: 'MET' | 'CANCELLED' };

/** In time it is met (or no longer asked for); late it stays breached, and what it asked for is done. */
function endClock(clock: Clock, ending: Ending): Clock | ClockRefusal {
  const { at, by, met } = ending;
  const running = resume(clock, { at, by, ends: ['MEDIATION', 'WAITING_CUSTOMER'] });
  if (isClockRefusal(running)) return running;
  const late = running.state === 'BREACHED' || at > running.dueAt;
  return { ...running, state: late ? 'BREACHED' : met, endedAt: at };
}

/** Time stands still from now on. A clock that is over is not saved by a pause. */
function pause(clock: Clock, at: Instant, cause: PauseCause): Clock {
  const already = clock.pauses.some((one) => one.cause === cause && one.to === undefined);
  if (!mayMove(clock) || at > clock.dueAt || already) return clock;
  return { ...clock, state: 'PAUSED', pauses: [...clock.pauses, { from: at, cause }] };
}

type Resuming = { readonly at: Instant; readonly by: Counted; readonly ends: readonly PauseCause[] };

/** The pauses end, and the due instant follows from the receipt and all of them anew. */
function resume(clock: Clock, { at, by, ends }: Resuming): Clock | ClockRefusal {
  if (clock.state !== 'PAUSED') return clock;
  const pauses = clock.pauses.map((one) =>
    one.to === undefined && ends.includes(one.cause) ? { ...one, to: at } : one,
  );
  const dueAt = dueOf({ ...clock, pauses }, by);
  if (isClockRefusal(dueAt)) return dueAt;
  const paused = pauses.some((one) => one.to === undefined);
  return rearmed({ ...clock, pauses, dueAt, state: paused ? 'PAUSED' : 'RUNNING' }, at, by.book);
}

/** Policies that still speak for the complaint as it is now. */
const speaking = (of: Clocked, book: SlaBook): readonly SlaPolicy[] =>
  policiesOf(of.clocks, book).filter((policy) => matches(policy, of));

function startFollowUps(of: Clocked, at: Instant, book: SlaBook): Clocks | ClockRefusal {
  const round = roundsOf(of.clocks);
  const start = { startOn: 'resolved' as const, at, ...(round === 0 ? {} : { round }) };
  return speaking(of, book).reduce<Clocks | ClockRefusal>(
    (clocks, policy) => join(clocks, () => startPolicy(policy, start, { of, book })),
    [],
  );
}

/** A reopened complaint is decided once more, within the time of the second look; its receipt stays what it was. */
function startReviews(of: Clocked, at: Instant, book: SlaBook): Clocks | ClockRefusal {
  const round = roundsOf(of.clocks) + 1;
  return speaking(of, book).reduce<Clocks | ClockRefusal>((clocks, policy) => {
    const rule = policy.clocks.find((one) => one.kind === 'decide');
    return rule === undefined ? clocks : join(clocks, () => startOne(policy, { rule, at, round }, { of, book }));
  }, []);
}

const roundsOf = (clocks: Clocks): number => Math.max(0, ...clocks.map((clock) => clock.round ?? 0));
