import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { type Command, Option } from 'commander';
import type { StageClient } from '../local/client.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { requireOutput } from '../local/outputs.ts';
import { queueClient } from '../running/clients.ts';
import { type PushedSum, pushAll } from '../running/push.ts';
import { type CloudEventDraft, readEvents } from '../running/read-events.ts';
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
        return via === 'queue' ? sendToQueue(stage, events) : told(await pushAll(stage, events));
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

/** Entries of one batch request. Source: SendMessageBatch. */
const BATCH = 10;

async function sendToQueue(stage: StageClient, events: readonly CloudEventDraft[]): Promise<Told> {
  const QueueUrl = requireOutput(stage.outputs, 'EventsQueueUrl');
  let sent = 0;
  for (let from = 0; from < events.length; from += BATCH) {
    const part = events.slice(from, from + BATCH);
    const Entries = part.map((event, at) => ({ Id: String(at), MessageBody: JSON.stringify(event) }));
    const { Failed = [] } = await queueClient(stage).send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    sent += part.length - Failed.length;
  }
  return { json: { sent }, exit: sent === events.length ? EXIT.ok : sent === 0 ? EXIT.awsError : EXIT.partial };
}
