import type {
  Audience,
  Channel,
  ComplaintStage,
  Department,
  DoubtPolicy,
  Jurisdiction,
  Outcome,
  Purpose,
  RuleId,
  Severity,
  TaskKind,
  Trust,
} from '../words.ts';

/**
 * Policies are data. A version is immutable; a running case keeps the version of its plan, while law (packs) is read
 * newest and strictest. Durations are ISO 8601 texts in data and milliseconds in code (`durationOf` in `book.ts`).
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
  /** Channel of the same step to take when this one is denied ("second SMS or mail"). */
  readonly orElse?: Channel;
  /** Call tasks: tries in all. */
  readonly tries?: number;
  readonly requires?: readonly ('proof' | 'critical' | 'above-confirming-limit')[];
  /** Skipped silently when the customer has no such address (push: "if registered"). */
  readonly optional?: boolean;
  /** A text that asks nothing: it bears no token and opens no question. */
  readonly asks?: false;
  /** Tells a person that the customer has named them, once, and nothing else: this needs no proof of unreachability. */
  readonly tellsNamed?: true;
  /** Until then the step waits instead of `wait`: half of an offer's time, or its end. */
  readonly until?: 'half-time' | 'expiry';
  /** Local time of day at which the next step is due, for waits in days. */
  readonly nextAt?: string;
  /** Stage before legal action that the step stands for. */
  readonly stage?: ComplaintStage;
};

export type Plan = {
  readonly id: string;
  readonly version: number;
  readonly purpose: Purpose;
  readonly department: Department;
  /** The plan's own hours; every applying pack narrows them, none widens them. */
  readonly hours: Readonly<Record<Channel, Hours>>;
  /** Hours for cases of severity high and critical instead of `hours` (welfare: `always`). */
  readonly urgentHours?: Readonly<Record<Channel, Hours>>;
  /** Hold after the first flag before the first step (debt: PT24H). */
  readonly firstHold: string;
  readonly steps: readonly PlanStep[];
  readonly doubt: DoubtPolicy;
  /**
   * What the case becomes when every step is spent: a person's; settled as UNREACHABLE; or settled without an outcome,
   * because it had only something to tell. A case of which nothing went out goes to a person in any case.
   */
  readonly exhausted: 'person' | 'unreachable' | 'told';
  /** Texts of one case: to one number, or (fraud) to the person over all channels. */
  readonly maxMessagesPerCase: { readonly count: number; readonly window: string; readonly per: 'number' | 'person' };
  /** Time after RESOLVED until CLOSED. */
  readonly closeAfter: string;
};

/** `HH:MM-HH:MM` local, several a day allowed; `always`. */
export type Hours = readonly string[] | 'always';

export type JurisdictionPack = {
  readonly id: Jurisdiction;
  readonly version: number;
  /** Permitted local hours by purpose and channel; the strictest of plan and every applying pack holds. */
  readonly hours: Readonly<Record<Purpose, Readonly<Record<Channel, Hours>>>>;
  /** What the law itself allows: `hours` may be narrower, never wider. Enforced when a pack is saved. */
  readonly hardHours: Readonly<Partial<Record<Purpose, Hours>>>;
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
  /** `sent`: texts accepted or in doubt; `dialled`: calls begun; `conversation`: calls in which somebody spoke. */
  readonly counts: 'sent' | 'dialled' | 'conversation';
  /** At most 8: the snapshots keep the newest 8 times. */
  readonly max: number;
  readonly window: string;
  /** The law's own number where the shipped one is stricter: `max` may not exceed it. */
  readonly hardMax?: number;
};

/**
 * What keeps a reason true: `overdue` and `dormant` are states of the account, re-checked before every contact; a
 * `fact` was true when it happened and is withdrawn only by a retraction.
 */
export type RestsOn = 'overdue' | 'dormant' | 'fact';

/** Sender's open `kind` → what Liaison makes of it. A purpose or severity in the event wins. */
export type KindRule = {
  readonly purpose: Purpose;
  readonly plan: string;
  readonly severity: Severity;
  /** Merge window when no open case takes the event. */
  readonly window: string;
};

/** What an answer of the customer does. `person` = status HUMAN with the outcome, if any, set at once. */
export type AnswerMeaning = {
  readonly outcome?: Outcome;
  readonly to: 'resolved' | 'person' | 'complaint';
  readonly task?: TaskKind;
  readonly severity?: Severity;
  /** Kind of the complaint it opens. */
  readonly complaint?: string;
};

/** The answers that mean something for a purpose; anything else goes to a person. */
export type Answers = Readonly<Record<'confirm' | 'deny' | 'other', AnswerMeaning>>;

/** Trust needed to confirm below and above the limit, and to deny. Source: docs/behaviour.md, Replies. */
export type TrustNeeded = { readonly confirm: Trust; readonly confirmAbove: Trust; readonly deny: Trust };

/** When the customer counts as unreachable, so that a third party may be asked. Absent: never. */
export type ProofRule = {
  /** Every customer step that comes before the third party has had its turn. */
  readonly everyCustomerStep: boolean;
  readonly attempts: number;
  readonly days: number;
  readonly channels: number;
  /** Attempts count when at most this old at the newest of them, and that one when at most this old now. */
  readonly within: string;
  /** Time without answer since the first attempt, in contactable time where it is below a day. */
  readonly silence: string;
};

/** Rules that follow the purpose of a contact, whatever its plan. */
export type PurposeRules = {
  readonly purpose: Purpose;
  /** Why the case exists may also be a state by its reason: `dormant` always is one. */
  readonly restsOn: RestsOn;
  /** An event older than this updates state and opens nothing. */
  readonly ageLimit: string;
  /** Oldest account state a later step may rest on; for reasons that are states. */
  readonly stateAge?: string;
  /** A fact older than this is asked about with the neutral text. */
  readonly neutral?: { readonly after: string; readonly template: string };
  /** How long a question's token is valid. */
  readonly tokenValid: string;
  readonly doubt: DoubtPolicy;
  /** Held while a beating source of the account is silent. */
  readonly watchesFeed: boolean;
  /** Only a verified address will do. */
  readonly verifiedOnly: boolean;
  /** Held while credits that are pending, or posted since the newest word on the debt, cover the overdue sum. */
  readonly heldByPending: boolean;
  /** Without a consents field: `contract` allows it, `explicit` does not. */
  readonly consent: 'contract' | 'explicit';
  /** Flags under which no automatic text goes out; a person may call. */
  readonly personOnly: readonly ('vulnerable' | 'minor' | 'represented')[];
  /** Flags under which the customer is not contacted at all. */
  readonly withheld: readonly ('vulnerable' | 'minor' | 'represented')[];
  readonly trust: TrustNeeded;
  readonly answers: Answers;
  readonly proof?: ProofRule;
};
