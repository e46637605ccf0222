import type { Instant } from './time.ts';
import type { Department, Lane, Purpose, RuleId, Severity } from './words.ts';

/**
 * Effects are data: a transition lists them in its entry, the relay runs them. Each is safe to run again, because its
 * consumer checks the aggregate it names (ids and seq only, never facts).
 */
export type Effect =
  /** Put the aggregate on its lane's work queue, now or at an instant inside the sweep's horizon. */
  | { readonly do: 'work'; readonly lane: Lane; readonly at?: Instant }
  /** Tell departments: published on the outcome topic as a CloudEvent `liaison.<type>.v1`. */
  | {
      readonly do: 'notify';
      readonly type: NoticeType;
      readonly purpose?: Purpose;
      readonly department?: Department;
      readonly severity?: Severity;
      /** Time of what it is about, where that is not the time it is told: the due instant of a clock. */
      readonly time?: Instant;
      readonly data: NoticeData;
    }
  /** A customer came into being or changed: re-gate the cases held for it. */
  | { readonly do: 'wake'; readonly customerId: string }
  /** A contact of a complaint came to its end, or its account changed: the complaint looks at what follows. */
  | { readonly do: 'look'; readonly complaintId: string };

export const NOTICE_TYPES = [
  'case.opened',
  'case.settled',
  'case.escalated',
  'case.suppressed',
  'contact.refused',
  'contact-point.quarantined',
  'complaint.received',
  'complaint.routed',
  'complaint.due-soon',
  'complaint.breached',
  'complaint.resolved',
  'complaint.reopened',
  'issue.recurring',
  'account.hold-requested',
  'account.release-requested',
] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];

export type NoticeData = {
  readonly caseId?: string;
  readonly complaintId?: string;
  readonly customerId?: string;
  readonly contactId?: string;
  readonly accountId?: string;
  readonly outcome?: string;
  readonly ruleIds?: readonly RuleId[];
  readonly step?: string;
  readonly incidentId?: string;
  /** Kind of the clock that a due-soon, breached or escalated notice is about. */
  readonly clock?: string;
  /** Due instant of that clock, RFC 3339. */
  readonly dueAt?: string;
  readonly count?: number;
  /** Role that an escalation is for. */
  readonly to?: string;
};

export type Actor =
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'customer' }
  | { readonly kind: 'contact'; readonly contactId: string }
  | { readonly kind: 'producer'; readonly source: string };

/** One fact of an aggregate's timeline before it is numbered and chained. */
export type EntryDraft = {
  readonly type: string;
  readonly actor: Actor;
  readonly at: number;
  /** Ids, numbers and words; never personal data in clear. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly effects: readonly Effect[];
};
