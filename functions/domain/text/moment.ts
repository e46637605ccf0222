import { localTime } from '../calendar/zone.ts';
import { civilFromDays, HOUR, MINUTE } from '../time.ts';
import type { Locale } from '../words.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `6月3日14:22`, `3 Jun 14:22`: as the clock on the reader's wall showed it. */
export function localMoment(at: number, zone: string, locale: Locale): string {
  const { day, msOfDay } = localTime(zone, at);
  const { month, day: dayOfMonth } = civilFromDays(day);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(Math.floor(msOfDay / HOUR))}:${two(Math.floor(msOfDay / MINUTE) % 60)}`;
  return locale === 'zh-CN' ? `${month}月${dayOfMonth}日${time}` : `${dayOfMonth} ${MONTHS[month - 1] ?? ''} ${time}`;
}

/** `6月3日`, `3 Jun`: the day as the reader's calendar shows it. */
export function localDate(at: number, zone: string, locale: Locale): string {
  const { month, day } = civilFromDays(localTime(zone, at).day);
  return locale === 'zh-CN' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1] ?? ''}`;
}
