import { type Command, Option } from 'commander';
import { putOnBus } from '../doors/bus-door.ts';
import { type PushedSum, pushAll } from '../doors/push.ts';
import { sendToQueue } from '../doors/queue-door.ts';
import { type CloudEventDraft, readEvents } from '../doors/read-events.ts';
import type { StageClient } from '../local/client.ts';
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
        const events = await readEvents(file);
        return send(await desk.stage(), events, via);
      }),
    );
}

async function send(stage: StageClient, events: readonly CloudEventDraft[], via: Door): Promise<Told> {
  switch (via) {
    case 'http':
      return told(await pushAll(stage, events));
    case 'queue':
      return queued(await sendToQueue(stage, events), events.length);
    case 'bus':
      return queued(await putOnBus(stage, events), events.length);
  }
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

/** What was refused shows in quarantine: queue and bus answer nobody. */
function queued(sent: number, all: number): Told {
  return { json: { sent }, exit: sent === all ? EXIT.ok : sent === 0 ? EXIT.awsError : EXIT.partial };
}
