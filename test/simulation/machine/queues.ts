import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { FunctionName } from '../../support/pipeline/process.ts';
import { sqsRecord } from '../../support/runtime/lambda-events.ts';
import type { Chance } from './random.ts';
import { createReady, type Ready } from './ready.ts';
import type { Timeline } from './timeline.ts';

/** Consumer and time-out of it in seconds. Source: the stages of lib. */
export const CONSUMERS = {
  events: { by: 'receive-events', seconds: 28 },
  urgent: { by: 'advance-case', seconds: 30 },
  normal: { by: 'advance-case', seconds: 30 },
  bulk: { by: 'advance-case', seconds: 30 },
  complaints: { by: 'advance-complaint', seconds: 20 },
  sweep: { by: 'sweep', seconds: 20 },
  inbound: { by: 'receive-reply', seconds: 20 },
  receipts: { by: 'record-receipt', seconds: 20 },
} as const satisfies Record<string, { by: FunctionName; seconds: number }>;
export type QueueName = keyof typeof CONSUMERS;
export const QUEUES = Object.keys(CONSUMERS) as QueueName[];

/** Receives before a message is dead, and the time-out's multiple for which it is hidden. Source: lib/constructs/work-queue.ts. */
const RECEIVES = 5;
const VISIBILITY_FACTOR = 6;
const BATCH = 10;

export type Message = {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  received: number;
  /** When it was received for the first time; absent: never so far. */
  firstAt?: number;
  hiddenUntil: number;
};

/** What queues do of their own accord: percentages of messages. */
export type QueueFaults = { readonly twice: number; readonly early: number; readonly swallowed: number };

/** The largest number of invocations that a queue's consumer has at once: its maximum concurrency. */
export type Workers = Partial<Readonly<Record<QueueName, number>>>;

/** Hands a batch to the queue's consumer; answers the ids that failed, or that nothing came back. */
export type Consume = (queue: QueueName, messages: readonly Message[]) => Promise<readonly string[] | 'nothing'>;

/**
 * Standard queues as documented: at least once, in no order, hidden while somebody has them, dead after five receives.
 * A message is handed out again when its consumer failed or died, and now and then for no reason.
 */
export type Queues = {
  readonly send: (queue: QueueName, body: string, delayMs?: number) => string;
  readonly depth: (queue: QueueName) => {
    readonly visible: number;
    readonly inFlight: number;
    readonly delayed: number;
  };
  /** Messages that are not yet done, dead ones apart. */
  readonly waiting: () => number;
  readonly sent: readonly { readonly queue: QueueName; readonly id: string; readonly body: string }[];
  readonly dead: readonly { readonly queue: QueueName; readonly message: Message }[];
  /** Every dead letter goes back to its queue, as a message with a new id. */
  readonly redrive: () => number;
  readonly delivered: () => Readonly<Record<QueueName, number>>;
  readonly heal: () => void;
};

export type QueueParts = {
  readonly time: Timeline;
  readonly chance: Chance;
  readonly faults: QueueFaults;
  readonly consume: Consume;
  readonly workers?: Workers;
};

/** When a message is there again while its consumer lives: half of them while it still reads, so that both write. */
const tooSoon = (chance: Chance): number => (chance.happens(50) ? chance.between(1, 60) : chance.between(20, 3_000));

const eachQueue = <T>(make: () => T): Record<QueueName, T> =>
  Object.fromEntries(QUEUES.map((name) => [name, make()])) as Record<QueueName, T>;

