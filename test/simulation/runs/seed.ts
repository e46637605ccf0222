import { FAULTS, type Fault } from '../machine/faults.ts';
import type { Programs } from '../machine/programs.ts';
import { violationsOf, violationsSoFar } from '../model/check.ts';
import type { Violation } from '../model/violation.ts';
import { playWorld, type World } from '../world/world.ts';

export type SeedOrder = {
  readonly seed: string;
  readonly deliveries: number;
  /** Percentage of calls that a fault befalls. */
  readonly faults: number;
  /** Ends with the first hour in which something fails that must hold at every moment. */
  readonly untilFound?: boolean;
};

/** What became of one seed, as plain data. */
export type SeedResult = {
  readonly seed: string;
  readonly deliveries: number;
  readonly calls: number;
  readonly texts: number;
  /** Of these, to those whom customers named. */
  readonly toContacts: number;
  readonly customers: number;
  /** Times each (function, call, fault) was struck. */
  readonly visited: Readonly<Record<string, number>>;
  /** Faults that each call which was seen can meet. */
  readonly seen: Readonly<Record<string, readonly Fault[]>>;
  readonly violations: readonly Violation[];
  readonly seconds: number;
};

/** The share of calls that a fault befalls, where nobody says otherwise. */
export const FAULT_PERCENT = 5;

/**
 * Plays one seed and asks the model what is wrong with it; half of its processes run `beside` where that is another version.
 * A world that does not come to an end is wrong too.
 */
export async function runSeed(order: SeedOrder, programs: Programs, beside?: Programs): Promise<SeedResult> {
  const { seed, deliveries, faults } = order;
  const from = performance.now();
  let violations: readonly Violation[] = [];
  const look = async (world: World): Promise<boolean> => (violations = await violationsSoFar(world)).length > 0;
  const until = order.untilFound === true ? { look } : {};
  const world = await playWorld({ seed, programs, beside, deliveries, faults, ...until });
  try {
    if (violations.length === 0) violations = await violationsOf(world);
    return { ...told(seed, world), violations, seconds: (performance.now() - from) / 1_000 };
  } finally {
    await world.machine.stop();
  }
}

function told(seed: string, world: World): Omit<SeedResult, 'violations' | 'seconds'> {
  const { machine } = world;
  const kin = new Set(world.customers.map((one) => one.kin?.phone));
  return {
    seed,
    deliveries: world.deliveries(),
    calls: machine.calls(),
    texts: machine.provider.texts.length,
    toContacts: machine.provider.texts.filter(({ to }) => kin.has(to)).length,
    customers: world.customers.length,
    visited: Object.fromEntries(machine.planner.visited),
    seen: Object.fromEntries(machine.planner.seen),
  };
}

/** How often each fault struck. */
export const faultsIn = (results: readonly SeedResult[]): Readonly<Record<Fault, number>> => {
  const counts = new Map<string, number>(FAULTS.map((fault) => [fault, 0]));
  for (const [cell, count] of results.flatMap(({ visited }) => Object.entries(visited))) {
    const fault = cell.split(' ')[2] ?? '';
    counts.set(fault, (counts.get(fault) ?? 0) + count);
  }
  return Object.fromEntries(counts) as Record<Fault, number>;
};
