import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runLoad } from '../test/simulation/load/report.ts';
import { bundlePrograms } from '../test/simulation/machine/programs.ts';

/** `npm run simulate:load`: many contacts due in one minute, in simulated time. Exit code 1 when something does not hold. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'load' },
    contacts: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '16' },
    parts: { type: 'string', default: '20' },
    conflicts: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});
const report = await runLoad(
  {
    seed: values.seed,
    contacts: Number(values.contacts),
    workers: Number(values.workers),
    partsPerSecond: Number(values.parts),
    conflicts: Number(values.conflicts),
  },
  await bundlePrograms(),
);
const text = `${JSON.stringify(report, undefined, 2)}\n`;
if (values.json !== undefined) writeFileSync(values.json, text);
process.stdout.write(text);
const uneven = report.spread.some(({ worst }) => worst > 2);
process.exitCode = report.violations.length > 0 || report.capsBroken > 0 || uneven ? 1 : 0;
