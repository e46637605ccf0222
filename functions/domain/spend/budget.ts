import { HOUR, type Instant } from '../time.ts';
import type { Purpose } from '../words.ts';

/** What a text is paid from: its purpose, or the automatic answers to inbound texts. */
export type SpendLine = Purpose | 'answers';

/** What the deployment may spend, in message parts. */
export type Budget = {
  readonly partsPerDay: number;
  readonly partsPerHour: number;
  /** Parts an hour by country (ISO 3166-1 alpha-2); 0 or absent: no texts go there. */
  readonly countries: Readonly<Record<string, number>>;
  /** Parts an hour to numbers that are alike but for their last four digits. */
  readonly partsPerRange: number;
};

/** How the budget is divided and handed out; policy data (limits). */
export type SpendRules = {
  /** Counters that a day's budget is divided over, so that no single one is everybody's. */
  readonly shards: number;
  /** Parts of a process's first block of an hour, doubled with each further one up to the most. */
  readonly block: { readonly first: number; readonly most: number };
  /** These may also use the reserve, a part of every budget that the others leave alone. */
  readonly urgent: readonly SpendLine[];
  readonly reserve: number;
  /** The most of a day's budget that a line may use; absent: all of it. */
  readonly shares: Readonly<Partial<Record<SpendLine, number>>>;
  /** Parts to one range of numbers that a process sends in an hour before it asks what all others have sent there. */
  readonly rangeFree: number;
};

export type SpendPolicy = { readonly budget: Budget; readonly rules: SpendRules };

/** A text that wants to be paid for. */
export type SpendAsk = { readonly line: SpendLine; readonly country: string; readonly parts: number };

/** A counter of a lease's item and what it may never exceed. */
export type Bound = { readonly counter: string; readonly limit: number };

export const hourOf = (now: Instant): number => Math.floor(now / HOUR);
export const dayOf = (now: Instant): number => Math.floor(hourOf(now) / 24);
/** When what is spent of an hour may be asked for again. */
export const nextHour = (now: Instant): Instant => (hourOf(now) + 1) * HOUR;

const hourText = (now: Instant): string => String(hourOf(now) % 24).padStart(2, '0');

/** All that a lease is held against in one shard of the day: the day, the hour, the line's day and the country's hour. */
export function boundsOf(
  { line, country }: Omit<SpendAsk, 'parts'>,
  at: { readonly now: Instant; readonly shard: number },
  { budget, rules }: SpendPolicy,
): readonly Bound[] {
  const open = rules.urgent.includes(line) ? 1 : 1 - rules.reserve;
  const part = (whole: number): number => shardOfBudget(Math.floor(whole), at.shard, rules.shards);
  const hour = hourText(at.now);
  return [
    { counter: COUNTERS.day, limit: part(budget.partsPerDay * open) },
    { counter: COUNTERS.hour(hour), limit: part(budget.partsPerHour * open) },
    { counter: COUNTERS.line(line), limit: part(budget.partsPerDay * (rules.shares[line] ?? 1)) },
    { counter: COUNTERS.country(hour, country), limit: part(budget.countries[country] ?? 0) },
  ];
}

/** Names of the counters of a shard's item. */
const COUNTERS = {
  day: 't',
  hour: (hour: string) => `h${hour}`,
  line: (line: SpendLine) => `p.${line}`,
  country: (hour: string, country: string) => `c${hour}.${country}`,
} as const;

/** The shards' parts of a budget add up to it exactly. */
export const shardOfBudget = (whole: number, shard: number, shards: number): number =>
  Math.floor(whole / shards) + (shard < whole % shards ? 1 : 0);

/** What may still be leased under every bound. */
export const roomIn = (bounds: readonly Bound[], counted: Readonly<Record<string, number>>): number =>
  Math.max(0, Math.min(...bounds.map(({ counter, limit }) => limit - (counted[counter] ?? 0))));

/** What the day has spent so far, as staff see it. */
export type SpentSoFar = {
  readonly day: number;
  readonly hour: number;
  readonly lines: readonly { readonly line: SpendLine; readonly parts: number }[];
};

/** Adds up the shards of a day. */
export function spentSoFar(
  shards: readonly Readonly<Record<string, number>>[],
  now: Instant,
  lines: readonly SpendLine[],
): SpentSoFar {
  const sum = (counter: string): number => shards.reduce((total, counted) => total + (counted[counter] ?? 0), 0);
  return {
    day: sum(COUNTERS.day),
    hour: sum(COUNTERS.hour(hourText(now))),
    lines: lines.map((line) => ({ line, parts: sum(COUNTERS.line(line)) })).filter(({ parts }) => parts > 0),
  };
}
