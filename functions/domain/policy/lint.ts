import { isCalendarRefusal, nextOpening } from '../calendar/calendar.ts';
import { readWindows, within } from '../calendar/windows.ts';
import { isZone } from '../calendar/zone.ts';
import { civilFromDays, DAY, daysFromCivil, type Instant, parseDuration, parseInstant } from '../time.ts';
import { CHANNELS, type Jurisdiction, PURPOSES, type Purpose } from '../words.ts';
import type { PolicyBook } from './book.ts';
import { contactCalendar } from './contact-calendar.ts';
import type { Limits } from './limits.ts';
import { type Fault, hoursFault, type LintIssue, type PolicyData } from './lint-issue.ts';
import { lintPlan } from './lint-plan.ts';
import type { Cap, JurisdictionPack, Plan } from './types.ts';

/** Purposes that never reach a third party, whatever a bank wishes. Source: docs/behaviour.md, Plans. */
const NEVER_THIRD_PARTY: readonly Purpose[] = ['debt_reminder', 'pre_litigation', 'negotiation_followup'];
/** Snapshots keep the newest eight send times, so a larger cap could not be counted. */
const LARGEST_CAP = 8;

/** All faults of the data; empty when it may be saved. `now`: the hours must overlap around this time. */
export function lintPolicies(data: PolicyData, now: Instant): readonly LintIssue[] {
  return [
    ...data.plans.flatMap((plan) => lintPlan(plan, data)),
    ...data.packs.flatMap(lintPack),
    ...lintLimits(data.limits),
    ...data.plans.flatMap((plan) => data.packs.flatMap((pack) => lintHoursTogether(data.book, plan, { pack, now }))),
  ];
}

export function lintPack(pack: JurisdictionPack): readonly LintIssue[] {
  const name = `${pack.id}@${pack.version}`;
  const issue = (at: string, what: string): LintIssue => ({ in: name, at, what });
  return [
    ...PURPOSES.flatMap((purpose) => lintPackHours(pack, purpose).map(([at, what]) => issue(at, what))),
    ...pack.caps.flatMap(lintCap).map(([at, what]) => issue(at, what)),
    ...NEVER_THIRD_PARTY.filter((purpose) => pack.thirdParty[purpose] !== 'never').map((purpose) =>
      issue(`thirdParty.${purpose}`, 'a third party is never contacted about a debt'),
    ),
    ...(pack.zones.length === 0 ? [issue('zones', 'no zone: nobody could be contacted')] : []),
    ...pack.zones.filter((zone) => !isZone(zone)).map((zone) => issue('zones', `${zone} is no IANA zone`)),
    ...lintHolidays(pack).map(([at, what]) => issue(at, what)),
  ];
}

function lintPackHours(pack: JurisdictionPack, purpose: Purpose): readonly Fault[] {
  const hard = pack.hardHours[purpose];
  return CHANNELS.flatMap((channel): readonly Fault[] => {
    const hours = pack.hours[purpose][channel];
    const at = `hours.${purpose}.${channel}`;
    const fault = hoursFault(hours);
    if (fault !== undefined) return [[at, fault]];
    const wide = hard !== undefined && !within(readWindows(hours) ?? [], readWindows(hard) ?? []);
    return wide ? [[at, 'loosened: wider than the law permits (hardHours)']] : [];
  });
}

function lintCap(cap: Cap): readonly Fault[] {
  const at = `caps.${cap.rule}.${cap.channels.join('+')}`;
  return [
    ...fault(parseDuration(cap.window) === undefined, at, `window ${cap.window} is no ISO 8601 duration`),
    ...fault(!Number.isInteger(cap.max) || cap.max < 1 || cap.max > LARGEST_CAP, at, `max ${cap.max} is not 1 to 8`),
    ...fault(cap.hardMax !== undefined && cap.max > cap.hardMax, at, 'loosened: above what the law permits (hardMax)'),
    ...fault(cap.counts !== 'sent' && cap.channels.some((one) => one !== 'call'), at, 'only calls are dialled'),
  ];
}

const fault = (is: boolean, at: string, what: string): readonly Fault[] => (is ? [[at, what]] : []);

function lintHolidays(pack: JurisdictionPack): readonly Fault[] {
  const wanted = pack.skipHolidays.length > 0;
  return [
    ...fault(wanted && Object.keys(pack.holidays).length === 0, 'holidays', 'skipped, but no year is known'),
    ...Object.entries(pack.holidays).flatMap(([year, dates]) => [
      ...fault(dates.length === 0, `holidays.${year}`, 'an empty year: leave out a year that is not known'),
      ...dates.flatMap((date) =>
        fault(
          !date.startsWith(`${year}-`) || parseInstant(`${date}T00:00:00Z`) === undefined,
          `holidays.${year}`,
          `${date} is no day of that year`,
        ),
      ),
    ]),
  ];
}

function lintLimits(limits: Limits): readonly LintIssue[] {
  const durations = [
    limits.verifiedTrustedFor,
    limits.changedNumberGuard,
    limits.feedSilence,
    limits.pendingFor,
    limits.recheckKnownEnd,
    limits.answerWithin,
    limits.neutralAnswerEvery,
    limits.bareDigitWithin,
    ...Object.values(limits.spread),
  ];
  const faults = [
    ...durations.flatMap((text) =>
      fault(parseDuration(text) === undefined, 'limits', `${text} is no ISO 8601 duration`),
    ),
    ...limits.caps.flatMap(lintCap),
  ];
  return faults.map(([at, what]) => ({ in: `limits@${limits.version}`, at, what }));
}

/** Plan and law together must leave an hour open, in every zone of the law at once and on both sides of a clock change. */
function lintHoursTogether(
  book: PolicyBook,
  plan: Plan,
  by: { readonly pack: JurisdictionPack; readonly now: Instant },
): readonly LintIssue[] {
  const { year } = civilFromDays(Math.floor(by.now / DAY));
  const solstices = [daysFromCivil(year, 6, 21), daysFromCivil(year, 12, 21)].map((day) => day * DAY);
  const channels = [...new Set(plan.steps.map((step) => step.channel))];
  return channels.flatMap((channel) => {
    const jurisdictions: readonly Jurisdiction[] = [by.pack.id];
    const calendar = contactCalendar(book, { plan, channel, severity: 'medium', jurisdictions });
    if ('rule' in calendar) return [{ in: `${plan.id}@${plan.version}`, at: `hours.${channel}`, what: calendar.rule }];
    const closed = solstices.some((day) => {
      const opening = nextOpening(calendar, day);
      return isCalendarRefusal(opening) && opening.refused === 'calendar.never-open';
    });
    const what = `empty window under ${by.pack.id}: no hour is open in all its zones`;
    return closed ? [{ in: `${plan.id}@${plan.version}`, at: `hours.${channel}`, what }] : [];
  });
}
