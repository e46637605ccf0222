import { type Call, isSend } from './calls.ts';
import type { Chance } from './random.ts';

/**
 * What befalls one call. `throttled`, `failed`, `conflict`, `refused`: no effect, an error. `partly`: a batch of which a
 * part is refused. `lost`, `failed-after`: the effect stands, the answer is an error. `late`: the effect comes when nobody waits any more.
 * `killed-before`, `killed-after`: the process dies before or after the effect. `stale`: an index that does not yet know.
 */
export const FAULTS = [
  'throttled',
  'failed',
  'lost',
  'late',
  'killed-before',
  'killed-after',
  'conflict',
  'partly',
  'refused',
  'failed-after',
  'stale',
] as const;
export type Fault = (typeof FAULTS)[number];

const EVERYWHERE: readonly Fault[] = ['throttled', 'failed', 'lost', 'late', 'killed-before', 'killed-after'];
/** Names of entries in a batch's body, as each protocol writes them: a batch of one cannot be taken partly. */
const NAMES = /"Id":|\.Id=|"pk":/gu;
const isBatch = (operation: string): boolean => /^(?:SendMessageBatch|PublishBatch|BatchGetItem)$/u.test(operation);
/** Bodies of calls that meet every fault their operation can meet. */
export const fullBodyOf = (operation: string, byIndex: boolean): string =>
  `${byIndex ? '"IndexName"' : ''}${isBatch(operation) ? '"Id":"Id":' : ''}`;
const WRITES = /^(?:PutItem|UpdateItem|DeleteItem|TransactWriteItems)$/u;

/** Faults that this call can meet. */
export function faultsOf(call: Pick<Call, 'service' | 'operation' | 'body'>): readonly Fault[] {
  const { service, operation, body } = call;
  if (service === 'dynamodb' && WRITES.test(operation)) return [...EVERYWHERE, 'conflict'];
  if (service === 'dynamodb' && operation === 'Query' && body.includes('"IndexName"')) return [...EVERYWHERE, 'stale'];
  if (isBatch(operation) && (body.match(NAMES)?.length ?? 0) > 1) return [...EVERYWHERE, 'partly'];
  if (isSend(call)) return [...EVERYWHERE, 'refused', 'failed-after'];
  return EVERYWHERE;
}

/** A place where a fault may strike: function, call and fault. */
export const cellOf = (call: Pick<Call, 'by' | 'service' | 'operation'>, fault: Fault): string =>
  `${call.by} ${call.service}.${call.operation} ${fault}`;

export type Plan = {
  /** Percentage of calls that a fault befalls. */
  readonly rate: number;
  readonly only?: readonly Fault[];
  /** Cells that this seed is to strike where it can, each at least once. */
  readonly aims?: readonly string[];
  /** Where among the faults of a call its aims begin: what is asked once in a seed meets another one in another seed. */
  readonly turn?: number;
  /** Calls that are struck whenever they are aimed at, and not in seven of ten cases. */
  readonly isSure?: (call: Call) => boolean;
  /** While it says so nothing befalls. */
  readonly isQuiet?: () => boolean;
  /** Strikes where a test wants it, before chance is asked. */
  readonly strike?: (call: Call) => Fault | undefined;
  /** Hears of every fault that chance or an aim brought. */
  readonly struck?: (call: Call) => void;
};

export type Planner = {
  readonly next: (call: Call) => Fault | undefined;
  readonly visited: ReadonlyMap<string, number>;
  /** Calls that were seen, by function and operation, with the faults each can meet. */
  readonly seen: ReadonlyMap<string, readonly Fault[]>;
  /** Nothing befalls by chance any more; what is aimed at and was not struck yet still is. */
  readonly calm: () => void;
  readonly heal: () => void;
};

/** How many tries of one command the same fault befalls: the client's own three or four are used up in half of the cases. */
const STORM_PERCENT = 50;

/** Texts are few among the calls and matter most: they are struck more often. */
const weightOf = (call: Call): number => (isSend(call) ? 4 : 1);

/** How often a call that a seed aims at is struck: not always the first of its kind. */
const AIM_PERCENT = 70;
/** How often a seed takes batches of one place partly that it aims at. */
const PARTLY = 5;

/** Chooses faults by chance: what the seed aims at and has not struck yet first, then where it has chosen least so far. */
export function plannerOf(chance: Chance, plan: Plan): Planner {
  const visited = new Map<string, number>();
  const seen = new Map<string, readonly Fault[]>();
  const storms = new Map<string, Fault>();
  const aims = new Set(plan.aims);
  const aiming = chance.fork('aims');
  let [calm, healed] = [false, false];
  const aimedAt = (call: Call, possible: readonly Fault[]): Fault | undefined => {
    const left = possible.filter((fault) => aims.has(cellOf(call, fault)));
    if (!aiming.happens(AIM_PERCENT) && plan.isSure?.(call) !== true) return undefined;
    const rank = (fault: Fault): number => (possible.indexOf(fault) + (plan.turn ?? 0)) % possible.length;
    const [aimed] = left.toSorted((one, other) => rank(one) - rank(other));
    if (aimed === undefined) return undefined;
    // Batches of several are few: the first of them that come may all be taken partly.
    if (aimed !== 'partly' || (visited.get(cellOf(call, aimed)) ?? 0) >= PARTLY) aims.delete(cellOf(call, aimed));
    return aimed;
  };
  const leastVisited = (call: Call, possible: readonly Fault[]): Fault => {
    const counts = possible.map((fault) => visited.get(cellOf(call, fault)) ?? 0);
    const least = Math.min(...counts);
    return chance.pick(possible.filter((_fault, at) => counts[at] === least));
  };
  const befall = (call: Call, all: readonly Fault[]): Fault | undefined => {
    if (healed || plan.isQuiet?.() === true) return undefined;
    const storm = storms.get(call.command);
    if (storm !== undefined) return storm;
    const possible = plan.only === undefined ? all : all.filter((one) => plan.only?.includes(one) === true);
    const chosen = !calm && possible.length > 0 && chance.happens(plan.rate * weightOf(call));
    const fault = aimedAt(call, possible) ?? (chosen ? leastVisited(call, possible) : undefined);
    if (fault === undefined) return undefined;
    visited.set(cellOf(call, fault), (visited.get(cellOf(call, fault)) ?? 0) + 1);
    const again = fault === 'throttled' || fault === 'failed' || fault === 'lost' || fault === 'conflict';
    if (again && call.command !== '' && chance.happens(STORM_PERCENT)) storms.set(call.command, fault);
    return fault;
  };
  return {
    visited,
    seen,
    calm: () => void (calm = true),
    heal: () => void (healed = true),
    next: (call) => {
      const all = faultsOf(call);
      const place = `${call.by} ${call.service}.${call.operation}`;
      if ((seen.get(place)?.length ?? 0) < all.length) seen.set(place, all);
      const wanted = plan.strike?.(call);
      if (wanted !== undefined) return wanted;
      const fault = befall(call, all);
      if (fault !== undefined) plan.struck?.(call);
      return fault;
    },
  };
}
