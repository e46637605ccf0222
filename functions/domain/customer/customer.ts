import type { ContactId, CustomerId, PointId } from '../ids.ts';
import type { Sensitive } from '../sensitive.ts';
import type { Instant } from '../time.ts';
import type { Channel, Jurisdiction, Locale, Purpose } from '../words.ts';

/** A number or address as the bank has it on record; the value itself is personal data, `point` its keyed hash. */
export type Address = {
  readonly point: PointId;
  readonly value: Sensitive<string>;
  /** Open string of the sender; known: contract customer branch branch_form. */
  readonly source: string;
  readonly verifiedAt?: Instant;
  readonly kind?: string;
  /** When this address entered the record: changed numbers need more trust for 7 days. */
  readonly since: Instant;
};

export type Consent = {
  readonly purpose: Purpose;
  readonly channel?: Channel;
  readonly proof: string;
  readonly at: Instant;
};

export type Flag = 'vulnerable' | 'minor' | 'deceased' | 'represented' | 'staff';

/** A reason not to contact that outlives one case; written with its cause. */
export type Hold = {
  readonly rule: 'hold.complaint' | 'hold.dispute' | 'hold.staff';
  readonly cause: string;
  readonly since: Instant;
  /** Purposes it bears on. */
  readonly purposes: readonly Purpose[];
};

/**
 * Customer snapshot. `gateVersion` moves with everything that bears on contact (flags, holds, consents, registry,
 * complaints); `version` with every entry. Caps are the times of sends, newest last, so windows slide exactly.
 */
export type Customer = {
  readonly id: CustomerId;
  readonly version: number;
  readonly gateVersion: number;
  /** Rises with every write, also of send times, which have no entry of their own. */
  readonly revision: number;
  readonly name: Sensitive<string>;
  readonly locale: Locale;
  readonly timezone?: string;
  readonly jurisdiction?: Jurisdiction;
  readonly phones: readonly Address[];
  readonly mails: readonly Address[];
  readonly pushEndpoints: readonly Sensitive<string>[];
  readonly preferences: Readonly<Record<string, unknown>>;
  /** Undefined: no consents field, service purposes rest on the contract. Empty: none. */
  readonly consents?: readonly Consent[];
  readonly flags: readonly Flag[];
  readonly holds: readonly Hold[];
  readonly asOf: Instant;
  /** An emergency contact is or was on record; false: nobody has to look for one. */
  readonly hasContacts: boolean;
  /** Open cases without an account (help, unreachable), at most 8, newest last. */
  readonly openCases: readonly { readonly caseId: string; readonly kind: string }[];
  /** Texts to this person, and texts about debts: at most 8 newest send times per kind. Beside them calls about debts. */
  readonly sends: Sends;
};

/** `dials`, `talks`: calls about debts that were begun, and those in which the customer was reached; absent: none. */
export type Sends = {
  readonly any: readonly Instant[];
  readonly debt: readonly Instant[];
  readonly dials?: readonly Instant[];
  readonly talks?: readonly Instant[];
};

/** A person named by the customer, third party to every case. */
export type EmergencyContact = {
  readonly customerId: CustomerId;
  readonly contactId: ContactId;
  readonly version: number;
  readonly name: Sensitive<string>;
  readonly relation: string;
  readonly order: number;
  readonly phone?: Address;
  readonly mail?: Address;
  readonly consent: { readonly given: boolean; readonly proof?: string; readonly at?: Instant };
  readonly source: string;
  readonly verifiedAt?: Instant;
  readonly asOf: Instant;
  readonly removed?: boolean;
  /** They said wrong number, or asked not to be contacted. */
  readonly refusedAt?: Instant;
  /** They did so at these numbers of theirs, which are not on record now: one that comes back finds its refusal. */
  readonly refusals?: readonly { readonly point: PointId; readonly at: Instant }[];
  readonly locale?: Locale;
};
