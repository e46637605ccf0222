import type { Instant } from '../../time.ts';
import type { Clock } from '../clock.ts';
import { pausedFor } from './due.ts';
import { type Approver, type Clocked, pinnedPolicy, ruleOf, type SlaBook } from './policy.ts';

/** A point of a clock's time at which somebody is told. */
export type Mark = { readonly at: Instant } & (
  | { readonly what: 'due-soon' | 'breached' }
  | { readonly what: 'escalated'; readonly to: Approver }
);

/** One notice that is to go out now. */
export type ClockNotice = {
  readonly what: Mark['what'];
  readonly clock: Clock;
  /** Whose desk an escalation is for. */
  readonly to?: Approver;
};

/** Warnings and escalations by their fraction of the clock's own time (pauses apart), then the breach. */
export function marksOf(clock: Clock, book: SlaBook): readonly Mark[] {
  const policy = pinnedPolicy(clock, book);
  const rule = ruleOf(clock, book);
  const length = clock.dueAt - clock.startedAt - pausedFor(clock.pauses);
  const instant = (fraction: number): Instant => clock.dueAt - Math.round((1 - fraction) * length);
  const before: readonly Mark[] = [
    ...(rule.warnAt ?? policy.warnAt).map((at) => ({ what: 'due-soon' as const, at: instant(at) })),
    ...(rule.escalate ?? policy.escalate).map(({ at, to }) => ({ what: 'escalated' as const, to, at: instant(at) })),
  ];
  return [...before.toSorted((one, other) => one.at - other.at), { what: 'breached', at: clock.dueAt }];
}

/** Told marks of a clock whose due instant moved: those that lie ahead again are told again, for the new date. */
export function rearmed(clock: Clock, at: Instant, book: SlaBook): Clock {
  const behind = marksOf(clock, book).filter((mark) => mark.at <= at).length;
  return { ...clock, told: Math.min(clock.told, behind) };
}

/** Marks not yet told. A pause tells nothing; what was met or cancelled has nothing to tell. */
function untold(clock: Clock, book: SlaBook): readonly Mark[] {
  const speaks = clock.state === 'RUNNING' || clock.state === 'BREACHED';
  return speaks ? marksOf(clock, book).slice(clock.told) : [];
}

/** When the next notice of any of its clocks is due; undefined when none will be. */
export function nextClockTime(of: Pick<Clocked, 'clocks'>, book: SlaBook): Instant | undefined {
  const next = of.clocks.flatMap((clock) =>
    untold(clock, book)
      .slice(0, 1)
      .map((mark) => mark.at),
  );
  return next.length === 0 ? undefined : Math.min(...next);
}

export type DueNotices = { readonly clocks: readonly Clock[]; readonly notices: readonly ClockNotice[] };

/**
 * The notices that are due, and the clocks with them counted as told: written together, each goes out exactly once.
 * Of several warnings missed the newest alone is told, and none beside the breach.
 */
export function dueNotices(
  of: Pick<Clocked, 'clocks'>,
  at: { readonly now: Instant; readonly book: SlaBook },
): DueNotices {
  const notices: ClockNotice[] = [];
  const clocks = of.clocks.map((clock) => {
    const due = untold(clock, at.book).filter((mark) => mark.at <= at.now);
    if (due.length === 0) return clock;
    const late = due.some((mark) => mark.what === 'breached');
    const told: Clock = { ...clock, told: clock.told + due.length, ...(late ? { state: 'BREACHED' } : {}) };
    const worthTelling = due.filter(
      (mark, index) => mark.what !== 'due-soon' || (!late && isNewestWarning(due, index)),
    );
    notices.push(...worthTelling.map((mark) => noticeOf(mark, told)));
    return told;
  });
  return { clocks, notices };
}

const isNewestWarning = (due: readonly Mark[], index: number): boolean =>
  due.findLastIndex((mark) => mark.what === 'due-soon') === index;

const noticeOf = (mark: Mark, clock: Clock): ClockNotice =>
  mark.what === 'escalated' ? { what: mark.what, clock, to: mark.to } : { what: mark.what, clock };
