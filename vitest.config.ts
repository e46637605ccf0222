import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { Order } from './tools/suite/order.ts';
import { PROJECTS, type Project, TURNS } from './tools/suite/projects.ts';

const SECONDS = 1000;

export default defineConfig({
  test: {
    // The business day of a test never depends on the machine's zone.
    env: { TZ: 'UTC' },
    // One more than there are cores: a test often waits for a table engine or a program that it started.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: Order },
    projects: PROJECTS.map(asVitestProject),
  },
});

function asVitestProject(project: Project) {
  return {
    extends: true as const,
    test: {
      name: project.name,
      include: [`test/${project.name}/**/*.test.ts`],
      testTimeout: project.timeoutSeconds * SECONDS,
      hookTimeout: project.timeoutSeconds * SECONDS,
      // Deployed tests share one stage and one clock.
      fileParallelism: !project.deployed,
      isolate: project.pure !== true,
      sequence: { groupOrder: TURNS.indexOf(project.turn) },
      ...(project.setup === undefined ? {} : { globalSetup: [`test/${project.name}/${project.setup}`] }),
    },
  };
}
