import type { Command } from 'commander';
import { eventsOf } from '../../replay/events.ts';
import { readRows } from '../../replay/records.ts';
import { scoreAll } from '../../replay/scoring.ts';
import type { Frame } from '../frame.ts';

/** `score`: what intake's rules make of a file of account events; needs no running stack. */
export function addScoreCommand(program: Command, { does }: Frame): void {
  program
    .command('score')
    .description("runs intake's rules over a file of account events, in order of delivery; needs no running stage")
    .requiredOption('--file <file>', 'CSV or JSON lines, may be gzip; columns of sim.csv or fdh.csv')
    .action(({ file }: { file: string }) =>
      does(async () => {
        const lines = scoreAll(eventsOf(await readRows(file)));
        return { json: lines, lines };
      }),
    );
}
