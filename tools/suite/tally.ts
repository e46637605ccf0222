import * as v from 'valibot';

const Report = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })),
    }),
  ),
});

/** What a run came to. `notRun` names every test that was left out. */
export type Tally = { readonly passed: number; readonly failed: number; readonly notRun: readonly string[] };

export const NOTHING: Tally = { passed: 0, failed: 0, notRun: [] };

/**
 * Counts a run from the runner's own JSON report. A file that could not even be loaded counts as one failure, and so
 * does a run that ended badly without naming a failed test: the closing line never says 0 failed beside a failure.
 */
export function tallyOf(report: unknown, exitCode: number): Tally {
  const parsed = v.safeParse(Report, report);
  if (!parsed.success) return { passed: 0, failed: 1, notRun: [] };
  const files = parsed.output.testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = tests.filter((test) => test.status === 'failed').length + unloaded;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    notRun: tests.filter((test) => test.status !== 'passed' && test.status !== 'failed').map((test) => test.fullName),
  };
}

export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  notRun: [...one.notRun, ...other.notRun],
});

/** The closing line, which tools read: nothing may follow it. */
export const closingLine = (tally: Tally): string => `${tally.passed} passed, ${tally.failed} failed`;
