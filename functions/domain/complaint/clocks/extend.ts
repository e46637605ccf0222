import { countDays } from '../../calendar/business.ts';
import type { Instant } from '../../time.ts';
import type { Role } from '../../words.ts';
import { type Clock, mayMove } from '../clock.ts';
import { asRefusal, dayOfTotal, dueOf, lastDay, unitOfExtension } from './due.ts';
import { rearmed } from './marks.ts';
import {
  type Approver,
  type Clocked,
  type ClockRefusal,
  type ExtensionRule,
  isClockRefusal,
  ruleOf,
  type SlaBook,
} from './policy.ts';
import { type Clocks, mapClocks } from './start.ts';

export type ExtensionInput = {
  /** Added to the current total: 15 more make 30 of 15. */
  readonly days: number;
  readonly reason?: string;
  readonly approver?: string;
  /** Role of the approver. */
  readonly role?: Role;
};

export type Extended = {
  readonly clocks: Clocks;
  /** The customer is told of the new date. */
  readonly notice: boolean;
  readonly dueAt: Instant;
};

type Extending = {
  readonly of: Clocked;
  readonly approver: string;
  readonly role: Role;
  readonly days: number;
  readonly now: Instant;
  readonly book: SlaBook;
};

/**
 * More time for the decision, on every clock whose policy grants it: with a reason, by an approver of the role that the
 * policy names, while the clock runs. A second extension is the policy's second, or there is none.
 */
export function extendClock(
  of: Clocked,
  input: ExtensionInput,
  at: { readonly now: Instant; readonly book: SlaBook },
): Extended | ClockRefusal {
  const { approver, role, reason, days } = input;
  if (approver === undefined || approver === '' || role === undefined) return { refused: 'complaint.approver-missing' };
  if (reason === undefined || reason.trim() === '') return { refused: 'complaint.reason-missing' };
  const running = decisions(of.clocks).filter((clock) => mayMove(clock) && at.now <= lateAfter(clock));
  if (running.length === 0) return { refused: 'complaint.clock-ended' };
  const chosen = running.filter((clock) => nextRule(clock, at.book) !== undefined);
  if (chosen.length === 0) return { refused: 'complaint.not-extendable', limit: 0 };
  const by: Extending = { of, approver, role, days, ...at };
  const clocks = mapClocks(of.clocks, (clock) => (chosen.includes(clock) ? extendOne(clock, by) : clock));
  if (isClockRefusal(clocks)) return clocks;
  const moved = clocks.filter((_, index) => chosen.some((clock) => clock === of.clocks[index]));
  const notice = chosen.some((clock) => nextRule(clock, at.book)?.notice === true);
  return { clocks, notice, dueAt: Math.min(...moved.map((clock) => clock.dueAt)) };
}

const decisions = (clocks: Clocks): Clocks => clocks.filter((clock) => clock.kind === 'decide');

/** A clock that was paused in time is not late: its due instant moves when the pause ends. */
const lateAfter = ({ pauses, dueAt }: Clock): Instant =>
  pauses.some(({ from, to }) => to === undefined && from <= dueAt) ? Number.POSITIVE_INFINITY : dueAt;

const nextRule = (clock: Clock, book: SlaBook): ExtensionRule | undefined =>
  ruleOf(clock, book).extensions?.[clock.extensions.length];

const RANK: Readonly<Partial<Record<Role, number>>> = { supervisor: 1, head: 2, admin: 2 };
const mayApprove = (role: Role, needed: Approver): boolean => (RANK[role] ?? 0) >= (RANK[needed] ?? 0);

function extendOne(clock: Clock, by: Extending): Clock | ClockRefusal {
  const rule = nextRule(clock, by.book);
  if (rule === undefined) return clock;
  if (!mayApprove(by.role, rule.approver)) {
    return { refused: rule.approver === 'head' ? 'complaint.needs-head' : 'complaint.approver-missing' };
  }
  const limit = daysLeft(clock, rule, by);
  if (isClockRefusal(limit)) return limit;
  if (!Number.isInteger(by.days) || by.days < 1 || by.days > limit)
    return { refused: 'complaint.not-extendable', limit };
  const extension = { days: by.days, approver: by.approver, role: by.role, at: by.now };
  const extended = { ...clock, extensions: [...clock.extensions, extension] };
  const dueAt = dueOf(extended, by);
  return isClockRefusal(dueAt) ? dueAt : rearmed({ ...extended, dueAt }, by.now, by.book);
}

/** How many days the rule would still add, in its own unit. */
function daysLeft(clock: Clock, rule: ExtensionRule, by: Extending): number | ClockRefusal {
  if (rule.add !== undefined) return rule.add.n;
  const last = lastDay(clock, by);
  const end = dayOfTotal(clock, rule.toTotal, by);
  if (typeof last === 'object') return asRefusal(last);
  if (typeof end === 'object') return asRefusal(end);
  const calendar = by.book.calendar(by.book.policy(clock.policy, clock.version)?.calendar ?? '');
  const unit = unitOfExtension(clock, clock.extensions.length, by.book);
  if (unit === 'calendarDay' || calendar === undefined) return end - last;
  for (let n = 1; ; n += 1) {
    const day = countDays(calendar, last, { n, unit });
    if (typeof day === 'object') return asRefusal(day);
    if (day > end) return n - 1;
  }
}
