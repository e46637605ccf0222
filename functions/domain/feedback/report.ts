import { isZone, localTime } from '../calendar/zone.ts';
import { civilFromDays, DAY, type Instant } from '../time.ts';
import type { Dimension, Fact } from './fact.ts';
import type { Figure } from './figure.ts';

/** A figure in its three units: how often, in how many cases or complaints, of how many customers. */
export type ReportRow = {
  readonly figure: string;
  readonly value: number;
  readonly events: number;
  readonly cases: number;
  readonly people: number;
  readonly by?: string;
};

export type Split = { readonly by?: Dimension; readonly zone: string };

/**
 * Every figure over these facts, with a row for each value of `by`. Exact: cases and customers are counted by name, and
 * a fact that was written down twice counts once. Nothing there: rows with zeros.
 */
export function rowsOf(figures: readonly Figure[], facts: readonly Fact[], split: Split): readonly ReportRow[] {
  const once = distinct(facts);
  const reopened = new Set(once.flatMap(({ what, matter }) => (what === 'complaint.reopened' ? [matter] : [])));
  return figures.flatMap((figure) => {
    const own = once.filter((fact) => counts(figure, fact));
    if (split.by === undefined) return [rowOf(figure, own, reopened)];
    const groups = grouped(own, split);
    return [...groups]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([by, members]) => ({ ...rowOf(figure, members, reopened), by }));
  });
}

/** The earliest of those with the same name. */
export function distinct(facts: readonly Fact[]): readonly Fact[] {
  const named = new Map<string, Fact>();
  for (const fact of facts) {
    const name = nameOf(fact);
    const known = named.get(name);
    if (known === undefined || fact.at < known.at) named.set(name, fact);
  }
  return [...named.values()];
}

export const nameOf = ({ what, of, seq, index }: Fact): string => JSON.stringify([what, of, seq, index]);

function counts({ counts: what, where = {} }: Figure, fact: Fact): boolean {
  if (!what.includes(fact.what)) return false;
  return Object.entries(where).every(([word, allowed]) => {
    const { [word]: said = '' } = fact.words as Readonly<Record<string, string | undefined>>;
    return allowed.includes(said) || (said !== '' && allowed.includes('*'));
  });
}

function grouped(facts: readonly Fact[], { by, zone }: Split): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const name = by === undefined ? '' : by === 'day' ? dayOf(fact.at, zone) : (fact.words[by] ?? '');
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [fact]);
    else group.push(fact);
  }
  return groups;
}

function rowOf(figure: Figure, facts: readonly Fact[], reopened: ReadonlySet<string | undefined>): ReportRow {
  const kept = figure.value === 'without-reopened' ? facts.filter(({ matter }) => !reopened.has(matter)) : facts;
  const events = kept.length;
  const cases = numberOf(kept.map(({ matter }) => matter));
  const people = numberOf(kept.map(({ person }) => person));
  return { figure: figure.figure, value: valueOf(figure, kept, { events, cases, people }), events, cases, people };
}

const numberOf = (names: readonly (string | undefined)[]): number =>
  new Set(names.filter((name) => name !== undefined)).size;

type Units = { readonly events: number; readonly cases: number; readonly people: number };

function valueOf({ value }: Figure, facts: readonly Fact[], units: Units): number {
  if (value === 'without-reopened') return units.cases;
  if (value !== 'mean' && value !== 'greatest') return units[value];
  const amounts = facts.flatMap(({ amount }) => amount ?? []);
  if (amounts.length === 0) return 0;
  if (value === 'greatest') return amounts.reduce((one, other) => Math.max(one, other), 0);
  return Math.round((amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length) * 100) / 100;
}

/** The civil date of an instant, `2026-06-03`. */
export function dayOf(at: Instant, zone: string): string {
  const { year, month, day } = civilFromDays(isZone(zone) ? localTime(zone, at).day : Math.floor(at / DAY));
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
