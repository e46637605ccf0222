import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { load } from './fresh-modules.ts';
import { type DeclaredFile, nextFile } from './test-doors.ts';

/**
 * A test runner for Stryker that keeps its process: every break loads code and tests anew, but neither starts a process
 * nor a bundler, a quarter of the processor time of vitest's own runner. Loaded by Stryker, by the name of this file.
 */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', factory: runner }];

/** What code that holds breaks reads and writes while it runs. Source: Stryker, INSTRUMENTER_CONSTANTS. */
type Space = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: { readonly static: object; readonly perTest: object };
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
};
const space: Space = {};
Object.assign(globalThis, { ['__stryker__']: space });

type MutantRun = {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  /** `static`: the break is in what a module does when it is loaded. */
  readonly mutantActivation: 'static' | 'runtime';
};

function runner(): object {
  return { capabilities: () => ({ reloadEnvironment: true }), dryRun, mutantRun };
}

async function dryRun(): Promise<object> {
  const mutantCoverage = { static: {}, perTest: {} };
  Object.assign(space, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined, mutantCoverage });
  const { results, fault } = await runTests({});
  return fault === undefined
    ? { status: 'complete', tests: results, mutantCoverage }
    : { status: 'error', errorMessage: fault };
}

async function mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }: MutantRun): Promise<object> {
  const activate = (): void => {
    space.activeMutant = activeMutant.id;
  };
  Object.assign(space, { activeMutant: undefined, hitCount: 0, hitLimit });
  if (mutantActivation === 'static') activate();
  const { results, fault } = await runTests({ wanted: testFilter, loaded: activate });
  space.activeMutant = undefined;
  if (hitLimit !== undefined && (space.hitCount ?? 0) > hitLimit) return { status: 'timeout', reason: 'hit limit' };
  if (fault !== undefined) return { status: 'error', errorMessage: fault };
  const noticed = results.find(({ status }) => status === FAILED);
  const nrOfTests = results.length;
  return noticed === undefined
    ? { status: 'survived', nrOfTests }
    : { status: 'killed', killedBy: [noticed.id], failureMessage: noticed.failureMessage, nrOfTests };
}

const PASSED = 0;
const FAILED = 1;
type Result = {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly status: number;
  readonly timeSpentMs: number;
  readonly failureMessage: string;
};
type Wanted = { readonly wanted?: readonly string[] | undefined; readonly loaded?: () => void };

/** Runs the tests that are wanted, or all, up to the first that fails. `fault`: a file could not even be loaded. */
async function runTests(by: Wanted): Promise<{ readonly results: readonly Result[]; readonly fault?: string }> {
  const results: Result[] = [];
  const fresh = load(pathToFileURL(`${process.cwd()}/`).href);
  for (const path of globSync((process.env['LIAISON_MUTATION_TESTS'] ?? '').split(' ')).toSorted()) {
    if (by.wanted?.some((id) => id.startsWith(`${path}#`)) === false) continue;
    const file = nextFile();
    try {
      await fresh(path);
      by.loaded?.();
      for await (const result of runFile(path, file, by.wanted)) results.push(result);
    } catch (error) {
      return { results, fault: String(error) };
    }
    if (results.at(-1)?.status === FAILED) break;
  }
  return { results };
}

async function* runFile(path: string, file: DeclaredFile, wanted: Wanted['wanted']): AsyncGenerator<Result> {
  for (const before of file.before) await before();
  for (const [index, { name, run }] of file.tests.entries()) {
    const id = `${path}#${index}`;
    if (wanted?.includes(id) === false) continue;
    const started = performance.now();
    space.currentTestId = id;
    const failure = await failureOf(run);
    space.currentTestId = undefined;
    const status = failure === undefined ? PASSED : FAILED;
    yield { id, name, fileName: path, status, timeSpentMs: performance.now() - started, failureMessage: failure ?? '' };
    if (status === FAILED) break;
  }
  for (const after of file.after) await after();
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return `failed: ${String(error)}`;
  }
}
