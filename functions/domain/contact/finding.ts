import type { PolicyBook } from '../policy/book.ts';
import type { PurposeRules } from '../policy/types.ts';
import type { Instant } from '../time.ts';
import type { DenyScope, RuleId } from '../words.ts';
import type { Counter, Evidence } from './evidence.ts';

/** What one rule says about a contact. Rules are silent when they have nothing against it. */
export type Finding =
  | { readonly rule: RuleId; readonly effect: 'deny'; readonly scope: DenyScope }
  | { readonly rule: RuleId; readonly effect: 'hold'; readonly knownEnd?: Instant | undefined }
  | { readonly rule: RuleId; readonly effect: 'defer'; readonly until: Instant };

/** What every rule is given. */
export type Gating = {
  readonly evidence: Evidence;
  readonly now: Instant;
  readonly book: PolicyBook;
  /** Rules of the case's purpose. */
  readonly rules: PurposeRules;
};

export type Findings = { readonly findings: readonly Finding[]; readonly counters: readonly Counter[] };

export const deny = (rule: RuleId, scope: DenyScope): Finding => ({ rule, effect: 'deny', scope });
export const hold = (rule: RuleId, knownEnd?: Instant): Finding => ({ rule, effect: 'hold', knownEnd });
export const defer = (rule: RuleId, until: Instant): Finding => ({ rule, effect: 'defer', until });

/** The finding when the condition holds, else nothing: rules read as a list of sentences. */
export const when = (condition: boolean, finding: () => Finding): readonly Finding[] => (condition ? [finding()] : []);
