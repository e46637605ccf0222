import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Frame } from './frame.ts';

type Options = { readonly seed: string; readonly deliveries: string; readonly faults: string };

/** `simulate`: the product under every fault, in simulated time; needs no running stage. */
export function addSimulateCommand(program: Command, { does }: Frame): void {
  program
    .command('simulate')
    .description('plays the product under every fault in simulated time; needs no running stage')
    .option('--seed <seed>', 'what chance begins with', '1')
    .option('--deliveries <count>', 'how many deliveries at least', '2000')
    .option('--faults <percent>', 'share of calls that a fault befalls', '5')
    .option('--replay <seed>', 'one seed of an earlier run, as its report names it')
    .option('--report <file>', 'where the report is written')
    .action(({ report: file, ...asked }: Options & { readonly report?: string; readonly replay?: string }) =>
      does(async () => {
        // Loaded when it is asked for: it brings the bundler and every function along.
        const { simulate } = await import('../simulate/simulate.ts');
        const { report, lines } = await simulate(asked, () => {});
        if (file !== undefined) writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
        return { json: report, lines };
      }),
    );
}
