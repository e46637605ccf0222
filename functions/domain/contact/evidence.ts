import type { Account } from '../account/account.ts';
import type { Case } from '../case/case.ts';
import type { Address, Customer, EmergencyContact } from '../customer/customer.ts';
import type { PolicyVersions } from '../policy/book.ts';
import type { NumberLaw } from '../policy/contact-calendar.ts';
import type { Plan, PlanStep } from '../policy/types.ts';
import type { Instant } from '../time.ts';
import type { Channel, DenyScope, Jurisdiction, Purpose, RuleId } from '../words.ts';
import type { ContactPoint } from './point.ts';
import type { ProofResult } from './proof.ts';

/**
 * Everything the gate judges one contact by, read strongly in one go. What is absent was looked for and not found:
 * the gate says what that means, the loader never leaves a thing out to save a read.
 */
export type Evidence = {
  readonly case: Case;
  readonly plan: Plan;
  readonly step: PlanStep;
  /** The number, mail address or endpoint to be used; undefined when the person has none for this channel. */
  readonly address?: Address;
  readonly customer?: Customer;
  readonly account?: Account;
  /** The address's contact point; undefined when nothing was ever written about it. */
  readonly point?: ContactPoint;
  /** The person to be reached when the step's audience is `contact`. */
  readonly contact?: EmergencyContact;
  /** Country of the number of a text, and whether the bank sends texts there; absent for every other channel. */
  readonly destination?: Destination;
  /** Another case is texting the number at this moment, and nobody knows yet what becomes of it. */
  readonly busy?: boolean;
  /** A welfare case of the customer is open; looked for where the purpose comes before court. */
  readonly inTrouble?: boolean;
  /** A person asks, for a call of their task: how many attempts the plan may make does not bind them. */
  readonly byPerson?: true;
  /** Set when the number's text found no parts left to send it with. */
  readonly spent?: Spent;
  /** Law that applies: declared residence, country of the number, country of the account. The strictest holds. */
  readonly jurisdictions: readonly Jurisdiction[];
  /** Law and zones that the number points to; absent for what is no number, and for one of a country without a pack. */
  readonly number?: NumberLaw;
  readonly pausedPurposes: readonly Purpose[];
  /** Channels that can send today; a step on another is refused with `channel.off`. */
  readonly channelsOn: readonly Channel[];
  /** Newest event or heartbeat of the account's source; absent for sources that do not beat. */
  readonly feed?: { readonly source: string; readonly newestAt: Instant };
  /** Only for steps to a third party. */
  readonly proof?: ProofResult;
  /** Any whole number ≥ 0 that is stable for the attempt (hash of its id): spreads deferred contacts. */
  readonly seed: number;
};

/** `country`: ISO 3166-1 alpha-2; absent where the calling code belongs to none. */
export type Destination = {
  readonly country?: string;
  readonly allowed: boolean;
  /** What it shares with its ten thousand neighbours: all but the last four digits. */
  readonly range: string;
};

/** Which allowance has run out, and when to ask again. */
export type Spent = {
  readonly rule: Extract<RuleId, 'budget.spent' | 'numbers.side-by-side'>;
  readonly until: Instant;
};

/** One thing the verdict rests on, copied into the decision. `facts` hold numbers and words, never personal data. */
export type EvidenceItem = {
  readonly kind: 'reason' | 'account' | 'customer' | 'contact' | 'contact-point' | 'country' | 'feed' | 'proof';
  readonly source: string;
  readonly sequence?: number;
  readonly asOf: Instant;
  /** Two 32-bit FNV-1a sums over kind, source and facts, 16 hexadecimal digits: equal facts, equal hash. */
  readonly hash: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
};

export type Counter = { readonly rule: RuleId; readonly before: number; readonly limit: number };

/** What the claim's transaction has to find unchanged. Absent: the verdict did not rest on it. */
export type Conditions = {
  readonly accountId?: string;
  readonly reasonVersion?: number;
  readonly gateVersion?: number;
  /** Version of the contact point; 0: it must still not exist. */
  readonly pointVersion?: number;
  readonly contactVersion?: number;
};

type Decided = {
  /** All rules that fired, those that decided first; empty only for ALLOW. */
  readonly rules: readonly RuleId[];
  readonly evidence: readonly EvidenceItem[];
  readonly counters: readonly Counter[];
  /** RFC 3339 with the offset of `zone`. */
  readonly localTime: string;
  readonly zone: string;
  readonly policy: PolicyVersions;
};

/** `because`: the rules behind this very verdict, e.g. all its holds for a HOLD. */
type Refused = Decided & { readonly because: readonly RuleId[] };

export type Allow = Decided & {
  readonly verdict: 'ALLOW';
  /** Template family to render: the step's, or the neutral one when the fact is no longer fresh. */
  readonly template: string;
  readonly conditions: Conditions;
};
export type Defer = Refused & { readonly verdict: 'DEFER'; readonly until: Instant };
export type HoldVerdict = Refused & {
  readonly verdict: 'HOLD';
  /**
   * Set when the hold has a known end (first flag, pending payment, complaint, dispute, hold by staff): look again
   * then, for as long as it takes; what ends it earlier wakes the case. Absent: re-gate 5, 15, 60 min, then a person.
   */
  readonly knownEnd?: Instant;
};
export type Deny = Refused & { readonly verdict: 'DENY'; readonly scope: DenyScope };

export type Verdict = Allow | Defer | HoldVerdict | Deny;
