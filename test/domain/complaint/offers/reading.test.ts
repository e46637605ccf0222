import { expect, test } from 'vitest';
import { dayOf } from '#domain/calendar/business.ts';
import { readCounter } from '#domain/complaint/offers/reading/counter.ts';
import { withPlainNumbers } from '#domain/complaint/offers/reading/numbers.ts';

const TODAY = dayOf('2026-06-10');
const cny = (yuan: number) => ({ minor: Math.round(yuan * 100), currency: 'CNY' });
const read = (text: string, currency = 'CNY') => readCounter(text, { currency, today: TODAY });

test.each([
  ['三百五', '350'],
  ['两千', '2000'],
  ['一万二', '12000'],
  ['一万零五十', '10050'],
  ['十二', '12'],
  ['二十', '20'],
  ['1.5万', '15000'],
  ['2千5', '2500'],
  ['3k', '3000'],
  ['１，２００', '1200'],
  ['1,200.50', '1200.50'],
  ['兩萬', '20000'],
  ['twelve', '12'],
])('%s is %s', (text, digits) => {
  expect(withPlainNumbers(text)).toBe(digits);
});

test.each([
  ['每个月只能还800元', { amount: cny(800), each: true }],
  ['能不能分12期，每期500', { amount: cny(500), each: true, count: 12 }],
  ['分十二期，一期五百块', { amount: cny(500), count: 12 }],
  ['我一次还5000，剩下的免掉行吗', { amount: cny(5000) }],
  ['最多给1.5万', { amount: cny(15_000) }],
  ['三千块钱可以', { amount: cny(3000) }],
  ['￥２，０００ 行不行', { amount: cny(2000) }],
  ['分二十四个月还', { count: 24 }],
  ['半年内还清', { count: 6 }],
  ['两年还清', { count: 24 }],
  ['7月15号前还', { until: '2026-07-15' }],
  ['月底再还', { until: '2026-06-30' }],
  ['下个月5号还2000', { amount: cny(2000), until: '2026-07-05' }],
  ['2026年12月31日前付清', { until: '2026-12-31' }],
  ['15号可以还500元', { amount: cny(500), until: '2026-06-15' }],
  ['5号可以', { until: '2026-07-05' }],
  ['2月底', { until: '2027-02-28' }],
])('reads %s', (text, named) => {
  expect(read(text)).toEqual(named);
});

test.each([
  ['I can pay $300 a month', { amount: { minor: 30_000, currency: 'USD' }, each: true }],
  ['300 per month over 12 months', { amount: { minor: 30_000, currency: 'USD' }, each: true, count: 12 }],
  ['could we do 24 instalments of 150 dollars', { amount: { minor: 15_000, currency: 'USD' }, count: 24 }],
  ['£1,250.50 in full', { amount: { minor: 125_050, currency: 'GBP' } }],
  ['give me until 15 July', { until: '2026-07-15' }],
  ['I can pay by July 15th', { until: '2026-07-15' }],
  ['end of the month', { until: '2026-06-30' }],
  ['end of January please', { until: '2027-01-31' }],
  ['over two years', { count: 24 }],
  ['2026-08-01 at the latest', { until: '2026-08-01' }],
  ['1.5k and we are done', { amount: { minor: 150_000, currency: 'USD' } }],
  ['only 450', { amount: { minor: 45_000, currency: 'USD' } }],
])('reads %s', (text, named) => {
  expect(read(text, 'USD')).toEqual(named);
});

test.each([
  ['不行，太高了'],
  ['可以'],
  ['2'],
  ['利率5%太高'],
  ['no way'],
  ['I need to think'],
  ['4K1'],
  ['pay once a month'],
])('%s names no terms', (text) => {
  expect(read(text)).toBeUndefined();
});

test('a bare sum without a known currency is no sum', () => {
  expect(readCounter('only 450', { today: TODAY })).toBeUndefined();
});

test('a day that the calendar does not have is no date', () => {
  expect(read('2月30日')).toBeUndefined();
  expect(read('31号')).toEqual({ until: '2026-07-31' });
});
