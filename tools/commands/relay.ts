import type { Command } from 'commander';
import { parseInstant } from '../local/clock.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { entriesKept, entriesSince, relayAgain } from '../running/relay-again.ts';
import type { Frame } from './frame.ts';

/** `relay replay`: runs effects again that were left out. */
export function addRelayCommand(program: Command, { does }: Frame): void {
  program
    .command('relay')
    .description('the effects of timeline entries')
    .command('replay')
    .description('runs them again; safe to repeat')
    .option(
      '--prefix <prefix>',
      'those kept under this prefix: aws/lambda/ the batches given up on, entries/dt=2026-06-03/ a day that left the table',
    )
    .option('--since <time>', 'those of all entries from this business time on')
    .action(({ prefix, since }: { prefix?: string; since?: string }) =>
      does(async (desk) => {
        if ((prefix === undefined) === (since === undefined)) {
          throw new LocalStageFailure(
            'Say which effects: those kept under --prefix, or those of all entries --since a time.',
          );
        }
        const from = since === undefined ? undefined : parseInstant(since);
        const stage = await desk.stage();
        const entries = from === undefined ? await entriesKept(stage, prefix ?? '') : await entriesSince(stage, from);
        return { json: await relayAgain(stage, entries) };
      }),
    );
}
