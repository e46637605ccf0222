import { type AttributeValue, BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { DAY, MINUTE } from '#domain/time.ts';
import { toItem } from '#store/codecs/case.ts';
import { snapshotKey } from '#store/keys.ts';
import { NOON, openedCase } from '../test/support/cases.ts';
import { anomaly, knows } from '../test/support/pipeline/events.ts';
import { costOf } from '../test/support/pipeline/metering.ts';
import { caseNow, push, receipt, textIn } from '../test/support/pipeline/people.ts';
import { type Pipeline, settle, startPipeline } from '../test/support/pipeline/pipeline.ts';
import { round, type Section } from './measure.ts';

/** Questions that may meet more items where more are stored; every other request names its item. */
const SEARCHES = new Set(['Query', 'Scan']);
const AT_ONCE = 25;
const LINES = 8;

/**
 * Requests and units of an event and of a whole case among ever more stored cases, all open and due later: flat, because
 * every request but the sweep's names its item.
 */
export async function growth(levels: readonly number[], tell: (text: string) => void): Promise<Section> {
  const of = await startPipeline({ now: NOON, many: true });
  try {
    const rows: string[][] = [];
    // The first case of all reads the keys of the deployment.
    await measured(of, 0);
    let stored = 0;
    for (const level of levels) {
      tell(`growth, up to ${level} cases`);
      await store(of, stored, level);
      stored = level;
      rows.push(await measured(of, level));
    }
    expectFlat(rows);
    return {
      title: 'Growth',
      said: 'Requests to the table and its units among so many stored cases: a normal event of an account; a case of one text from its event to its close. Searches are requests that name no item: however many cases there are, one in the life of a case meets as many as its customer has.',
      head: ['cases', 'event: requests', 'written', 'read', 'case: requests', 'written', 'read', 'searches'],
      rows,
    };
  } finally {
    await of.stop();
  }
}

/** Requests and units may differ by this part among more cases. Source: docs/decisions/0026-what-is-measured.md. */
const FLAT = 0.05;

/** A figure that grows with what is stored is a fault, and not only a slow one. */
function expectFlat(rows: readonly (readonly string[])[]): void {
  const [first = [], ...others] = rows.map((row) => row.slice(1).map(Number));
  for (const [at, least] of first.entries()) {
    const grown = others.find((row) => Math.abs((row[at] ?? Number.NaN) - least) > FLAT * least);
    if (grown !== undefined)
      throw new Error(`growth: got ${grown[at] ?? 'nothing'} among more cases, expected ${least}`);
  }
}

async function measured(of: Pipeline, level: number): Promise<string[]> {
  const person = { id: `grown-${level}`, phone: `+8619915${String(level).padStart(7, '0').slice(-6)}` };
  await push(of, knows(of, person));
  await settle(of);
  const event = await costOf(of, () => push(of, payment(person.id)));
  const from = of.aws.calls.length;
  const whole = await costOf(of, () => oneCase(of, person));
  const searches = of.aws.calls
    .slice(from)
    .filter(({ process, operation }) => SEARCHES.has(operation) && !process.includes('sweep')).length;
  const told = ({ requests, writes, reads }: typeof event): string[] => [
    String(requests),
    String(writes),
    round(reads),
  ];
  return [String(level), ...told(event), ...told(whole), String(searches)];
}

const payment = (id: string) => ({
  type: 'account.transaction-posted',
  data: {
    accountId: `acc-${id}`,
    customerId: id,
    transactionId: `t-${id}`,
    amount: { amount: '36.50', currency: 'CNY' },
    direction: 'debit',
    sequence: 1,
    postedAt: new Date(NOON).toISOString(),
  },
});

async function oneCase(of: Pipeline, { id, phone }: { readonly id: string; readonly phone: string }): Promise<void> {
  await push(of, anomaly(id));
  await settle(of);
  receipt(of, of.provider.texts.at(-1)?.messageId ?? '', 'TEXT_DELIVERED');
  await settle(of);
  textIn(of, phone, `${(await caseNow(of, id)).token ?? ''}1`);
  await settle(of);
  await closing(of);
  const { status } = await caseNow(of, id);
  if (status !== 'CLOSED') throw new Error(`growth: got a case that is ${status}, expected it closed`);
}

/** Seven days on: the sweep before the case is due, then what it sent. */
async function closing(of: Pipeline): Promise<void> {
  of.moveTo(of.now() + 7 * DAY - MINUTE);
  await of.invoke('start-sweep', { time: new Date(of.now()).toISOString() });
  await settle(of);
  of.moveTo(of.now() + 2 * MINUTE);
  await settle(of);
}

/** Cases as intake stores them, on the lists and in the due index, due after everything that is measured. */
async function store(of: Pipeline, from: number, to: number): Promise<void> {
  const { client, tableName } = of.engine;
  let next = from;
  const line = async (): Promise<void> => {
    for (let at = next; at < to; at = next) {
      next = Math.min(at + AT_ONCE, to);
      const items = Array.from({ length: next - at }, (_, n) => storedCase(at + n));
      const puts = items.map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: LINES }, line));
  await readOn(of);
}

/** Past what was stored in the stream, of which no reader wants anything. */
async function readOn(of: Pipeline): Promise<void> {
  while (await of.relay());
}

function storedCase(n: number): Record<string, AttributeValue> {
  const id = `stored-${n}`;
  const of = openedCase({ id, customerId: `holder-${n % 1_000_000}`, status: 'WAITING', dueAt: NOON + 400 * DAY });
  const { pk, sk } = snapshotKey('case', id);
  return { ...toItem(of), pk: { S: pk }, sk: { S: sk }, v: { N: '2' } };
}