export function createQueues(of: QueueParts): Queues {
  const { time, chance } = of;
  const held = eachQueue(() => new Map<string, Message>());
  const ready = eachQueue((): Ready<Message> => createReady(chance));
  const busy = eachQueue(() => 0);
  const delivered = eachQueue(() => 0);
  const sent: { queue: QueueName; id: string; body: string }[] = [];
  const dead: { queue: QueueName; message: Message }[] = [];
  let faults = of.faults;
  let last = 0;

  const look = (queue: QueueName, inMs: number): unknown => time.after(inMs, () => void poll(queue));

  /** Looks for a message when it is there again, unless somebody has it anew by then. */
  function appear(queue: QueueName, message: Message, lateMs = 0): void {
    time.at(message.hiddenUntil + lateMs, () => {
      if (held[queue].has(message.id) && message.hiddenUntil <= time.now()) ready[queue].put(message);
      return void poll(queue);
    });
  }

  function done(queue: QueueName, message: Message): void {
    held[queue].delete(message.id);
    ready[queue].remove(message);
  }

  /** With all its workers busy nothing is received: whoever is done first looks again. */
  async function poll(queue: QueueName): Promise<void> {
    if (busy[queue] >= (of.workers?.[queue] ?? Number.POSITIVE_INFINITY)) return;
    busy[queue] += 1;
    await receiveBatch(queue);
    busy[queue] -= 1;
    if (of.workers?.[queue] !== undefined && ready[queue].size() > 0) look(queue, 1);
  }

  async function receiveBatch(queue: QueueName): Promise<void> {
    const batch = ready[queue].draw(chance.between(1, BATCH));
    if (batch.length === 0) return;
    const visibility = CONSUMERS[queue].seconds * VISIBILITY_FACTOR * 1_000;
    const taken = batch.filter((one) => receive(queue, one, visibility));
    if (ready[queue].size() > 0) look(queue, chance.between(1, 50));
    // An invocation that is throttled counts as a receive, though nothing ran.
    if (taken.length === 0 || chance.happens(faults.swallowed)) return;
    delivered[queue] += taken.length;
    const receives = new Map(taken.map((one) => [one, one.received]));
    const failed = await of.consume(
      queue,
      taken.map((one) => ({ ...one })),
    );
    if (failed === 'nothing') return;
    for (const one of taken) {
      if (failed.includes(one.id)) continue;
      // Somebody else has received it meanwhile: to delete it by an older receipt may do nothing.
      if (one.received !== receives.get(one) && chance.happens(50)) continue;
      if (chance.happens(faults.twice)) show(queue, one, chance.between(1, 120_000));
      else done(queue, one);
    }
  }

  function show(queue: QueueName, message: Message, inMs: number): void {
    message.hiddenUntil = time.now() + inMs;
    appear(queue, message);
  }

  /** Counts the receive and hides the message; a message with too many is set aside as dead. */
  function receive(queue: QueueName, message: Message, visibility: number): boolean {
    if (message.received >= RECEIVES) {
      done(queue, message);
      dead.push({ queue, message });
      return false;
    }
    message.received += 1;
    message.firstAt ??= time.now();
    // Now and then the time-out is over while its consumer still lives: two of them have the message.
    show(queue, message, chance.happens(faults.early) ? tooSoon(chance) : visibility);
    return true;
  }

  const send: Queues['send'] = (queue, body, delayMs = 0) => {
    last += 1;
    const message = { id: `m${last}`, body, sentAt: time.now(), received: 0, hiddenUntil: time.now() + delayMs };
    held[queue].set(message.id, message);
    sent.push({ queue, id: message.id, body });
    appear(queue, message, chance.between(1, 200));
    return message.id;
  };

  return {
    send,
    sent,
    dead,
    waiting: () => QUEUES.reduce((sum, queue) => sum + held[queue].size, 0),
    delivered: () => ({ ...delivered }),
    heal: () => void (faults = { twice: 0, early: 0, swallowed: 0 }),
    depth: (queue) => {
      const all = [...held[queue].values()];
      const inFlight = all.filter((one) => one.received > 0 && one.hiddenUntil > time.now()).length;
      const delayed = all.filter((one) => one.received === 0 && one.hiddenUntil > time.now()).length;
      return { visible: all.length - inFlight - delayed, inFlight, delayed };
    },
    redrive: () => {
      const letters = dead.splice(0);
      for (const { queue, message } of letters) send(queue, message.body);
      return letters.length;
    },
  };
}

/** A message as its consumer is handed it. Source: Lambda developer guide, "Using Lambda with Amazon SQS". */
export const recordOf = (queue: QueueName, message: Message): SQSRecord =>
  sqsRecord(message.body, {
    messageId: message.id,
    eventSourceARN: `arn:aws:sqs:eu-west-2:000000000000:${queue}`,
    attributes: {
      ApproximateReceiveCount: String(message.received),
      SentTimestamp: String(Math.floor(message.sentAt)),
      SenderId: 'AIDACOREBANKING',
      ApproximateFirstReceiveTimestamp: String(Math.floor(message.firstAt ?? message.sentAt)),
    },
  });

/** Ids that a consumer's answer leaves undone: the named ones, or all when one of the names is empty. Source: as above, "partial batch responses". */
export function leftUndone(answer: SQSBatchResponse | null | undefined, all: readonly Message[]): readonly string[] {
  const named = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return named.every((id) => typeof id === 'string' && id !== '') ? named : all.map(({ id }) => id);
}
