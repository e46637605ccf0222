import type { PointId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { TaskTimer } from '../task/timer.ts';
import { DAY, type Instant, MINUTE } from '../time.ts';
import type {
  Audience,
  ComplaintChannel,
  ComplaintStage,
  ComplaintStatus,
  Department,
  Jurisdiction,
  Lane,
  Locale,
  Severity,
} from '../words.ts';
import type { Clock } from './clock.ts';
import type { Offer } from './offer.ts';
import type { Round } from './rounds.ts';

/** What a message is. Only complaints run clocks; the others go to the desk that answers them. */
export const COMPLAINT_KINDS = ['complaint', 'help_request', 'inquiry', 'praise', 'spam', 'other'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** What is surely no complaint runs no clock and holds nothing; whatever may be one does both. */
export const MAY_BE_A_COMPLAINT: readonly ComplaintKind[] = ['complaint', 'help_request', 'other'];

/** What a complaint is about. Source: docs/behaviour.md, Triage. */
export const COMPLAINT_CATEGORIES = [
  'not_owed',
  'collection_conduct',
  'repayment_hardship',
  'credit_record',
  'fraud_unauthorised',
  'fees_interest',
  'transaction_dispute',
  'transfer_payment',
  'account_operation',
  'application_decision',
  'loan_servicing',
  'sales_terms',
  'service_quality',
  'privacy_contact',
  'other',
] as const;
export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

/** What the words show beside their matter; some act on dispatch at once. Source: docs/behaviour.md, Triage. */
export const COMPLAINT_FLAGS = [
  'fraud_in_progress',
  'self_harm',
  'regulator_threat',
  'legal_threat',
  'media_threat',
  'vulnerable',
  'identity_theft',
  'harassment',
  'third_party_contact',
  'false_overdue',
  'wrong_contact',
  'stop_contact',
  'data_breach',
  'repeat_complaint',
  'group_complaint',
] as const;
export type ComplaintFlag = (typeof COMPLAINT_FLAGS)[number];

/** P1 now, P2 urgent, P3 a complaint like others, P4 the rest. */
export const COMPLAINT_SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export type ComplaintSeverity = (typeof COMPLAINT_SEVERITIES)[number];

/** How urgent what follows from a complaint is: its contacts, tasks and notices. */
export const URGENCY: Readonly<Record<ComplaintSeverity, Severity>> = {
  P1: 'critical',
  P2: 'high',
  P3: 'medium',
  P4: 'low',
};

export const DECISIONS = ['upheld', 'partly', 'rejected'] as const;
export type DecisionWord = (typeof DECISIONS)[number];

export type Decision = {
  readonly decision: DecisionWord;
  readonly closureCode: string;
  readonly at: Instant;
  /** Entry that holds the answer's words, sealed. */
  readonly seq: number;
  /** The linked complaint whose decision it is. */
  readonly of?: string;
};

/** The asking afterwards: its case, when it was asked, what was answered. */
export type FollowUp = {
  readonly caseId?: string;
  readonly plannedFor: Instant;
  readonly rating?: 1 | 2 | 3 | 4 | 5;
  readonly ratedAt?: Instant;
};

/** What was agreed: the terms by the offer's id, the words of acceptance sealed in the entry. */
export type Agreement = {
  readonly id: string;
  readonly offerId: string;
  /** Entry that holds terms, who, when, hashes. */
  readonly seq: number;
  readonly at: Instant;
  /** The customer's own message says so; absent: staff entered it on their word. */
  readonly heard?: true;
  /** What it is worth, where its terms name a sum: what is offered next is measured together with it. */
  readonly value?: Money;
};

export type Link = {
  readonly complaintId: string;
  readonly relation: string;
  /** Made by somebody who could not have moved the other: outside one department it says that they are alike, no more. */
  readonly alike?: true;
};
/** The relation of complaints that belong together by what they say. */
export const SAME_MATTER = 'same-matter';

/**
 * Complaint snapshot. The words of it are sealed in its first entry; who owns it is the department whose board it stands
 * on. `dueAt` is its own timer: the next notice of a clock, the end of an offer, the asking afterwards; `timers` are those
 * of its open tasks. The earliest of all is what the due index holds.
 */
export type Complaint = {
  readonly id: string;
  readonly version: number;
  /** Whose complaint it is, or whom it is about where a third party complains. */
  readonly customerId?: string;
  /** The emergency contact who complains. */
  readonly contactId?: string;
  readonly audience: Audience;
  readonly channel: ComplaintChannel;
  readonly locale?: Locale;
  readonly jurisdiction: Jurisdiction;
  /** Zone in which its days end. */
  readonly timezone: string;
  /** Number or address it came from. */
  readonly point?: PointId;
  /** Wrapped key of its texts where nobody we know complains. */
  readonly key?: Uint8Array;
  /** Reference of the regulator or other sender. */
  readonly externalRef?: string;
  readonly accountId?: string;
  /** The case it came out of. */
  readonly caseId?: string;
  readonly kind: ComplaintKind;
  readonly category: ComplaintCategory;
  readonly categories: readonly { readonly category: ComplaintCategory; readonly confidence: number }[];
  readonly flags: readonly ComplaintFlag[];
  readonly severity: ComplaintSeverity;
  readonly lane: Lane;
  readonly department: Department;
  /** Departments it left: they may still read it. */
  readonly left: readonly Department[];
  readonly handler?: string;
  /** Handlers it had before a reopening: none of them gets it again, nor decides it. */
  readonly formerHandlers: readonly string[];
  /** Handlers it had since then, other than the one it has: the next reopening adds them to those. */
  readonly hadBy?: readonly string[];
  readonly status: ComplaintStatus;
  readonly stage: ComplaintStage;
  readonly receivedAt: Instant;
  readonly dueAt?: Instant;
  readonly timers?: readonly TaskTimer[];
  readonly clocks: readonly Clock[];
  readonly decision?: Decision;
  readonly resolvedAt?: Instant;
  /** Told so that no acknowledging text goes out twice. */
  readonly acknowledgedAt?: Instant;
  readonly mediationSince?: Instant;
  readonly reopened: number;
  /** One for each reopening, in their order. */
  readonly rounds?: readonly Round[];
  readonly linked: readonly Link[];
  /** The newest 4; older ones are in the entries. */
  readonly offers: readonly Offer[];
  readonly offerCount: number;
  readonly agreements: readonly Agreement[];
  readonly followUp?: FollowUp;
};

/** The lane its timers and messages travel in. */
export const laneOf = ({ severity }: Pick<Complaint, 'severity'>): Lane => (severity === 'P1' ? 'urgent' : 'normal');

/** An unclaimed task of it is told of after this. Source: docs/behaviour.md, Tasks. */
export const claimWithin = (of: Pick<Complaint, 'severity'>): number => (of.severity === 'P1' ? 5 * MINUTE : DAY);

/** Nobody works on these any more. FOLLOWED_UP_UNREACHED never counts as satisfied. */
export const COMPLAINT_ENDED: readonly ComplaintStatus[] = [
  'FOLLOWED_UP_SATISFIED',
  'FOLLOWED_UP_UNREACHED',
  'WITHDRAWN',
];
export const hasEnded = (of: Pick<Complaint, 'status'>): boolean => COMPLAINT_ENDED.includes(of.status);
