import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasEngine } from '../test/support/engine.ts';
import { hasTests, PROJECTS, type Project } from './suite/projects.ts';
import { add, closingLine, NOTHING, type Tally, tallyOf } from './suite/tally.ts';

/**
 * `npm test`: the checks, then every test project, fast ones first, the deployed ones last. `--fast` runs what needs
 * no deployed stage. Ends with what was not run and why, and then `N passed, N failed`, counted from the runs themselves;
 * exit code 2 when anything failed.
 */
const { values } = parseArgs({ options: { fast: { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '..');
const started = performance.now();
const present = PROJECTS.filter((project) => hasTests(root, project));
const lacksEngine = (project: Project): boolean => project.engine === true && !hasEngine();
const inProcess = present.filter((project) => !project.deployed && !lacksEngine(project));
const deployed = values.fast ? [] : present.filter((project) => project.deployed);

/** Whatever the run writes outside the project, its report too, stands in one folder and goes with it. */
const scratch = await mkdtemp(join(tmpdir(), 'liaison-test-'));

let total = NOTHING;
try {
  total = await checks();
  if (inProcess.length > 0) total = add(total, await vitest('in process', inProcess));
  if (deployed.length > 0) total = add(total, await vitest('deployed', deployed));
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
}

for (const line of leftOut(total)) console.log(`not run: ${line}`);
console.log(`took ${Math.round((performance.now() - started) / 1000)} s`);
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 2;

/** The whole of `npm run check` counts as one test: its own lines say what failed. */
async function checks(): Promise<Tally> {
  console.log('— check');
  const exitCode = await run([join(root, 'tools/check.ts')]);
  return exitCode === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

async function vitest(name: string, projects: readonly Project[]): Promise<Tally> {
  console.log(`— tests, ${name}: ${projects.map((project) => project.name).join(', ')}`);
  const file = join(scratch, `${name.replace(' ', '-')}.json`);
  const exitCode = await run([
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...projects.flatMap((project) => ['--project', project.name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report: unknown = JSON.parse(await readFile(file, 'utf8').catch(() => 'null'));
  return tallyOf(report, exitCode);
}

function leftOut(tally: Tally): readonly string[] {
  const unrun = PROJECTS.filter((project) => project.deployed && values.fast);
  return [
    ...unrun.map((project) => `${project.name}: needs the deployed stage, which --fast leaves out (npm test runs it)`),
    ...PROJECTS.filter((project) => !hasTests(root, project)).map((project) => `${project.name}: it has no tests`),
    ...present
      .filter(lacksEngine)
      .map(({ name }) => `${name}: no table engine here; LIAISON_TEST_DYNAMODB_ENDPOINT names one`),
    ...tally.notRun.map((test) => `${test}: its file did not come to it`),
    'bench: times depend on the machine (npm run bench)',
  ];
}

/** Runs a script under this very Node; its output is the reader's progress. */
function run(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: scratch },
  });
  return new Promise((settle, reject) => {
    child.on('error', reject);
    child.on('close', (code) => settle(code ?? 130));
  });
}
