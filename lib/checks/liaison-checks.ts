import { readFileSync } from 'node:fs';
import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from 'aws-cdk-lib';
import { doorsAreThrottled, noForeignPages } from './doors.ts';
import { boundedConcurrency, boundedStreams, partialBatches } from './mappings.ts';
import { alarmsLeadSomewhere, logsEnd, oursAlone, sameRuntime, tableIsKept } from './operations.ts';
import {
  noNamelessResources,
  noSecretsInEnvironment,
  noWildcardActions,
  oneRoleOneFunction,
  removalsNameTheirKeys,
  textsFromOneDoor,
} from './permissions.ts';
import {
  deadLettersEverywhere,
  deadLettersOutlive,
  deadLettersWatched,
  enoughReceives,
  onlyOurOwnSenders,
  visibilityOutlastsRetries,
} from './queues.ts';
import { type Rule, Template } from './template.ts';

/** What no pack of cdk-nag holds and this product must. Each has a stack in the tests that breaks it. */
export const RULES: readonly Rule[] = [
  visibilityOutlastsRetries,
  enoughReceives,
  deadLettersEverywhere,
  deadLettersOutlive,
  deadLettersWatched,
  onlyOurOwnSenders,
  partialBatches,
  boundedStreams,
  boundedConcurrency,
  noWildcardActions,
  noNamelessResources,
  textsFromOneDoor,
  removalsNameTheirKeys,
  oneRoleOneFunction,
  noSecretsInEnvironment,
  doorsAreThrottled,
  noForeignPages,
  alarmsLeadSomewhere,
  logsEnd,
  sameRuntime,
  tableIsKept,
  oursAlone,
];

/** Reads the synthesised templates and fails synth for each rule that does not hold. */
export class LiaisonChecks implements IPolicyValidationPlugin {
  readonly name = 'LiaisonChecks';

  validate({ templatePaths }: IPolicyValidationContext): PolicyValidationPluginReport {
    const violations = templatePaths.flatMap(violationsOf);
    return { success: violations.length === 0, violations };
  }
}

function violationsOf(templatePath: string): PolicyViolation[] {
  const template = new Template(JSON.parse(readFileSync(templatePath, 'utf8')));
  return RULES.flatMap((rule) =>
    rule.check(template).map(({ id, got }) => ({
      ruleName: rule.name,
      description: `got ${got}; expected: ${rule.expects}`,
      severity: 'error',
      violatingResources: [{ resourceLogicalId: id, templatePath, locations: ['Properties'] }],
    })),
  );
}
