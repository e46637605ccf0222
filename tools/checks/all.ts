import type { Check } from './check.ts';
import { budgets } from './code/budgets.ts';
import { dependencyReasons } from './code/dependency-reasons.ts';
import { honestTests } from './code/honest-tests.ts';
import { keySeparator } from './code/key-separator.ts';
import { layout } from './code/layout.ts';
import { machineTraces } from './code/machine-traces.ts';
import { namedFiles } from './code/named-files.ts';
import { suppressions } from './code/suppressions.ts';
import { accessPatterns } from './documents/access-patterns.ts';
import { commands } from './documents/commands.ts';
import { contactRules } from './documents/contact-rules.ts';
import { decisions } from './documents/decisions.ts';
import { errorCodes } from './documents/error-codes.ts';
import { glossary } from './documents/glossary.ts';
import { links } from './documents/links.ts';
import { messageContracts } from './documents/message-contracts.ts';
import { sources } from './documents/sources.ts';
import { twoLanguages } from './documents/two-languages.ts';
import {
  asyncApiCurrent,
  asyncApiLint,
  deadCode,
  format,
  layers,
  lint,
  openApiCurrent,
  openApiLint,
  types,
} from './programs.ts';
import { billOfMaterials } from './supply/bill-of-materials.ts';
import { lockfile } from './supply/lockfile.ts';
import { secrets } from './supply/secrets.ts';

/** Every gate of `npm run check`, slowest first. Each has a planted fault in test/gates that it must report. */
export const allChecks: readonly Check[] = [
  types,
  lint,
  layers,
  deadCode,
  openApiLint,
  openApiCurrent,
  asyncApiLint,
  asyncApiCurrent,
  format,
  billOfMaterials,
  secrets,
  lockfile,
  budgets,
  layout,
  keySeparator,
  suppressions,
  honestTests,
  namedFiles,
  machineTraces,
  dependencyReasons,
  decisions,
  glossary,
  errorCodes,
  contactRules,
  accessPatterns,
  messageContracts,
  links,
  sources,
  twoLanguages,
  commands,
];
