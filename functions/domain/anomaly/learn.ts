import { DAY, HOUR, type Instant } from '../time.ts';
import { type Baseline, HOURS, type Place } from './baseline.ts';

/** A debit as the baseline sees it. */
export type Debit = {
  readonly at: Instant;
  readonly minor: number;
  readonly counterparty?: string;
  readonly place?: Place;
};

/** Newest debits that make up the mean: half of its weight lies in about 35. */
const MEMORY = 50;
/** Debits a fresh account is believed to have made already, of variance 1. */
const PRIOR = 6;
/** No debit moves the mean by more than this many deviations: a thief teaches the baseline little. */
const CLAMP = 3;
const MIN_DEVIATION = 0.25;
/** So many deviations above the mean a debit counts as large; how many are, is remembered over some 250. */
const LARGE = 1.5;
const TAIL_MEMORY = 250;
const TAIL_PRIOR = 30;
export const DAY_FADE = DAY;
export const MONTH_FADE = 30 * DAY;
/** A filter is exchanged once so many of its 256 bits are set; one in five strangers then looks known. */
const FULL_BITS = 120;

export const logAmount = (minor: number): number => Math.log1p(minor / 100);
export const deviation = (of: Baseline): number => Math.max(Math.sqrt(of.variance), MIN_DEVIATION);
export const hourOf = (at: Instant): number => Math.floor(at / HOUR) % HOURS;

/** The baseline once it knows of a debit. One that comes late counts as much as it would have faded by now. */
export function learnDebit(before: Baseline, debit: Debit): Baseline {
  const lastAt = Math.max(before.lastAt, debit.at);
  const passed = before.n === 0 ? 0 : lastAt - before.lastAt;
  const late = lastAt - debit.at;
  const x = logAmount(debit.minor);
  const known = before.n === 0 ? x : before.mean;
  const share = 1 / Math.min(before.n + PRIOR, MEMORY);
  const bound = CLAMP * deviation(before);
  const step = Math.max(-bound, Math.min(bound, x - known));
  const place = late === 0 ? (debit.place ?? before.place) : before.place;
  return {
    n: before.n + 1,
    lastAt,
    mean: known + share * step,
    variance: (1 - share) * (before.variance + share * step * step),
    tail: tailAfter(before, x),
    day: before.day * Math.exp(-passed / DAY_FADE) + debit.minor * Math.exp(-late / DAY_FADE),
    month: before.month * Math.exp(-passed / MONTH_FADE) + debit.minor * Math.exp(-late / MONTH_FADE),
    hours: oneMore(before.hours, hourOf(debit.at)),
    ...payeesAfter(before, debit.counterparty),
    ...(place === undefined ? {} : { place }),
  };
}

function tailAfter(before: Baseline, x: number): number {
  const share = 1 / Math.min(before.n + TAIL_PRIOR, TAIL_MEMORY);
  const large = before.n > 0 && x >= before.mean + LARGE * deviation(before);
  return (1 - share) * before.tail + (large ? share : 0);
}

/** Counts of one byte: when one is full, all are halved, so that old habits fade. */
function oneMore(counts: Uint8Array, at: number): Uint8Array {
  const next = (counts[at] ?? 0) < 255 ? Uint8Array.from(counts) : counts.map((count) => count >> 1);
  next[at] = (next[at] ?? 0) + 1;
  return next;
}

/** Two bits a counterparty, of an FNV-1a hash. */
function bitsOf(counterparty: string): readonly [number, number] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < counterparty.length; at += 1) hash = Math.imul(hash ^ counterparty.charCodeAt(at), 0x01000193);
  return [hash & 255, (hash >>> 8) & 255];
}

const isSet = (filter: Uint8Array, bit: number): boolean => ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;

/** Has money gone there before, as far as is remembered? A stranger may look known, nobody known looks strange. */
export function knows(of: Baseline, counterparty: string): boolean {
  const [one, other] = bitsOf(counterparty);
  return [of.payees, of.earlierPayees].some((filter) => isSet(filter, one) && isSet(filter, other));
}

function payeesAfter(before: Baseline, counterparty: string | undefined): Pick<Baseline, 'payees' | 'earlierPayees'> {
  const { payees, earlierPayees } = before;
  if (counterparty === undefined) return { payees, earlierPayees };
  const bits = bitsOf(counterparty);
  if (bits.every((bit) => isSet(payees, bit))) return { payees, earlierPayees };
  const full = setBits(payees) >= FULL_BITS;
  const filter = full ? new Uint8Array(payees.length) : Uint8Array.from(payees);
  for (const bit of bits) filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  return { payees: filter, earlierPayees: full ? payees : earlierPayees };
}

function setBits(filter: Uint8Array): number {
  let bits = 0;
  for (const byte of filter) for (let rest: number = byte; rest > 0; rest &= rest - 1) bits += 1;
  return bits;
}
