import { setTimeout as sleep } from 'node:timers/promises';
import type { Depth } from '#channels/queue.ts';
import { isLocal, type StageClient } from '../local/client.ts';
import { readClock } from '../local/clock.ts';
import { depthsOf, laneNames, laneUrl, queueName, queuesOf } from '../running/queues.ts';
import { type WorkLeft, workLeft } from '../running/work-left.ts';
import { allDue, type DueItem, wake } from './due.ts';
import { streamIsReadUp } from './probe.ts';
import { delayedMessages, timersAmong } from './timers.ts';

export interface SettleOptions {
  /** Wall time to wait at most. */
  readonly withinMs: number;
  /** `wait`: for delayed messages that will still be of use. `leave`: they are for an instant still to come. */
  readonly timers: 'wait' | 'leave';
  /** How often in a row all must be calm. Default: twice. */
  readonly looks?: number;
  /** Told what was due and has been woken, once an item. */
  readonly onWake?: (items: readonly DueItem[]) => void;
}

export interface Settled {
  readonly quiet: boolean;
  /** Messages nobody has acted on; reported, never waited for. */
  readonly deadLetters: number;
}

/** A look takes a few milliseconds where the stage tells of itself, and a request a queue elsewhere. */
const LOOK_EVERY_MS = 20;
/** Elsewhere no probe is written, so the stream is given the time it usually takes. */
const STREAM_LAG_MS = 3000;
const CALM_LOOKS = 2;
/** An aggregate that does not move when its time has come is not asked for ever. */
const WAKES = 2;

/**
 * Waits until the stage has nothing left to do: no message visible, in flight or delayed in any work queue, twice in a row,
 * the stream read up by all its readers, and nothing due at or before now. On the local stage what is due is woken at once
 * instead of at the next sweep. Delayed messages that will do nothing are not waited for (timers.ts).
 */
export async function settle(stage: StageClient, options: SettleOptions): Promise<Settled> {
  const deadline = Date.now() + options.withinMs;
  const queues = await queuesOf(stage);
  const wakeOverdue = waker(stage, options);
  await wakeOverdue();
  const looks = options.looks ?? CALM_LOOKS;
  let calm = 0;
  while (calm < looks && Date.now() < deadline) {
    calm = (await isCalm(stage, queues.work, { ...options, deadline })) ? calm + 1 : 0;
    if (calm === looks && (await wakeOverdue())) calm = 0;
    if (calm < looks) await sleep(calm > 0 && !isLocal(stage.outputs) ? STREAM_LAG_MS : LOOK_EVERY_MS);
  }
  const dead = await depthsNow(stage, queues.deadLetters);
  const deadLetters = dead.reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0);
  return { quiet: calm >= looks, deadLetters };
}

type Looking = Pick<SettleOptions, 'timers'> & { readonly deadline: number };

/** One look. Where the stage does not tell how far its stream is read, a probe tells, and the queues are asked again after it. */
async function isCalm(stage: StageClient, work: readonly string[], at: Looking): Promise<boolean> {
  const left = await workLeft(stage);
  if (left !== undefined) return left.isStreamReadUp && areEmpty(stage, { work, depths: depthsIn(left, work) }, at);
  const asked = async () => areEmpty(stage, { work, depths: await depthsOf(stage, work) }, at);
  if (!(await asked())) return false;
  return !isLocal(stage.outputs) || ((await streamIsReadUp(stage, at.deadline)) && (await asked()));
}

const depthsIn = ({ queues }: WorkLeft, urls: readonly string[]): readonly Depth[] =>
  urls.map((url) => queues[queueName(url)] ?? { visible: 0, inFlight: 0, delayed: 0 });

async function depthsNow(stage: StageClient, urls: readonly string[]): Promise<readonly Depth[]> {
  const left = await workLeft(stage);
  return left === undefined ? depthsOf(stage, urls) : depthsIn(left, urls);
}

type Depths = { readonly work: readonly string[]; readonly depths: readonly Depth[] };

async function areEmpty(stage: StageClient, { work, depths }: Depths, { timers }: Looking): Promise<boolean> {
  const lanes = new Set(laneNames.map((lane) => queueName(laneUrl(stage, lane))));
  let laneDelays = 0;
  for (const [index, { visible, inFlight, delayed }] of depths.entries()) {
    const isLane = lanes.has(queueName(work[index] ?? ''));
    if (visible + inFlight + (isLane ? 0 : delayed) > 0) return false;
    laneDelays += isLane ? delayed : 0;
  }
  if (laneDelays === 0 || timers === 'leave') return true;
  const delayed = await delayedMessages(stage);
  if (delayed === undefined) return false;
  return timersAmong(delayed, await allDue(stage), await readClock()).length === 0;
}

/** Wakes what is due on the local stage; true when there was something to wake. */
function waker(stage: StageClient, { onWake }: SettleOptions): () => Promise<boolean> {
  const woken = new Map<string, number>();
  return async () => {
    if (!isLocal(stage.outputs)) return false;
    const now = await readClock();
    const times = (item: DueItem): number => woken.get(markOf(item)) ?? 0;
    const overdue = (await allDue(stage)).filter((item) => item.dueAt <= now && times(item) < WAKES);
    const first = overdue.filter((item) => times(item) === 0);
    for (const item of overdue) woken.set(markOf(item), times(item) + 1);
    await wake(stage, overdue);
    if (first.length > 0) onWake?.(first);
    return overdue.length > 0;
  };
}

const markOf = ({ aggregate, dueAt }: DueItem): string => `${aggregate} ${dueAt}`;
