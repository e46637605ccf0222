import { DAY, formatInstant, HOUR, type Instant, MINUTE, SECOND } from '../time.ts';

/**
 * Local time of IANA zones from `Intl` alone. An offset costs a formatter call (about 2 µs), so offsets are kept per
 * zone and UTC day; a day in which the offset changes keeps the instant of the change, found once by bisection.
 */

/** A civil day (days since 1970-01-01) and the time since its midnight, as clocks on the wall of the zone show them. */
export type LocalTime = { readonly day: number; readonly msOfDay: number; readonly offset: number };

/** `before` holds until `changeAt`, `after` from then on; without a change in the day `changeAt` is infinite. */
type DayOffsets = { readonly changeAt: Instant; readonly before: number; readonly after: number };

type ZoneData = { readonly format: Intl.DateTimeFormat; readonly days: Map<number, DayOffsets> };

/** Days remembered per zone; at the limit the memory starts anew, so a long replay stays small. */
const REMEMBERED_DAYS = 2_000;
/** Minutes in an hour, seconds in a minute. */
const PARTS_OF_UNIT = 60;

const zones = new Map<string, ZoneData | undefined>();

function dataOf(zone: string): ZoneData | undefined {
  if (zones.has(zone)) return zones.get(zone);
  const data = makeData(zone);
  zones.set(zone, data);
  return data;
}

function makeData(zone: string): ZoneData | undefined {
  try {
    return {
      format: new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }),
      days: new Map(),
    };
  } catch {
    // Intl throws RangeError for a name it does not know: that is the answer, not a fault.
    return undefined;
  }
}

/** Whether the name is a zone of this runtime's tz database (fixed offsets such as `+08:00` count too). */
export const isZone = (zone: string): boolean => dataOf(zone) !== undefined;

/** Nothing, `+08:00`, `-05:00` or `-00:01:15` behind the `GMT` that every long offset begins with. */
function readOffset(data: ZoneData, at: Instant): number {
  const shown = data.format.format(at);
  const offset = shown.slice(shown.lastIndexOf('GMT') + 'GMT'.length);
  let size = 0;
  let unit = HOUR;
  for (const part of offset.slice(1).split(':')) {
    size += Number(part) * unit;
    unit /= PARTS_OF_UNIT;
  }
  return offset.startsWith('-') ? -size : size;
}

function offsetsOfDay(data: ZoneData, day: number): DayOffsets {
  const known = data.days.get(day);
  if (known !== undefined) return known;
  const before = readOffset(data, day * DAY);
  const after = readOffset(data, (day + 1) * DAY);
  const changeAt = before === after ? Number.POSITIVE_INFINITY : findChange(data, day, before);
  const found = { changeAt, before, after };
  if (data.days.size >= REMEMBERED_DAYS) data.days.clear();
  data.days.set(day, found);
  return found;
}

/** First second of the UTC day at which the offset is no longer `before`. Zones change on whole seconds. */
function findChange(data: ZoneData, day: number, before: number): Instant {
  let same = day * DAY;
  let changed = (day + 1) * DAY;
  while (changed - same > SECOND) {
    const middle = Math.floor((same + changed) / 2 / SECOND) * SECOND;
    if (readOffset(data, middle) === before) same = middle;
    else changed = middle;
  }
  return changed;
}

/** Throws RangeError for an unknown zone: ask {@link isZone} first. */
function knownZone(zone: string): ZoneData {
  const data = dataOf(zone);
  if (data === undefined) throw new RangeError(`zone: got ${zone}, expected an IANA name`);
  return data;
}

/** Local time minus UTC in milliseconds. Throws RangeError for an unknown zone: ask {@link isZone} first. */
export function offsetAt(zone: string, at: Instant): number {
  const day = offsetsOfDay(knownZone(zone), Math.floor(at / DAY));
  return at < day.changeAt ? day.before : day.after;
}

export function localTime(zone: string, at: Instant): LocalTime {
  const offset = offsetAt(zone, at);
  const local = at + offset;
  const day = Math.floor(local / DAY);
  return { day, msOfDay: local - day * DAY, offset };
}

/** RFC 3339 in the zone's own time, with its offset. */
export const localText = (zone: string, at: Instant): string => formatInstant(at, offsetAt(zone, at));

/**
 * The instant at which the zone's clocks show that time. A time that the clocks skip is the instant of the change;
 * of one that they show twice `which` picks the first or the last.
 */
export function instantOf(zone: string, at: { day: number; msOfDay: number }, which: 'first' | 'last'): Instant {
  const wall = at.day * DAY + at.msOfDay;
  const early = offsetAt(zone, wall - DAY);
  const late = offsetAt(zone, wall + DAY);
  if (early === late) return wall - early;
  const byEarly = wall - early;
  const byLate = wall - late;
  const hasEarly = offsetAt(zone, byEarly) === early;
  const hasLate = offsetAt(zone, byLate) === late;
  if (hasEarly && hasLate) return which === 'first' ? Math.min(byEarly, byLate) : Math.max(byEarly, byLate);
  if (hasEarly) return byEarly;
  if (hasLate) return byLate;
  return changeAfter(zone, Math.min(byEarly, byLate));
}

/** The first change of a zone that is known to change soon. */
function changeAfter(zone: string, from: Instant): Instant {
  const data = knownZone(zone);
  for (let day = Math.floor(from / DAY); ; day += 1) {
    const { changeAt } = offsetsOfDay(data, day);
    if (changeAt >= from && changeAt < Number.POSITIVE_INFINITY) return changeAt;
  }
}

/** The same local day at that time of day, `HH:MM`. */
export function atLocalTime(at: Instant, zone: string, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOf(zone, { day: localTime(zone, at).day, msOfDay: hours * HOUR + minutes * MINUTE }, 'last');
}
