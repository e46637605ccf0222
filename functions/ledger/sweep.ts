import { type Instant, MINUTE, SECOND } from '#domain/time.ts';
import type { Lane } from '#domain/words.ts';
import type { DueItem } from '#store/due-store.ts';
import { DUE_SHARDS } from '#store/table.contract.ts';
import type { WorkItem } from './relay.ts';
import type { SweepMessage } from './work.contract.ts';

/** The tick: what falls due before the next one is sent now, delayed to its second. */
export const TICK = MINUTE;
/** The rescue pass looks for what is overdue by this much, every tenth minute. */
export const RESCUE_AFTER = 15 * MINUTE;
const PAGE = 100;
export type SweepNeeds = {
  readonly due: (at: {
    lane: Lane;
    shard: number;
    after?: string;
    upTo: Instant;
    limit: number;
  }) => Promise<readonly DueItem[]>;
  readonly cursor: (lane: Lane, shard: number) => Promise<string | undefined>;
  /** Moves forward only; a slower sweep never turns it back. */
  readonly moveCursor: (lane: Lane, shard: number, to: string) => Promise<void>;
  readonly enqueue: (lane: Lane, items: readonly WorkItem[]) => Promise<void>;
  readonly now: () => Instant;
};

/** Messages sent: those that fall due, and those the rescue pass found overdue. */
export type Swept = { readonly sent: number; readonly rescued: number };

/** Sends what is due in one lane's shard. Never writes the items: a message that no longer fits does nothing. */
export async function sweep(message: SweepMessage, needs: SweepNeeds): Promise<Swept> {
  const now = needs.now();
  const delayOf = pacing(message);
  const rescued: Passed = message.rescue
    ? await pass(message, { upTo: now - RESCUE_AFTER, admit: message.admit, delayOf }, needs)
    : { sent: 0 };
  const after = later(await needs.cursor(message.lane, message.shard), rescued.last);
  const admit = message.admit - rescued.sent;
  const swept = await pass(
    message,
    { upTo: now + TICK, admit, delayOf, ...(after === undefined ? {} : { after }) },
    needs,
  );
  if (swept.last !== undefined) await needs.moveCursor(message.lane, message.shard, swept.last);
  return { sent: swept.sent, rescued: rescued.sent };
}

/** What the rescue pass has just sent is not sent once more behind it. */
const later = (cursor: string | undefined, rescued: string | undefined): string | undefined =>
  cursor === undefined || (rescued !== undefined && rescued > cursor) ? rescued : cursor;

type DelayOf = (dueInSeconds: number) => number;

/**
 * Seconds to wait, so that all shards together bring their lane's queue no more than its consumers take in any second:
 * behind what waits there already, each shard in every eighth place. Nothing comes before it is due.
 */
function pacing({ pace, shard }: SweepMessage): DelayOf {
  if (pace === undefined) return Math.ceil;
  let next = pace.from + shard / pace.perSecond;
  return (dueInSeconds) => {
    const at = Math.max(next, dueInSeconds);
    next = at + DUE_SHARDS / pace.perSecond;
    return Math.max(Math.floor(at), Math.ceil(dueInSeconds));
  };
}

type Pass = { readonly upTo: Instant; readonly admit: number; readonly delayOf: DelayOf; readonly after?: string };
type Passed = { readonly sent: number; readonly last?: string };

async function pass(of: SweepMessage, want: Pass, needs: SweepNeeds): Promise<Passed> {
  const { lane, shard } = of;
  let sent = 0;
  let last = want.after;
  while (sent < want.admit) {
    const limit = Math.min(PAGE, want.admit - sent);
    const items = await needs.due({
      lane,
      shard,
      upTo: want.upTo,
      limit,
      ...(last === undefined ? {} : { after: last }),
    });
    if (items.length === 0) break;
    await needs.enqueue(
      lane,
      items.map((item) => workItem(item, want.delayOf((item.dueAt - needs.now()) / SECOND))),
    );
    sent += items.length;
    last = items.at(-1)?.sort;
    if (items.length < limit) break;
  }
  return last === undefined ? { sent } : { sent, last };
}

function workItem(item: DueItem, delaySeconds: number): WorkItem {
  const body = { a: item.aggregate, due: item.dueAt, hops: 0 };
  return delaySeconds > 0 ? { body, delaySeconds } : { body };
}
