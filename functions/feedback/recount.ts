import { type Fact, type Noted, type Subject, subjectOf } from '#domain/feedback/fact.ts';
import { rowsOf } from '#domain/feedback/report.ts';
import { factsOfAll } from './project.ts';
import { REPORTS } from './reports.contract.ts';

/** A figure that says something else than the entries do. */
export type Difference = { readonly figure: string; readonly counted: number; readonly recounted: number };

export type Recount = {
  readonly entries: number;
  readonly figures: number;
  readonly differ: readonly Difference[];
};

const FIGURES = [
  ...new Map(
    Object.values(REPORTS).flatMap(({ figures }) => figures.map((one) => [JSON.stringify(one), one] as const)),
  ).values(),
];
const UNITS = ['value', 'events', 'cases', 'people'] as const;

/** Every figure of the whole time, made anew from all entries and compared with what the projector noted. */
export async function recount(entries: readonly Noted[], noted: readonly Fact[]): Promise<Recount> {
  const made = await factsOfAll(entries, knownFrom(entries));
  return { entries: entries.length, figures: FIGURES.length, differ: differences(noted, made) };
}

/** Every figure over what was noted that says something else over what was made anew. */
export function differences(noted: readonly Fact[], made: readonly Fact[]): readonly Difference[] {
  const [counted, recounted] = [noted, made].map((facts) => rowsOf(FIGURES, facts, { zone: 'UTC' }));
  return (recounted ?? []).flatMap((row, at) =>
    UNITS.flatMap((unit) => {
      const { [unit]: was = 0 } = counted?.[at] ?? {};
      return was === row[unit] ? [] : [{ figure: `${row.figure}.${unit}`, counted: was, recounted: row[unit] }];
    }),
  );
}

/** What the table would answer the projector, from the entries alone. */
export function knownFrom(entries: readonly Noted[]): Parameters<typeof factsOfAll>[1] {
  const first = new Map(entries.flatMap((entry) => (entry.seq === 1 ? [[entry.aggregate, entry] as const] : [])));
  return {
    subjects: (names) =>
      Promise.resolve(
        new Map(
          names.map((aggregate): [string, Subject] => [aggregate, subjectOf(first.get(aggregate), { aggregate })]),
        ),
      ),
  };
}
