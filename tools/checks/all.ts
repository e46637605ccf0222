import type { Check } from './check.ts';
import { deadCode, format, layers, lint, types } from './programs.ts';
import { accessPatterns } from './rules/access-patterns.ts';
import { budgets } from './rules/budgets.ts';
import { contactRules } from './rules/contact-rules.ts';
import { decisions } from './rules/decisions.ts';
import { dependencyReasons } from './rules/dependency-reasons.ts';
import { errorCodes } from './rules/error-codes.ts';
import { glossary } from './rules/glossary.ts';
import { honestTests } from './rules/honest-tests.ts';
import { keySeparator } from './rules/key-separator.ts';
import { layout } from './rules/layout.ts';
import { links } from './rules/links.ts';
import { machineTraces } from './rules/machine-traces.ts';
import { messageContracts } from './rules/message-contracts.ts';
import { suppressions } from './rules/suppressions.ts';

/** Every gate of `npm run check`, slowest first. Each has a planted fault in test/gates that it must report. */
export const allChecks: readonly Check[] = [
  types,
  lint,
  layers,
  deadCode,
  format,
  budgets,
  layout,
  keySeparator,
  suppressions,
  honestTests,
  machineTraces,
  dependencyReasons,
  decisions,
  glossary,
  errorCodes,
  contactRules,
  accessPatterns,
  messageContracts,
  links,
];
