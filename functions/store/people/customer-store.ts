import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import { binary, type Item, number, optionalBinary, readBinary, readText } from '../attributes.ts';
import * as contactCodec from '../codecs/contact.ts';
import * as codec from '../codecs/customer.ts';
import { GENESIS } from '../codecs/entry.ts';
import { aggregateName, CONTACT_PREFIX, contactIdOf, contactKey, type Key, snapshotKey } from '../keys.ts';
import type { Advance, Op, Stored } from '../ledger.ts';
import type { Reader } from '../reader.ts';
import type { SubjectKey, Vault } from '../vault/subject-keys.ts';
import type { Condition } from '../writing/condition.ts';

export type PersonVault = Pick<Vault, 'subjectKey' | 'newSubjectKey'>;

/** An emergency contact and the wrapped key their data is sealed under. */
export type ContactRecord = { readonly contact: EmergencyContact; readonly key: Uint8Array };

/** A customer, the wrapped key of their data, and the emergency contacts (removed ones too, marked as such). */
export type PersonRecord = {
  readonly customer: Stored<Customer>;
  readonly key: Uint8Array;
  readonly contacts: readonly EmergencyContact[];
  /** Wrapped keys of those contacts who have one: under it stands what they said themselves. */
  readonly contactKeys?: ReadonlyMap<string, Uint8Array>;
};

export type PersonStore = {
  /**
   * Strongly consistent; two requests, one where there never was a contact. Undefined when the customer is unknown. Whose
   * key is gone cannot be read by anybody: such a customer is unknown, such a contact removed.
   */
  readonly load: (customerId: string) => Promise<PersonRecord | undefined>;
  readonly contact: (customerId: string, contactId: string) => Promise<ContactRecord | undefined>;
};

/** Attribute of the sealed personal data, and of the wrapped key that opens it. */
const PERSONAL = 'p';
const KEY = 'k';

export function createPersonStore(reader: Reader, vault: PersonVault): PersonStore {
  return {
    /** AP-12: a customer with all emergency contacts. */
    load: async (customerId) => {
      const snapshot = await reader.get(snapshotKey('customer', customerId));
      if (snapshot === undefined || !hasKey(snapshot)) return undefined;
      // After the version that guards them: contacts may be newer than it, and a write that rests on it then fails.
      const contacts = codec.hasContacts(snapshot)
        ? await reader.collection(aggregateName('customer', customerId), CONTACT_PREFIX)
        : [];
      return {
        customer: {
          state: codec.fromItem(snapshot, await openPersonal(snapshot, vault)),
          head: optionalBinary(snapshot, 'hd') ?? GENESIS,
        },
        key: readBinary(snapshot, KEY),
        contacts: await Promise.all(contacts.map((one) => openOrForgotten(one, vault))),
        contactKeys: new Map(contacts.flatMap(keyOfContact)),
      };
    },
    /** AP-13: one emergency contact. */
    contact: async (customerId, contactId) => {
      const found = await reader.get(contactKey(customerId, contactId));
      return found === undefined || !hasKey(found) ? undefined : openContact(found, vault);
    },
  };
}

const keyOfContact = (found: Item): [string, Uint8Array][] => {
  const key = optionalBinary(found, KEY);
  return key === undefined ? [] : [[contactIdOf(readText(found, 'sk')), key]];
};

const hasKey = (source: Item): boolean => optionalBinary(source, KEY) !== undefined;

/** One whose key is gone keeps the place in the order. */
const openOrForgotten = async (source: Item, vault: PersonVault): Promise<EmergencyContact> =>
  hasKey(source)
    ? (await openContact(source, vault)).contact
    : { ...contactCodec.fromItem(source, contactCodec.FORGOTTEN), removed: true };

async function openContact(source: Item, vault: PersonVault): Promise<ContactRecord> {
  const contact = contactCodec.fromItem(source, await openPersonal(source, vault));
  return { contact, key: readBinary(source, KEY) };
}

async function openPersonal(source: Item, vault: PersonVault): Promise<string> {
  const key = await vault.subjectKey(readBinary(source, KEY));
  const place = { pk: readText(source, 'pk'), sk: readText(source, 'sk'), attribute: PERSONAL };
  return key.openText(place, readBinary(source, PERSONAL));
}

