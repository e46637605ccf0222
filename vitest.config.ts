import { defineConfig } from 'vitest/config';
import { PROJECTS, type Project } from './tools/suite/projects.ts';

const SECONDS = 1000;

export default defineConfig({
  test: {
    // The business day of a test never depends on the machine's zone.
    env: { TZ: 'UTC' },
    projects: PROJECTS.map(asVitestProject),
  },
});

function asVitestProject(project: Project, order: number) {
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
      sequence: { groupOrder: order },
      ...(project.deployed ? { globalSetup: [`test/${project.name}/stage.setup.ts`] } : {}),
    },
  };
}
