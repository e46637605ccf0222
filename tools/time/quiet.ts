import { setTimeout as sleep } from 'node:timers/promises';
import { isLocal, type StageClient } from '../local/client.ts';
import { readClock } from '../local/clock.ts';
import { depthsOf, laneNames, laneUrl, queueName, queuesOf } from '../running/queues.ts';
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

const LOOK_EVERY_MS = 100;
/** Elsewhere no probe is written, so the stream is given the time it usually takes. */
const STREAM_LAG_MS = 3000;
const CALM_LOOKS = 2;
/** An aggregate that does not move when its time has come is not asked for ever. */
const WAKES = 2;

/**
 * Waits until the stage has nothing left to do: no message visible, in flight or delayed in any work queue, twice in a row,
 * the stream read up in between, and nothing due at or before now. On the local stage what is due is woken at once
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
    if (!(await isCalm(stage, queues.work, options))) {
      calm = 0;
      await sleep(LOOK_EVERY_MS);
    } else if (isLocal(stage.outputs)) {
      const isReadUp = await streamIsReadUp(stage, deadline);
      calm = isReadUp && (await isCalm(stage, queues.work, options)) ? calm + 1 : 0;
      if (calm === looks && (await wakeOverdue())) calm = 0;
    } else {
      calm += 1;
      if (calm < looks) await sleep(STREAM_LAG_MS);
    }
  }
  const dead = await depthsOf(stage, queues.deadLetters);
  const deadLetters = dead.reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0);
  return { quiet: calm >= looks, deadLetters };
}

async function isCalm(stage: StageClient, work: readonly string[], { timers }: SettleOptions): Promise<boolean> {
  const lanes = new Set(laneNames.map((lane) => queueName(laneUrl(stage, lane))));
  const depths = await depthsOf(stage, work);
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
