import { expect, test } from 'vitest';
import { bundlePrograms } from './machine/programs.ts';
import { BUGS } from './planted/bugs.ts';
import { bugSearch } from './planted/find.ts';
import { typeErrorsWith } from './planted/types.ts';

const MINUTES = 60_000;
/** One small world, of those in which the least happens. */
const ONE_SEED = { deliveries: 1, seed: 60, first: 20 };

test('every bug put in by hand still finds its place, and no two have one name', async () => {
  expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
  await expect(bundlePrograms(BUGS)).resolves.toBeDefined();
});

test('with all of them in it the product is still a program that the compiler accepts', async () => {
  expect(await typeErrorsWith(BUGS)).toEqual([]);
});

test(
  'a change that changes nothing is reported as missed, a bug as caught, and no bug where the product fails by itself',
  async () => {
    const nothing = {
      name: 'nothing',
      file: 'functions/store/client.ts',
      before: 'throwOnRequestTimeout: true',
      after: 'throwOnRequestTimeout: !false',
    };
    const unchained = BUGS.filter(({ name }) => name === 'entries not chained');

    const lookFor = bugSearch(ONE_SEED);
    expect(await lookFor(nothing)).toMatchObject({ name: 'nothing', caught: false });
    for (const bug of unchained) expect(await lookFor(bug)).toMatchObject({ caught: true });
    expect(unchained).toHaveLength(1);
    const unsound = bugSearch(ONE_SEED, unchained);
    for (const bug of unchained) {
      const { caught, by } = await unsound(bug);
      expect([caught, by]).toEqual([false, expect.stringContaining('without any bug')]);
    }
  },
  5 * MINUTES,
);
