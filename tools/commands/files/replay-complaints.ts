import type { Command } from 'commander';
import { COMPLAINT_CHANNELS } from '#domain/words.ts';
import { LocalStageFailure } from '../../local/failure.ts';
import { barOn } from '../../replay/bar.ts';
import { handIn, textsOf } from '../../replay/complaints.ts';
import { readRows } from '../../replay/records.ts';
import { staffOf } from '../../running/staff.ts';
import { type Desk, EXIT, type Frame, type Told } from '../frame.ts';

interface Options {
  readonly file: string;
  readonly channel: string;
  readonly limit: string;
}

/** `replay-complaints`: hands texts in through `POST /v1/complaints` and says what triage made of them. */
export function addReplayComplaintsCommand(program: Command, { does }: Frame): void {
  program
    .command('replay-complaints')
    .description('hands texts of a file in as complaints of people nobody knows, and says what triage made of them')
    .requiredOption('--file <file>', 'CSV or JSON lines with a column text or narrative, may be gzip')
    .option('--channel <channel>', `one of ${COMPLAINT_CHANNELS.join(' ')}`, 'web')
    .option('--limit <n>', 'only the first n texts', '200')
    .action((options: Options) => does((desk) => replay(desk, options)));
}

async function replay(desk: Desk, { file, channel, limit }: Options): Promise<Told> {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1) {
    throw new LocalStageFailure(`${limit} is no number of texts; write it like 200.`);
  }
  const texts = textsOf(await readRows(file), most);
  const staff = staffOf(await desk.stage(), { role: 'admin' });
  const bar = barOn(texts.length);
  const json = await handIn(texts, { staff, channel, done: (count) => bar.show(count, 'complaints') });
  bar.end();
  return { json, exit: Object.keys(json.refused).length === 0 ? EXIT.ok : EXIT.partial };
}
