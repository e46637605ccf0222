import { expect, test } from 'vitest';
import { readWindows } from '#domain/calendar/windows.ts';
import { type CalendarQuery, contactCalendar } from '#domain/policy/contact-calendar.ts';
import { bookWith, planOf, shipped } from '../../support/rules/policies.ts';

const query = (change: Partial<CalendarQuery> = {}): CalendarQuery => ({
  plan: planOf('fraud-card'),
  channel: 'sms',
  severity: 'medium',
  jurisdictions: ['CN'],
  ...change,
});

const inUs = (...zones: readonly string[]) => ({ jurisdiction: 'US', zones }) as const;

function zonesOf(change: Partial<CalendarQuery>): readonly string[] {
  const calendar = contactCalendar(shipped, query(change));
  return 'rule' in calendar ? [calendar.rule] : calendar.hours.map((one) => one.zone);
}

test('one law with one zone: that zone’s hours', () => {
  expect(contactCalendar(shipped, query())).toEqual({
    zone: 'Asia/Shanghai',
    hours: [{ zone: 'Asia/Shanghai', windows: readWindows(['07:00-21:00']) }],
  });
});

test('the declared zone holds for the law of the declared residence, wherever that is', () => {
  expect(zonesOf({ jurisdictions: ['US'], timezone: 'America/Denver' })).toEqual(['America/Denver']);
  expect(zonesOf({ jurisdictions: ['US'], timezone: 'Europe/Paris' })).toEqual(['Europe/Paris']);
  expect(
    zonesOf({
      jurisdictions: ['CN', 'US'],
      residence: 'CN',
      timezone: 'Europe/Paris',
      number: inUs('America/Denver'),
    }),
  ).toEqual(['Europe/Paris', 'America/Denver']);
});

test('a law that comes from the number is read in the number’s zones, and in all of its own where those are unknown', () => {
  const american = { jurisdictions: ['CN', 'US'], residence: 'CN', timezone: 'Asia/Shanghai' } as const;

  expect(zonesOf({ ...american, number: inUs('America/Phoenix') })).toEqual(['Asia/Shanghai', 'America/Phoenix']);
  expect(zonesOf({ ...american, number: inUs() })).toHaveLength(9);
  expect(zonesOf({ ...american, number: inUs('Pacific/Guam') })).toEqual(['Asia/Shanghai', 'Pacific/Guam']);
  expect(zonesOf(american)).toHaveLength(9);
});

test('a number proves nothing where no zone is declared: every zone of the law counts, and the number’s own beside them', () => {
  const undeclared = zonesOf({ jurisdictions: ['US'] });

  expect(undeclared).toHaveLength(8);
  expect(zonesOf({ jurisdictions: ['US'], number: inUs('America/Phoenix') })).toEqual(undeclared);
  expect(zonesOf({ jurisdictions: ['US'], number: inUs('Pacific/Guam') })).toEqual([...undeclared, 'Pacific/Guam']);
});

const home = { jurisdictions: ['US'], residence: 'US', timezone: 'America/New_York', toAnother: true } as const;

test('the zone a customer declared is not where somebody else is: the number of a contact person counts as well', () => {
  expect(zonesOf({ ...home, toAnother: false, number: inUs('Pacific/Honolulu') })).toEqual(['America/New_York']);
  expect(zonesOf({ ...home, number: inUs('Pacific/Honolulu') })).toEqual(['America/New_York', 'Pacific/Honolulu']);
  expect(zonesOf({ ...home, number: inUs() })).toHaveLength(8);
  // A Chinese number of theirs says nothing of where the customer's own law is to be read.
  const chinese = { jurisdiction: 'CN', zones: [] } as const;
  expect(zonesOf({ ...home, jurisdictions: ['US', 'CN'], number: chinese })).toEqual([
    'America/New_York',
    'Asia/Shanghai',
  ]);
});

test('the night of a customer abroad is not that of a contact person at home, and another name of a zone is no other zone', () => {
  expect(zonesOf({ ...home, timezone: 'Asia/Shanghai', number: inUs('America/New_York') })).toEqual([
    'America/New_York',
  ]);
  expect(zonesOf({ ...home, timezone: 'America/Detroit', number: inUs('America/Los_Angeles') })).toEqual([
    'America/Detroit',
    'America/Los_Angeles',
  ]);
});

