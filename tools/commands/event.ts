import { type Command, Option } from 'commander';
import { type PushedSum, pushAll } from '../doors/push.ts';
import { sendToQueue } from '../doors/queue-door.ts';
import { readEvents } from '../doors/read-events.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { EXIT, type ExitCode, type Frame, type Told } from './frame.ts';

const doors = ['http', 'queue', 'bus'] as const;
type Door = (typeof doors)[number];

/** `event`: pushes CloudEvents as an account system does. */
export function addEventCommand(program: Command, { does }: Frame): void {
  program
    .command('event')
    .description('pushes CloudEvents: one, an array, or one a line; a missing source is filled in as urn:bank:core')
    .requiredOption('--file <file>', 'the file, or - for standard input')
    .addOption(new Option('--via <door>', 'the door they come in by').choices(doors).default('http'))
    .action(({ file, via }: { file: string; via: Door }) =>
      does(async (desk) => {
        if (via === 'bus') {
          throw new LocalStageFailure('These stacks have no event bus yet; push with `--via http` or `--via queue`.');
        }
        const events = await readEvents(file);
        const stage = await desk.stage();
        return via === 'queue'
          ? queued(await sendToQueue(stage, events), events.length)
          : told(await pushAll(stage, events));
      }),
    );
}

function told(sum: PushedSum): Told {
  const { accepted, duplicates, rejected } = sum;
  const lines = rejected.map(({ index, id, code }) => `  ${index} ${id ?? '-'}: ${code}`);
  return {
    json: sum,
    text: [`${accepted} accepted, ${duplicates} duplicates, ${rejected.length} rejected`, ...lines].join('\n'),
    exit: exitOf(sum),
  };
}

function exitOf({ accepted, duplicates, rejected }: PushedSum): ExitCode {
  if (rejected.length === 0) return EXIT.ok;
  return accepted + duplicates === 0 ? EXIT.checkFailed : EXIT.partial;
}

/** What was refused shows in quarantine: the queue answers nobody. */
function queued(sent: number, all: number): Told {
  return { json: { sent }, exit: sent === all ? EXIT.ok : sent === 0 ? EXIT.awsError : EXIT.partial };
}
