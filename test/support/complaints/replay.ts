import { type Clocked, type ClockRefusal, isClockRefusal, type SlaBook } from '#domain/complaint/clocks/policy.ts';
import { type ClockChange, changeClocks } from '#domain/complaint/clocks/replay.ts';
import type { Clocks } from '#domain/complaint/clocks/start.ts';
import { startClocks } from './clocks.ts';

/** The clocks of a complaint from its receipt and its changes alone: they equal those that are stored. */
export function replayClocks(
  of: Omit<Clocked, 'clocks'>,
  changes: readonly ClockChange[],
  book: SlaBook,
): Clocks | ClockRefusal {
  const started = startClocks(of, book);
  if (isClockRefusal(started)) return started;
  let now: Clocked = { ...of, clocks: started };
  for (const change of changes) {
    const next = changeClocks(now, change, book);
    if (isClockRefusal(next)) return next;
    now = next;
  }
  return now.clocks;
}
