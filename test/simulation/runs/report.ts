import { COUNTED, unlisted } from '../machine/cells/cells.ts';
import { FAULTS, type Fault } from '../machine/faults.ts';
import type { Invariant, Violation } from '../model/violation.ts';
import { faultsIn, type SeedResult } from './seed.ts';

export type Report = {
  readonly seed: string;
  readonly deliveries: number;
  readonly seeds: number;
  readonly calls: number;
  readonly texts: number;
  readonly textsToContacts: number;
  readonly cells: {
    readonly visited: number;
    readonly total: number;
    readonly missed: readonly string[];
    /** Cells of calls that stand in no list: they count too. */
    readonly unlisted: readonly string[];
  };
  readonly faults: Readonly<Record<Fault, number>>;
  /** Events and inbound texts that are nowhere. */
  readonly lost: number;
  /** Texts beyond the one a claim may send, counted at the provider's end. */
  readonly doubleTexts: number;
  readonly illegalTransitions: number;
  readonly auditGaps: number;
  readonly invariantFailures: readonly (Violation & { readonly seed: string; readonly replay: string })[];
  readonly seconds: number;
};

const LOST: readonly Invariant[] = ['I1', 'I10'];

/** One report over many seeds. Cells are those of the list, whether a seed saw their calls or not. */
export function reportOf(
  order: { seed: string; faults: number; seconds: number },
  results: readonly SeedResult[],
): Report {
  const visited = new Set(results.flatMap((one) => Object.keys(one.visited)));
  const strange = [...new Set(results.flatMap(({ seen }) => unlisted(seen)))].toSorted();
  const cells = [...COUNTED, ...strange];
  const failures = results.flatMap(({ seed, violations }) =>
    violations.map((one) => ({ ...one, seed, replay: replayOf(seed, order.faults) })),
  );
  const count = (...of: readonly Invariant[]): number =>
    failures.filter(({ invariant }) => of.includes(invariant)).length;
  const sum = (of: (one: SeedResult) => number): number => results.reduce((total, one) => total + of(one), 0);
  return {
    seed: order.seed,
    deliveries: sum((one) => one.deliveries),
    seeds: results.length,
    calls: sum((one) => one.calls),
    texts: sum((one) => one.texts),
    textsToContacts: sum((one) => one.toContacts),
    cells: {
      visited: cells.filter((one) => visited.has(one)).length,
      total: cells.length,
      missed: cells.filter((one) => !visited.has(one)).toSorted(),
      unlisted: strange,
    },
    faults: faultsIn(results),
    lost: count(...LOST),
    doubleTexts: count('I4'),
    illegalTransitions: count('I6'),
    auditGaps: count('I14'),
    invariantFailures: failures,
    seconds: Math.round(order.seconds * 10) / 10,
  };
}

/** The command that plays this one seed again, step by step the same. */
export const replayOf = (seed: string, faults: number): string =>
  `npm run simulate -- --replay ${seed} --faults ${faults}`;

export const asLines = (report: Report): readonly string[] => [
  `seed ${report.seed}: ${report.deliveries} deliveries in ${report.seeds} seeds, ${report.calls} calls, ${report.texts} texts, ${report.seconds} s`,
  `cells ${report.cells.visited} of ${report.cells.total}; faults ${FAULTS.map((fault) => `${fault} ${report.faults[fault]}`).join(', ')}`,
  `lost ${report.lost}, double texts ${report.doubleTexts}, illegal transitions ${report.illegalTransitions}, audit gaps ${report.auditGaps}, all failures ${report.invariantFailures.length}`,
  ...report.invariantFailures.map(({ invariant, what, replay }) => `${invariant}  ${what}\n    ${replay}`),
];
