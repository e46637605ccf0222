import type { ContactCalendar, Holidays, ZonedHours } from '../calendar/calendar.ts';
import { intersect, isWholeDay, readWindows, WHOLE_DAY, type Windows } from '../calendar/windows.ts';
import { isZone, offsetAt } from '../calendar/zone.ts';
import { DAY, daysFromCivil, type Instant } from '../time.ts';
import type { Channel, Jurisdiction, RuleId, Severity } from '../words.ts';
import type { PolicyBook } from './book.ts';
import type { Hours, JurisdictionPack, Plan } from './types.ts';

/** Whose hours: the plan's step channel and severity, the law that applies, and what is known of the person's zone. */
export type CalendarQuery = {
  readonly plan: Plan;
  readonly channel: Channel;
  readonly severity: Severity;
  readonly jurisdictions: readonly Jurisdiction[];
  /** Declared by the customer; a name that is no zone counts as not declared. */
  readonly timezone?: string;
  /** Declared residence: its law is read in the declared zone. */
  readonly residence?: Jurisdiction;
  /** Law that the number points to, which is read where the number does. */
  readonly number?: NumberLaw;
  /** It goes to somebody else than who declared the zone. */
  readonly toAnother?: boolean;
};

/** `zones`: those that the number's area reaches into; none: not told by the number. */
export type NumberLaw = { readonly jurisdiction: Jurisdiction; readonly zones: readonly string[] };

export type NoCalendar = { readonly rule: Extract<RuleId, 'policy.none' | 'zone.unknown'> };

const REMEMBERED = 2_000;
const known = new WeakMap<PolicyBook, WeakMap<Plan, Map<string, ContactCalendar | NoCalendar>>>();

/**
 * The strictest hours: the plan's, narrowed by every applying pack in every zone the person may be in. An unknown
 * zone means all zones of the law at once; law that is not known at all (no pack) permits nothing.
 */
export function contactCalendar(book: PolicyBook, query: CalendarQuery): ContactCalendar | NoCalendar {
  const cache = cacheOf(book, query.plan);
  const key = keyOf(query);
  const hit = cache.get(key);
  if (hit !== undefined) return hit;
  const made = makeCalendar(book, query);
  if (cache.size >= REMEMBERED) cache.clear();
  cache.set(key, made);
  return made;
}

const keyOf = ({ number, ...query }: CalendarQuery): string =>
  [
    query.channel,
    query.severity,
    query.jurisdictions.join(),
    query.timezone,
    query.residence,
    number?.jurisdiction,
    number?.zones.join(),
    query.toAnother,
  ].join('|');

function cacheOf(book: PolicyBook, plan: Plan): Map<string, ContactCalendar | NoCalendar> {
  const plans = known.get(book) ?? new WeakMap<Plan, Map<string, ContactCalendar | NoCalendar>>();
  known.set(book, plans);
  const cache = plans.get(plan) ?? new Map<string, ContactCalendar | NoCalendar>();
  plans.set(plan, cache);
  return cache;
}

function makeCalendar(book: PolicyBook, query: CalendarQuery): ContactCalendar | NoCalendar {
  const declared = query.timezone !== undefined && isZone(query.timezone) ? query.timezone : undefined;
  const own = planWindows(query.plan, query);
  const hours: ZonedHours[] = [];
  // The first is the one whose clock is shown: of somebody else's, where their number points to.
  const shown = (query.toAnother === true ? query.number?.zones[0] : undefined) ?? declared;
  const zones: string[] = shown === undefined ? [] : [shown];
  for (const jurisdiction of query.jurisdictions) {
    const pack = book.pack(jurisdiction);
    if (pack === undefined) return { rule: 'policy.none' };
    const law = windowsOf(pack.hours[query.plan.purpose][query.channel]);
    const holidays = pack.skipHolidays.includes(query.plan.purpose) ? holidaysOf(pack) : undefined;
    const mayBeIn = zonesFor(pack, query, declared);
    if (mayBeIn.length === 0) return { rule: 'zone.unknown' };
    zones.push(...mayBeIn);
    for (const zone of mayBeIn) {
      const windows = intersect(own, law);
      if (holidays !== undefined) hours.push({ zone, windows, holidays });
      else if (!isWholeDay(windows)) hours.push({ zone, windows });
    }
  }
  const [zone] = zones;
  return zone === undefined || query.jurisdictions.length === 0 ? { rule: 'policy.none' } : { zone, hours };
}

function planWindows(plan: Plan, of: Pick<CalendarQuery, 'channel' | 'severity'>): Windows {
  const urgent = of.severity === 'high' || of.severity === 'critical';
  return windowsOf((urgent ? (plan.urgentHours ?? plan.hours) : plan.hours)[of.channel]);
}

/** Hours that cannot be read permit nothing; the linter refuses to save them. */
const windowsOf = (hours: Hours): Windows => (hours === 'always' ? WHOLE_DAY : (readWindows(hours) ?? []));

/**
 * Where a law is read. Where nothing is declared a number proves nothing, for it moves with its holder: every zone of the
 * law counts, and the number's beside them.
 */
function zonesFor(pack: JurisdictionPack, query: CalendarQuery, declared: string | undefined): readonly string[] {
  const told = query.number?.jurisdiction === pack.id ? query.number.zones : undefined;
  if (declared === undefined) return eachOnce(pack.zones, told);
  const residence = query.residence ?? (query.jurisdictions.length === 1 ? query.jurisdictions[0] : undefined);
  const isHome = pack.id === residence || keepsTimeOf(pack, declared);
  if (query.toAnother === true && told !== undefined) return zonesOfAnother(pack, { told, declared, isHome });
  if (isHome) return [declared];
  const there = told === undefined || told.length === 0 ? pack.zones : told;
  return query.residence === undefined ? eachOnce([declared], there) : there;
}

type Elsewhere = { readonly told: readonly string[]; readonly declared: string; readonly isHome: boolean };

/**
 * Somebody else under the law of their number: under the customer's own law where the number points to, and where the
 * customer lives, unless that is abroad; under other law, of which nobody declared anything, in every zone.
 */
function zonesOfAnother(pack: JurisdictionPack, { told, declared, isHome }: Elsewhere): readonly string[] {
  const there = isHome && told.length > 0 ? told : eachOnce(pack.zones, told);
  return keepsTimeOf(pack, declared) ? eachOnce([declared], there) : there;
}

/** Midwinter and midsummer of a year: zones that agree on both keep the same time. */
const SOLSTICES: readonly Instant[] = [daysFromCivil(2026, 12, 21) * DAY, daysFromCivil(2026, 6, 21) * DAY];

/** A zone of the law, by name or by its clock: Detroit keeps the time of New York, Boise that of Denver. */
const keepsTimeOf = (pack: JurisdictionPack, zone: string): boolean =>
  pack.zones.some((one) => one === zone || SOLSTICES.every((at) => offsetAt(one, at) === offsetAt(zone, at)));

const eachOnce = (...lists: readonly (readonly string[] | undefined)[]): readonly string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];

const compiled = new WeakMap<JurisdictionPack, Holidays>();

function holidaysOf(pack: JurisdictionPack): Holidays {
  const done = compiled.get(pack);
  if (done !== undefined) return done;
  const days = new Set<number>();
  for (const date of Object.values(pack.holidays).flat()) {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    days.add(daysFromCivil(year, month, day));
  }
  const holidays = { owner: pack.id, years: new Set(Object.keys(pack.holidays).map(Number)), days };
  compiled.set(pack, holidays);
  return holidays;
}
