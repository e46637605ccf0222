import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { GROUPS } from './mutation/groups.ts';
import { isTooLow, mutate, type Outcome, scoreOf } from './mutation/run.ts';

const Groups = v.array(
  v.object({
    name: v.string(),
    files: v.array(v.string()),
    tests: v.array(v.string()),
    atLeast: v.exactOptional(v.number()),
    everyBranch: v.boolean(),
  }),
);

/**
 * `npm run mutation [-- GROUP...]`: breaks the core in small ways and counts what its tests notice. Ends with exit code 2
 * when a group notices less than it must. `--remembered` runs only what has changed since the last run, `--groups FILE`
 * takes other groups, as JSON.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { remembered: { type: 'boolean', default: false }, groups: { type: 'string' } },
});
const groups = values.groups === undefined ? GROUPS : v.parse(Groups, JSON.parse(readFileSync(values.groups, 'utf8')));
const wanted = groups.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const unknown = positionals.filter((name) => !groups.some((group) => group.name === name));
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
