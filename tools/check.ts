import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { allChecks } from './checks/all.ts';
import { type CheckResult, runChecks } from './checks/check.ts';

/**
 * `npm run check`: everything that can be said about the tree without running the product. Ends with
 * `N passed, N failed`; exit code 2 when a check failed. `--only WORD` runs the checks whose name contains the word.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const root = resolve(import.meta.dirname, '..');
const started = performance.now();
const results = await runChecks(
  allChecks.filter((check) => check.name.includes(values.only)),
  root,
  tellCheck,
);
const failed = results.filter((result) => result.findings.length > 0).length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`check: ${results.length - failed} passed, ${failed} failed in ${seconds} s`);
process.exitCode = failed === 0 ? 0 : 2;

function tellCheck(result: CheckResult): void {
  const mark = result.findings.length === 0 ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${result.name} (${result.seconds.toFixed(1)} s)`);
  for (const finding of result.findings) console.log(`     ${finding.at}: ${finding.what}`);
}
