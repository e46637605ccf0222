import { ENV } from '#runtime/env.contract.ts';
import type { Call } from '../machine/calls.ts';
import type { Fault } from '../machine/faults.ts';
import { type Machine, startMachine } from '../machine/machine.ts';
import type { Programs } from '../machine/programs.ts';
import { chanceOf } from '../machine/random.ts';
import { createBank } from '../world/bank.ts';
import { createPeople } from '../world/people.ts';
import { createStaff } from '../world/staff.ts';
import type { World } from '../world/world.ts';
import { countKeys, type KeysAsked } from './keys-asked.ts';
import { limitTo, type ProviderLimit } from './provider-limit.ts';
import { rush } from './rush.ts';

export type LoadOrder = {
  readonly seed: string;
  readonly contacts: number;
  readonly workers: number;
  readonly partsPerSecond: number;
  /** Percentage of writes that meet a conflict. */
  readonly conflicts: number;
};

/** A run at its end, and what was seen of it from outside. */
export type Loaded = {
  readonly world: World;
  readonly keys: KeysAsked;
  readonly provider: ProviderLimit;
  /** Minute in which everything falls due. */
  readonly dueAt: number;
  /** Messages that were sent before that minute. */
  readonly before: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 3 June 2026, eight in the evening in Shanghai: the hours of debts end. */
const EVENING = Date.UTC(2026, 5, 3, 12);
const MORNING = EVENING + 13 * HOUR;
/** So much of a run lies within the hours of its evening; the rest is left for the morning. */
const SHARE_OF_EVENING = 0.95;
/** Shipped settings. Source: lib/config/defaults.ts. */
const RATES = { urgent: 50, normal: 20, bulk: 8 };

/** All contacts fall due in one minute, a day after their debts were flagged, shortly before the hours of debts end. */
export async function playLoad(of: LoadOrder, programs: Programs): Promise<Loaded> {
  const lasts = (of.contacts / RATES.bulk) * SECOND;
  const dueAt = Math.floor((EVENING - lasts * SHARE_OF_EVENING - MINUTE) / MINUTE) * MINUTE;
  const flaggedAt = dueAt - DAY;
  const knownAt = flaggedAt - 5 * MINUTE;
  const watching: ((call: Call) => Fault | undefined)[] = [];
  const sparing: ((call: Call) => void)[] = [];
  const machine = await startMachine({
    seed: of.seed,
    programs,
    start: knownAt - MINUTE,
    plan: {
      rate: of.conflicts,
      only: ['conflict'],
      strike: (call) => watching.map((look) => look(call)).find((fault) => fault !== undefined),
      struck: (call) => {
        for (const spare of sparing) spare(call);
      },
    },
    queueFaults: { twice: 0, early: 0, swallowed: 0 },
    streamFaults: { twice: 0, slow: 0 },
    skewMs: 0,
    workers: { bulk: of.workers },
    many: true,
    env: { [ENV.laneRates]: JSON.stringify(RATES) },
  });
  const keys = countKeys(machine.time.now);
  const provider = limitTo(of.partsPerSecond, machine.time.now);
  watching.push(keys.ask, provider.strike);
  sparing.push(keys.spare);
  const world = worldOf(machine, of, { knownAt, flaggedAt });
  const evening = tickEveryMinute(machine, dueAt - MINUTE, EVENING + 6 * MINUTE);
  const morning = tickEveryMinute(machine, MORNING - MINUTE, MORNING + 16 * MINUTE);
  await machine.time.runTo(dueAt - 2 * MINUTE);
  const before = machine.queues.sent.length;
  await machine.time.runTo(MORNING + 30 * MINUTE);
  return { world: { ...world, ticks: () => evening() + morning() }, keys, provider, dueAt, before };
}

function worldOf(machine: Machine, of: LoadOrder, at: { knownAt: number; flaggedAt: number }): World {
  const chance = chanceOf(`${of.seed} load`);
  const town = rush(machine, { debts: of.contacts, ...at });
  return {
    machine,
    bank: { ...createBank(machine, chance), told: town.told, requests: town.requests },
    people: createPeople(machine, chance),
    staff: createStaff(machine, chance),
    customers: town.customers,
    erased: [],
    ticks: () => 0,
    rest: () => undefined,
    calm: () => undefined,
    isEndless: () => false,
    isResting: () => true,
    deliveries: () => handedTo(machine) + town.requests() + machine.stream.delivered(),
  };
}

const handedTo = (machine: Machine): number =>
  Object.values(machine.queues.delivered()).reduce((sum, count) => sum + count, 0);

/** The schedule, every minute of a span; in the hours between nothing falls due. */
function tickEveryMinute(machine: Machine, from: number, to: number): () => number {
  let ticks = 0;
  for (let at = from; at < to; at += MINUTE) {
    machine.time.at(at, () => {
      ticks += 1;
      return void machine.invoke('start-sweep', { time: new Date(at).toISOString() }, 20);
    });
  }
  return () => ticks;
}
