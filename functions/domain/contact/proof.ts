import { addContactable, type ContactCalendar, isCalendarRefusal } from '../calendar/calendar.ts';
import { localTime } from '../calendar/zone.ts';
import { wasTried } from '../case/attempts.ts';
import type { Attempt, Case } from '../case/case.ts';
import { durationOf } from '../policy/book.ts';
import type { Plan, ProofRule } from '../policy/types.ts';
import type { Instant } from '../time.ts';
import type { Channel } from '../words.ts';

/** The customer could not be reached, by the rule of the purpose: which attempts show it. */
export type Proof = {
  readonly at: Instant;
  /** Numbers of the attempts within the case. */
  readonly attempts: readonly number[];
  readonly channels: readonly Channel[];
};

/** Proven; or not, with the instant from which it will be if only time is missing. */
export type ProofResult =
  | ({ readonly proven: true } & Proof)
  | { readonly proven: false; readonly missing: readonly ProofGap[]; readonly notBefore?: Instant };

export type ProofGap = 'never' | 'steps' | 'attempts' | 'days' | 'channels' | 'silence';

/** Tried in vain: an unreported claim, a conversation and a refusal prove nothing. */
const IN_VAIN: readonly Attempt['state'][] = [
  'ACCEPTED',
  'IN_DOUBT',
  'NO_ANSWER',
  'BUSY',
  'VOICEMAIL',
  'INVALID',
  'HUNG_UP',
  'WRONG_PARTY',
  'THIRD_PARTY',
  'WRAPPED',
];

/** What the proof is judged by: the calendar is the customer's for texts of that plan. */
export type ProofQuery = {
  readonly plan: Plan;
  /** Absent: the purpose never allows a third party. */
  readonly rule: ProofRule | undefined;
  readonly attempts: readonly Attempt[];
  readonly calendar: ContactCalendar;
};

/**
 * Whether the customer counts as unreachable. An answer moves the case elsewhere; whoever wrote anything else is reached
 * as well, and only what was tried since then counts.
 * Source of the rules: docs/behaviour.md, Proof of unreachability; the numbers are policy data of the purpose.
 */
export function proofOfUnreachability(of: Case, query: ProofQuery, now: Instant): ProofResult {
  const { rule } = query;
  if (rule === undefined) return { proven: false, missing: ['never'] };
  const within = durationOf(rule.within);
  const counted = countedAttempts(query.attempts, { within, after: of.heardAt ?? 0, now });
  const shown = { attempts: counted.map((one) => one.n), channels: channelsOf(counted) };
  if (of.proofAt !== undefined && stillStands(of, of.proofAt, now - within))
    return { proven: true, at: of.proofAt, ...shown };
  const gaps = shortfalls(of, { ...query, rule }, counted);
  const silentUntil = silenceEnds(query, rule, counted);
  if (gaps.length > 0) return { proven: false, missing: gaps };
  if (silentUntil === undefined) return { proven: false, missing: ['silence'] };
  if (now < silentUntil) return { proven: false, missing: ['silence'], notBefore: silentUntil };
  return { proven: true, at: now, ...shown };
}

/**
 * What was proven stays so while people are asked one after another, though the attempts behind it may have left the
 * snapshot: until the customer is heard, or nobody was tried for as long as attempts count.
 */
const stillStands = (of: Case, proofAt: Instant, since: Instant): boolean =>
  (of.heardAt ?? 0) <= proofAt && (proofAt >= since || of.attempts.some((one) => one.at >= since && wasTried(one)));

function countedAttempts(
  attempts: readonly Attempt[],
  by: { readonly within: number; readonly after: Instant; readonly now: Instant },
): readonly Attempt[] {
  const tried = attempts.filter(
    (one) => one.audience === 'customer' && one.answer !== true && IN_VAIN.includes(one.state) && one.at > by.after,
  );
  const newest = Math.max(...tried.map((one) => one.at));
  return newest < by.now - by.within ? [] : tried.filter((one) => one.at > newest - by.within);
}

const channelsOf = (attempts: readonly Attempt[]): readonly Channel[] => [
  ...new Set(attempts.map((one) => one.channel)),
];

function shortfalls(
  of: Case,
  query: ProofQuery & { readonly rule: ProofRule },
  counted: readonly Attempt[],
): readonly ProofGap[] {
  const { rule } = query;
  const days = new Set(counted.map((one) => localTime(query.calendar.zone, one.at).day));
  const gaps: ProofGap[] = [];
  if (rule.everyCustomerStep && of.step <= lastCustomerStep(query.plan)) gaps.push('steps');
  if (counted.length < rule.attempts) gaps.push('attempts');
  if (days.size < rule.days) gaps.push('days');
  if (channelsOf(counted).length < rule.channels) gaps.push('channels');
  return gaps;
}

const lastCustomerStep = (plan: Plan): number => plan.steps.findLastIndex((step) => step.audience === 'customer');

function silenceEnds(query: ProofQuery, rule: ProofRule, counted: readonly Attempt[]): Instant | undefined {
  const first = Math.min(...counted.map((one) => one.at));
  if (!Number.isFinite(first)) return undefined;
  const end = addContactable(query.calendar, first, durationOf(rule.silence));
  return isCalendarRefusal(end) ? undefined : end;
}
