import { bundlePrograms } from '../machine/programs.ts';
import { FAULT_PERCENT, runSeed } from '../runs/seed.ts';
import { BUGS, type Bug } from './bugs.ts';

export type Found = {
  readonly name: string;
  readonly caught: boolean;
  readonly deliveries: number;
  readonly by?: string;
};
export type Calibration = {
  readonly planted: number;
  readonly caught: number;
  readonly medianDeliveries: number;
  readonly missed: readonly string[];
  readonly bugs: readonly Found[];
};

/** Deliveries after which a bug counts as missed, and those of one seed: bugs are looked for in small worlds first. */
const GIVEN_UP_AFTER = 4_000;
const SEED = 400;

/** Plays seeds on the product with one bug in it until an invariant fails. */
export async function lookFor(bug: Bug): Promise<Found> {
  const programs = await bundlePrograms([bug]);
  let deliveries = 0;
  for (let nth = 1; deliveries < GIVEN_UP_AFTER; nth += 1) {
    const result = await runSeed({ seed: `bugs.${nth}`, deliveries: SEED, faults: FAULT_PERCENT }, programs);
    deliveries += result.deliveries;
    const [first] = result.violations;
    if (first !== undefined)
      return { name: bug.name, caught: true, deliveries, by: `${first.invariant}: ${first.what}` };
  }
  return { name: bug.name, caught: false, deliveries };
}

export function calibrationOf(bugs: readonly Found[]): Calibration {
  const caught = bugs.filter((one) => one.caught);
  const counts = caught.map((one) => one.deliveries).toSorted((one, other) => one - other);
  return {
    planted: bugs.length,
    caught: caught.length,
    medianDeliveries: counts[Math.floor(counts.length / 2)] ?? 0,
    missed: bugs.filter((one) => !one.caught).map(({ name }) => name),
    bugs,
  };
}

/** All of them, or those whose name holds these words; `tell` hears of each as it is found. */
export async function lookForAll(words: string, tell: (found: Found) => void): Promise<Calibration> {
  const left = BUGS.filter(({ name }) => name.includes(words));
  const found: Found[] = [];
  for (const bug of left) {
    const one = await lookFor(bug);
    tell(one);
    found.push(one);
  }
  return calibrationOf(found);
}
