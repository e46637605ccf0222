import type { BusinessCalendar } from '../../calendar/business.ts';
import type { ComplaintChannel, Jurisdiction, Role } from '../../words.ts';
import type { Clock, ClockKind, PauseCause } from '../clock.ts';
import type {
  Complaint,
  ComplaintCategory,
  ComplaintFlag,
  ComplaintKind,
  ComplaintSeverity,
  Decision,
  FollowUp,
} from '../complaint.ts';

/** What happens to a complaint that its clocks listen to. */
export const CLOCK_EVENTS = [
  'received',
  'acknowledged',
  'decision-sent',
  'resolved',
  'satisfaction-recorded',
  'unreached',
  'mediation-started',
  'mediation-ended',
  'waiting-started',
  'waiting-ended',
  'human-took',
  'action-taken',
  'withdrawn',
  'reopened',
] as const;
export type ClockEventName = (typeof CLOCK_EVENTS)[number];

export const SLA_UNITS = ['businessDay', 'calendarDay', 'week', 'minute'] as const;
export type SlaUnit = (typeof SLA_UNITS)[number];
export type SlaTerm = { readonly n: number; readonly unit: SlaUnit };

/** Who may approve an extension; a head may do what a supervisor may. */
export type Approver = Extract<Role, 'supervisor' | 'head'>;

/** The first extension of a clock, the second, and so on: up to a total, or by at most so much more. */
export type ExtensionRule = (
  | { readonly toTotal: SlaTerm; readonly add?: never }
  | { readonly add: SlaTerm; readonly toTotal?: never }
) & {
  readonly approver: Approver;
  readonly reasonRequired: boolean;
  /** The customer is told of the new date. */
  readonly notice: boolean;
  /** What the bank must do or say with it. */
  readonly needs?: 'holding-reply' | 'in-progress' | 'provisional-credit';
};

export type ClockRule = {
  readonly kind: ClockKind;
  readonly due: SlaTerm;
  readonly startOn: 'received' | 'resolved';
  readonly stopOn: readonly ClockEventName[];
  readonly extensions?: readonly ExtensionRule[];
  readonly pauseOn?: readonly PauseCause[];
  /** Fractions of its time at which it is due soon, where not those of the policy. */
  readonly warnAt?: readonly number[];
  readonly escalate?: readonly Escalation[];
};

export type Escalation = { readonly at: number; readonly to: Approver };

/** Ways that stay open to the customer after a decision; each has its words in the texts. */
export const FURTHER_ROUTES = ['review', 'mediation', 'arbitration', 'court', 'ombudsman', 'regulator'] as const;
export type FurtherRoute = (typeof FURTHER_ROUTES)[number];

/**
 * Deadlines of one regime as data. Everything named in `match` must hold (of a list, one member); what is not named holds
 * always. All policies that match run side by side.
 */
export type SlaPolicy = {
  readonly id: string;
  readonly version: number;
  readonly match: {
    readonly kinds?: readonly ComplaintKind[];
    readonly channels?: readonly ComplaintChannel[];
    readonly categories?: readonly ComplaintCategory[];
    readonly flags?: readonly ComplaintFlag[];
    readonly severities?: readonly ComplaintSeverity[];
    readonly jurisdiction?: Jurisdiction;
  };
  /** Zone in which its days end; absent: the complaint's own. */
  readonly timezone?: string;
  readonly calendar: string;
  readonly dayRule: {
    readonly excludeReceiptDay: boolean;
    readonly rollLastDay: 'nextWorkingDay' | 'none';
  };
  readonly clocks: readonly ClockRule[];
  readonly warnAt: readonly number[];
  readonly escalate: readonly Escalation[];
  /** A second look at the decision: within how many days it is asked for and given. */
  readonly review?: {
    readonly applyWithinDays: number;
    readonly decideWithinDays: number;
    readonly level: 'superior' | 'ombudsman' | 'regulator' | 'duty-officer';
    readonly newHandler: boolean;
  };
  readonly reopen: { readonly windowDays: number; readonly onScoreAtMost: number; readonly maxReopens: number };
  readonly furtherRoutes: readonly FurtherRoute[];
  readonly retainYears: number;
  /** Instrument and certainty (H text read, M consistent reports, L unclear) behind each number; `ours` where it is ours. */
  readonly sources: Readonly<Record<string, string>>;
};

/** What of a complaint chooses its policies. */
export type Matter = Pick<Complaint, 'kind' | 'channel' | 'category' | 'flags' | 'severity' | 'jurisdiction'>;

/** What of a complaint its clocks need to know. */
export type Clocked = Matter &
  Pick<
    Complaint,
    'timezone' | 'receivedAt' | 'clocks' | 'acknowledgedAt' | 'resolvedAt' | 'mediationSince' | 'rounds'
  > & {
    readonly decision?: Pick<Decision, 'at'>;
    readonly followUp?: Pick<FollowUp, 'ratedAt'>;
  };

export type SlaBook = {
  /** The newest version of every policy that matches, in the order in which they are shipped. */
  matching(of: Matter): readonly SlaPolicy[];
  /** The version a complaint keeps; undefined when it was never shipped. */
  policy(id: string, version: number): SlaPolicy | undefined;
  calendar(id: string): BusinessCalendar | undefined;
};

/** Whether a policy's deadlines run for this matter. */
export function matches({ match }: SlaPolicy, of: Matter): boolean {
  const among = <T>(wanted: readonly T[] | undefined, got: T): boolean => wanted === undefined || wanted.includes(got);
  return (
    among(match.kinds, of.kind) &&
    among(match.channels, of.channel) &&
    among(match.categories, of.category) &&
    among(match.severities, of.severity) &&
    (match.jurisdiction === undefined || match.jurisdiction === of.jurisdiction) &&
    (match.flags === undefined || match.flags.some((flag) => of.flags.includes(flag)))
  );
}

/** The policies a complaint's clocks are pinned to, each once. */
export function policiesOf(clocks: readonly Clock[], book: SlaBook): readonly SlaPolicy[] {
  const pinned = new Map(clocks.map((clock) => [`${clock.policy}@${clock.version}`, clock]));
  return [...pinned.values()].map((clock) => pinnedPolicy(clock, book));
}

/** Throws where a pinned version is not there: versions are never removed, so this is a fault of ours. */
export function pinnedPolicy(clock: Pick<Clock, 'policy' | 'version'>, book: SlaBook): SlaPolicy {
  const policy = book.policy(clock.policy, clock.version);
  if (policy === undefined) throw new Error(`sla policy: got ${clock.policy}@${clock.version}, expected one shipped`);
  return policy;
}

export function ruleOf(clock: Pick<Clock, 'policy' | 'version' | 'kind'>, book: SlaBook): ClockRule {
  const rule = pinnedPolicy(clock, book).clocks.find((one) => one.kind === clock.kind);
  if (rule === undefined) throw new Error(`sla clock: got ${clock.kind} of ${clock.policy}@${clock.version}`);
  return rule;
}

/** Nothing is decided on a clock whose days cannot be counted, and no rule is bent for one that is over. */
export type ClockRefusal = {
  readonly refused:
    | 'complaint.calendar-missing'
    | 'complaint.clock-ended'
    | 'complaint.approver-missing'
    | 'complaint.reason-missing'
    | 'complaint.needs-head'
    | 'complaint.not-extendable';
  /** Calendar and year that are missing. */
  readonly owner?: string;
  readonly year?: number;
  /** Days that would have been possible. */
  readonly limit?: number;
};

export const isClockRefusal = (result: object | number): result is ClockRefusal =>
  typeof result === 'object' && 'refused' in result;
