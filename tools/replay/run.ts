import { setTimeout as sleep } from 'node:timers/promises';
import { MAX_EVENTS } from '../../functions/intake/events.contract.ts';
import { type PushedSum, pushBatch } from '../doors/push.ts';
import { isLocal, type StageClient } from '../local/client.ts';
import { reachClock, readClock } from '../local/clock.ts';
import { RefusedByApi, type Staff, staffOf } from '../running/staff.ts';
import { fireUntil, shownTime } from '../time/advance.ts';
import { allDue, type DueItem } from '../time/due.ts';
import { settle } from '../time/quiet.ts';
import type { Bar } from './bar.ts';
import type { Delivery } from './deliveries.ts';

/** What became of the deliveries. */
export interface Delivered {
  readonly accepted: number;
  readonly duplicates: number;
  readonly tooLate: number;
  readonly rejected: number;
}

/** Events of one batch are at most this far apart: an event of the file must not reach the door much older than it was. */
const BATCH_SPAN_MS = 10 * 60_000;
/** In passing one calm look is enough: the next batch looks again, and the end of the file twice. */
const PASSING = { withinMs: 180_000, looks: 1 } as const;
const TRIES = 5;

export interface Run {
  readonly stage: StageClient;
  readonly bar: Bar;
  /** Business time follows the file: true where the stage is local and the file ahead of its clock. */
  readonly follows: boolean;
}

/**
 * Delivers in order, so the order of every account is kept. Where the clock follows the file it goes from due time to due
 * time as it always does, and whenever a batch opened or changed what waits, the stage runs empty before time goes on.
 */
export async function deliver(deliveries: readonly Delivery[], run: Run): Promise<Delivered> {
  const producer = staffOf(run.stage, { role: 'producer' });
  const sum = { accepted: 0, duplicates: 0, tooLate: 0, rejected: 0 };
  let waiting = run.follows ? await allDue(run.stage) : [];
  let done = 0;
  while (done < deliveries.length) {
    const batch = run.follows
      ? await batchInTime(deliveries, done, { stage: run.stage, waiting })
      : deliveries.slice(done, done + MAX_EVENTS);
    add(sum, await pushPatiently(producer, batch));
    done += batch.length;
    if (run.follows) waiting = await caughtUp(run.stage, waiting);
    run.bar.show(done, shownTime(batch.at(-1)?.at ?? 0));
  }
  return sum;
}

interface Waiting {
  readonly stage: StageClient;
  readonly waiting: readonly DueItem[];
}

/** The next batch: the clock stands at its last event, and nothing falls due between its first and its last. */
async function batchInTime(
  deliveries: readonly Delivery[],
  from: number,
  { stage, waiting }: Waiting,
): Promise<readonly Delivery[]> {
  const head = deliveries[from]?.at ?? 0;
  const due = waiting[0]?.dueAt ?? Number.POSITIVE_INFINITY;
  if (due <= head) await fireUntil(stage, head, PASSING);
  const now = await reachClock(head);
  const next = due <= head ? ((await allDue(stage))[0]?.dueAt ?? Number.POSITIVE_INFINITY) : due;
  const until = Math.min(Math.max(now, head + BATCH_SPAN_MS), Math.max(next - 1, now));
  let end = from + 1;
  while (end < deliveries.length && end - from < MAX_EVENTS && (deliveries[end]?.at ?? 0) <= until) end += 1;
  const batch = deliveries.slice(from, end);
  await reachClock(batch.at(-1)?.at ?? head);
  return batch;
}

/** Timers as they stand now; when there are new or moved ones, only after the stage has run empty. */
async function caughtUp(stage: StageClient, before: readonly DueItem[]): Promise<readonly DueItem[]> {
  const after = await allDue(stage);
  const known = new Set(before.map(markOf));
  const now = await readClock();
  if (after.every((item) => known.has(markOf(item)) && item.dueAt > now)) return after;
  await settle(stage, { timers: 'leave', ...PASSING });
  return allDue(stage);
}

const markOf = ({ aggregate, dueAt }: DueItem): string => `${aggregate} ${dueAt}`;

/** Pushing back is an answer too: the batch is pushed again, which changes nothing that was taken. */
async function pushPatiently(producer: Staff, batch: readonly Delivery[]): Promise<PushedSum> {
  const events = batch.map(({ event }) => event);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pushBatch(producer, events);
    } catch (error) {
      const isBusy = error instanceof RefusedByApi && (error.status === 503 || error.status === 429);
      if (!isBusy || attempt === TRIES) throw error;
      await sleep(500 * 2 ** attempt);
    }
  }
}

type Sum = { -readonly [K in keyof Delivered]: Delivered[K] };

function add(sum: Sum, { accepted, duplicates, rejected }: PushedSum): void {
  const late = rejected.filter(({ code }) => code === 'event.too-late').length;
  sum.accepted += accepted;
  sum.duplicates += duplicates;
  sum.tooLate += late;
  sum.rejected += rejected.length - late;
}

/** True where the clock can follow this file at all, and whether any of it is ahead. */
export async function followsFile(stage: StageClient, deliveries: readonly Delivery[]): Promise<boolean> {
  return isLocal(stage.outputs) && (deliveries.at(-1)?.at ?? 0) > (await readClock());
}
