import { billOf } from '../tools/cost/bill.ts';
import { readUsage } from '../tools/cost/usage.ts';
import { expressWorkflow, standardWorkflow } from '../tools/cost/workflows.ts';
import { round, type Section } from './measure.ts';

/** The sums of `liaison cost`; its lines, prices and their sources are told there. */
export function listPrice(): Section {
  const { event, case: ofCase } = readUsage();
  return {
    title: 'List price',
    said: 'US dollars a million, from bench/usage.json and the dated prices of tools/cost/prices.ts; fees of texts and storage apart. Asserted in test/local/cost.test.ts; `npx liaison cost` tells every line.',
    head: ['what', 'USD', 'to reach'],
    rows: [
      ['normal events from the queue', round(billOf(event).usd, 2), '≤ 3'],
      ['one-text cases, queued event to close', round(billOf(ofCase).usd, 2), '≤ 42'],
      ['the same as a standard workflow, by arithmetic', round(standardWorkflow().usd, 0), ''],
      ['the same as express workflows, by arithmetic', round(expressWorkflow().usd, 0), ''],
    ],
  };
}
