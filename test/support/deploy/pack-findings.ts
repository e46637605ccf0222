import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { NIST80053R5Checks, PCIDSS321Checks, ServerlessChecks } from 'cdk-nag';
import * as v from 'valibot';
import { addLiaison } from '../../../lib/stacks/liaison.ts';
import { cdkContext, configOf, madeUpBundles } from './stacks.ts';

const Report = v.object({
  pluginReports: v.array(
    v.object({
      pluginName: v.string(),
      violations: v.array(
        v.object({
          ruleName: v.string(),
          description: v.string(),
          violatingConstructs: v.array(v.object({ constructPath: v.string() })),
        }),
      ),
    }),
  ),
});

/** One rule that found something. */
export type PackFinding = {
  /** As cdk-nag names the pack. */
  readonly pack: string;
  /** The rule's name without its pack. */
  readonly rule: string;
  readonly says: string;
  readonly constructs: readonly string[];
};

/** What the packs that are no gates find in the stacks of production, in the order in which they say it. */
export function packFindings(): readonly PackFinding[] {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-'));
  const app = new App({ analyticsReporting: false, context: cdkContext(), outdir });
  addLiaison(app, { config: configOf('prod'), bundles: madeUpBundles(), version: '0.0.0' });
  Validations.of(app).addPlugins(new NIST80053R5Checks(app), new PCIDSS321Checks(app), new ServerlessChecks(app));
  // Findings fail synthesis; what they are stands in the report that it leaves.
  const failed = failureOf(() => app.synth());
  if (failed === undefined) return [];
  const report = v.parse(Report, JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')));
  return report.pluginReports.flatMap(({ pluginName, violations }) =>
    violations.map(({ ruleName, description, violatingConstructs }) => ({
      pack: pluginName,
      rule: ruleName.replace(`${pluginName}-`, ''),
      says: description.replace(/ - \(Control IDs?: .*$/u, '').replace(/\.$/u, ''),
      constructs: violatingConstructs.map(({ constructPath }) => constructPath),
    })),
  );
}

function failureOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
