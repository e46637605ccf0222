import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factName, OUTER_ID, splitName } from '#domain/ids.ts';

test('names a fact by its aggregate and its number', () => {
  expect(factName('case1', 7)).toBe('case1#7');
});

test('splits a name into prefix and id, and takes a bare id for what it is', () => {
  expect(splitName('CASE#case1')).toEqual({ prefix: 'CASE', id: 'case1' });
  expect(splitName('case1')).toEqual({ id: 'case1' });
});

test('no two facts have one name, because no outer id contains the separator', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9._:@/+=-]{1,64}$/u).filter((one) => OUTER_ID.test(one));
  const fact = fc.tuple(id, fc.nat());
  fc.assert(
    fc.property(fact, fact, ([one, a], [other, b]) => {
      expect(factName(one, a) === factName(other, b)).toBe(one === other && a === b);
    }),
  );
});

test.each([
  ['C-1001', true],
  ['u1', true],
  ['13812345678', true],
  ['+86', true],
  ['+8613812345678', false],
  ['a#b', false],
])('%s as an outer id: %s', (id, isOne) => {
  expect(OUTER_ID.test(id)).toBe(isOne);
});
