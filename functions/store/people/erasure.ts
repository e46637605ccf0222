import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import { type Item, item, json, number, optionalNumber, text } from '../attributes.ts';
import { contactKey, snapshotKey, systemKey } from '../keys.ts';
import type { Advance, CommitResult, Op, Stored } from '../ledger.ts';
import type { Reader } from '../reader.ts';

/** Since when nobody is there: the only thing that is left to tell of a person. */
const ERASED = 'er';
/** Form of the items, as their codecs read it. */
const SCHEMA = 1;

export type ErasedPeople = {
  /** When this customer was erased; undefined: never, or nobody of that id was ever known. */
  readonly customer: (customerId: string) => Promise<Instant | undefined>;
  readonly contact: (customerId: string, contactId: string) => Promise<Instant | undefined>;
  /** Is there an order of a court or of counsel to keep this customer's data? */
  readonly isHeld: (customerId: string) => Promise<boolean>;
};

export function createErasedPeople(reader: Reader): ErasedPeople {
  return {
    /** AP-94: was this customer erased? */
    customer: async (customerId) => erasedAt(await reader.get(snapshotKey('customer', customerId))),
    /** AP-95: was this emergency contact erased? */
    contact: async (customerId, contactId) => erasedAt(await reader.get(contactKey(customerId, contactId))),
    /** AP-96: is this customer under a legal hold? */
    isHeld: async (customerId) => heldSince(await reader.get(legalHoldKey(customerId))) !== undefined,
  };
}

const HELD = 'at';
const heldSince = (found: Item | undefined): Instant | undefined =>
  found === undefined ? undefined : optionalNumber(found, HELD);

const erasedAt = (found: Item | undefined): Instant | undefined =>
  found === undefined ? undefined : optionalNumber(found, ERASED);

/** A write lost against the place of somebody who was erased. */
export const metErased = (failed: Extract<CommitResult, { kind: 'stale' }>['failed']): boolean =>
  failed.some((one) => erasedAt(one.item) !== undefined);

/**
 * The customer's last entry, and the place where they stood: no key, no name, no number, no flag. What the key sealed
 * anywhere is noise from this write on; the chain goes on, and nothing that was decided on the old record stands.
 */
export const customerErased = (of: Stored<Customer>, entry: EntryDraft): Advance => ({
  kind: 'customer',
  id: of.state.id,
  version: of.state.version,
  head: of.head,
  snapshot: {
    sc: number(SCHEMA),
    gv: number(of.state.gateVersion + 1),
    cv: number(of.state.revision + 1),
    ao: number(entry.at),
    [ERASED]: number(entry.at),
  },
  entry,
  guard: { gv: number(of.state.gateVersion), cv: number(of.state.revision) },
});

/** The place of an emergency contact in the order, and nothing else. */
export const contactErased = (of: EmergencyContact, at: Instant): Op => ({
  op: 'put',
  key: contactKey(of.customerId, of.contactId),
  item: item({
    sc: number(SCHEMA),
    v: number(of.version + 1),
    or: number(of.order),
    co: json([0]),
    so: text('erased'),
    ao: number(at),
    rm: number(1),
    [ERASED]: number(at),
  }),
  condition: { equals: { v: number(of.version) } },
});

const legalHoldKey = (customerId: string) => systemKey('legal-hold', customerId);

/** No legal hold may stand when somebody is erased. */
export const noLegalHold = (customerId: string): Op => ({
  op: 'check',
  key: legalHoldKey(customerId),
  condition: { equals: { [HELD]: undefined } },
});
export const legalHoldPut = (customerId: string, at: Instant): Op => ({
  op: 'put',
  key: legalHoldKey(customerId),
  item: { [HELD]: number(at) },
});
/** An item that says nothing stays: the ledger's transactions remove none. */
export const legalHoldLifted = (customerId: string): Op => ({ op: 'put', key: legalHoldKey(customerId), item: {} });
