import { type BusinessCalendar, businessCalendar } from '#domain/calendar/business.ts';
import { CN } from '../packs/cn.ts';
import { UK } from '../packs/uk.ts';
import { US } from '../packs/us.ts';

/**
 * Days on which banks work, by calendar. Holidays are those of the packs, which name their sources; a year that is not
 * published is left out there, and whatever would be counted through it is refused (`complaint.calendar-missing`).
 */
export const CALENDARS: ReadonlyMap<string, BusinessCalendar> = new Map(
  [
    {
      /** Holidays and the weekends worked for them, by the State Council's notices; no 2027 until its notice is on file. */
      id: 'cn-statutory',
      holidays: CN.holidays,
      makeUp: {
        '2024': [
          '2024-02-04',
          '2024-02-18',
          '2024-04-07',
          '2024-04-28',
          '2024-05-11',
          '2024-09-14',
          '2024-09-29',
          '2024-10-12',
        ],
        '2025': ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
        '2026': ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      },
    },
    /** Bank holidays of England and Wales. */
    { id: 'uk-england-and-wales', holidays: UK.holidays, makeUp: {} },
    /** Federal holidays as observed. */
    { id: 'us-federal', holidays: US.holidays, makeUp: {} },
  ].map((dates) => [dates.id, businessCalendar(dates)]),
);
