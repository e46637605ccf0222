import { expect, test } from 'vitest';
import type { Lake } from '#channels/lake.ts';
import { chain, GENESIS } from '#store/codecs/entry.ts';
import { keepIn } from '../../../functions/feedback/live.ts';
import { NOON } from '../../support/cases.ts';

const entries = [
  chain(
    { type: 'case.opened', actor: { kind: 'system', name: 'test' }, at: NOON, facts: {}, effects: [] },
    { aggregate: 'CASE#c1', seq: 1, previous: GENESIS },
  ),
];
const lake = (failed: number): { lines: string[]; lake: Lake } => {
  const lines: string[] = [];
  const keep: Lake['keep'] = (some) => {
    lines.push(...some);
    return Promise.resolve({ failed, of: 1 });
  };
  return { lines, lake: { keep } };
};

test('entries are taken out as lines, and remembered', async () => {
  const to = lake(0);
  const remembered: unknown[] = [];
  const witness = { remember: (some: readonly unknown[]) => Promise.resolve(void remembered.push(...some)) };
  await keepIn({ ...to, witness })(entries);
  expect(to.lines).toHaveLength(1);
  expect(remembered).toEqual(entries);
  await expect(keepIn({ lake: undefined, witness: undefined })(entries)).resolves.toBeUndefined();
});

test('what the lake did not take brings the whole batch again', async () => {
  await expect(keepIn({ ...lake(1), witness: undefined })(entries)).rejects.toThrow('channel.export-refused');
});
