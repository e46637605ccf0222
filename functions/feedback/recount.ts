import { type Fact, type Noted, type Subject, subjectOf } from '#domain/feedback/fact.ts';
import { sentOf } from '#domain/feedback/facts-of.ts';
import { rowsOf } from '#domain/feedback/report.ts';
import { caseName } from '#domain/ids.ts';
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
  const [counted, recounted] = [noted, made].map((facts) => rowsOf(FIGURES, facts, { zone: 'UTC' }));
  const differ = (recounted ?? []).flatMap((row, at) =>
    UNITS.flatMap((unit) => {
      const { [unit]: was = 0 } = counted?.[at] ?? {};
      return was === row[unit] ? [] : [{ figure: `${row.figure}.${unit}`, counted: was, recounted: row[unit] }];
    }),
  );
  return { entries: entries.length, figures: FIGURES.length, differ };
}

/** What the table would answer the projector, from the entries alone. */
export function knownFrom(entries: readonly Noted[]): Parameters<typeof factsOfAll>[1] {
  const of = new Map<string, Noted[]>();
  for (const entry of entries) of.set(entry.aggregate, [...(of.get(entry.aggregate) ?? []), entry]);
  const firstOf = (aggregate: string): Noted | undefined => of.get(aggregate)?.find(({ seq }) => seq === 1);
  return {
    subjects: (names) =>
      Promise.resolve(
        new Map(names.map((aggregate): [string, Subject] => [aggregate, subjectOf(firstOf(aggregate), { aggregate })])),
      ),
    sent: (caseId, until) => Promise.resolve(sentOf(of.get(caseName(caseId)) ?? [], until)),
  };
}
