import type { Command } from 'commander';
import { pushAll } from '../../doors/push.ts';
import type { StageClient } from '../../local/client.ts';
import { LocalStageFailure } from '../../local/failure.ts';
import { barOn } from '../../replay/bar.ts';
import { customerEvent, customersOf } from '../../replay/customers.ts';
import { type Delivery, deliveriesOf } from '../../replay/deliveries.ts';
import { eventsOf, type FileEvent } from '../../replay/events.ts';
import { readRows } from '../../replay/records.ts';
import { deliver, followsFile } from '../../replay/run.ts';
import { readTexts } from '../../running/handed.ts';
import { readNotices } from '../../running/notices.ts';
import { countQuarantined } from '../../running/quarantine.ts';
import { shownTime } from '../../time/advance.ts';
import { settle } from '../../time/quiet.ts';
import { type Desk, EXIT, type Frame, type Told } from '../frame.ts';

interface ReplayOptions {
  readonly file: string;
  readonly customers?: string;
  readonly redeliveries?: string;
  readonly limit?: string;
}

/** `replay`: feeds a file of account events through the real door. */
export function addReplayCommand(program: Command, { does }: Frame): void {
  program
    .command('replay')
    .description(
      'feeds a file of account events through the real door, in order of delivery; the clock follows the file',
    )
    .requiredOption('--file <file>', 'CSV or JSON lines, may be gzip; columns of sim.csv or fdh.csv')
    .option('--customers <file>', 'who the customers are (default: those the events name)')
    .option('--redeliveries <file>', 'which events are delivered a second time, and when')
    .option('--limit <n>', 'only the first n events')
    .action((options: ReplayOptions) => does((desk) => replay(desk, options)));
}

async function replay(desk: Desk, options: ReplayOptions): Promise<Told> {
  const rows = await readRows(options.file);
  const events = eventsOf(rows);
  const again = options.redeliveries === undefined ? [] : await readRows(options.redeliveries);
  const deliveries = deliveriesOf(events, again, limitOf(options.limit));
  const stage = await desk.stage();
  const before = await countMade(stage);
  const startedAt = performance.now();
  const follows = await followsFile(stage, deliveries);
  if (!follows) {
    desk.say('The clock is past the file and stays where it is: the age limits will open nothing new.');
  }
  await pushCustomers(stage, await peopleOf(options, { events, deliveries }));
  const bar = barOn(deliveries.length);
  const delivered = await deliver(deliveries, { stage, bar, follows });
  bar.end();
  const { quiet } = await settle(stage, { withinMs: 300_000, timers: 'leave' });
  const after = await countMade(stage);
  const json = {
    read: deliveries.length,
    ...delivered,
    quarantined: after.quarantined - before.quarantined,
    cases: after.cases - before.cases,
    texts: after.texts - before.texts,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
  return { json, exit: quiet ? EXIT.ok : EXIT.partial };
}

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new LocalStageFailure(`${text} is no number of events; write it like 5000.`);
}

const A_DAY_MS = 24 * 3_600_000;

/** Customers first: as old as the file, so that every event finds them. */
async function peopleOf(
  { customers }: ReplayOptions,
  { events, deliveries }: { readonly events: readonly FileEvent[]; readonly deliveries: readonly Delivery[] },
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const asOf = shownTime(Math.min(...events.slice(0, 1).map(({ time }) => Date.parse(time))) - A_DAY_MS);
  const delivered = new Set(deliveries.map(({ event }) => event['id']));
  const named = events.filter(({ id }) => delivered.has(id)).map(({ customerId }) => customerId);
  const rows = customers === undefined ? undefined : await readRows(customers);
  return customersOf(rows, named).map((person) => customerEvent(person, asOf));
}

async function pushCustomers(stage: StageClient, events: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const { rejected } = await pushAll(stage, events);
  const [first] = rejected;
  if (first === undefined) return;
  throw new LocalStageFailure(
    `${rejected.length} customers were refused, the first with ${first.code}; mend the customers file and start again.`,
  );
}

interface Made {
  readonly cases: number;
  readonly texts: number;
  readonly quarantined: number;
}

async function countMade(stage: StageClient): Promise<Made> {
  const opened = (await readNotices(stage)).filter(({ type }) => type === 'liaison.case.opened.v1');
  return {
    cases: new Set(opened.map(({ id }) => id)).size,
    texts: (await readTexts(stage)).length,
    quarantined: await countQuarantined(stage),
  };
}
