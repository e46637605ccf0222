import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { expect } from 'vitest';
import { type Depth, sqsSender } from '#channels/queue.ts';
import { until } from './passing.ts';

/** What a function does with a batch at an instant of the queue: its answer, or an end by an error. */
export type Consume = (records: readonly SQSRecord[], at: number) => Promise<SQSBatchResponse | 'raises'>;

/** A standard queue of its own, with dead letters after five receives and a function that answers in parts. */
export type ContractQueue = {
  readonly client: SQSClient;
  readonly url: string;
  readonly visibilityMs: number;
  readonly now: () => number;
  readonly pass: (ms: number) => Promise<void>;
  readonly dead: () => Promise<readonly Sent[]>;
  /** Brings all dead letters back; answers how many. */
  readonly redrive: () => Promise<number>;
};
/** Without a consumer nobody receives from the queue. */
export type OpenQueue = (consume?: Consume) => Promise<ContractQueue>;

type Sent = { readonly id: string; readonly body: string };
type Heard = { readonly record: SQSRecord; readonly at: number };

const DONE: SQSBatchResponse = { batchItemFailures: [] };
const NOTHING: Depth = { visible: 0, inFlight: 0, delayed: 0 };
const RECEIVES = 5;

/** What every queue and its event source mapping do while nothing goes wrong, whoever stands behind them. */
export const QUEUE_PROMISES: Readonly<Record<string, (open: OpenQueue) => Promise<void>>> = {
  'a message comes with its body, its id and the time it was sent, at most ten at once': async (open) => {
    const sizes: number[] = [];
    const { heard, consume } = listener((records) => {
      sizes.push(records.length);
      return DONE;
    });
    const of = await open(consume);
    const from = Math.floor(of.now());
    const sent = await send(of, named(13));
    await until(of, () => heard.length >= sent.length);

    expect(heard.map(({ record }) => record.body).toSorted()).toEqual(named(13).toSorted());
    for (const { record, at } of heard) {
      const { SentTimestamp, ApproximateFirstReceiveTimestamp, ApproximateReceiveCount } = record.attributes;
      expect(sent).toContainEqual({ id: record.messageId, body: record.body });
      expect(ApproximateReceiveCount).toBe('1');
      const times = [from, Number(SentTimestamp), Number(ApproximateFirstReceiveTimestamp), Math.ceil(at)];
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
  },
  'nobody else sees a message while somebody has it': async (open) => {
    const { promise, resolve } = Promise.withResolvers<SQSBatchResponse>();
    const { heard, consume } = listener(() => promise);
    const of = await open(consume);
    await send(of, ['held']);
    await until(of, () => heard.length > 0);
    await of.pass(of.visibilityMs / 4);

    const meanwhile = await depth(of);
    resolve(DONE);
    expect(meanwhile).toEqual({ ...NOTHING, inFlight: 1 });
    expect(heard).toHaveLength(1);
    await until(of, async () => (await depth(of)).inFlight === 0);
    expect(await depth(of)).toEqual(NOTHING);
  },
  'what failed comes again after its time-out and no sooner, the same message, counted once more': async (open) => {
    const { heard, consume } = listener(([record]) => (countOf(record) === 1 ? 'raises' : DONE));
    const of = await open(consume);
    await send(of, ['again']);
    await until(of, () => heard.length > 1);

    const [first, second] = heard.map(({ record }) => record);
    expect(heard.map(({ record }) => countOf(record))).toEqual([1, 2]);
    expect(second).toMatchObject({ messageId: first?.messageId, body: 'again' });
    const { SentTimestamp, ApproximateFirstReceiveTimestamp } = first?.attributes ?? {};
    expect(second?.attributes).toMatchObject({ SentTimestamp, ApproximateFirstReceiveTimestamp });
    const waited = (heard[1]?.at ?? 0) - Number(ApproximateFirstReceiveTimestamp);
    expect(waited).toBeGreaterThanOrEqual(of.visibilityMs);
  },
  'a delayed message is hidden until its time': async (open) => {
    const { heard, consume } = listener(() => DONE);
    const of = await open(consume);
    await send(of, ['later'], 2);

    expect(await depth(of)).toEqual({ ...NOTHING, delayed: 1 });
    await until(of, () => heard.length > 0);
    const { SentTimestamp, ApproximateFirstReceiveTimestamp } = heard[0]?.record.attributes ?? {};
    expect(Number(ApproximateFirstReceiveTimestamp) - Number(SentTimestamp)).toBeGreaterThanOrEqual(2_000);
  },
  'what is done is gone': async (open) => {
    const { heard, consume } = listener(() => DONE);
    const of = await open(consume);
    await send(of, named(3));
    await until(of, () => heard.length > 2);
    await of.pass(of.visibilityMs * 1.5);

    expect(heard).toHaveLength(3);
    expect([await depth(of), await of.dead()]).toEqual([NOTHING, []]);
  },
  'of a batch the named messages come again, and the others are gone': async (open) => {
    const { heard, consume } = listener((records) => ({
      batchItemFailures: records
        .filter((record) => record.body.endsWith('3') && countOf(record) === 1)
        .map(({ messageId }) => ({ itemIdentifier: messageId })),
    }));
    const of = await open(consume);
    await send(of, named(6));
    await until(of, () => heard.length > 6);
    await of.pass(of.visibilityMs * 1.5);

    expect(heard.map(({ record }) => record.body).toSorted()).toEqual([...named(6), 'message 3'].toSorted());
    expect(await depth(of)).toEqual(NOTHING);
  },
  'an answer with an empty name leaves the whole batch undone': async (open) => {
    const { heard, consume } = listener(([record]) =>
      countOf(record) === 1 ? { batchItemFailures: [{ itemIdentifier: '' }] } : DONE,
    );
    const of = await open(consume);
    await send(of, named(2));
    await until(of, () => heard.length > 3);

    expect(heard.map(({ record }) => `${record.body}: ${countOf(record)}`).toSorted()).toEqual([
      'message 1: 1',
      'message 1: 2',
      'message 2: 1',
      'message 2: 2',
    ]);
  },
  'after five receives a message is a dead letter, whole, and nowhere else': async (open) => {
    const { heard, consume } = listener(() => 'raises');
    const of = await open(consume);
    const sent = await send(of, ['poison']);
    await until(of, async () => (await of.dead()).length > 0, 2 * RECEIVES);
    await of.pass(of.visibilityMs * 1.5);

    expect(heard.map(({ record }) => countOf(record))).toEqual([1, 2, 3, 4, 5]);
    expect(await of.dead()).toEqual(sent);
    expect(await depth(of)).toEqual(NOTHING);
  },
  'a dead letter that was brought back comes as a new message with the old body': async (open) => {
    let repaired = false;
    const { heard, consume } = listener(() => (repaired ? DONE : 'raises'));
    const of = await open(consume);
    const [sent] = await send(of, ['poison']);
    await until(of, async () => (await of.dead()).length > 0, 2 * RECEIVES);
    repaired = true;

    expect(await of.redrive()).toBe(1);
    await until(of, () => heard.length > RECEIVES);
    const last = heard.at(-1)?.record;
    expect(last).toMatchObject({ body: 'poison', attributes: { ApproximateReceiveCount: '1' } });
    expect(last?.messageId).not.toBe(sent?.id);
    await until(of, async () => (await depth(of)).inFlight === 0);
    expect([await depth(of), await of.dead()]).toEqual([NOTHING, []]);
  },
  'a batch is answered entry by entry': async (open) => {
    const of = await open();
    const bodies = ['one', 'no text: \uFFFE', 'three'];
    const { Successful = [], Failed = [] } = await sendBatch(of, bodies);

    expect(Successful.map(({ Id, MessageId }) => [Id, typeof MessageId])).toEqual([
      ['0', 'string'],
      ['2', 'string'],
    ]);
    expect(Failed).toMatchObject([{ Id: '1', Code: 'InvalidMessageContents', SenderFault: true }]);
    expect((await depth(of)).visible).toBe(2);
  },
  'a batch that is too large, empty or names two entries alike is refused whole, by name': async (open) => {
    const of = await open();
    const refusals = [sendBatch(of, named(11)), sendBatch(of, []), sendBatch(of, named(2), () => 'same')];
    const errors = await Promise.all(refusals.map((one) => one.catch((error: unknown) => error)));

    const refused = { $fault: 'client', $metadata: { httpStatusCode: 400 } };
    expect(errors).toMatchObject([
      { ...refused, name: 'TooManyEntriesInBatchRequest' },
      { ...refused, name: 'EmptyBatchRequest' },
      { ...refused, name: 'BatchEntryIdsNotDistinct' },
    ]);
    expect(await depth(of)).toEqual(NOTHING);
  },
  'a queue tells what it holds: visible and delayed': async (open) => {
    const of = await open();
    await send(of, named(2));
    await send(of, ['later'], 60);

    expect(await depth(of)).toEqual({ visible: 2, inFlight: 0, delayed: 1 });
  },
};

const named = (count: number): string[] => Array.from({ length: count }, (_, at) => `message ${at + 1}`);
const countOf = (record: SQSRecord | undefined): number => Number(record?.attributes.ApproximateReceiveCount);
const depth = (of: ContractQueue): Promise<Depth> => sqsSender(() => of.client).depth(of.url);

type Answer = SQSBatchResponse | 'raises';

/** A consumer that remembers every message it was handed, and when. */
function listener(answer: (records: readonly SQSRecord[]) => Answer | Promise<Answer>) {
  const heard: Heard[] = [];
  const consume: Consume = async (records, at) => {
    heard.push(...records.map((record) => ({ record, at })));
    return answer(records);
  };
  return { heard, consume };
}

/** Ten a request, in one request where they fit. */
async function send(of: ContractQueue, bodies: readonly string[], delaySeconds?: number): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (let from = 0; from < bodies.length; from += 10) {
    const part = bodies.slice(from, from + 10);
    const { Successful = [] } = await sendBatch(of, part, String, delaySeconds);
    sent.push(...Successful.map(({ Id, MessageId = '' }) => ({ id: MessageId, body: part[Number(Id)] ?? '' })));
  }
  return sent;
}

const sendBatch = (
  of: ContractQueue,
  bodies: readonly string[],
  idOf: (at: number) => string = String,
  delaySeconds?: number,
) =>
  of.client.send(
    new SendMessageBatchCommand({
      QueueUrl: of.url,
      Entries: bodies.map((MessageBody, at) => ({
        Id: idOf(at),
        MessageBody,
        ...(delaySeconds === undefined ? {} : { DelaySeconds: delaySeconds }),
      })),
    }),
  );
