import { canonicalJson } from '../canonical-json.ts';
import type { Actor, EntryDraft } from '../effects.ts';
import type { ContactId, CustomerId, PointId } from '../ids.ts';
import type { Sensitive } from '../sensitive.ts';
import type { Instant } from '../time.ts';
import type { Jurisdiction, Locale } from '../words.ts';
import { type AddressInput, addressesTold, type PointedAddress, pointsLeft, recordAddresses } from './addresses.ts';
import type { Consent, Customer, EmergencyContact, Flag } from './customer.ts';

export type { AddressInput } from './addresses.ts';

/** A whole customer record. `asOf`: when it was true at the sender (else the event's time); `actor`: who pushed it. */
export type CustomerInput<A = AddressInput> = {
  readonly customerId: CustomerId;
  readonly actor: Actor;
  readonly asOf: Instant;
  readonly name: Sensitive<string>;
  readonly locale: Locale;
  readonly timezone?: string;
  readonly jurisdiction?: Jurisdiction;
  readonly phones: readonly A[];
  readonly mails: readonly A[];
  readonly pushEndpoints: readonly Sensitive<string>[];
  readonly preferences: Customer['preferences'];
  /** Undefined: the record has no consents field. Empty: the customer consents to nothing. */
  readonly consents?: readonly Consent[];
  readonly flags: Readonly<Partial<Record<Flag, boolean | undefined>>>;
};

/** A whole record of an emergency contact. */
export type ContactInput<A = AddressInput> = {
  readonly customerId: CustomerId;
  readonly contactId: ContactId;
  readonly actor: Actor;
  readonly asOf: Instant;
  readonly name: Sensitive<string>;
  readonly relation: string;
  readonly order: number;
  readonly phone?: A;
  readonly mail?: A;
  readonly consent: EmergencyContact['consent'];
  readonly source: string;
  readonly verifiedAt?: Instant;
  readonly locale?: Locale;
};

export type ContactRemovalInput = {
  readonly customerId: CustomerId;
  readonly contactId: ContactId;
  readonly actor: Actor;
  readonly asOf: Instant;
};

/**
 * `changed`: the record as it now stands and the entry that says so. `newer`: it says what was known, only later; no
 * entry, but older records are refused from now on. `same`: nothing to write. `older`: refused, nothing changed.
 */
export type Registered<T> =
  | { readonly kind: 'changed'; readonly next: T; readonly entry: EntryDraft }
  | { readonly kind: 'newer'; readonly next: T }
  | { readonly kind: 'same' }
  | { readonly kind: 'older'; readonly refused: 'event.older' };

export const OLDER = { kind: 'older', refused: 'event.older' } as const;

/**
 * The customer once this record replaces the one before. It never lifts a hold, and opt-out and quarantine live with the
 * number. Sends and open cases stay. A customer nobody knew yet is taken as told, also when cases exist already.
 */
export function upsertCustomer(
  before: Customer | undefined,
  input: CustomerInput<PointedAddress>,
  now: Instant,
): Registered<Customer> {
  if (before !== undefined && input.asOf < before.asOf) return OLDER;
  const next: Customer = { ...standing(before), ...recordOf(before, input, now) };
  if (before === undefined) return { kind: 'changed', next, entry: entryOf({ before, next, changed: [] }, input, now) };
  const changed = FIELDS.filter((field) => told(before, field) !== told(next, field));
  if (changed.length > 0) {
    const moved: Customer = { ...next, gateVersion: before.gateVersion + 1 };
    return { kind: 'changed', next: moved, entry: entryOf({ before, next, changed }, input, now) };
  }
  return input.asOf === before.asOf ? { kind: 'same' } : { kind: 'newer', next };
}

/** What no record changes. */
function standing(before: Customer | undefined) {
  const versions = { version: 0, gateVersion: 1, revision: 0 };
  const nothing = { ...versions, holds: [], openCases: [], sends: { any: [], debt: [] }, hasContacts: false };
  const { version, gateVersion, revision, holds, openCases, sends, hasContacts } = before ?? nothing;
  return { version, gateVersion, revision, holds, openCases, sends, hasContacts };
}

/** The whole record: a field it leaves out is gone. */
function recordOf(before: Customer | undefined, input: CustomerInput<PointedAddress>, now: Instant) {
  const { customerId: id, name, locale, timezone, jurisdiction, pushEndpoints, preferences, consents, asOf } = input;
  return {
    id,
    name,
    locale,
    ...(timezone === undefined ? {} : { timezone }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    phones: recordAddresses(before?.phones, input.phones, now),
    mails: recordAddresses(before?.mails, input.mails, now),
    pushEndpoints,
    preferences,
    ...(consents === undefined ? {} : { consents }),
    flags: FLAGS.filter((flag) => input.flags[flag] === true),
    asOf,
  };
}

const FLAGS = ['vulnerable', 'minor', 'deceased', 'represented', 'staff'] as const satisfies readonly Flag[];
const FIELDS = [
  'name',
  'locale',
  'timezone',
  'jurisdiction',
  'phones',
  'mails',
  'pushEndpoints',
  'preferences',
  'consents',
  'flags',
] as const satisfies readonly (keyof Customer)[];

/** One text for what a record says in a field: equal sayings, equal texts. */
function told(customer: Customer, field: (typeof FIELDS)[number]): string {
  switch (field) {
    case 'name':
      return customer.name.reveal();
    case 'phones':
    case 'mails':
      return addressesTold(customer[field]);
    case 'pushEndpoints':
      return canonicalJson(customer.pushEndpoints.map((one) => one.reveal()));
    default:
      return canonicalJson(customer[field] ?? null);
  }
}

type Moved = {
  readonly before: Customer | undefined;
  readonly next: Customer;
  readonly changed: readonly string[];
};

function entryOf({ before, next, changed }: Moved, input: CustomerInput<PointedAddress>, now: Instant): EntryDraft {
  const left = pointsLeft(pointsOf(before), pointsOf(next));
  return {
    type: before === undefined ? 'customer.registered' : 'customer.changed',
    actor: input.actor,
    at: now,
    facts: {
      asOf: input.asOf,
      ...(before === undefined ? {} : { changed }),
      phones: next.phones.length,
      mails: next.mails.length,
      flags: next.flags,
      consents: next.consents?.map((one) => one.purpose) ?? 'contract',
      ...(left.length === 0 ? {} : { left }),
    },
    effects: [{ do: 'wake', customerId: next.id }],
  };
}

const pointsOf = (customer: Customer | undefined): readonly PointId[] =>
  [...(customer?.phones ?? []), ...(customer?.mails ?? [])].map((one) => one.point);
