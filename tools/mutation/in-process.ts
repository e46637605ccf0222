import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { load } from './fresh-modules.ts';
import { type Declared, type DeclaredFile, nextFile } from './test-doors.ts';

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
/** One test, by its file and its place there; its id is `FILE#PLACE`. */
type Place = { readonly path: string; readonly index: number };

const idOf = ({ path, index }: Place): string => `${path}#${index}`;

/** Tests that noticed a break, the last one first: what noticed a break often notices the next one beside it. */
let noticers: readonly Place[] = [];

/** Runs the tests that are wanted, or all, up to the first that fails. `fault`: a file could not even be loaded. */
async function runTests(by: Wanted): Promise<{ readonly results: readonly Result[]; readonly fault?: string }> {
  const results: Result[] = [];
  const files = filesOf(by);
  try {
    for await (const place of placesOf(by, files)) {
      const result = await runTest(place, (await files.get(place.path)).tests[place.index]);
      results.push(result);
      if (result.status !== FAILED) continue;
      noticers = [place, ...noticers.filter((noticer) => idOf(noticer) !== idOf(place))];
      break;
    }
    return { results };
  } catch (error) {
    return { results, fault: String(error) };
  } finally {
    await files.end();
  }
}

/** The wanted tests' places: first those that noticed a break before, then the others as they stand in their files. */
async function* placesOf({ wanted }: Wanted, files: Files): AsyncGenerator<Place> {
  const isWanted = (place: Place): boolean => wanted?.includes(idOf(place)) !== false;
  const first = noticers.filter(isWanted);
  yield* first;
  for (const path of globSync((process.env['LIAISON_MUTATION_TESTS'] ?? '').split(' ')).toSorted()) {
    if (wanted?.some((id) => id.startsWith(`${path}#`)) === false) continue;
    const { tests } = await files.get(path);
    const places = tests.map((_, index) => ({ path, index }));
    yield* places.filter((place) => isWanted(place) && !first.some((done) => idOf(done) === idOf(place)));
  }
}

type Files = { readonly get: (path: string) => Promise<DeclaredFile>; readonly end: () => Promise<void> };

/** The test files of one generation, each loaded and prepared when it is first asked for. */
function filesOf({ loaded }: Wanted): Files {
  const fresh = load(pathToFileURL(`${process.cwd()}/`).href);
  const files = new Map<string, DeclaredFile>();
  const get = async (path: string): Promise<DeclaredFile> => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const file = nextFile();
    await fresh(path);
    loaded?.();
    files.set(path, file);
    for (const before of file.before) await before();
    return file;
  };
  const end = async (): Promise<void> => {
    for (const after of [...files.values()].flatMap((file) => file.after)) await after();
  };
  return { get, end };
}

async function runTest(place: Place, test: Declared | undefined): Promise<Result> {
  const id = idOf(place);
  if (test === undefined) throw new Error(`there is no test ${id}`);
  const started = performance.now();
  space.currentTestId = id;
  const failure = await failureOf(test.run);
  space.currentTestId = undefined;
  const status = failure === undefined ? PASSED : FAILED;
  const timeSpentMs = performance.now() - started;
  return { id, name: test.name, fileName: place.path, status, timeSpentMs, failureMessage: failure ?? '' };
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return `failed: ${String(error)}`;
  }
}
