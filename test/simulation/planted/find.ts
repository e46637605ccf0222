import { bundlePrograms, type Patch } from '../machine/programs.ts';
import { FAULT_PERCENT, runSeed } from '../runs/seed.ts';

export type Found = {
  readonly name: string;
  readonly caught: boolean;
  readonly deliveries: number;
  readonly by?: string;
};

/** Deliveries after which a bug counts as missed, and those of one seed: bugs are looked for in small worlds first. */
export type Effort = { readonly deliveries: number; readonly seed: number };
const EFFORT: Effort = { deliveries: 4_000, seed: 240 };

/** Plays seeds, the same for every bug, on the product with one change in it until an invariant fails. */
export async function lookFor({ name, ...patch }: Patch & { name: string }, effort = EFFORT): Promise<Found> {
  const programs = await bundlePrograms([patch]);
  let deliveries = 0;
  for (let nth = 1; deliveries < effort.deliveries; nth += 1) {
    const order = { seed: `bugs.${nth}`, deliveries: effort.seed, faults: FAULT_PERCENT, untilFound: true };
    const result = await runSeed(order, programs);
    deliveries += result.deliveries;
    const [first] = result.violations;
    if (first !== undefined) return { name, caught: true, deliveries, by: `${first.invariant}: ${first.what}` };
  }
  return { name, caught: false, deliveries };
}
