import { readWindows } from '../calendar/windows.ts';
import type { PolicyBook } from './book.ts';
import type { Limits } from './limits.ts';
import type { Hours, JurisdictionPack, Plan } from './types.ts';

/** One fault of policy data: which document, where in it, what is wrong. Data with a fault is not saved. */
export type LintIssue = { readonly in: string; readonly at: string; readonly what: string };

/** What is checked together; `book` is the book as it would be with this data. */
export type PolicyData = {
  readonly plans: readonly Plan[];
  readonly packs: readonly JurisdictionPack[];
  readonly limits: Limits;
  readonly book: PolicyBook;
  readonly isTemplate: (name: string) => boolean;
};

/** A fault before it is known which document it is in. */
export type Fault = readonly [at: string, what: string];

/** What is wrong with hours as text, if anything. Hours over midnight are written as two windows. */
export function hoursFault(hours: Hours): string | undefined {
  if (hours === 'always') return undefined;
  const windows = readWindows(hours);
  if (windows === undefined) return `expected windows such as 09:00-20:00, got ${hours.join(' ')}`;
  return windows.length === 0 ? 'empty: no hour is open' : undefined;
}
