import { createHash } from 'node:crypto';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { liaison } from '../../../tools/liaison.ts';
import { callAws } from '../../../tools/local/aws-call.ts';
import { openStage, type StageClient } from '../../../tools/local/client.ts';
import { readClock } from '../../../tools/local/clock.ts';
import { requireOutput } from '../../../tools/local/outputs.ts';
import { localPaths } from '../../../tools/local/paths.ts';
import { tableClient } from '../../../tools/running/clients.ts';
import { type Scene, sceneOn, type Told } from '../../../tools/stories/scene.ts';
import { allDue } from '../../../tools/time/due.ts';

/** The deployed stage of these tests, and a scene to play on it. */
export interface Deployed {
  readonly stage: StageClient;
  readonly scene: Scene;
}

export async function deployed(): Promise<Deployed> {
  const stage = await openStage();
  return { stage, scene: sceneOn(stage) };
}

/** The command line as a script runs it: exit code, standard output as a document, standard error. */
export async function command(...args: readonly string[]): Promise<{ exit: number; json: unknown; err: string }> {
  const said = { out: '', err: '' };
  const screen = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) };
  const exit = await liaison(screen, [...args, '--json', '--outputs', localPaths().outputs]);
  return { exit, json: said.out === '' ? undefined : JSON.parse(said.out), err: said.err };
}

let numbers = 0;
/** A customer nobody has met, with a number of their own; ids carry the place that asks. */
export function newCustomer(place: string, more: Readonly<Record<string, unknown>> = {}) {
  numbers += 1;
  const id = `${place}-${numbers}`;
  const phone = `+861992${String(Math.abs(hash(place)) % 100_000).padStart(5, '0')}${String(numbers).padStart(2, '0')}`;
  const record: Told = {
    type: 'customer.upserted',
    data: {
      customerId: id,
      name: '周冬雨',
      locale: 'zh-CN',
      timezone: 'Asia/Shanghai',
      jurisdiction: 'CN',
      phones: [{ number: phone, source: 'contract', verifiedAt: '2026-06-01T00:00:00Z' }],
      asOf: '2026-06-01T00:00:00Z',
      ...more,
    },
  };
  return { id, phone, record };
}

const hash = (text: string): number => createHash('sha256').update(text).digest().readInt32BE(0);

/** Asks for help: the quickest way to a text, at any hour. */
export const helpOf = (customerId: string, more: Readonly<Record<string, unknown>> = {}): Told => ({
  type: 'customer.help-requested',
  data: { customerId, kind: 'family-emergency', ...more },
});

type Item = Record<string, AttributeValue>;

/** Every item of the table. */
export async function allItems(stage: StageClient): Promise<readonly Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await tableClient(stage).send(
      new ScanCommand({
        TableName: requireOutput(stage.outputs, 'TableName'),
        ConsistentRead: true,
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
}

const FACTS = /^(CASE|CMP|CUS|PT|ACC)#/u;

/** What the bank knows and decided, as one hash: people, numbers, accounts, cases, complaints and their records. */
export async function factsOf(stage: StageClient): Promise<string> {
  const facts = (await allItems(stage))
    .filter((item) => FACTS.test(item['pk']?.S ?? ''))
    .map((item) =>
      JSON.stringify(
        Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        bytesAsText,
      ),
    );
  return createHash('sha256').update(facts.toSorted().join('\n')).digest('hex');
}

const bytesAsText = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

const Groups = v.object({ logGroups: v.array(v.object({ logGroupName: v.string() })) });
const Events = v.object({ events: v.array(v.object({ message: v.string() })), nextToken: v.optional(v.string()) });

/** Every line the functions and the gateway have logged; of one group with a part of its name. */
export async function logLines(stage: StageClient, group = ''): Promise<readonly string[]> {
  const { logGroups } = v.parse(
    Groups,
    await callAws(stage, { service: 'logs', operation: 'DescribeLogGroups', input: {} }),
  );
  const lines: string[] = [];
  for (const { logGroupName } of logGroups.filter((one) => one.logGroupName.includes(group))) {
    let nextToken: string | undefined;
    do {
      const input = { logGroupName, limit: 10_000, ...(nextToken === undefined ? {} : { nextToken }) };
      const page = v.parse(Events, await callAws(stage, { service: 'logs', operation: 'FilterLogEvents', input }));
      lines.push(...page.events.map(({ message }) => message));
      ({ nextToken } = page);
    } while (nextToken !== undefined);
  }
  return lines;
}

const SOON = 10 * 60_000;

/** Lets whatever falls due in the next minutes fire now, so that nothing fires while a test looks. */
export async function untilNothingFallsDue({ stage, scene }: Deployed): Promise<void> {
  await scene.settled();
  for (;;) {
    const now = await readClock();
    const next = (await allDue(stage)).find(({ dueAt }) => dueAt > now);
    if (next === undefined || next.dueAt - now > SOON) return;
    await scene.until(next.dueAt + 1000);
  }
}
