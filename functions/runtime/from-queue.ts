import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import { Fault, type FaultCode, isFault } from '#domain/errors.ts';
import { chain, type Entry, once, remainingMs, SURROUNDINGS, type Surroundings } from './chain.ts';
import { type Clock, clock } from './clock.ts';
import { findOddText, type Issue, MAX_DEPTH, memberOf, parseJson, parseWith } from './wire.ts';

/** What the queue says about a message. Identity of an event is never taken from here: a redrive gives new ids. */
export type MessageInfo = {
  readonly messageId: string;
  /** Business instant it was sent: the notification's time if it came through a topic, else the queue's. */
  readonly sentAt: number;
  readonly receiveCount: number;
  readonly senderId: string;
  /** ARN of the queue it came by. */
  readonly queueArn: string;
  /** The notification's own id if it came through a topic. */
  readonly notificationId?: string;
  /** Text attributes of the message. */
  readonly attributes: Readonly<Record<string, string>>;
};

/** A message that can never succeed, for the stage's quarantine. `body` may hold personal data: encrypt it. */
export type BadMessage = {
  readonly code: FaultCode;
  readonly issues: readonly Issue[];
  readonly body: string;
  readonly info: MessageInfo;
};

export type QueueStage<M, D> = {
  readonly schema: v.GenericSchema<unknown, M>;
  readonly run: (message: M, deps: D, info: MessageInfo) => Promise<unknown>;
  /** Live dependencies, built once when the first message needs them. */
  readonly live: () => D;
  /** Takes what can never succeed; then the message is consumed. Without it such a message goes to the dead letters. */
  readonly quarantine?: (bad: BadMessage, deps: D) => Promise<void>;
  /** `sns`: the body may be a topic's envelope (raw delivery off) around the message. */
  readonly envelope?: 'sns';
  /** `keep`: texts with NUL or lone surrogates are let through (what people type must be read, not refused). */
  readonly oddText?: 'keep';
  /** Messages of one key run one after another, different keys side by side; without it all run in order. */
  readonly orderOf?: (message: M) => string;
  readonly clock?: Clock;
  readonly around?: Surroundings;
};

/** A message chain longer than this is a loop: Lambda's own guard does not see DynamoDB streams. */
export const HOP_LIMIT = 8;
/** No message is begun with less time left; what has begun is given up this long before the function's end. */
const BEGIN_MS = 2_000;
const RESERVE_MS = 500;

/**
 * Lambda entry of a queue: parses, validates, runs, and answers which messages failed. One bad message never takes its
 * neighbours along; what is unfinished at the deadline is failed, not lost.
 */
export function fromQueue<M, D>(stage: QueueStage<M, D>): Entry<SQSEvent, SQSBatchResponse> {
  const live = once(stage.live);
  const around = stage.around ?? SURROUNDINGS;
  return chain(async (event, context) => {
    const done = new Set<string>();
    const failed = (record: SQSRecord, error: unknown): void =>
      around.log.error('message failed', error, { messageId: record.messageId });
    const lines = split(event.Records, stage).map((line) =>
      runLine(line, { stage, live, done, failed, context, around }),
    );
    await beforeDeadline(Promise.all(lines), remainingMs(context) - RESERVE_MS);
    const left = event.Records.filter((record) => !done.has(record.messageId));
    around.metrics.count('MessageHandled', done.size);
    around.metrics.count('MessageFailed', left.length);
    return { batchItemFailures: left.map((record) => ({ itemIdentifier: record.messageId })) };
  }, around);
}

type Read<M> = { record: SQSRecord; info: MessageInfo } & ({ message: M } | { fault: Fault; issues: readonly Issue[] });
type Run<M, D> = {
  stage: QueueStage<M, D>;
  live: () => D;
  done: Set<string>;
  failed: (record: SQSRecord, error: unknown) => void;
  context: Context;
  around: Surroundings;
};

/** Lines of messages that keep their order among themselves. */
function split<M, D>(records: readonly SQSRecord[], stage: QueueStage<M, D>): Read<M>[][] {
  const lines = new Map<string, Read<M>[]>();
  for (const record of records) {
    const read = readRecord(record, stage);
    const own = 'message' in read ? stage.orderOf?.(read.message) : record.messageId;
    const key = record.attributes.MessageGroupId ?? (stage.orderOf === undefined ? '' : (own ?? ''));
    lines.set(key, [...(lines.get(key) ?? []), read]);
  }
  return [...lines.values()];
}

