import { isZone } from '../../calendar/zone.ts';
import type { LintIssue } from '../../policy/lint-issue.ts';
import type { ClockRule, ExtensionRule, SlaBook, SlaPolicy, SlaTerm } from './policy.ts';

type Fault = readonly [at: string, what: string];
const fault = (is: boolean, at: string, what: string): readonly Fault[] => (is ? [[at, what]] : []);

/** All faults of the policies; empty when they may be saved. */
export function lintSla(policies: readonly SlaPolicy[], book: Pick<SlaBook, 'calendar'>): readonly LintIssue[] {
  const names = policies.map((policy) => `${policy.id}@${policy.version}`);
  return policies.flatMap((policy, index) => {
    const name = `${policy.id}@${policy.version}`;
    const faults = [
      ...fault(names.indexOf(name) !== index, 'version', 'two policies of one version'),
      ...lintPolicy(policy, book),
    ];
    return faults.map(([at, what]) => ({ in: name, at, what }));
  });
}

function lintPolicy(policy: SlaPolicy, book: Pick<SlaBook, 'calendar'>): readonly Fault[] {
  const { timezone, clocks, review, reopen } = policy;
  const kinds = clocks.map((clock) => clock.kind);
  return [
    ...fault(clocks.length === 0, 'clocks', 'a policy has at least one clock'),
    ...kinds
      .filter((kind, at) => kinds.indexOf(kind) !== at)
      .map((kind): Fault => [`clocks.${kind}`, 'two clocks of one kind']),
    ...fault(timezone !== undefined && !isZone(timezone), 'timezone', `${timezone} is no IANA zone`),
    ...fault(!isFilled(policy, book), 'calendar', `${policy.calendar} is no calendar with a year`),
    ...lintFractions('warnAt', policy.warnAt),
    ...lintFractions(
      'escalate',
      policy.escalate.map((one) => one.at),
    ),
    ...fault(reopen.windowDays < 1 || reopen.maxReopens < 0, 'reopen', 'a window of at least a day'),
    ...fault(reopen.onScoreAtMost < 0 || reopen.onScoreAtMost > 5, 'reopen.onScoreAtMost', 'a rating is 1 to 5'),
    ...fault(review !== undefined && review.decideWithinDays < 1, 'review', 'a second look has at least a day'),
    ...clocks.flatMap((clock) => lintClock(clock).map(([at, what]): Fault => [`clocks.${clock.kind}${at}`, what])),
    ...clocks
      .filter((clock) => policy.sources[clock.kind] === undefined)
      .map((clock): Fault => [`sources.${clock.kind}`, 'no source says where its time comes from']),
  ];
}

/** Days that are counted or rolled need a calendar that knows a year. */
function isFilled(policy: SlaPolicy, book: Pick<SlaBook, 'calendar'>): boolean {
  const asks =
    policy.dayRule.rollLastDay === 'nextWorkingDay' || policy.clocks.some((clock) => clock.due.unit === 'businessDay');
  return !asks || (book.calendar(policy.calendar)?.years.size ?? 0) > 0;
}

const lintFractions = (at: string, fractions: readonly number[]): readonly Fault[] => [
  ...fault(
    fractions.some((one) => !(one > 0 && one < 1)),
    at,
    'a fraction of the time lies between 0 and 1',
  ),
  ...fault(
    fractions.some((one, index) => index > 0 && one <= (fractions[index - 1] ?? 0)),
    at,
    'fractions rise',
  ),
];

function lintClock(clock: ClockRule): readonly Fault[] {
  const asksAfterwards = clock.kind === 'followUp';
  const least = clock.due.unit === 'businessDay' ? 0 : 1;
  return [
    ...fault(!Number.isInteger(clock.due.n) || clock.due.n < least, '.due', `${clock.due.n} is no time to do it in`),
    ...fault(clock.stopOn.length === 0, '.stopOn', 'nothing stops it: it could only be breached'),
    ...fault(clock.stopOn.includes('received'), '.stopOn', 'it would stop as it begins'),
    ...fault(
      asksAfterwards !== (clock.startOn === 'resolved'),
      '.startOn',
      'the asking afterwards begins with the resolution, everything else with the receipt',
    ),
    ...lintFractions('.warnAt', clock.warnAt ?? []),
    ...lintFractions(
      '.escalate',
      (clock.escalate ?? []).map((one) => one.at),
    ),
    ...(clock.extensions ?? []).flatMap((rule, index) => lintExtension(clock, { rule, index })),
  ];
}

function lintExtension(
  clock: ClockRule,
  { rule, index }: { readonly rule: ExtensionRule; readonly index: number },
): readonly Fault[] {
  const at = `.extensions.${index}`;
  const term = rule.toTotal ?? rule.add;
  return [
    ...fault(clock.kind !== 'decide', at, 'only the time of a decision is extended'),
    ...fault(term.unit !== 'businessDay' && term.unit !== 'calendarDay', at, 'an extension is in days'),
    ...fault(!Number.isInteger(term.n) || term.n < 1, at, `${term.n} is no number of days`),
    ...fault(
      rule.toTotal !== undefined && !isLonger(rule.toTotal, clock.due),
      at,
      'it extends nothing: its total is no longer than the time without it',
    ),
  ];
}

/** Longest calendar days that working days can be with a week of holidays in them; good enough to compare by. */
const inDays = ({ n, unit }: SlaTerm): number => (unit === 'week' ? n * 7 : unit === 'businessDay' ? n * 1.4 : n);
const isLonger = (one: SlaTerm, other: SlaTerm): boolean => inDays(one) > inDays(other);
