import { readdirSync } from 'node:fs';

/** A folder of `test`: a vitest project of its own. */
export type Project = {
  readonly name: string;
  /** Limit for one test or hook. */
  readonly timeoutSeconds: number;
  /** Needs a table engine: the one that is installed on Linux x64, or the one that LIAISON_TEST_DYNAMODB_ENDPOINT names. */
  readonly engine?: true;
  /** Needs the local stage with the real stacks deployed. */
  readonly deployed: boolean;
  /** Its files leave nothing behind in memory, so those of one worker load their modules (the CDK: 2 s) only once. */
  readonly pure?: true;
};

/** In the order in which `npm test` runs them: what needs nothing, what needs a table engine, what starts programs. */
export const PROJECTS: readonly Project[] = [
  { name: 'domain', timeoutSeconds: 10, deployed: false, pure: true },
  { name: 'policies', timeoutSeconds: 10, deployed: false, pure: true },
  { name: 'functions', timeoutSeconds: 20, deployed: false, engine: true },
  { name: 'store', timeoutSeconds: 20, deployed: false, engine: true },
  { name: 'lib', timeoutSeconds: 180, deployed: false, pure: true },
  { name: 'local', timeoutSeconds: 60, deployed: false },
  { name: 'simulation', timeoutSeconds: 120, deployed: false, engine: true },
  { name: 'gates', timeoutSeconds: 120, deployed: false },
  { name: 'pipeline', timeoutSeconds: 300, deployed: true },
];

/** True when the project's folder holds at least one test. */
export function hasTests(root: string, project: Project): boolean {
  try {
    return readdirSync(`${root}/test/${project.name}`, { recursive: true, encoding: 'utf8' }).some((path) =>
      path.endsWith('.test.ts'),
    );
  } catch {
    return false; // no such folder
  }
}
