import whole from 'libphonenumber-js/metadata.max.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { AREAS, zonesOfNumber } from '#domain/area-zones.ts';
import { isZone } from '#domain/calendar/zone.ts';
import { countryOf } from '#domain/calling-codes.ts';
import { lawOfNumber } from '#policies/calling-codes.ts';
import { readPhone } from '#runtime/numbering/phone.ts';

test.each([
  ['+8613800138000', 'CN'],
  ['+861012345678', 'CN'],
  ['+447700900123', 'UK'],
  ['+12125550123', 'US'],
  ['+17875550123', 'US'],
  ['+14165550123', undefined],
  ['+18765550123', undefined],
  ['+85251234567', undefined],
  ['+886912345678', undefined],
  ['+4915112345678', undefined],
] as const)('%s points to the law of %s', (number, law) => {
  expect(lawOfNumber(number)?.jurisdiction).toBe(law);
});

/** The law that a country points to; the Crown dependencies share the plan and, in practice, the rules of contact. */
const LAWS: Readonly<Record<string, string>> = { CN: 'CN', US: 'US', PR: 'US', GB: 'UK', GG: 'UK', IM: 'UK', JE: 'UK' };

test.each(['+8613800138000', '+447911123456', '+12125550123', '+16135550123', '+17875550123', '+85251234567'])(
  'the number plans say the same of %s',
  (number) => {
    const phone = readPhone(number);

    expect(phone).toBeDefined();
    expect(lawOfNumber(number)?.jurisdiction).toBe(phone === undefined ? 'no number' : LAWS[phone.country]);
  },
);

test.each([
  ['+16025550123', ['America/Phoenix']],
  ['+19285550123', ['America/Denver', 'America/Phoenix']],
  ['+18505550123', ['America/New_York', 'America/Chicago']],
  ['+19075550123', ['America/Anchorage', 'Pacific/Honolulu']],
  ['+16715550123', ['Pacific/Guam']],
  ['+17875550123', ['America/Puerto_Rico']],
  ['+18005550123', []],
  ['+8613800138000', []],
] as const)('%s points to the zones %j', (number, zones) => {
  expect(lawOfNumber(number)?.zones).toEqual(zones);
});

test.each([
  '407 321 689',
  '850 448',
  '812 930',
  '208 986',
  '541 458',
  '270 364',
  '402 531',
  '423 729',
  '212 646 332',
  '313 679',
  '312 872',
  '309 861',
  '713 281 346 621 832',
  '318 457',
  '213 323 310 424',
  '305 786 645',
  '602 480 623',
])('codes of one area point to the same zones: %s', (codes) => {
  const zones = codes.split(' ').map((code) => zonesOfNumber(`+1${code}5550123`).join());

  expect(zones[0]).not.toBe('');
  expect(new Set(zones).size).toBe(1);
});

test('an area code stands in one row, names zones that exist, and is of the United States or their territories', () => {
  const own = new Set(['US', 'PR']);
  const told = Array.from({ length: 800 }, (_, n) => `+1${n + 200}`).flatMap((start) => {
    const zones = zonesOfNumber(`${start}5550123`);
    return zones.length === 0 ? [] : [{ start, zones }];
  });

  expect(told.length).toBeGreaterThan(350);
  expect(told.filter(({ start }) => !own.has(countryOf(`${start}5550123`) ?? ''))).toEqual([]);
  expect(told.flatMap(({ zones }) => zones).filter((zone) => !isZone(zone))).toEqual([]);
  expect(new Set(AREAS.flatMap(([codes]) => codes.split(' '))).size).toBe(told.length);
  expect(AREAS.flatMap(([codes]) => codes.split(' '))).toHaveLength(told.length);
});

test('every calling code of a country is known, by the country that most of its numbers belong to', () => {
  const codes: Readonly<Record<string, readonly string[]>> = whole.country_calling_codes;
  for (const [code, [main]] of Object.entries(codes))
    expect([code, countryOf(`+${code}2125550123`)]).toEqual([code, main]);
});

test('an area code of the American plan belongs to its own country', () => {
  expect(['+14165550123', '+18765550123', '+17875550123', '+12125550123'].map(countryOf)).toEqual([
    'CA',
    'JM',
    'PR',
    'US',
  ]);
  expect(countryOf('+999123456789')).toBeUndefined();
});