const sealedItem = (subject: SubjectKey, at: Key, personal: string): Item => ({
  [PERSONAL]: binary(subject.seal({ ...at, attribute: PERSONAL }, personal)),
  [KEY]: binary(subject.wrapped),
});

/** The key that already stands, or a fresh one for somebody new. */
const keyFor = (before: { readonly key: Uint8Array } | undefined, vault: PersonVault): Promise<SubjectKey> =>
  before === undefined ? vault.newSubjectKey() : vault.subjectKey(before.key);

export type CustomerChange = {
  readonly before: { readonly stored: Stored<Customer>; readonly key: Uint8Array } | undefined;
  readonly after: Customer;
  readonly entry: EntryDraft;
  readonly sealed?: Uint8Array;
};

/** The customer's advance: personal data sealed under the customer's own key, which a new customer is given here. */
export async function customerChange(change: CustomerChange, vault: PersonVault): Promise<Advance> {
  const { before, after } = change;
  const key = snapshotKey('customer', after.id);
  const subject = await keyFor(before, vault);
  const revision = (before?.stored.state.revision ?? 0) + 1;
  return {
    kind: 'customer',
    id: after.id,
    version: before?.stored.state.version ?? 0,
    head: before?.stored.head ?? GENESIS,
    snapshot: { ...codec.toItem({ ...after, revision }), ...sealedItem(subject, key, codec.personalText(after)) },
    entry: change.entry,
    ...(change.sealed === undefined ? {} : { sealed: change.sealed }),
    // Send times and pointers move without an entry: they must not be overwritten by what was read before.
    guard: { cv: before === undefined ? undefined : number(before.stored.state.revision) },
  };
}

const unchanged = (before: Customer): Condition => ({
  equals: { gv: number(before.gateVersion), cv: number(before.revision) },
});

/** The customer stands as they were judged; without a gate version: nobody of that id is known, nor was erased. */
export const customerStands = (id: string, gateVersion: number | undefined): Op => ({
  op: 'check',
  key: snapshotKey('customer', id),
  condition: gateVersion === undefined ? { exists: false } : { equals: { gv: number(gateVersion) } },
});

/** Send times counted by a case's entry: everything that bears on contact must still stand. */
export const customerTouch = (before: Customer, sends: Customer['sends']): Op => ({
  op: 'set',
  key: snapshotKey('customer', before.id),
  set: { ...codec.sendsItem(sends), cv: number(before.revision + 1) },
  condition: unchanged(before),
});

/** The record was told again, unchanged: older ones are refused from now on. */
export const asOfTouch = (before: Customer, asOf: Instant): Op => ({
  op: 'set',
  key: snapshotKey('customer', before.id),
  set: { ao: number(asOf), cv: number(before.revision + 1) },
  condition: unchanged(before),
});

/** Open cases without an account, moved by the case's entry. */
export const pointerTouch = (before: Customer, openCases: Customer['openCases']): Op => ({
  op: 'set',
  key: snapshotKey('customer', before.id),
  set: { ...codec.pointersItem(openCases), cv: number(before.revision + 1) },
  condition: unchanged(before),
});

/** An emergency contact beside the customer's advance, whose entry says what happened. */
export async function contactPut(
  before: ContactRecord | undefined,
  after: EmergencyContact,
  vault: PersonVault,
): Promise<Op> {
  const key = contactKey(after.customerId, after.contactId);
  const subject = await keyFor(before, vault);
  const version = (before?.contact.version ?? 0) + 1;
  return {
    op: 'put',
    key,
    item: {
      ...contactCodec.toItem({ ...after, version }),
      ...sealedItem(subject, key, contactCodec.personalText(after)),
    },
    condition: before === undefined ? { exists: false } : { equals: { v: number(before.contact.version) } },
  };
}

/** The contact is still on record as it was read. */
export const contactStands = (contact: EmergencyContact): Op => ({
  op: 'check',
  key: contactKey(contact.customerId, contact.contactId),
  condition: { equals: { v: number(contact.version) } },
});
