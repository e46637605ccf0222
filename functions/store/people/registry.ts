import type { AddressInput, PointedAddress } from '#domain/customer/addresses.ts';
import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import { MAX_CONTACTS, removeContact, upsertContact } from '#domain/customer/emergency-contact.ts';
import {
  type ContactInput,
  type ContactRemovalInput,
  type CustomerInput,
  type Registered,
  upsertCustomer,
} from '#domain/customer/registry.ts';
import { Fault } from '#domain/errors.ts';
import type { Advance, CommitResult, Op } from '../ledger.ts';
import type { Vault } from '../vault/subject-keys.ts';
import {
  asOfTouch,
  type ContactRecord,
  contactPut,
  customerChange,
  type PersonRecord,
  type PersonStore,
} from './customer-store.ts';
import { metErased } from './erasure.ts';
import { begunBefore, changedBefore, type FirstRecordNeeds } from './first-record.ts';
import { type HolderDeps, syncHolders } from './holders.ts';

type Failed = Extract<CommitResult, { kind: 'stale' }>['failed'];

/**
 * `written`: the record stands, with all of `also`. `unchanged`: it said nothing new; `also` stands. `older`: refused as
 * `event.older`, nothing stands. `customer-unknown`, `contacts-full`: a contact nobody can be given. `erased`: nobody is brought back by a record. `also-stale`: a condition of `also` (its positions) did not hold, nothing stands.
 */
export type RegistryResult =
  | { readonly kind: 'written' | 'unchanged' }
  | { readonly kind: 'older' | 'customer-unknown' | 'erased' }
  | { readonly kind: 'contacts-full'; readonly limit: number }
  | { readonly kind: 'also-stale'; readonly failed: Failed };

/** A contact as it stood, if it did, and as it now stands. */
export type ContactChanged = { readonly before: EmergencyContact | undefined; readonly after: EmergencyContact };
export type Beside = (changed: ContactChanged) => Promise<{ advances: readonly Advance[]; also: readonly Op[] }>;

export type Registry = {
  readonly upsertCustomer: (input: CustomerInput, also?: readonly Op[]) => Promise<RegistryResult>;
  /** `beside`: what else a changed contact leads to, in the same transaction. */
  readonly upsertContact: (input: ContactInput, also?: readonly Op[], beside?: Beside) => Promise<RegistryResult>;
  readonly removeContact: (input: ContactRemovalInput, also?: readonly Op[]) => Promise<RegistryResult>;
  /** Brings the holders of every point the customer has or lately had up to date; safe to run again at any time. */
  readonly syncHolders: (customerId: string) => Promise<void>;
};

export type RegistryDeps = HolderDeps &
  FirstRecordNeeds & {
    readonly people: PersonStore;
    readonly vault: Pick<Vault, 'subjectKey' | 'newSubjectKey' | 'pointOf'>;
  };

/** Losing to another writer is looked at again this often before the caller has to. */
const TRIES = 5;

/** Records of people as systems push them: the record first, in one transaction, then the holders of its numbers. */
export function createRegistry(deps: RegistryDeps): Registry {
  const through = async (customerId: string, also: readonly Op[], plan: Plan): Promise<RegistryResult> => {
    const result = await commitPlan(plan, { customerId, also }, deps);
    if (result.kind === 'written') await syncHolders(customerId, deps);
    return result;
  };
  return {
    upsertCustomer: (input, also = []) =>
      through(input.customerId, also, (person) => planCustomer(person, input, deps)),
    upsertContact: (input, also = [], beside = nothingBeside) =>
      through(input.customerId, also, (person) => planContact(person, input, { ...deps, beside })),
    removeContact: (input, also = []) => through(input.customerId, also, (person) => planRemoval(person, input, deps)),
    syncHolders: (customerId) => syncHolders(customerId, deps),
  };
}

/** What a record leads to: writes of its own, or an answer without any. */
type Planned =
  | { readonly kind: 'written' | 'unchanged'; readonly advances: readonly Advance[]; readonly ops: readonly Op[] }
  | { readonly kind: 'older' | 'customer-unknown' }
  | { readonly kind: 'contacts-full'; readonly limit: number };
type Plan = (person: PersonRecord | undefined) => Promise<Planned>;

async function commitPlan(
  plan: Plan,
  of: { readonly customerId: string; readonly also: readonly Op[] },
  deps: RegistryDeps,
): Promise<RegistryResult> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const planned = await plan(await deps.people.load(of.customerId));
    if (!('advances' in planned)) return planned;
    const { kind, advances, ops } = planned;
    if (advances.length + ops.length + of.also.length === 0) return { kind };
    const result = await deps.ledger.commit({ advances, also: [...ops, ...of.also] });
    if (result.kind === 'committed') return { kind };
    const own = advances.length + ops.length;
    if (metErased(result.failed)) return { kind: 'erased' };
    const failed = result.failed.flatMap(({ at, ...rest }) => (at < own ? [] : [{ at: at - own, ...rest }]));
    if (failed.length > 0) return { kind: 'also-stale', failed };
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

