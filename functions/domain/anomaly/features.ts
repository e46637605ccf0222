import { DAY, HOUR } from '../time.ts';
import { type Baseline, HOURS } from './baseline.ts';
import { DAY_FADE, type Debit, deviation, hourOf, knows, logAmount, MONTH_FADE } from './learn.ts';

/** How a debit differs from what the account did before; 0 where it does not, or nothing is known. */
export type Features = {
  /** Deviations above the account's mean log amount. */
  readonly amount: number;
  /** Money of this day with the debit, as the log of its ratio to a usual day. */
  readonly day: number;
  /** From 0, a usual hour of the day, to 1, an hour without any debit. */
  readonly oddHour: number;
  /** 1 when money never went there before. */
  readonly newPayee: number;
  /** Log of the days of silence before it, where these are more than a week. */
  readonly quiet: number;
  /** Log of the speed in km/h it takes from the place before, where no car is that fast. */
  readonly speed: number;
};

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
const WEEK = 7;
/** Below so many debits an hour or a payee is no habit. */
const HABIT = 10;

export function featuresOf(before: Baseline, debit: Debit): Features {
  const passed = Math.max(0, debit.at - before.lastAt);
  const spent = before.day * Math.exp(-passed / DAY_FADE) + debit.minor;
  // A fade of thirty days holds the money of thirty days; a usual debit stands for an account younger than that.
  const usual = (before.month * Math.exp(-passed / MONTH_FADE)) / 30 + 100 * Math.exp(before.mean);
  const { counterparty } = debit;
  const stranger = counterparty !== undefined && before.n >= HABIT && !knows(before, counterparty);
  return {
    amount: within((logAmount(debit.minor) - before.mean) / deviation(before), -4, 8),
    day: within(Math.log(spent / usual), 0, 6),
    oddHour: before.n < HABIT ? 0 : oddness(before.hours, hourOf(debit.at)),
    newPayee: stranger ? 1 : 0,
    quiet: before.n === 0 ? 0 : Math.max(0, Math.log1p(passed / DAY) - Math.log1p(WEEK)),
    speed: speed(before, debit, passed),
  };
}

/** The hour with its neighbours, against an eighth of all: three of twenty-four. */
function oddness(hours: Uint8Array, hour: number): number {
  let all = 0;
  for (const count of hours) all += count;
  const near = (hours[(hour + HOURS - 1) % HOURS] ?? 0) + (hours[hour] ?? 0) + (hours[(hour + 1) % HOURS] ?? 0);
  return within(1 - (near + 0.5) / (all / 8 + 0.5), 0, 1);
}

const KM_PER_HUNDREDTH = 1.11;
/** Nearer than this a place is the same. */
const NEAR_KM = 20;
/** log(1 + 54 km/h): a car in traffic; what is faster counts. */
const BY_CAR = 4;
/** Two debits are never taken to be closer in time than this, in hours. */
const APART = 0.25;

/** Straight over a flat map: a speed nobody travels at is far above the error of that. */
function speed({ place }: Baseline, debit: Debit, passed: number): number {
  if (place === undefined || debit.place === undefined) return 0;
  const north = debit.place.lat - place.lat;
  const east = (debit.place.lon - place.lon) * Math.cos((place.lat / 18_000) * Math.PI);
  const km = Math.hypot(north, east) * KM_PER_HUNDREDTH;
  return km < NEAR_KM ? 0 : Math.max(0, Math.log1p(km / Math.max(passed / HOUR, APART)) - BY_CAR);
}
