import type { Hours } from '../policy/types.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';

/** Half-open parts of a day, `from` inside, `to` outside, in milliseconds since midnight; sorted, not touching. */
export type Windows = readonly { readonly from: number; readonly to: number }[];

export const WHOLE_DAY: Windows = [{ from: 0, to: DAY }];

const WINDOW = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/u;

const parsed = new WeakMap<readonly string[], Windows>();

/**
 * Reads `always` or texts such as `09:00-20:00`. A window ends after it begins; `24:00` is its latest end, so hours over midnight
 * are written as two windows. Undefined when a text is none of that.
 */
export function readWindows(hours: Hours): Windows | undefined {
  if (hours === 'always') return WHOLE_DAY;
  const known = parsed.get(hours);
  if (known !== undefined) return known;
  const read = hours.map(readWindow);
  const good = read.filter((window) => window !== undefined);
  if (good.length !== read.length) return undefined;
  const windows = join(good);
  parsed.set(hours, windows);
  return windows;
}

function readWindow(text: string): { from: number; to: number } | undefined {
  const match = WINDOW.exec(text);
  if (match === null) return undefined;
  const [, fromHour, fromMinute, toHour, toMinute] = match;
  const from = Number(fromHour) * HOUR + Number(fromMinute) * MINUTE;
  const to = toHour === undefined ? DAY : Number(toHour) * HOUR + Number(toMinute) * MINUTE;
  return from < to ? { from, to } : undefined;
}

function join(windows: readonly { from: number; to: number }[]): Windows {
  const joined: { from: number; to: number }[] = [];
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && window.from <= last.to) last.to = Math.max(last.to, window.to);
    else joined.push({ ...window });
  }
  return joined;
}

/** What lies in both. Commutative; with the whole day it changes nothing; may be empty. */
export function intersect(one: Windows, other: Windows): Windows {
  const both = one.flatMap((a) =>
    other.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })).filter((w) => w.from < w.to),
  );
  return both.toSorted((a, b) => a.from - b.from);
}

/** Whether every moment of `inner` lies in `outer`. */
export const within = (inner: Windows, outer: Windows): boolean =>
  inner.every((window) => outer.some((wide) => wide.from <= window.from && window.to <= wide.to));

export const isWholeDay = (windows: Windows): boolean => windows.length === 1 && within(WHOLE_DAY, windows);
