import type { ContactCalendar, Holidays, ZonedHours } from '../calendar/calendar.ts';
import { intersect, isWholeDay, readWindows, WHOLE_DAY, type Windows } from '../calendar/windows.ts';
import { isZone } from '../calendar/zone.ts';
import { daysFromCivil } from '../time.ts';
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
  const zones: string[] = declared === undefined ? [] : [declared];
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
 * The declared zone for the law of the declared residence, and for somebody else's number of that law its own as well.
 * Other law is that of the number, and read where the number points to. Where nothing is declared a number proves nothing,
 * for it moves with its holder: every zone of the law counts, and the number's beside them.
 */
function zonesFor(pack: JurisdictionPack, query: CalendarQuery, declared: string | undefined): readonly string[] {
  const residence = query.residence ?? (query.jurisdictions.length === 1 ? query.jurisdictions[0] : undefined);
  const numbers = query.number?.jurisdiction === pack.id ? query.number.zones : undefined;
  const isHome = declared !== undefined && (pack.id === residence || pack.zones.includes(declared));
  if (isHome && (query.toAnother !== true || numbers === undefined)) return [declared];
  const told = numbers ?? [];
  if (declared === undefined) return [...new Set([...pack.zones, ...told])];
  const there = told.length > 0 ? told : pack.zones;
  return isHome ? [...new Set([declared, ...there])] : there;
}

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