const nothingBeside: Beside = () => Promise.resolve({ advances: [], also: [] });

const NOTHING = { kind: 'unchanged', advances: [], ops: [] } as const;
const OLDER = { kind: 'older' } as const;

async function planCustomer(
  person: PersonRecord | undefined,
  input: CustomerInput,
  deps: RegistryDeps,
): Promise<Planned> {
  const pointed = {
    ...input,
    phones: await Promise.all(input.phones.map((one) => pointedBy(one, deps))),
    mails: await Promise.all(input.mails.map((one) => pointedBy(one, deps))),
  };
  const registered = upsertCustomer(person?.customer.state, pointed, deps.now());
  switch (registered.kind) {
    case 'older':
      return OLDER;
    case 'same':
      return NOTHING;
    case 'newer':
      return { ...NOTHING, ops: person === undefined ? [] : [asOfTouch(person.customer.state, input.asOf)] };
    case 'changed': {
      const before = person === undefined ? undefined : { stored: person.customer, key: person.key };
      const { record, ops } = person === undefined ? await firstRecord(registered.next, deps) : NO_FIRST;
      const change = { before, after: { ...registered.next, ...record }, entry: registered.entry };
      return { kind: 'written', advances: [await customerChange(change, deps.vault)], ops };
    }
  }
}

const NO_FIRST = { record: {}, ops: [] } as const;

/** What a first record takes over from before it came. */
async function firstRecord(of: Customer, deps: RegistryDeps) {
  const [begun, changed] = await Promise.all([begunBefore(of.id, deps), changedBefore(of, deps)]);
  return { record: { ...begun, ...changed.record }, ops: [changed.op] };
}

async function planContact(
  person: PersonRecord | undefined,
  input: ContactInput,
  deps: RegistryDeps & { readonly beside: Beside },
): Promise<Planned> {
  if (person === undefined) return { kind: 'customer-unknown' };
  const before = await deps.people.contact(input.customerId, input.contactId);
  const { phone, mail, ...rest } = input;
  const pointed = {
    ...rest,
    ...(phone === undefined ? {} : { phone: await pointedBy(phone, deps) }),
    ...(mail === undefined ? {} : { mail: await pointedBy(mail, deps) }),
  };
  const registered = upsertContact(before?.contact, pointed, deps.now());
  const others = person.contacts.filter((one) => one.removed !== true && one.contactId !== input.contactId);
  const isFull = registered.kind === 'changed' && others.length >= MAX_CONTACTS;
  if (isFull) return { kind: 'contacts-full', limit: MAX_CONTACTS };
  const planned = await planOf(registered, { person, before }, deps);
  if (registered.kind !== 'changed' || !('advances' in planned)) return planned;
  const { advances, also } = await deps.beside({ before: before?.contact, after: registered.next });
  return { ...planned, advances: [...planned.advances, ...advances], ops: [...planned.ops, ...also] };
}

async function planRemoval(
  person: PersonRecord | undefined,
  input: ContactRemovalInput,
  deps: RegistryDeps,
): Promise<Planned> {
  if (person === undefined) return { kind: 'customer-unknown' };
  const before = await deps.people.contact(input.customerId, input.contactId);
  return planOf(removeContact(before?.contact, input, deps.now()), { person, before }, deps);
}

/** The contact's item, and the entry of the customer that says what happened to it. */
async function planOf(
  registered: Registered<EmergencyContact>,
  { person, before }: { readonly person: PersonRecord; readonly before: ContactRecord | undefined },
  deps: RegistryDeps,
): Promise<Planned> {
  if (registered.kind === 'older') return OLDER;
  if (registered.kind === 'same') return NOTHING;
  const put = await contactPut(before, registered.next, deps.vault);
  if (registered.kind === 'newer') return { ...NOTHING, ops: [put] };
  const { customer, key } = person;
  const after = { ...customer.state, hasContacts: true };
  const change = { before: { stored: customer, key }, after, entry: registered.entry };
  return { kind: 'written', advances: [await customerChange(change, deps.vault)], ops: [put] };
}

const pointedBy = async (address: AddressInput, { vault }: RegistryDeps): Promise<PointedAddress> => ({
  ...address,
  point: await vault.pointOf(address.value.reveal()),
});
