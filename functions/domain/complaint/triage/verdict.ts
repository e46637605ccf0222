import type { Department, Purpose } from '../../words.ts';
import type { ComplaintCategory, ComplaintFlag, ComplaintKind, ComplaintSeverity } from '../complaint.ts';
import type { FaultKey } from './faults.ts';

/** What is known beside the text. Whatever is left out is not known. */
export type TriageContext = {
  /** Of the contact that it answers. */
  readonly purpose?: Purpose;
  /** Known from the question that it answers, or named by whoever took it down: then it is not guessed. */
  readonly category?: ComplaintCategory;
  /** The account is overdue by the bank's own record. */
  readonly accountOverdue?: boolean;
};

export type TriageLang = 'zh' | 'en';

/** What decided, and by which listed words: never the customer's own, so that it may be kept in clear. */
export type TriageReason = { readonly what: string; readonly words: readonly string[] };

export type Ranked = { readonly category: ComplaintCategory; readonly confidence: number };

/** What triage makes of a text, as `liaison classify complaint` prints it (docs/command-line.md). */
export type TriageVerdict = {
  readonly kind: ComplaintKind;
  readonly category: ComplaintCategory;
  /** The best three, best first; fewer where the words speak for fewer. */
  readonly categories: readonly Ranked[];
  readonly flags: readonly ComplaintFlag[];
  readonly severity: ComplaintSeverity;
  readonly lang: TriageLang;
  /** Where it goes first: the desk of its category when sure, else the triage desk. */
  readonly department: Department;
  /** Sure enough to go there without a person of the triage desk. */
  readonly autoRoute: boolean;
  /** What seems to be broken: complaints of one fault are similar, in whatever language. */
  readonly fault?: FaultKey;
  readonly why: readonly TriageReason[];
};

export type Triage = (text: string, context?: TriageContext) => TriageVerdict;
