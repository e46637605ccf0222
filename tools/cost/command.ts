import type { Command } from 'commander';
import type { Frame } from '../commands/frame.ts';
import { type Bill, billOf } from './bill.ts';
import { PRICES } from './prices.ts';
import { readUsage } from './usage.ts';
import { expressWorkflow, standardWorkflow } from './workflows.ts';

/** `cost`: list price of a million events and of a million cases, line by line; needs no running stage. */
export function addCostCommand(program: Command, { does }: Frame): void {
  program
    .command('cost')
    .description('list price of a million events and cases, from what was measured and a dated table of prices')
    .action(() =>
      does(() => {
        const { measured, machine, batch, event, case: ofCase } = readUsage();
        const bills = {
          [`a million normal events from the queue, ${batch} at a time`]: billOf(event),
          'a million one-text cases, from the queued event to the close': billOf(ofCase),
          'the same case as a standard workflow of Step Functions, by arithmetic': standardWorkflow(),
          'the same as express workflows with a bus, by arithmetic': expressWorkflow(),
        };
        const text = [
          ...Object.entries(bills).map(([what, bill]) => asText(what, bill)),
          `Use measured ${measured} on ${machine}. Fees of texts, storage, and what stands still (keys, alarms) come on top.`,
          ...Object.entries(PRICES).map(
            ([name, { usd, per, unit, source, asOf }]) =>
              `${name}: USD ${usd} per ${per.toLocaleString('en')} (${unit}); ${source}, ${asOf}`,
          ),
        ].join('\n');
        return Promise.resolve({ json: { measured, machine, bills, prices: PRICES }, text });
      }),
    );
}

function asText(what: string, { lines, usd }: Bill): string {
  const row = (name: string, how: string, amount: number): string =>
    `  ${name.padEnd(20)} ${how.padEnd(28)} ${amount.toFixed(2).padStart(8)}`;
  return [what, ...lines.map((line) => row(line.what, line.how, line.usd)), row('USD', '', usd), ''].join('\n');
}
