import { bundlePrograms, programsOf } from '../../test/simulation/machine/programs.ts';
import { runMany, SEED_DELIVERIES } from '../../test/simulation/runs/many.ts';
import { asLines, type Report, reportOf } from '../../test/simulation/runs/report.ts';
import { FAULT_PERCENT, runSeed } from '../../test/simulation/runs/seed.ts';

export type Asked = {
  readonly seed?: string;
  readonly deliveries?: string;
  /** Percentage of calls that a fault befalls. */
  readonly faults?: string | undefined;
  readonly workers?: string | undefined;
  /** Goes on, for at most a fifth more, until every cell was struck. */
  readonly cells?: boolean | undefined;
  /** One seed of a run, as its report names it. */
  readonly replay?: string | undefined;
  /** Checkout of another version, with its packages: half of the processes run that. */
  readonly beside?: string | undefined;
};

/** Plays what is asked for and reports on it. */
export async function simulate(
  asked: Asked,
  tell: (text: string) => void,
  /** Told of the report after every seed, so that a run that is cut short has one. */
  soFar: (report: Report) => void = () => {},
): Promise<{ report: Report; lines: readonly string[] }> {
  const { seed = '1', replay } = asked;
  const [deliveries, faults] = [Number(asked.deliveries ?? 2_000), Number(asked.faults ?? FAULT_PERCENT)];
  const programs = await bundlePrograms();
  const beside = asked.beside === undefined ? undefined : await programsOf(asked.beside);
  const from = performance.now();
  const results =
    replay === undefined
      ? await runMany(
          {
            seed,
            deliveries,
            faults,
            ...(asked.workers === undefined ? {} : { workers: Number(asked.workers) }),
            ...(asked.cells === true
              ? { isEnough: (all) => reportOf({ seed, faults, seconds: 0 }, all).cells.missed.length === 0 }
              : {}),
            progress: (done, all) => {
              const [last] = all.slice(-1);
              tell(`${done} of ${deliveries} deliveries, seed ${last?.seed}, ${last?.violations.length} failures`);
              const seconds = (performance.now() - from) / 1_000;
              soFar(reportOf({ seed, faults, seconds }, all));
            },
          },
          programs,
          beside,
        )
      : [await runSeed({ seed: replay, deliveries: SEED_DELIVERIES, faults }, programs, beside)];
  const seconds = (performance.now() - from) / 1_000;
  const report = reportOf({ seed: replay ?? seed, faults, seconds }, results);
  return { report, lines: asLines(report) };
}
