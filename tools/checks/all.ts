import type { Check } from './check.ts';
import { deadCode, format, layers, lint, types } from './programs.ts';

/** Every gate of `npm run check`, slowest first. Each has a planted fault in test/gates that it must report. */
export const allChecks: readonly Check[] = [types, lint, layers, deadCode, format];
