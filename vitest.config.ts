import { defineConfig } from 'vitest/config';

/**
 * One project per folder of `test`, in the order in which `npm test` runs them: what needs nothing first, what needs a
 * table engine next, what starts whole programs last. `pipeline` alone needs the deployed local stage.
 */
const SECONDS = 1000;
const IN_PROCESS: readonly (readonly [folder: string, timeoutSeconds: number])[] = [
  ['domain', 10],
  ['policies', 10],
  ['functions', 20],
  ['store', 20],
  ['lib', 60],
  ['local', 60],
  ['simulation', 120],
  ['gates', 120],
];

export default defineConfig({
  test: {
    // The business day of a test never depends on the machine's zone.
    env: { TZ: 'UTC' },
    projects: [
      ...IN_PROCESS.map(([folder, seconds], order) => project(folder, { seconds, order })),
      project('pipeline', { seconds: 300, order: IN_PROCESS.length, oneByOne: true }),
    ],
  },
});

function project(name: string, options: { seconds: number; order: number; oneByOne?: boolean }) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: options.seconds * SECONDS,
      hookTimeout: options.seconds * SECONDS,
      fileParallelism: options.oneByOne !== true,
      sequence: { groupOrder: options.order },
    },
  };
}
