import { expect, test } from 'vitest';
import { numbersSaid } from '#domain/text/numbers-said.ts';

test.each([
  ['打错了，他现在用13800138000', 'CN', ['+8613800138000']],
  ['新号码 １３８-００１３-８０００', 'CN', ['+8613800138000']],
  ['his number is 07946 000123 now', 'UK', ['+447946000123']],
  ['call (212) 555-0123', 'US', ['+12125550123']],
  ['+86 138 0013 8000 or 0044 7946 000123', 'US', ['+8613800138000', '+447946000123']],
  ['4K1', 'CN', []],
  ['不认识', undefined, []],
] as const)('%j of a person in %s names %j', (text, at, numbers) => {
  expect(numbersSaid(text, at)).toEqual(numbers);
});
