import { Command } from 'commander';
import { addClassifyCommand } from './commands/classify.ts';
import { addEventCommand } from './commands/event.ts';
import { addFiguresCommand } from './commands/figures.ts';
import { addLoadCommand } from './commands/files/load.ts';
import { addReplayCommand } from './commands/files/replay.ts';
import { addReplayComplaintsCommand } from './commands/files/replay-complaints.ts';
import { addScoreCommand } from './commands/files/score.ts';
import { frameOn, runProgram, type Screen } from './commands/frame.ts';
import { addPhoneCommands } from './commands/phone.ts';
import { addRecordCommands } from './commands/records.ts';
import { addRelayCommand } from './commands/relay.ts';
import { addSimulateCommand } from './commands/simulate.ts';
import { addStageCommands } from './commands/stage.ts';
import { addSubjectAndDlqCommands } from './commands/subject-dlq.ts';
import { addTimeCommands } from './commands/time.ts';
import { addWebhookCommand } from './commands/webhook.ts';
import { addCostCommand } from './cost/command.ts';

const COMMANDS = [
  addStageCommands,
  addEventCommand,
  addWebhookCommand,
  addPhoneCommands,
  addRecordCommands,
  addFiguresCommand,
  addSubjectAndDlqCommands,
  addRelayCommand,
  addReplayCommand,
  addReplayComplaintsCommand,
  addLoadCommand,
  addScoreCommand,
  addSimulateCommand,
  addTimeCommands,
  addClassifyCommand,
  addCostCommand,
];

/** The command line: one program, a file of commands each under `tools/commands`. */
export function liaison(screen: Screen, args: readonly string[]): Promise<number> {
  const program = new Command('liaison')
    .description(
      'Works with a deployed Liaison: pushes events, answers as a handset, moves the clock, reads what happened.',
    )
    .exitOverride()
    .configureOutput({ writeOut: screen.out, writeErr: screen.err });
  const frame = frameOn(program, screen);
  for (const add of COMMANDS) add(program, frame);
  return runProgram(program, { frame, screen }, args);
}

if (import.meta.main) {
  const screen = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
  };
  process.exitCode = await liaison(screen, process.argv.slice(2));
}
