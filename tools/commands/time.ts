import type { Command } from 'commander';
import { parseDuration, parseInstant, readClock, setClock } from '../local/clock.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { clockNow, type Moved, moveClock, shownTime } from '../time/advance.ts';
import { settle } from '../time/quiet.ts';
import { type Desk, EXIT, type Frame, type Told } from './frame.ts';

/** How long the stage may take to run empty at one instant. */
const INSTANT_MS = 180_000;

/** `clock` and `settle`: moves business time of the local stage, and waits until all is quiet. */
export function addTimeCommands(program: Command, { does }: Frame): void {
  const clock = program
    .command('clock')
    .description('business time of the local stage')
    .action(() => does(show));
  clock.command('show', { hidden: true }).action(() => does(show));
  clock
    .command('advance')
    .description('moves it forward, letting everything fire that falls due on the way')
    .argument('<duration>', 'ISO 8601, such as PT2H or P1DT30M')
    .action((duration: string) => does(async (desk) => move(desk, (await readClock()) + parseDuration(duration))));
  clock
    .command('set')
    .description('the same, to a time; never backwards')
    .argument('<time>', 'RFC 3339 with offset')
    .action((time: string) =>
      does(async (desk) => {
        const at = parseInstant(time);
        if (at < (await readClock())) await setClock(at); // refuses, in its own words
        return move(desk, at);
      }),
    );

  program
    .command('settle')
    .description('waits until no queue holds work, the stream is read up and nothing is due')
    .option('--timeout <seconds>', 'how long to wait at most', '180')
    .action(({ timeout }: { timeout: string }) =>
      does(async (desk) => {
        const withinMs = Number(timeout) * 1000;
        if (!(withinMs > 0)) throw new LocalStageFailure(`${timeout} is no number of seconds; write it like 60.`);
        const settled = await settle(await desk.stage(), { withinMs, timers: 'wait' });
        return { json: settled, exit: settled.quiet ? EXIT.ok : EXIT.checkFailed };
      }),
    );
}

async function show(desk: Desk): Promise<Told> {
  await desk.stage();
  const shown = await clockNow();
  return { json: { ...shown, ran: [] }, text: shown.now };
}

async function move(desk: Desk, target: number): Promise<Told> {
  const moved = await moveClock(await desk.stage(), target, {
    withinMs: INSTANT_MS,
    onInstant: (at, count) => desk.say(`${shownTime(at)}  ${count} due`),
  });
  return { json: moved, text: linesOf(moved) };
}

const linesOf = ({ now, ran }: Moved): string =>
  [...ran.map(({ at, what, aggregateId }) => `${at}  ${what}  ${aggregateId}`), now].join('\n');
