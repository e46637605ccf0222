import { expect, test } from 'vitest';
import { bundlePrograms, programsOf } from '../machine/programs.ts';
import { BUGS } from '../planted/bugs.ts';
import { runSeed } from './seed.ts';

const MINUTES = 60_000;
const ORDER = { seed: 'versions.20', deliveries: 60, faults: 0 };
const HERE = new URL('../../../', import.meta.url).pathname;

test(
  'I20: processes of another version run beside those of this one, and what they break is found',
  async () => {
    const broken = BUGS.filter(({ name }) => name === 'double counter');
    const mixed = await runSeed(ORDER, await bundlePrograms(), await bundlePrograms(broken));

    expect(mixed.violations.map(({ invariant }) => invariant)).toContain('I13');
    const same = await runSeed(ORDER, await bundlePrograms(), await programsOf(HERE));
    expect(same.violations).toEqual([]);
  },
  2 * MINUTES,
);
