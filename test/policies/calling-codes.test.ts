import { expect, test } from 'vitest';
import { lawOfNumber } from '#policies/calling-codes.ts';
import { jurisdictionOf, readPhone } from '#runtime/numbering/phone.ts';

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
  expect(lawOfNumber(number)).toBe(law);
});

test.each(['+8613800138000', '+447911123456', '+12125550123', '+16135550123', '+17875550123', '+85251234567'])(
  'the number plans say the same of %s',
  (number) => {
    const phone = readPhone(number);

    expect(phone).toBeDefined();
    expect(lawOfNumber(number)).toBe(phone === undefined ? 'no number' : jurisdictionOf(phone.country));
  },
);
