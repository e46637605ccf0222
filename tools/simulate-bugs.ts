import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lookForAll } from '../test/simulation/planted/find.ts';

/** `npm run simulate:bugs`: bugs put in by hand, each of which the simulation must find. Exit code 1 when one is missed. */
const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string', default: '' } },
});
const calibration = await lookForAll(values.only, ({ name, caught, deliveries, by = '' }) =>
  process.stdout.write(`${caught ? 'caught' : 'MISSED'}  ${deliveries} deliveries  ${name}  ${by.slice(0, 120)}\n`),
);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(calibration, undefined, 2)}\n`);
const { planted, caught, medianDeliveries, missed } = calibration;
process.stdout.write(`${JSON.stringify({ planted, caught, medianDeliveries, missed })}\n`);
process.exitCode = missed.length === 0 ? 0 : 1;
