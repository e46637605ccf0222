import { defineConfig } from 'vitest/config';

/** Tests of one group, as `tools/mutation/run.ts` hands them to Stryker's processes. */
export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: (process.env['LIAISON_MUTATION_TESTS'] ?? '').split(' '),
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
