import { CN } from '#policies/packs/cn.ts';
import { US } from '#policies/packs/us.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 10:00 in Shanghai, and the evening before in Los Angeles: reminders are allowed in both. */
const STORY_HOUR = 2;
const SEARCHED_DAYS = 40;
const zones = [
  { pack: CN, timezone: 'Asia/Shanghai' },
  { pack: US, timezone: 'America/Los_Angeles' },
] as const;

/** Complaints of the stories are counted this far ahead: a second look at one of them takes thirty days. */
const COUNTED_AHEAD = 60 * DAY;

/** The next instant, at least a minute away, from which on a reminder may go out a day later in both settings of the story. */
export function nextStoryTime(now: number): number | undefined {
  const midnight = Math.floor(now / DAY) * DAY;
  for (let day = 0; day < SEARCHED_DAYS; day += 1) {
    const at = midnight + day * DAY + STORY_HOUR * HOUR;
    if (at < now + 60_000) continue;
    if (zones.some(({ pack }) => pack.holidays[dateIn('UTC', at + COUNTED_AHEAD).slice(0, 4)] === undefined))
      return undefined;
    if (zones.every(({ pack, timezone }) => isWorkday(pack.holidays, dateIn(timezone, at + DAY)))) return at;
  }
  return undefined;
}

/** False where the law's calendar of that year is not on file: nobody is reminded then. */
function isWorkday(holidays: Readonly<Record<string, readonly string[]>>, date: string): boolean {
  return holidays[date.slice(0, 4)]?.includes(date) === false;
}

const dateIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);

/** A day whose calendar is shipped, for when the machine's own is past all of them. */
export const KNOWN_DAY = Date.parse('2026-06-03T10:00:00+08:00');
