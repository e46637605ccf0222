import { type ContactCalendar, nextOpening } from '#domain/calendar/calendar.ts';
import type { Instant } from '#domain/time.ts';

/** False also where the calendar cannot say. */
export const isOpenAt = (calendar: ContactCalendar, at: Instant): boolean => nextOpening(calendar, at) === at;
