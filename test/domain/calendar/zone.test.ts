import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersect, isWholeDay, readWindows, WHOLE_DAY, within } from '#domain/calendar/windows.ts';
import { atLocalTime, instantOf, isZone, localText, localTime, offsetAt } from '#domain/calendar/zone.ts';
import { DAY, daysFromCivil, HOUR, MINUTE, parseInstant, SECOND } from '#domain/time.ts';

const at = (text: string): number => parseInstant(text) ?? Number.NaN;
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];

test('a zone is known by its IANA name and by nothing else', () => {
  expect(['Asia/Shanghai', 'UTC', 'America/Puerto_Rico'].map(isZone)).toEqual([true, true, true]);
  expect(['Mars/Olympus', '', 'Shanghai'].map(isZone)).toEqual([false, false, false]);
});

test('refuses the offset of a zone that does not exist', () => {
  expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError);
});

test('the offset changes at the very second the clocks do', () => {
  const spring = at('2026-03-08T07:00:00Z');
  const autumn = at('2026-11-01T06:00:00Z');

  expect([spring - 1, spring].map((time) => offsetAt('America/New_York', time) / HOUR)).toEqual([-5, -4]);
  expect([autumn - 1, autumn].map((time) => offsetAt('America/New_York', time) / HOUR)).toEqual([-4, -5]);
});

test('an offset may be nothing, have half hours, or seconds as of old', () => {
  expect(offsetAt('UTC', 0)).toBe(0);
  expect(offsetAt('Asia/Kathmandu', at('2026-06-03T00:00:00Z'))).toBe(5 * HOUR + 45 * MINUTE);
  expect(offsetAt('America/St_Johns', at('2026-01-03T00:00:00Z'))).toBe(-3 * HOUR - 30 * MINUTE);
  expect(offsetAt('Africa/Monrovia', at('1970-06-03T00:00:00Z'))).toBe(-44 * MINUTE - 30 * SECOND);
});

test('a time of day is that of the day that it is in the zone', () => {
  const evening = at('2026-06-03T20:00:00Z');

  expect(atLocalTime(evening, 'Asia/Shanghai', '09:30')).toBe(at('2026-06-04T09:30:00+08:00'));
  expect(atLocalTime(evening, 'America/New_York', '09:30')).toBe(at('2026-06-03T09:30:00-04:00'));
  expect(atLocalTime(at('2026-11-01T20:00:00Z'), 'America/New_York', '01:30')).toBe(at('2026-11-01T06:30:00Z'));
  expect(atLocalTime(evening, 'UTC', '9')).toBe(at('2026-06-03T09:00:00Z'));
});

test('local time agrees with an independent clock, to the minute, for any instant and zone', () => {
  const instant = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), instant, (zone, time) => {
      const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const;
      const [date = '', clock = ''] = new Intl.DateTimeFormat('sv-SE', options).format(time).split(' ');
      expect(localText(zone, time).slice(0, 16)).toBe(`${date}T${clock}`);
    }),
    { numRuns: 400 },
  );
});

test('an instant comes back from its local time unless the clocks show that time twice', () => {
  const instant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), instant, (zone, time) => {
      const local = localTime(zone, time);
      const back = [instantOf(zone, local, 'first'), instantOf(zone, local, 'last')];
      expect(back).toContain(time);
      expect(back[0]).toBeLessThanOrEqual(back[1] ?? 0);
    }),
    { numRuns: 400 },
  );
});

test('a time the clocks skip is the instant of the change, one they show twice is the first or the last', () => {
  const skipped = { day: daysFromCivil(2026, 3, 8), msOfDay: 2 * HOUR + 30 * MINUTE };
  const doubled = { day: daysFromCivil(2026, 11, 1), msOfDay: HOUR + 30 * MINUTE };

  expect(instantOf('America/New_York', skipped, 'first')).toBe(at('2026-03-08T07:00:00Z'));
  expect(instantOf('America/New_York', skipped, 'last')).toBe(at('2026-03-08T07:00:00Z'));
  expect(instantOf('America/New_York', doubled, 'first')).toBe(at('2026-11-01T05:30:00Z'));
  expect(instantOf('America/New_York', doubled, 'last')).toBe(at('2026-11-01T06:30:00Z'));
});

test('a day that a zone left out altogether has no instant of its own', () => {
  // Samoa went from 29 to 31 December 2011.
  const gone = { day: daysFromCivil(2011, 12, 30), msOfDay: 12 * HOUR };

  expect(instantOf('Pacific/Apia', gone, 'first')).toBe(at('2011-12-30T10:00:00Z'));
});

test('more days than are remembered give the same answers', () => {
  const offsets = Array.from({ length: 2_100 }, (_, day) => offsetAt('Europe/London', day * DAY + 1));

  expect(Array.from({ length: 2_100 }, (_, day) => offsetAt('Europe/London', day * DAY + 1))).toEqual(offsets);
});

test('windows are read as half-open parts of the day, sorted and joined', () => {
  expect(readWindows(['13:00-17:00', '09:00-12:00', '12:00-13:00'])).toEqual([{ from: 9 * HOUR, to: 17 * HOUR }]);
  expect(readWindows(['22:00-24:00'])).toEqual([{ from: 22 * HOUR, to: DAY }]);
  expect(readWindows('always')).toBe(WHOLE_DAY);
});

test.each([['9:00-20:00'], ['09:00-25:00'], ['22:00-06:00'], ['09:00-09:00'], ['09:00'], ['24:00-24:00']])(
  'refuses %s as hours',
  (text) => {
    expect(readWindows([text])).toBeUndefined();
  },
);

test('what is open under two rules is what lies in both', () => {
  const office = readWindows(['09:00-12:00', '13:00-18:00']) ?? [];
  const law = readWindows(['08:00-10:00', '11:00-14:00']) ?? [];

  expect(intersect(office, law)).toEqual(readWindows(['09:00-10:00', '11:00-12:00', '13:00-14:00']));
  expect(intersect(law, office)).toEqual(intersect(office, law));
  expect(intersect(office, WHOLE_DAY)).toEqual(office);
  expect(intersect(office, [])).toEqual([]);
  expect([within(intersect(office, law), law), within(office, law), isWholeDay(WHOLE_DAY), isWholeDay(law)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
