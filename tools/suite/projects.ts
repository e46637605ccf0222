import { readdirSync } from 'node:fs';

export const TURNS = ['rules', 'programs', 'deployed'] as const;
export type Turn = (typeof TURNS)[number];

/** A folder of `test`: a vitest project of its own. */
export type Project = {
  readonly name: string;
  /** Limit for one test or hook. */
  readonly timeoutSeconds: number;
  /** Needs a table engine: the one that is installed on Linux x64, or the one that LIAISON_TEST_DYNAMODB_ENDPOINT names. */
  readonly engine?: true;
  /** Needs the local stage with the real stacks deployed. */
  readonly deployed: boolean;
  /** What all its files share, made before the first of them. */
  readonly setup?: string;
  /** When it runs; projects of one turn run side by side. */
  readonly turn: Turn;
  /** Its files leave nothing behind in memory, so those of one worker load their modules (the CDK: 2 s) only once. */
  readonly pure?: true;
};

/** In the order in which `npm test` runs them: rules and their store, what starts programs, what is deployed. */
export const PROJECTS: readonly Project[] = [
  { name: 'domain', timeoutSeconds: 10, deployed: false, pure: true, turn: 'rules' },
  { name: 'policies', timeoutSeconds: 10, deployed: false, pure: true, turn: 'rules' },
  { name: 'functions', timeoutSeconds: 20, deployed: false, engine: true, turn: 'rules' },
  { name: 'store', timeoutSeconds: 20, deployed: false, engine: true, turn: 'rules' },
  { name: 'lib', timeoutSeconds: 180, deployed: false, pure: true, turn: 'programs' },
  { name: 'local', timeoutSeconds: 60, deployed: false, turn: 'programs', setup: 'venv.setup.ts' },
  {
    name: 'simulation',
    timeoutSeconds: 120,
    deployed: false,
    engine: true,
    turn: 'programs',
    setup: 'bundles.setup.ts',
  },
  { name: 'gates', timeoutSeconds: 120, deployed: false, turn: 'programs' },
  { name: 'pipeline', timeoutSeconds: 300, deployed: true, turn: 'deployed', setup: 'stage.setup.ts' },
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
