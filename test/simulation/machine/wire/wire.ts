import type { FunctionName } from '../../../support/pipeline/process.ts';
import { type Call, callOf, failure, isSend } from '../calls.ts';
import { never, type Wire, type WireAnswer } from '../container.ts';
import type { Fault, Planner } from '../faults.ts';
import type { Chance } from '../random.ts';
import { type Behind, effectOf } from '../services.ts';
import type { Timeline } from '../timeline.ts';
import type { ToldBy, ToldSends } from '../told-sends.ts';
import type { Meetings } from './meetings.ts';

export type WireParts = {
  readonly time: Timeline;
  readonly chance: Chance;
  readonly planner: Planner;
  readonly behind: () => Behind;
  /** Told of every effect on the table. */
  readonly wrote: () => void;
  readonly asked: (call: Call) => void;
  readonly sends: ToldSends;
  readonly heldFor: Meetings['heldFor'];
  /** Percentage of changes and texts that take long. */
  readonly slow: number;
};

type At = {
  readonly call: Call;
  readonly fault: Fault | undefined;
  readonly kill: () => void;
  readonly timeoutMs: number;
  readonly told: ToldBy['told'];
};

const RESET = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const TIMED_OUT = (): Error => Object.assign(new Error('no answer in time'), { name: 'TimeoutError' });
/** A call whose answer nobody gets may still come to its effect so much later. */
const LATE_MS = 60_000;

/** Every call in three moments: it is asked, it has its effect, it is answered. Faults strike between them. */
export function wireOf(parts: WireParts, by: FunctionName, end: () => void): Wire {
  const { told, struck, died } = parts.sends.process();
  const kill = (): void => {
    died();
    end();
  };
  // Without the second setting a time-out is a line in the log, and the call waits on.
  return (request, { requestTimeout = 0, throwOnRequestTimeout = false }) => {
    const call = callOf(by, request);
    parts.asked(call);
    const fault = parts.planner.next(call);
    if (fault !== undefined) struck();
    return asked({ call, fault, kill, told, timeoutMs: throwOnRequestTimeout ? requestTimeout : 0 }, parts);
  };
}

function asked(at: At, parts: WireParts): Promise<WireAnswer> {
  const { time, chance } = parts;
  const { call, fault, kill } = at;
  if (fault === 'killed-before') {
    kill();
    return never();
  }
  const held = fault === undefined ? parts.heldFor(call) : 0;
  const late = fault === 'late' ? chance.between(1_000, LATE_MS) : latency(call, parts) + held;
  return new Promise((resolve, reject) => {
    if (fault === 'late' && at.timeoutMs > 0) time.after(at.timeoutMs, () => reject(TIMED_OUT()));
    time.after(late, async () => {
      const refused = refusalOf(call, fault);
      const answer = refused ?? (await effect(at, parts));
      const text = isSend(call) ? parts.behind().provider.texts.at(-1) : undefined;
      if (fault === 'late') return;
      if (fault === 'killed-after') return kill();
      time.after(latency(call, parts), () => {
        if (fault === 'lost') reject(RESET());
        else resolve(fault === 'failed-after' ? failure(call, 500, FAILED[call.service]) : answer);
        if (fault === undefined && text !== undefined) at.told(text.attemptId);
      });
    });
  });
}

/** Calls in which others may overtake: a change that rests on what was read before, and a text before its answer. */
const isSlow = (call: Call): boolean => call.operation === 'TransactWriteItems' || isSend(call);
/** Most calls take milliseconds, some take seconds. */
const latency = (call: Call, { chance, slow }: WireParts): number =>
  chance.happens(isSlow(call) ? slow : 3) ? chance.between(100, 2_000) : chance.between(1, 20);

async function effect({ call, fault }: At, parts: WireParts): Promise<WireAnswer> {
  const answer = await effectOf(call, parts.behind(), fault === 'partly');
  if (call.service === 'dynamodb' && /^(?:Put|Update|Delete|Transact)/u.test(call.operation)) parts.wrote();
  return fault === 'stale' ? withoutSome(answer, parts.chance) : answer;
}

/** Errors as each service names them. Source: its API reference, common errors and those of the operations. */
const FAILED = {
  dynamodb: 'InternalServerError',
  sqs: 'InternalFailure',
  kms: 'KMSInternalException',
  sns: 'InternalError',
  ses: 'InternalServiceErrorException',
  secrets: 'InternalServiceError',
};
const THROTTLED = {
  dynamodb: 'ThrottlingException',
  sqs: 'RequestThrottled',
  kms: 'ThrottlingException',
  sns: 'Throttling',
  ses: 'TooManyRequestsException',
  secrets: 'ThrottlingException',
};

/** What a service answers to a call that a fault befalls before its effect; undefined when it has its effect. */
export function refusalOf(call: Call, fault: Fault | undefined): WireAnswer | undefined {
  if (fault === 'throttled') return failure(call, 400, THROTTLED[call.service]);
  if (fault === 'failed') return failure(call, 500, FAILED[call.service]);
  if (fault === 'refused') return failure(call, 400, call.service === 'ses' ? 'MessageRejected' : 'InvalidParameter');
  if (fault !== 'conflict') return undefined;
  if (call.operation !== 'TransactWriteItems') return failure(call, 400, 'TransactionConflictException');
  const { TransactItems } = JSON.parse(call.body) as { TransactItems: readonly unknown[] };
  const CancellationReasons = TransactItems.map((_item, at) => ({ Code: at === 0 ? 'TransactionConflict' : 'None' }));
  return failure(call, 400, 'TransactionCanceledException', { CancellationReasons });
}

type Page = { Items?: unknown[]; Count?: number };

/** An index that does not know of some items yet. */
function withoutSome(answer: WireAnswer, chance: Chance): WireAnswer {
  const page = JSON.parse(Buffer.from(answer.body).toString('utf8')) as Page;
  const Items = (page.Items ?? []).filter(() => chance.happens(50));
  return { ...answer, body: Buffer.from(JSON.stringify({ ...page, Items, Count: Items.length })) };
}
