import { parseArgs } from 'node:util';
import { GROUPS } from './mutation/groups.ts';
import { isTooLow, mutate, type Outcome, scoreOf } from './mutation/run.ts';

/**
 * `npm run mutation [-- GROUP...]`: breaks the core in small ways and counts what its tests notice. Ends with exit code 2
 * when a group notices less than it must. `--remembered` runs only what has changed since the last run.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { remembered: { type: 'boolean', default: false } },
});
const wanted = GROUPS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const unknown = positionals.filter((name) => !GROUPS.some((group) => group.name === name));
if (unknown.length > 0) throw new Error(`mutation: got ${unknown.join(', ')}, expected names of groups`);

let low = 0;
for (const group of wanted) {
  const outcome = await mutate(group, values.remembered);
  if (isTooLow(outcome)) low += 1;
  tell(outcome);
}
console.log(`mutation: ${wanted.length - low} groups as they must be, ${low} below`);
process.exitCode = low === 0 ? 0 : 2;

function tell(outcome: Outcome): void {
  const { group, noticed, endless, unnoticed, explained, seconds } = outcome;
  for (const { at, what } of explained) console.log(`     explained ${at} ${what}`);
  for (const { at, what } of unnoticed) console.log(`     unnoticed ${at} ${what}`);
  const least = group.atLeast === undefined ? 'reported' : `at least ${group.atLeast} %`;
  console.log(
    `${isTooLow(outcome) ? 'FAIL' : 'ok  '} ${group.name}: ${scoreOf(outcome).toFixed(1)} % (${least}): ${noticed} of ` +
      `${noticed + unnoticed.length} noticed (${endless} without end), ${explained.length} explained, ${seconds.toFixed(0)} s`,
  );
}
