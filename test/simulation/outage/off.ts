import type { Programs } from '../machine/programs.ts';
import { violationsOf } from '../model/check.ts';
import type { Violation } from '../model/violation.ts';
import { FAULT_PERCENT } from '../runs/seed.ts';
import { START } from '../world/moods.ts';
import { type Outage, playWorld, type World } from '../world/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Customers enter in the first hour: what befalls most of them is written while the outage lasts. */
export const OFF = START + 5 * MINUTE;
const RELAY_ON = OFF + 25 * HOUR;
const SWEEP_ON = OFF + 3 * HOUR;
const DELIVERIES = 200;

/** The relay reads nothing for 25 hours; the stream keeps a record for 24. */
export const relayOff: Outage = {
  until: RELAY_ON + HOUR,
  plan: ({ machine }) => machine.time.at(OFF, () => machine.stream.switchOff('relay', RELAY_ON - OFF)),
};

/** Nothing that falls due is looked for, for three hours. */
export const sweepOff: Outage = {
  until: SWEEP_ON + HOUR,
  plan: ({ machine, schedule }) => machine.time.at(OFF, () => schedule.pause(SWEEP_ON)),
};

/** Both, and the sweep for good: nothing is left that would find what the stream has lost. */
export const bothOff: Outage = {
  until: RELAY_ON + HOUR,
  plan: (at) => {
    relayOff.plan(at);
    at.machine.time.at(OFF, () => at.schedule.pause(Number.POSITIVE_INFINITY));
  },
};

export type Played = {
  readonly world: World;
  /** What is wrong now: all of it, or all but notices that nobody got. */
  readonly violations: () => Promise<readonly Violation[]>;
};

export async function playOutage(seed: string, outage: Outage, programs: Programs): Promise<Played> {
  const world = await playWorld({ seed, programs, deliveries: DELIVERIES, faults: FAULT_PERCENT, outage });
  return { world, violations: () => violationsOf(world) };
}

export const isUntoldNotice = ({ what }: Violation): boolean => what.endsWith('a notice that nobody got');

/** While nothing that falls due is looked for, nobody is told of a breach: it is told late, but told. */
export const isToldLate = ({ invariant, what }: Violation): boolean =>
  invariant === 'I11' && what.endsWith('minutes late');
