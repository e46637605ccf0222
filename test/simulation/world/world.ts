import type { Call } from '../machine/calls.ts';
import { COUNTED } from '../machine/cells/cells.ts';
import type { Fault } from '../machine/faults.ts';
import { type Machine, startMachine } from '../machine/machine.ts';
import type { Programs } from '../machine/programs.ts';
import { chanceOf } from '../machine/random.ts';
import { type Bank, createBank } from './bank.ts';
import { keepComplaining } from './complainants.ts';
import { type Customer, enter, enterRobbed } from './customers.ts';
import { DOOR_ENV, openDoors } from './doors.ts';
import { type Erased, forgets, keepErasing } from './erasing.ts';
import { hearFirst } from './first-heard.ts';
import { moodOf, START } from './moods.ts';
import { createPeople, type Habit, type People } from './people.ts';
import { keepReturning } from './returning.ts';
import { keepTicking, type Schedule } from './schedule.ts';
import { keepRinging } from './silent.ts';
import { createStaff, isBusy, type Staff } from './staff.ts';
import { CROWD } from './troubles/crowd.ts';
import { haveTwoGrievances } from './troubles/grievances.ts';
import { SECRETS } from './webhooks.ts';

/** A bank, its customers and its staff on one machine. */
export type World = {
  readonly machine: Machine;
  readonly bank: Bank;
  readonly people: People;
  readonly staff: Staff;
  readonly customers: readonly Customer[];
  /** Who was erased. */
  readonly erased: readonly Erased[];
  readonly ticks: () => number;
  /** Messages, requests and batches of records that were handed to functions; ticks of the clock apart. */
  readonly deliveries: () => number;
  /** From now on nobody begins anything new; people still answer, and ask to be forgotten. */
  readonly rest: () => void;
  /** From now on nobody does anything, and nothing goes wrong by chance. */
  readonly calm: () => void;
  readonly isResting: () => boolean;
  /** So many calls for the deliveries asked for, that it will come to no end: it is not played on. */
  readonly isEndless: () => boolean;
};

export type WorldOptions = {
  readonly seed: string;
  readonly programs: Programs;
  /** Another version, which half of the processes run. */
  readonly beside?: Programs | undefined;
  readonly deliveries: number;
  /** Percentage of calls that a fault befalls; 0: nothing goes wrong. */
  readonly faults: number;
  readonly only?: readonly Fault[];
  /** Looks at the world after every hour, and ends it there by saying so. */
  readonly look?: (world: World) => Promise<boolean>;
  readonly outage?: Outage;
};

