import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BUGS } from '../test/simulation/planted/bugs.ts';
import { calibrationOf, keep, keptFor, type Looked, pageOf } from '../test/simulation/planted/calibration.ts';
import { bugSearch } from '../test/simulation/planted/find.ts';

/**
 * `npm run simulate:bugs`: bugs put in by hand, each of which the simulation must find; exit code 1 when one is missed.
 * `--only WORDS` looks for those whose name holds the words, `--part 2/3` for a third of them; a broken off run with `--json FILE` is taken up again;
 * `--page FILE` writes the results down for people.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '1/1' },
    page: { type: 'string' },
  },
});
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const kept = { file: values.json, commit };
const found: Looked[] = [...keptFor(BUGS, kept)];
const [part = 1, of = 1] = values.part.split('/').map(Number);
const left = BUGS.filter(({ name }) => name.includes(values.only))
  .filter((_bug, index) => index % of === part - 1)
  .filter(({ name }) => found.every((one) => one.name !== name));
const lookFor = bugSearch();
for (const bug of left) {
  const one = await lookFor(bug);
  const { caught, deliveries, by = '' } = one;
  process.stdout.write(`${caught ? 'caught' : 'MISSED'}  ${deliveries} deliveries  ${bug.name}  ${by.slice(0, 120)}\n`);
  found.push({ ...one, commit });
  keep(calibrationOf(found), kept.file);
}
const calibration = calibrationOf(found);
if (values.page !== undefined) writeFileSync(values.page, pageOf(calibration, BUGS));
const { planted, caught, medianDeliveries, missed } = calibration;
process.stdout.write(`${JSON.stringify({ planted, caught, medianDeliveries, missed })}\n`);
process.exitCode = missed.length === 0 ? 0 : 1;
