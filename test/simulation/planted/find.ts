import { bundlePrograms, type Patch } from '../machine/programs.ts';
import type { Violation } from '../model/violation.ts';
import { FAULT_PERCENT, runSeed, type SeedOrder } from '../runs/seed.ts';

export type Found = {
  readonly name: string;
  readonly caught: boolean;
  readonly deliveries: number;
  readonly by?: string;
};

/** Deliveries after which a bug counts as missed, those of one seed, and the first of the seeds: all worlds are small. */
export type Effort = { readonly deliveries: number; readonly seed: number; readonly first?: number };
const EFFORT: Effort = { deliveries: 24_000, seed: 240 };

/**
 * Looks for bugs one after another, each on the same seeds, by playing the product with that one change in it until an
 * invariant fails. Where one does, the product as it is must pass the same seed: a bug is missed where that fails, too.
 * `baseline` is what the product as it is differs in from its sources: nothing, but in the test of this rule.
 */
export function bugSearch(
  effort = EFFORT,
  baseline: readonly Patch[] = [],
): (bug: Patch & { name: string }) => Promise<Found> {
  const plain = new Map<string, readonly Violation[]>();

  /** What the product as it is fails at in this seed, where it does. */
  async function failureOf(order: SeedOrder): Promise<Violation | undefined> {
    const known = plain.get(order.seed) ?? (await runSeed(order, await bundlePrograms(baseline))).violations;
    plain.set(order.seed, known);
    return known[0];
  }

  return async ({ name, ...patch }) => {
    const programs = await bundlePrograms([patch]);
    let deliveries = 0;
    for (let nth = effort.first ?? 1; deliveries < effort.deliveries; nth += 1) {
      const order = { seed: `bugs.${nth}`, deliveries: effort.seed, faults: FAULT_PERCENT, untilFound: true };
      const result = await runSeed(order, programs);
      deliveries += result.deliveries;
      const [first] = result.violations;
      if (first === undefined) continue;
      const own = await failureOf(order);
      if (own !== undefined) return { name, caught: false, deliveries, by: `${told(own)}, without any bug` };
      return { name, caught: true, deliveries, by: told(first) };
    }
    return { name, caught: false, deliveries };
  };
}

const told = ({ invariant, what }: Violation): string => `${invariant}: ${what}`;
