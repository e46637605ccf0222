import { type Instant, MINUTE, SECOND } from '#domain/time.ts';
import { LANES, type Lane } from '#domain/words.ts';
import { DUE_SHARDS } from '#store/table.contract.ts';
import { TICK } from './sweep.ts';
import type { SweepMessage } from './work.contract.ts';

const RESCUE_EVERY_MINUTES = 10;
/** A lane's queue is filled for two ticks ahead. */
const AHEAD_SECONDS = (2 * TICK) / SECOND;

export type StartNeeds = {
  /** Visible, in flight and delayed messages of a lane's queue. */
  readonly depth: (lane: Lane) => Promise<number>;
  /** Messages a second the lane's consumers take. */
  readonly rate: (lane: Lane) => number;
  readonly send: (messages: readonly SweepMessage[]) => Promise<void>;
};

/**
 * Admission: what a lane's consumers can take in two ticks, less what already waits. Each shard gets an eighth, so the
 * overshoot is at most one tick's admission (a slow sweep of the tick before may still be sending its eighths). `at`: the
 * minute the schedule fired for; by the clock of a machine that is behind, every tenth minute might never come.
 */
export async function startSweep(at: Instant, needs: StartNeeds): Promise<number> {
  const rescue = Math.floor(at / MINUTE) % RESCUE_EVERY_MINUTES === 0;
  const messages: SweepMessage[] = [];
  for (const lane of LANES) {
    const [rate, depth] = [needs.rate(lane), await needs.depth(lane)];
    const admitted = Math.max(0, rate * AHEAD_SECONDS - depth);
    const from = Math.floor(Math.min(depth / rate, AHEAD_SECONDS));
    const pace = rate > 0 ? { perSecond: rate, from } : undefined;
    for (let shard = 0; shard < DUE_SHARDS; shard += 1) {
      const admit = Math.ceil(admitted / DUE_SHARDS);
      messages.push({ lane, shard, admit, rescue, ...(pace === undefined ? {} : { pace }) });
    }
  }
  await needs.send(messages);
  return messages.length;
}