test('of a contact person under another law than the customer’s nothing is declared: every zone of it counts', () => {
  const abroad = { jurisdictions: ['CN', 'US'], residence: 'CN', timezone: 'Asia/Shanghai', toAnother: true } as const;

  expect(zonesOf({ ...abroad, number: inUs('America/Phoenix') })).toHaveLength(9);
  expect(zonesOf({ ...abroad, number: inUs('Pacific/Guam') })).toHaveLength(10);
});

test('a declared zone is never left out, whatever law it is of', () => {
  const laws = { jurisdictions: ['UK', 'US'], number: inUs('America/New_York') } as const;

  expect(zonesOf({ ...laws, timezone: 'America/Boise' })).toContain('America/Boise');
  expect(zonesOf({ ...laws, timezone: 'Asia/Tokyo' })).toEqual([
    'Asia/Tokyo',
    'Europe/London',
    'Asia/Tokyo',
    'America/New_York',
  ]);
});

test('the clock that is shown is that of whoever is contacted', () => {
  const shown = (change: Partial<CalendarQuery>) =>
    contactCalendar(shipped, query({ ...home, number: inUs('Pacific/Honolulu'), ...change }));

  expect(shown({})).toMatchObject({ zone: 'Pacific/Honolulu' });
  expect(shown({ toAnother: false })).toMatchObject({ zone: 'America/New_York' });
});

test('a declared zone of the law itself is used for it even without a declared residence', () => {
  expect(zonesOf({ jurisdictions: ['CN', 'US'], timezone: 'America/Denver' })).toEqual([
    'America/Denver',
    'Asia/Shanghai',
    'America/Denver',
  ]);
});

test('hours that are always open need no entry, holidays do', () => {
  const welfare = query({ plan: planOf('welfare-urgent'), severity: 'high' });
  const debt = contactCalendar(shipped, query({ plan: planOf('debt-reminder') }));

  expect(contactCalendar(shipped, welfare)).toEqual({ zone: 'Asia/Shanghai', hours: [] });
  expect('rule' in debt ? debt.rule : debt.hours[0]?.holidays?.owner).toBe('CN');
});

test('law that is not on file, or none at all, permits nothing', () => {
  const lawless = bookWith({ pack: () => undefined });

  expect(contactCalendar(lawless, query())).toEqual({ rule: 'policy.none' });
  expect(contactCalendar(shipped, query({ jurisdictions: [] }))).toEqual({ rule: 'policy.none' });
  expect(contactCalendar(shipped, query({ jurisdictions: [], timezone: 'Asia/Shanghai' }))).toEqual({
    rule: 'policy.none',
  });
});

test('a law without zones and a person without one leave the zone unknown', () => {
  const found = shipped.pack('CN');
  const bare = bookWith({ pack: () => (found === undefined ? undefined : { ...found, zones: [] }) });

  expect(contactCalendar(bare, query())).toEqual({ rule: 'zone.unknown' });
  expect(contactCalendar(bare, query({ timezone: 'Asia/Shanghai' }))).toMatchObject({ zone: 'Asia/Shanghai' });
});

test('hours that cannot be read permit nothing', () => {
  const plan = { ...planOf('fraud-card'), hours: { ...planOf('fraud-card').hours, sms: ['nine to five'] } };

  expect(contactCalendar(shipped, query({ plan }))).toMatchObject({ hours: [{ windows: [] }] });
});

test('the same question gets the same calendar, and more questions than are remembered get right ones', () => {
  const plan = { ...planOf('fraud-card') };
  const first = contactCalendar(shipped, query({ plan }));
  for (let n = 0; n < 2_100; n += 1) contactCalendar(shipped, query({ plan, number: inUs(`z${n}`) }));

  expect(contactCalendar(shipped, query({ plan }))).toEqual(first);
  expect(contactCalendar(shipped, query({ plan }))).toBe(contactCalendar(shipped, query({ plan })));
});