/** Something that is switched off for a while: told when the world opens, and the world is played until it has ended. */
export type Outage = {
  readonly until: number;
  readonly plan: (at: { readonly machine: Machine; readonly schedule: Schedule }) => void;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A seed's shortest and longest story, and how long everything may take to come to rest when nothing goes wrong any more. */
const LEAST = 3 * HOUR;
const LONGEST = 54 * HOUR;
const CALM = 30 * HOUR;
/** After an outage of more than a day, in which all that waits for the next morning has come. */
const CALM_AFTER_A_DAY = 12 * HOUR;
/** Until then cells that were not struck yet are, so that calls of the next morning meet faults; after it nothing is. */
const STILL_AIMED = 25 * HOUR;
const LETTERS_LOOKED_AT = 6;
/** How often it is asked whether there were enough deliveries; every minute whether there will be no end of them. */
const STEP = 20 * MINUTE;
/** Calls: a world that is asked for 320 deliveries makes some 10,000, and less than 20,000, until it rests. */
const ENDLESS_FACTOR = 150;
const ENDLESS_LEAST = 40_000;

/** Until then what is heard first, and the faults around it, are alone. */
const ALONE = 15 * MINUTE;
const QUIET = 2_000;
/** As long the due index lags where it does; what it hid last is found while the seed is played. */
const LAGS_FOR = 2.5 * HOUR;
/** A carrier is nearly as quick as the provider's own answer. */
const QUICK_MS = 20;
/** Share of a seed's deliveries that customers bring where the desk is busy: staff bring the rest. */
const BY_CUSTOMERS = 0.6;

/**
 * Plays one seed to its end: things begin until there are enough deliveries, people answer for some hours, then nothing
 * goes wrong any more and everything comes to rest.
 */
export async function playWorld(of: WorldOptions): Promise<World> {
  const world = await openWorld(of);
  const { machine } = world;
  const chance = chanceOf(`${of.seed} play`);
  const mood = moodOf(of.seed);
  const isAlone = of.faults > 0 && of.outage === undefined && mood.first !== undefined;
  const isCrowded = of.faults > 0 && of.outage === undefined && mood.isCrowded;
  machine.time.after(isAlone ? ALONE : 0, () => {
    if (isCrowded) crowd(world);
    keepEntering(world, { ...of, chance });
  });
  keepWorking(world, chance.fork('staff'), isBusy(of.seed));
  const begin = of.outage === undefined ? mood.begin : START;
  const end = begin + LONGEST;
  const enough = of.deliveries * (isBusy(of.seed) ? BY_CUSTOMERS : 1);
  const least = of.outage?.until ?? begin + LEAST;
  const isOver = (at: number): boolean => world.isResting() && at >= least;
  for (let at = begin; at < end && !isOver(at); at += STEP) {
    await pass(world, at + STEP - machine.time.now());
    if (world.deliveries() >= enough && at + STEP >= (of.outage?.until ?? begin)) world.rest();
    const isHour = (at + STEP - begin) % HOUR === 0;
    if (world.isEndless() || (isHour && (await of.look?.(world)) === true)) return world;
  }
  world.rest();
  world.calm();
  machine.time.after(STILL_AIMED, machine.heal);
  const calm = least - begin > 24 * HOUR ? CALM_AFTER_A_DAY : CALM;
  for (let round = 0; round < LETTERS_LOOKED_AT; round += 1) {
    await pass(world, calm / LETTERS_LOOKED_AT);
    machine.queues.redrive();
    machine.stream.again();
  }
  await pass(world, HOUR);
  return world;
}

/** Asked for a handful of times in a hundred seeds: two lists at once, and the contacts of whoever writes by a webhook. */
const isRare = ({ by, operation }: Call): boolean =>
  (by === 'complaint-api' && operation === 'BatchGetItem') || (by === 'accept-webhook' && operation === 'Query');

/** Lets time pass, unless there is no end of it. */
async function pass({ machine: { time }, isEndless }: World, ms: number): Promise<void> {
  for (const until = time.now() + ms; time.now() < until && !isEndless(); )
    await time.runTo(Math.min(until, time.now() + MINUTE));
}

async function openWorld({
  seed,
  programs,
  beside,
  deliveries,
  faults,
  only,
  outage,
}: WorldOptions): Promise<World & { customers: Customer[] }> {
  const chance = chanceOf(`${seed} world`);
  const customers: Customer[] = [];
  let [over, calm] = [false, false];
  const carrier = chance.fork('carrier');
  const strange = faults > 0;
  const mood = moodOf(seed);
  const begin = outage === undefined ? mood.begin : START;
  const lag = chance.fork('lag');
  const isLagging = ({ by, operation }: Call): boolean =>
    strange && outage === undefined && by === 'sweep' && operation === 'Query' && machine.time.now() < begin + LAGS_FOR;
  // Among the first writes are those that a table sees once.
  const isAlone = ({ operation }: Call): boolean => mood.first !== undefined && operation === 'PutItem';
  const machine: Machine = await startMachine({
    seed,
    programs,
    beside,
    start: begin,
    plan: {
      rate: faults,
      turn: mood.turn,
      isSure: (call) => isRare(call) || (isAlone(call) && machine.time.now() < begin + ALONE),
      ...(mood.isQuietAtFirst ? { isQuiet: () => machine.time.now() < begin + QUIET } : {}),
      strike: (call) => (isLagging(call) && lag.happens(mood.lags) ? 'stale' : undefined),
      ...(only === undefined ? { aims: strange && mood.isAimed && outage === undefined ? COUNTED : [] } : { only }),
    },
    queueFaults: strange ? mood.messages : { twice: 0, early: 0, swallowed: 0 },
    ...(strange ? { forgets: mood.forgets, slow: mood.slow } : {}),
    streamFaults: strange ? { twice: 3, slow: 10 } : { twice: 0, slow: 0 },
    skewMs: strange && chance.happens(30) ? 1_500 : 0,
    onPublish: () => void machine.time.after(carrier.between(QUICK_MS, 3 * QUICK_MS), () => people.look()),
    env: DOOR_ENV,
    secrets: SECRETS,
  });
  const bank = createBank(machine, chance.fork('bank'));
  const habitOf = (to: string): Habit | undefined =>
    customers.find(({ phone, mail, endpoint }) => [phone, mail, endpoint].includes(to))?.habit;
  const people = createPeople(machine, chance.fork('people'), habitOf);
  const busy = isBusy(seed);
  const staff = createStaff(machine, chance.fork('staff'), {
    busy,
    isSilent: (customerId) => customers.some(({ id, habit }) => id === customerId && habit === 'mute'),
  });
  if (strange && outage === undefined) keepRinging({ machine, staff }, () => calm);
  if (strange && outage === undefined && mood.first !== undefined)
    hearFirst(mood.first, { machine, bank, people, chance: chance.fork('first') });
  const schedule = keepTicking(machine);
  outage?.plan({ machine, schedule });
  const doors = openDoors({ machine, chance: chance.fork('doors'), customers }, () => over);
  const forgetting = { machine, staff, chance: chance.fork('erasing'), customers };
  const erased = forgets(seed) ? keepErasing(forgetting, () => calm) : [];
  // What is switched off is measured by what was due before it.
  if (outage === undefined)
    keepReturning({ machine, bank, people, chance: chance.fork('returning'), customers }, () => calm);
  if (strange && outage === undefined && mood.isAimed && busy) haveTwoGrievances({ machine, staff, customers });
  keepComplaining({ machine, staff, bank, chance: chance.fork('complainants'), customers, busy }, () => over);
  const handed = (): number =>
    Object.entries(machine.queues.delivered()).reduce(
      (sum, [queue, count]) => (queue === 'sweep' ? sum : sum + count),
      0,
    );
  const endless = Math.max(ENDLESS_LEAST, ENDLESS_FACTOR * deliveries);
  return {
    machine,
    bank,
    people,
    staff,
    customers,
    erased,
    ticks: schedule.ticks,
    deliveries: () => handed() + bank.requests() + staff.requests() + doors.requests() + machine.stream.delivered(),
    isEndless: () => machine.calls() > endless,
    rest: () => void (over = true),
    calm: () => {
      calm = true;
      machine.calm();
      people.heal();
    },
    isResting: () => over,
  };
}

function crowd({ machine, bank, customers }: World & { customers: Customer[] }): void {
  for (let more = CROWD; more > 0; more -= 1) customers.push(enterRobbed(customers.length + 1, { machine, bank }));
}

type Entering = WorldOptions & { readonly chance: ReturnType<typeof chanceOf> };

/** Customers come in bursts in the first hours; how many follows from the deliveries that are asked for. Few keep a desk busy. */
function keepEntering(world: World & { customers: Customer[] }, { seed, deliveries, chance }: Entering): void {
  const { machine, bank, customers, people } = world;
  const wanted = customers.length + Math.max(4, Math.round(deliveries / (isBusy(seed) ? 150 : 60)));
  const burst = (): void => {
    for (let more = chance.between(2, 10); more > 0 && customers.length < wanted; more -= 1) {
      customers.push(
        enter(customers.length + 1, { machine, bank, people, chance: chance.fork(`customer ${customers.length}`) }),
      );
    }
    if (customers.length < wanted) machine.time.after(chance.between(MINUTE, 20 * MINUTE), burst);
  };
  burst();
  const look = (): void => {
    people.look();
    machine.time.after(10_000, look);
  };
  look();
}

/** Staff look often while things happen, and now and then once nothing new does. */
function keepWorking({ machine, staff, isResting }: World, chance: ReturnType<typeof chanceOf>, busy: boolean): void {
  const [least, most] = busy ? [8 * MINUTE, 25 * MINUTE] : [20 * MINUTE, 90 * MINUTE];
  const work = (): void => {
    machine.time.after(isResting() ? chance.between(4 * HOUR, 8 * HOUR) : chance.between(least, most), work);
    return void staff.round();
  };
  machine.time.after(least, work);
}
