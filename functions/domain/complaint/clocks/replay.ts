import type { Instant } from '../../time.ts';
import type { Role } from '../../words.ts';
import { advanceClocks, type ClockEvent } from './advance.ts';
import { extendClock } from './extend.ts';
import { type Clocked, type ClockRefusal, isClockRefusal, type Matter, type SlaBook } from './policy.ts';
import { rederiveClocks } from './rederive.ts';
import type { Clocks } from './start.ts';

/** Everything that ever moves a clock after the receipt, as the entries of a complaint tell it. */
export type ClockChange =
  | ClockEvent
  /** A decision that stood already keeps its time. */
  | { readonly what: 'decision-sent'; readonly at: Instant; readonly stands: true }
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

function clocksAfter(of: Clocked, change: ClockChange, book: SlaBook): Clocks | ClockRefusal {
  if (change.what === 'changed') return rederiveClocks(of, change.at, book);
  if (change.what !== 'extended') return advanceClocks(of, change, book);
  const { days, approver, role, at } = change;
  const extended = extendClock(of, { days, approver, role, reason: 'as its entry says' }, { now: at, book });
  return isClockRefusal(extended) ? extended : extended.clocks;
}

/** The complaint as the change leaves it; a policy that joins later is told of it. */
function factsOf(of: Clocked, change: ClockChange): Clocked {
  const { at } = change;
  switch (change.what) {
    case 'changed':
      return { ...of, ...change.to };
    case 'acknowledged':
      return { ...of, acknowledgedAt: of.acknowledgedAt ?? at };
    case 'decision-sent':
      return 'stands' in change && of.decision !== undefined ? of : { ...of, decision: { at } };
    case 'satisfaction-recorded':
      return { ...of, followUp: { ratedAt: at } };
    case 'mediation-started':
      return { ...of, mediationSince: at };
    case 'mediation-ended':
    case 'withdrawn':
      return withoutMediation(of);
    case 'resolved':
      return { ...withoutFollowUp(withoutMediation(of)), resolvedAt: at };
    case 'reopened':
      return reopened(of, at);
    default:
      return of;
  }
}

const withoutMediation = ({ mediationSince: _over, ...of }: Clocked): Clocked => of;
const withoutFollowUp = ({ followUp: _over, ...of }: Clocked): Clocked => of;

/** What came before a reopening is a round of its own; how content its customer was stands there where that reopened it. */
function reopened({ decision, resolvedAt, followUp, ...of }: Clocked, at: Instant): Clocked {
  const round = {
    ...(decision === undefined ? {} : { decidedAt: decision.at }),
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    ...(followUp?.ratedAt === at ? { ratedAt: at } : {}),
    reopenedAt: at,
  };
  return { ...of, rounds: [...(of.rounds ?? []), round] };
}
