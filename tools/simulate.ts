import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Report } from '../test/simulation/runs/report.ts';
import { simulate } from './simulate/simulate.ts';

/** `npm run simulate`: the product under every fault, in simulated time. Exit code 1 when an invariant fails. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    deliveries: { type: 'string', default: '2000' },
    faults: { type: 'string' },
    workers: { type: 'string' },
    cells: { type: 'boolean' },
    replay: { type: 'string' },
    beside: { type: 'string' },
    json: { type: 'string' },
  },
});
const { json } = values;
const keep = (report: Report): void => {
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, undefined, 2)}\n`);
};
const { report, lines } = await simulate(values, (text) => void process.stderr.write(`\r\u001B[K${text}`), keep);
keep(report);
process.stderr.write('\r\u001B[K');
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = report.invariantFailures.length === 0 ? 0 : 1;
