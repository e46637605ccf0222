import { Worker } from 'node:worker_threads';
import type { Programs } from '../machine/programs.ts';
import type { SeedOrder, SeedResult } from './seed.ts';

export type ManyOrder = {
  readonly seed: string;
  /** Seeds are played until there are so many deliveries. */
  readonly deliveries: number;
  readonly faults: number;
  readonly workers?: number;
  /** Stops after the first seed with a violation. */
  readonly untilFound?: boolean;
  /** Asked once there are enough deliveries: while it says no, seeds go on, for at most a fifth more. */
  readonly isEnough?: (all: readonly SeedResult[]) => boolean;
  /** Told after every seed: deliveries so far, and what became of each seed, the newest last. */
  readonly progress?: (done: number, all: readonly SeedResult[]) => void;
};

/** Deliveries that one seed is made for; with its calm end it comes to at most 2,000. */
export const SEED_DELIVERIES = 320;
/** What comes of a seed as a rule: two are under way when it is asked whether there will be enough. */
const EXPECTED = 1_300;
const MOST = 1.2;
const WORKERS = 2;
const WORKER = new URL('./worker.ts', import.meta.url);

export const seedOf = (seed: string, nth: number): string => `${seed}.${nth}`;

/** Plays seeds derived from one, each on a fresh engine, in two threads, until there are enough deliveries. */
export async function runMany(order: ManyOrder, programs: Programs, beside?: Programs): Promise<readonly SeedResult[]> {
  const results: SeedResult[] = [];
  let [nth, done, planned] = [0, 0, 0];
  const isOver = (): boolean =>
    (planned >= order.deliveries && (order.isEnough?.(results) !== false || planned >= order.deliveries * MOST)) ||
    (order.untilFound === true && results.some((one) => one.violations.length > 0));
  const play = async (): Promise<void> => {
    const worker = new Worker(WORKER, { workerData: { programs, beside } });
    try {
      while (!isOver()) {
        nth += 1;
        planned += EXPECTED;
        const seed = seedOf(order.seed, nth);
        const result = await ask(worker, { seed, deliveries: SEED_DELIVERIES, faults: order.faults });
        results.push(result);
        done += result.deliveries;
        planned += result.deliveries - EXPECTED;
        order.progress?.(done, results);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: order.workers ?? WORKERS }, play));
  return results.toSorted((one, other) => Number(one.seed.split('.').at(-1)) - Number(other.seed.split('.').at(-1)));
}

type Told = { readonly result: SeedResult } | { readonly failed: string };

function ask(worker: Worker, order: SeedOrder): Promise<SeedResult> {
  const post = worker.postMessage.bind(worker);
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (told: Told) => {
      worker.off('error', reject);
      if ('result' in told) resolve(told.result);
      else reject(new Error(`seed ${order.seed}: ${told.failed}`));
    });
    post(order);
  });
}
