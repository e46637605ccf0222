import type { Money } from '../money.ts';
import type { TaskTimer } from '../task/timer.ts';
import type { Instant } from '../time.ts';
import type {
  AttemptState,
  Audience,
  CallState,
  CaseStatus,
  Channel,
  Department,
  Lane,
  Outcome,
  Purpose,
  Receipt,
  RuleId,
  Severity,
  TaskKind,
  TaskState,
} from '../words.ts';
import type { ContactAbout } from './contacts/about.ts';

/** Why the case exists: the fact, where it came from and when it was true. The gate re-checks it before every send. */
export type Reason = {
  /** e.g. `overdue`, `dormant`, `unusual-amount`, `dormant-moving`, or the sender's own kind. */
  readonly code: string;
  readonly source: string;
  readonly eventId: string;
  readonly at: Instant;
  readonly accountId?: string;
  readonly sequence?: number;
  readonly amount?: Money;
  /** Last four characters of the account number, disclosure level 2. */
  readonly tail?: string;
};

export type Attempt = {
  /** 1, 2, 3 … within the case; the outer id is `<caseId>.<n>`. */
  readonly n: number;
  readonly step: string;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly contactId?: string;
  readonly point?: string;
  readonly state: AttemptState | CallState;
  /** First rule that refused, deferred or held it. */
  readonly rule?: RuleId;
  readonly at: Instant;
  readonly until?: Instant;
  /** Newest receipt; its history is in the entries. */
  readonly receipt?: Receipt;
  /** Mark of the provider's id of its message: receipts and answers to that very message find it by this. */
  readonly message?: number;
  /** Entry that holds the decision; the outer decision id is `<caseId>#<seq>`. */
  readonly decisionSeq?: number;
  /** Answers to an inbound text are attempts outside plan and caps. */
  readonly answer?: boolean;
  /** Nothing ever reaches this number: this case texts it no more. */
  readonly refused?: boolean;
};

export type Held = {
  readonly since: Instant;
  readonly ruleIds: readonly RuleId[];
  readonly recheckAt: Instant;
  readonly cause: string;
  /** Re-gates done so far: 5, 15, 60 minutes, then a person. */
  readonly rechecks: number;
};

/**
 * Case snapshot. Every open case has one due time or one owner (a task). `dueAt` is the plan's own timer, `timers` those of
 * its open tasks; the due index holds the earliest of all, and what is due then follows from the snapshot (`nextMove`).
 */
export type Case = {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly accountId?: string;
  readonly kind: string;
  readonly purpose: Purpose;
  readonly severity: Severity;
  readonly lane: Lane;
  readonly department: Department;
  readonly status: CaseStatus;
  readonly outcome?: Outcome;
  readonly openedAt: Instant;
  readonly plan: { readonly id: string; readonly version: number };
  /** Index of the plan's step that is next or under way; equal to the number of steps when the plan is spent. */
  readonly step: number;
  /** Persons or tries of the step already spent. */
  readonly round: number;
  readonly dueAt?: Instant;
  readonly reason: Reason;
  /** The newest 8; older ones are in the entries, `attemptCount` is the newest one's number. */
  readonly attempts: readonly Attempt[];
  readonly attemptCount: number;
  /** How many of them spend nothing: refused steps and automatic answers. */
  readonly uncounted?: number;
  /** Calls begun to the customer, at most the 8 newest: the sliding caps on calls. */
  readonly dials?: readonly Instant[];
  /** Calls in which the customer was reached, at most the 8 newest: the sliding caps on conversations. */
  readonly talks?: readonly Instant[];
  readonly held?: Held;
  /** The question's token; a second text of the same question keeps it. */
  readonly token?: string;
  readonly clarified?: boolean;
  readonly protectiveHold?: boolean;
  readonly proofAt?: Instant;
  /** When the customer last wrote, whatever it was, or was on the phone: whoever answers is not out of reach. */
  readonly heardAt?: Instant;
  /** Open task that owns the case while HUMAN or while a call step runs. */
  readonly taskId?: string;
  /** One for every open task, its own and those beside the plan. */
  readonly timers?: readonly TaskTimer[];
  readonly resolvedAt?: Instant;
  readonly mergedCount: number;
  /** Greatest sum of an event that joined the case, where its first event's is less or none. */
  readonly joinedAmount?: Money;
  readonly wrongful?: boolean;
  /** The complaint it became, or that it contacts somebody for. */
  readonly complaintId?: string;
  /** What its texts tell of the complaint that it contacts somebody for. */
  readonly about?: ContactAbout;
  /** Wrapped key of what staff wrote while nobody knew the customer; it goes when the customer is erased. */
  readonly key?: Uint8Array;
};

export type Task = {
  readonly id: string;
  readonly caseId?: string;
  readonly complaintId?: string;
  /** Absent: a complaint of somebody nobody knows. */
  readonly customerId?: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly queue: Department;
  readonly audience: Audience;
  readonly contactId?: string;
  readonly attempt?: number;
  readonly assignee?: string;
  /** Fresh: by when somebody is to have claimed it; to be tried again: from when on. */
  readonly dueAt: Instant;
  /** Nobody may claim it before. */
  readonly notBefore?: Instant;
  /** Unclaimed by then, the supervisor is told; absent: at `dueAt`. */
  readonly claimBy?: Instant;
  /** Claimed, and free again by then. */
  readonly leaseUntil?: Instant;
  readonly severity: Severity;
  readonly tries: number;
  readonly maxTries: number;
  readonly note?: string;
  /** Who wants it approved: somebody else does. */
  readonly askedBy?: string;
  readonly escalated?: boolean;
  /** How often the supervisor was reminded since. */
  readonly reminders?: number;
  readonly createdAt: Instant;
  readonly decisionSeq?: number;
};
