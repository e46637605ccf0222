/** One fault a check found: where, and what is wrong with the cure. */
export type Finding = { readonly at: string; readonly what: string };

/** One gate. An empty list means that it holds; a check that cannot do its work says so as a finding. */
export type Check = { readonly name: string; readonly run: (root: string) => Promise<readonly Finding[]> };

export type CheckResult = {
  readonly name: string;
  readonly seconds: number;
  readonly findings: readonly Finding[];
};

/** Runs all checks side by side and tells each as it ends; never rejects because a check failed. */
export function runChecks(
  checks: readonly Check[],
  root: string,
  tell: (result: CheckResult) => void,
): Promise<readonly CheckResult[]> {
  return Promise.all(
    checks.map(async (check) => {
      const started = performance.now();
      const findings = await check.run(root).catch((error: unknown) => [{ at: check.name, what: String(error) }]);
      const result = { name: check.name, seconds: (performance.now() - started) / 1000, findings };
      tell(result);
      return result;
    }),
  );
}
