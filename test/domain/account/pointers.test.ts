import { expect, test } from 'vitest';
import { newestPointers } from '#domain/account/pointers.ts';

const to = (caseId: string, kind = 'offer') => ({ caseId, kind });

test('of more cases than an account points to the newest stay', () => {
  expect(newestPointers([to('o1'), to('o2'), to('o3')], 2)).toEqual([to('o2'), to('o3')]);
  expect(newestPointers([to('o1'), to('o2')], 2)).toEqual([to('o1'), to('o2')]);
});

test.each(['overdue', 'pre-litigation', 'dormant'])(
  'a case of kind %s, which the next word of the account may clear, is the last to be forgotten',
  (kind) => {
    expect(newestPointers([to('d1', kind), to('o1'), to('o2'), to('o3')], 2)).toEqual([to('o3'), to('d1', kind)]);
  },
);
