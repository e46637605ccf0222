import { setImmediate } from 'node:timers/promises';

/**
 * Simulated time: nothing happens but what stands here, one thing at a time, in the order of its instant. What a function
 * does between two of its calls takes no time at all.
 */
export type Timeline = {
  readonly now: () => number;
  /**
   * Plans something for an instant; what was planned first goes first. Time waits for what it answers: whoever waits for
   * simulated time himself must answer nothing.
   */
  readonly at: (instant: number, does: () => unknown) => Planned;
  readonly after: (ms: number, does: () => unknown) => Planned;
  /** Runs up to an instant, or until nothing is planned before it. */
  readonly runTo: (instant: number) => Promise<void>;
  readonly steps: () => number;
};
export type Planned = { readonly cancel: () => void };

type Entry = { readonly instant: number; readonly order: number; does: (() => unknown) | undefined };

export function timelineFrom(start: number): Timeline {
  const heap: Entry[] = [];
  let now = start;
  let order = 0;
  let steps = 0;
  const at: Timeline['at'] = (instant, does) => {
    order += 1;
    const entry: Entry = { instant: Math.max(instant, now), order, does };
    push(heap, entry);
    return { cancel: () => void (entry.does = undefined) };
  };
  return {
    now: () => now,
    at,
    after: (ms, does) => at(now + ms, does),
    runTo: async (instant) => {
      for (let first = heap[0]; first !== undefined && first.instant <= instant; first = heap[0]) {
        pop(heap);
        if (first.does === undefined) continue;
        now = first.instant;
        steps += 1;
        await first.does();
        // Functions go on until each of them waits for a call, a timer or its end: all of that is microtasks.
        await setImmediate();
      }
      now = Math.max(now, instant);
    },
    steps: () => steps,
  };
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.instant < other.instant || (one.instant === other.instant && one.order < other.order);

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || isBefore(parent, entry)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[at * 2 + 1], heap[at * 2 + 2]];
    const least = right !== undefined && left !== undefined && isBefore(right, left) ? at * 2 + 2 : at * 2 + 1;
    const child = heap[least];
    if (child === undefined || isBefore(last, child)) break;
    heap[at] = child;
    at = least;
  }
  heap[at] = last;
}
