import { expect, test } from 'vitest';
import { readPhone } from '#runtime/numbering/phone.ts';

test.each([
  ['+8613800138000', 'CN'],
  ['+85291234567', 'HK'],
  ['+12025550123', 'US'],
  ['+1 (416) 555-0123', 'CA'],
  ['+17875550123', 'PR'],
  ['+447400123456', 'GB'],
  ['+447911123456', 'GG'],
  ['+447700900123', 'GB'],
])('reads %s as a number of %s', (text, country) => {
  expect(readPhone(text)).toEqual({ e164: text.replaceAll(/[ ()-]/gu, ''), country });
});

test('a number of a plan that is not kept is checked for calling code and length only', () => {
  expect(readPhone('+491701234567')).toEqual({ e164: '+491701234567', country: 'DE' });
  expect(readPhone('+999123456789')).toBeUndefined();
});

test.each([
  '',
  '13800138000',
  '+86',
  '+861380013800',
  '+8612345678901',
  '+86138001380001234',
  '+44123',
  'tel:+8613800138000',
])('refuses %j, which rings nowhere', (text) => {
  expect(readPhone(text)).toBeUndefined();
});

test.each(['+19005550123', '+18005550123', '+447012345678', '+449098790000', '+448001111111', '+864008888888'])(
  'refuses %s, which is of premium rate, free, personal or shared: nobody has it as theirs',
  (text) => {
    expect(readPhone(text)).toBeUndefined();
  },
);
