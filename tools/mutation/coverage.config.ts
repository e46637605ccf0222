import { defineConfig } from 'vitest/config';
import { GROUPS } from './groups.ts';

const whole = GROUPS.filter((group) => group.everyBranch);
const EVERY = 100;

/** `npm run coverage`: the tests of the core go through every branch of it, file by file. */
export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: whole.flatMap(({ tests }) => tests),
    testTimeout: 20_000,
    hookTimeout: 20_000,
    coverage: {
      enabled: true,
      provider: 'v8',
      include: whole.flatMap(({ files }) => files),
      reporter: ['text'],
      thresholds: { branches: EVERY, perFile: true },
    },
  },
});
