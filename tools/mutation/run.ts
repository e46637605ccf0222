import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import type { Group } from './groups.ts';

/** What became of a group's breaks. `noticed` includes the ones that made a test run without end. */
export type Outcome = {
  readonly group: Group;
  readonly noticed: number;
  readonly endless: number;
  readonly unnoticed: readonly Unnoticed[];
  /** Left out in place, with the reason that stands there. */
  readonly explained: readonly Unnoticed[];
  readonly seconds: number;
};

export type Unnoticed = { readonly at: string; readonly what: string };

/** Where Stryker keeps its copies, reports and what it remembers of the last run; git ignores it. */
const KEPT = '.liaison/mutation';
/** Two cores, two processes. */
const PROCESSES = 2;
const RUNS_OF_A_PROCESS = 150;
/** What a copy of the tree needs: the code and its tests. */
const LEFT_OUT = ['/*', '!/functions', '!/test', '!/tools', '!/package.json'];

/**
 * Breaks the files of a group in every way Stryker knows, one at a time, and runs for each break the tests that reach it.
 * `remembered`: breaks whose code and tests have not changed keep their last result.
 */
export async function mutate(group: Group, remembered: boolean): Promise<Outcome> {
  const started = performance.now();
  // Read by the runner, in the processes that Stryker starts.
  process.env['LIAISON_MUTATION_TESTS'] = group.tests.join(' ');
  const results = await new Stryker({
    mutate: [...group.files],
    ignorePatterns: LEFT_OUT,
    testRunner: 'in-process',
    plugins: [fileURLToPath(new URL('./in-process.ts', import.meta.url)), '@stryker-mutator/*'],
    // Modules of past generations are never freed.
    maxTestRunnerReuse: RUNS_OF_A_PROCESS,
    // The compiler of TypeScript 7 cannot be asked from JavaScript: a name without a file keeps Stryker from trying.
    tsconfigFile: 'no-tsconfig.json',
    coverageAnalysis: 'perTest',
    concurrency: PROCESSES,
    timeoutFactor: 4,
    incremental: true,
    force: !remembered,
    incrementalFile: `${KEPT}/${group.name}.remembered.json`,
    tempDirName: `${KEPT}/copies`,
    reporters: ['progress-append-only', 'json', 'html'],
    jsonReporter: { fileName: `${KEPT}/${group.name}.json` },
    htmlReporter: { fileName: `${KEPT}/${group.name}.html` },
  }).runMutationTest();
  return outcomeOf(group, results, (performance.now() - started) / 1000);
}

type Results = Awaited<ReturnType<Stryker['runMutationTest']>>;

function outcomeOf(group: Group, results: Results, seconds: number): Outcome {
  const told = (...statuses: string[]): Results => results.filter(({ status }) => statuses.includes(status));
  const endless = told('Timeout').length;
  return {
    group,
    noticed: told('Killed').length + endless,
    endless,
    unnoticed: told('Survived', 'NoCoverage').map(unnoticedOf),
    explained: told('Ignored').map(unnoticedOf),
    seconds,
  };
}

function unnoticedOf(result: Results[number]): Unnoticed {
  const { fileName, location, mutatorName, replacement, statusReason } = result;
  const what = `${mutatorName}: ${replacement.replaceAll(/\s+/gu, ' ').slice(0, 100)}`;
  return {
    at: `${fileName.slice(fileName.indexOf('functions/'))}:${location.start.line}`,
    what: result.status === 'Ignored' ? `${mutatorName}: ${statusReason ?? ''}` : what,
  };
}

/** Percent of the breaks that a test noticed; explained ones count for nothing. */
export const scoreOf = ({ noticed, unnoticed }: Outcome): number =>
  noticed + unnoticed.length === 0 ? 0 : (100 * noticed) / (noticed + unnoticed.length);

/** A group without a single break is a wrong list of files: it fails as well. */
export const isTooLow = (outcome: Outcome): boolean => scoreOf(outcome) < (outcome.group.atLeast ?? 0.01);