async function runLine<M, D>(line: readonly Read<M>[], run: Run<M, D>): Promise<void> {
  for (const read of line) {
    try {
      const left = remainingMs(run.context);
      if (left < BEGIN_MS) throw new Fault('runtime.deadline-near', { facts: { remainingMs: left } });
      await runOne(read, run);
      run.done.add(read.record.messageId);
    } catch (error) {
      run.failed(read.record, error);
      // First in, first out: what follows a failure in its group must wait for it.
      if (read.record.eventSourceARN.endsWith('.fifo')) return;
    }
  }
}

async function runOne<M, D>(read: Read<M>, run: Run<M, D>): Promise<void> {
  if ('message' in read) {
    try {
      await run.stage.run(read.message, run.live(), read.info);
    } catch (error) {
      if (!isFault(error) || error.retry !== 'never') throw error;
      await setAside({ read, fault: error, issues: [] }, run);
    }
  } else {
    await setAside({ read, fault: read.fault, issues: read.issues }, run);
  }
}

type Bad<M> = { read: Read<M>; fault: Fault; issues: readonly Issue[] };

async function setAside<M, D>(bad: Bad<M>, { stage, live, around }: Run<M, D>): Promise<void> {
  const { read, fault, issues } = bad;
  if (fault.code === 'message.too-many-hops') around.metrics.count('MessageLooped');
  if (stage.quarantine === undefined) throw fault;
  await stage.quarantine({ code: fault.code, issues, body: read.record.body, info: read.info }, live());
  around.log.warn('message set aside', { messageId: read.record.messageId, code: fault.code });
  around.metrics.count('MessageQuarantined', 1, { code: fault.code });
}

const SnsEnvelope = v.object({
  Type: v.literal('Notification'),
  MessageId: v.string(),
  TopicArn: v.string(),
  Message: v.string(),
  Timestamp: v.pipe(v.string(), v.isoTimestamp()),
});

function readRecord<M, D>(record: SQSRecord, stage: QueueStage<M, D>): Read<M> {
  const source = stage.clock ?? clock;
  let info = infoOf(record, source);
  let body = parseJson(record.body);
  const envelope = stage.envelope === 'sns' ? v.safeParse(SnsEnvelope, body?.value) : undefined;
  if (envelope?.success === true) {
    const { Message, MessageId, Timestamp } = envelope.output;
    body = parseJson(Message);
    info = { ...info, notificationId: MessageId, sentAt: source.fromWire(Timestamp) };
  }
  const refuse = (fault: Fault, issues: readonly Issue[] = []): Read<M> => ({ record, info, fault, issues });
  if (body === undefined) return refuse(new Fault('message.not-json'));
  const odd = findOddText(body.value);
  if (odd?.kind === 'too-deep') return refuse(new Fault('message.too-deep', { facts: { limit: MAX_DEPTH } }));
  if (odd !== undefined && stage.oddText !== 'keep') {
    return refuse(new Fault('message.odd-text', { facts: { pointer: odd.pointer } }));
  }
  const parsed = parseWith(stage.schema, body.value);
  if (!parsed.ok) {
    const facts = { issues: parsed.issues.length, pointer: parsed.issues[0]?.pointer ?? '' };
    return refuse(new Fault('message.invalid', { facts }), parsed.issues);
  }
  const hops = memberOf(body.value, 'hops');
  if (typeof hops === 'number' && hops >= HOP_LIMIT) {
    return refuse(new Fault('message.too-many-hops', { facts: { hops, limit: HOP_LIMIT } }));
  }
  return { record, info, message: parsed.value };
}

function infoOf(record: SQSRecord, source: Clock): MessageInfo {
  const attributes: Record<string, string> = {};
  for (const [name, { stringValue }] of Object.entries(record.messageAttributes)) {
    if (stringValue !== undefined) attributes[name] = stringValue;
  }
  return {
    messageId: record.messageId,
    sentAt: source.fromWire(record.attributes.SentTimestamp),
    receiveCount: Number(record.attributes.ApproximateReceiveCount),
    senderId: record.attributes.SenderId,
    queueArn: record.eventSourceARN,
    attributes,
  };
}

/** Waits for the work, but not beyond the deadline. */
async function beforeDeadline(work: Promise<unknown>, withinMs: number): Promise<void> {
  if (!Number.isFinite(withinMs)) {
    await work;
    return;
  }
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, withinMs));
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}
