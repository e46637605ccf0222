import type {
  Audience,
  Channel,
  Department,
  DisclosureLevel,
  DoubtPolicy,
  Jurisdiction,
  Locale,
  Outcome,
  Purpose,
  RuleId,
  Severity,
  Trust,
} from '../words.ts';

/**
 * Policies are data. A version is immutable; a running case keeps the version of its plan, while law (packs) is read
 * newest and strictest. Durations are ISO 8601 texts in data and milliseconds in code (`compile` in this folder).
 */

export type PlanStep = {
  readonly id: string;
  readonly channel: Channel;
  readonly audience: Audience;
  /** Template family, e.g. `fraud.ask`; locale and disclosure level select the text. */
  readonly template: string;
  /** Wait after this step before the next is due. Below a day: contactable time; from a day on: calendar days. */
  readonly wait: string;
  /** A text older than this is dropped, not sent late (DENY `step`, `text.expired`); counted from the case's opening. */
  readonly shelfLife?: string;
  /** Call tasks: tries in all. */
  readonly tries?: number;
  readonly requires?: readonly ('proof' | 'critical' | 'above-confirming-limit')[];
  /** Skipped silently when the customer has no such address (push: "if registered"). */
  readonly optional?: boolean;
};

export type Plan = {
  readonly id: string;
  readonly version: number;
  readonly purpose: Purpose;
  readonly department: Department;
  /** Hold after the first flag before the first step (debt: PT24H). */
  readonly firstHold: string;
  readonly steps: readonly PlanStep[];
  readonly doubt: DoubtPolicy;
  /** What the case becomes when every step is spent. */
  readonly exhausted: 'person' | 'unreachable';
  readonly maxMessagesPerCase: { readonly count: number; readonly window: string };
  /** Time after RESOLVED until CLOSED. */
  readonly closeAfter: string;
};

/** `HH:MM-HH:MM` local, several a day allowed; `always`. */
export type Hours = readonly string[] | 'always';

export type JurisdictionPack = {
  readonly id: Jurisdiction;
  readonly version: number;
  /** Permitted local hours by purpose and channel; the strictest of plan and every applying pack holds. */
  readonly hours: Readonly<Record<Purpose, Partial<Record<Channel, Hours>>>>;
  readonly skipHolidays: readonly Purpose[];
  /** Public holidays `YYYY-MM-DD` by year. A year without data is a loud failure, never an empty list. */
  readonly holidays: Readonly<Record<string, readonly string[]>>;
  readonly caps: readonly Cap[];
  readonly thirdParty: Readonly<Record<Purpose, 'never' | 'with-consent' | 'allow'>>;
  readonly zones: readonly string[];
  /** Instrument, article and certainty (H, M, L) behind each number. */
  readonly sources: Readonly<Record<string, string>>;
};

export type Cap = {
  readonly rule: Extract<RuleId, 'cap.number' | 'cap.person' | 'cap.debt' | 'cap.case'>;
  readonly purposes: readonly Purpose[] | 'all';
  readonly channels: readonly Channel[];
  readonly max: number;
  readonly window: string;
};

/** Sender's open `kind` → what Liaison makes of it. */
export type KindRule = {
  readonly purpose: Purpose;
  readonly plan: string;
  readonly severity: Severity;
  /** Merge window when no open case takes the event. */
  readonly window: string;
};

export type Limits = {
  /** Confirming by SMS (trust 2) up to this amount, inclusive, in minor units by currency. */
  readonly confirm: Readonly<Record<string, number>>;
  readonly attemptsPerCase: number;
  readonly verifiedTrustedFor: string;
  readonly changedNumberGuard: string;
};

export type AnswerMeaning = { readonly outcome: Outcome; readonly to: 'resolved' | 'person' | 'complaint' };

/** Trust needed to confirm below and above the limit, and to deny. Source: words.md, Reply. */
export type TrustNeeded = { readonly confirm: Trust; readonly confirmAbove: Trust; readonly deny: Trust };

export type TextKey = { readonly template: string; readonly locale: Locale; readonly level: DisclosureLevel };
