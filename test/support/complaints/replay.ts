import { advanceClocks, type ClockEvent } from '#domain/complaint/clocks/advance.ts';
import { extendClock } from '#domain/complaint/clocks/extend.ts';
import {
  type Clocked,
  type ClockRefusal,
  isClockRefusal,
  type Matter,
  type SlaBook,
} from '#domain/complaint/clocks/policy.ts';
import { rederiveClocks } from '#domain/complaint/clocks/rederive.ts';
import type { Clocks } from '#domain/complaint/clocks/start.ts';
import type { Instant } from '#domain/time.ts';
import type { Role } from '#domain/words.ts';
import { startClocks } from './clocks.ts';

/** Everything that ever moves a clock after the receipt, as the entries of a complaint tell it. */
export type ClockChange =
  | ClockEvent
  | {
      readonly what: 'extended';
      readonly at: Instant;
      readonly days: number;
      readonly approver: string;
      readonly role: Role;
    }
  | { readonly what: 'changed'; readonly at: Instant; readonly to: Partial<Matter> };

/** One change applied to a complaint: its clocks, and what of it they look at. */
export function changeClocks(of: Clocked, change: ClockChange, book: SlaBook): Clocked | ClockRefusal {
  const seen = factsOf(of, change);
  const clocks = clocksAfter(seen, change, book);
  return isClockRefusal(clocks) ? clocks : { ...seen, clocks };
}

/** The clocks of a complaint from its receipt and its changes alone: they equal those that are stored. */
export function replayClocks(
  of: Omit<Clocked, 'clocks'>,
  changes: readonly ClockChange[],
  book: SlaBook,
): Clocks | ClockRefusal {
  const started = startClocks(of, book);
  if (isClockRefusal(started)) return started;
  let now: Clocked = { ...of, clocks: started };
  for (const change of changes) {
    const next = changeClocks(now, change, book);
    if (isClockRefusal(next)) return next;
    now = next;
  }
  return now.clocks;
}

function clocksAfter(of: Clocked, change: ClockChange, book: SlaBook): Clocks | ClockRefusal {
  if (change.what === 'changed') return rederiveClocks(of, change.at, book);
  if (change.what !== 'extended') return advanceClocks(of, change, book);
  const { days, approver, role, at } = change;
  const extended = extendClock(of, { days, approver, role, reason: 'as its entry says' }, { now: at, book });
  return isClockRefusal(extended) ? extended : extended.clocks;
}

const ENDS_MEDIATION: readonly ClockChange['what'][] = ['mediation-ended', 'resolved', 'withdrawn'];

/** The complaint as the change leaves it; a policy that joins later is told of it. */
function factsOf(of: Clocked, change: ClockChange): Clocked {
  const { at } = change;
  if (change.what === 'changed') return { ...of, ...change.to };
  if (change.what === 'acknowledged') return { ...of, acknowledgedAt: of.acknowledgedAt ?? at };
  if (change.what === 'decision-sent') return { ...of, decision: { at } };
  if (change.what === 'reopened') return reopened(of, at);
  if (change.what === 'mediation-started') return { ...of, mediationSince: at };
  if (!ENDS_MEDIATION.includes(change.what)) return of;
  const { mediationSince: _over, ...rest } = of;
  return change.what === 'resolved' ? { ...rest, resolvedAt: at } : rest;
}

/** What came before a reopening is a round of its own. */
function reopened({ decision, resolvedAt, ...of }: Clocked, at: Instant): Clocked {
  const round = {
    ...(decision === undefined ? {} : { decidedAt: decision.at }),
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    reopenedAt: at,
  };
  return { ...of, rounds: [...(of.rounds ?? []), round] };
}
