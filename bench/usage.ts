import { cpus } from 'node:os';
import { DAY, MINUTE } from '#domain/time.ts';
import { NOON } from '../test/support/cases.ts';
import { knows } from '../test/support/pipeline/events.ts';
import { caseNow, eventOf, push, queueEvent, receipt, textIn } from '../test/support/pipeline/people.ts';
import { type Pipeline, settle, startPipeline } from '../test/support/pipeline/pipeline.ts';
import { passTo } from '../test/support/pipeline/time.ts';
import type { Usage, Use } from '../tools/cost/usage.ts';

/** Messages that one invocation is given, as the stacks set it. */
const BATCH = 10;
const EVENTS = 1_000;
const CASES = 50;
/** Payments that make an account's habit, before one that is far above it. */
const HABIT = 60;
const READS = /^(?:Get|BatchGet|Query|Scan|TransactGet)/u;
/** The clock's own ticks: a fixed price, whatever happens. */
const TICKS = new Set(['start-sweep', 'sweep']);

/**
 * What a normal event and a one-text case use, by the real functions: units as the table charges them, invocations, CPU
 * time, requests to queues and topics, log. Everything is warm and comes in full batches.
 */
export async function measureUsage(tell: (text: string) => void): Promise<Usage> {
  const of = await startPipeline({ now: NOON });
  try {
    tell('usage, normal events');
    const event = await eventUse(of);
    tell('usage, cases');
    const ofCase = await caseUse(of);
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
    return { measured: new Date().toISOString().slice(0, 10), machine, batch: BATCH, event, case: ofCase };
  } finally {
    await of.stop();
  }
}

const payment = (account: string, sequence: number, amount = '36.50') => ({
  type: 'account.transaction-posted',
  data: {
    accountId: `acc-${account}`,
    customerId: account,
    transactionId: `${account}-t${sequence}`,
    amount: { amount, currency: 'CNY' },
    direction: 'debit',
    sequence,
    postedAt: new Date(NOON).toISOString(),
  },
});

async function eventUse(of: Pipeline): Promise<Use> {
  const send = (from: number, count: number): void => {
    for (let nth = from; nth < from + count; nth += 1) queueEvent(of, eventOf(of, payment(`e${nth}`, 1)));
  };
  send(0, 200);
  await settle(of);
  return useOf(of, EVENTS, { queued: EVENTS, published: 0 }, async () => {
    send(1_000, EVENTS);
    await settle(of);
  });
}

async function caseUse(of: Pipeline): Promise<Use> {
  const people = Array.from({ length: CASES }, (_, n) => ({
    id: `c${n}`,
    phone: `+8619913${String(n).padStart(6, '0')}`,
  }));
  for (const one of people) {
    await push(of, knows(of, one));
    await push(of, ...Array.from({ length: HABIT }, (_, n) => payment(one.id, n + 1)));
  }
  await settle(of);
  // The event, the receipt and the answer come in by a queue; the last two through a topic.
  return useOf(of, CASES, { queued: 3 * CASES, published: 2 * CASES }, async () => {
    const before = of.provider.texts.length;
    for (const { id } of people) queueEvent(of, eventOf(of, payment(id, HABIT + 1, '9800.00')));
    await settle(of);
    for (const { messageId } of of.provider.texts.slice(before)) receipt(of, messageId, 'TEXT_DELIVERED');
    await settle(of);
    for (const { id, phone } of people) textIn(of, phone, `${(await caseNow(of, id)).token ?? ''}1`);
    await settle(of);
    await passTo(of, of.now() + 7 * DAY + MINUTE);
    const open = await Promise.all(people.map(async ({ id }) => (await caseNow(of, id)).status));
    const left = open.filter((status) => status !== 'CLOSED').length;
    if (left > 0) throw new Error(`usage: got ${left} of ${CASES} cases that did not close`);
  });
}

type From = { readonly calls: number; readonly invocations: number; readonly output: number };
/** What comes in from outside: sent by others, received and deleted by us. */
type CameIn = { readonly queued: number; readonly published: number };

async function useOf(of: Pipeline, count: number, cameIn: CameIn, work: () => Promise<void>): Promise<Use> {
  const from: From = {
    calls: of.aws.calls.length,
    invocations: of.invocations.length,
    output: of.output().length,
  };
  await work();
  const calls = of.aws.calls.slice(from.calls).filter(({ process }) => !TICKS.has(process.split('.')[0] ?? ''));
  const invocations = of.invocations.slice(from.invocations).filter(({ name }) => !TICKS.has(name));
  const table = calls.filter(({ service }) => service === 'dynamodb');
  const reads = table.filter(({ operation }) => READS.test(operation));
  const writes = table.filter(({ operation }) => !READS.test(operation));
  const each = (sum: number): number => Number((sum / count).toFixed(3));
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const consumed = invocations.filter(({ name }) => name !== 'relay' && name !== 'project').length;
  return {
    writeUnits: each(sum(writes.map(({ units }) => units))),
    readUnits: each(sum(reads.map(({ units }) => units))),
    tableRequests: each(table.length),
    invocations: each(invocations.length),
    cpuMs: each(sum(invocations.map(({ cpuMs }) => cpuMs))),
    // Sent by us as counted; sent to us in batches; and every batch is received and deleted in one request each.
    queueRequests: each(calls.filter(({ service }) => service === 'sqs').length + cameIn.queued / BATCH + 2 * consumed),
    publishes: each(calls.filter(isPublish).length + cameIn.published),
    logBytes: each(of.output().length - from.output),
    entries: each(sum(writes.map(entriesIn))),
  };
}

/** To a topic; a text is the provider's. */
const isPublish = ({ service, body }: Pipeline['aws']['calls'][number]): boolean =>
  service === 'sns' && new URLSearchParams(body).has('TopicArn');

const entriesIn = ({ body }: { readonly body: string }): number => body.match(/"S":"E#\d/gu)?.length ?? 0;
