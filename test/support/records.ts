import { createHash } from 'node:crypto';
import type { PointedAddress } from '#domain/customer/addresses.ts';
import type { Address, Customer, EmergencyContact } from '#domain/customer/customer.ts';
import type { ContactInput, ContactRemovalInput, CustomerInput } from '#domain/customer/registry.ts';
import type { Actor, EntryDraft } from '#domain/effects.ts';
import { contactId, customerId, pointId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { NOON } from './cases.ts';

/** As the vault makes them, but of no secret: 22 characters that do not tell the number. */
export const pointOf = (value: string) => pointId(createHash('sha256').update(value).digest('base64url').slice(0, 22));

export const addressOf = (value: string, change: Partial<Address> = {}): Address => ({
  point: pointOf(value),
  value: sensitive(value),
  source: 'contract',
  since: NOON,
  ...change,
});

/** A customer with two phones and a mail address. */
export const customerOf = (change: Partial<Customer> = {}): Customer => ({
  id: customerId('u1'),
  version: 1,
  gateVersion: 1,
  revision: 1,
  name: sensitive('王小明'),
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  phones: [
    addressOf('+8613900000001', { verifiedAt: NOON, kind: 'mobile' }),
    addressOf('+8613900000002', { source: 'branch_form' }),
  ],
  mails: [addressOf('wang@example.com', { verifiedAt: NOON })],
  pushEndpoints: [],
  preferences: {},
  flags: [],
  holds: [],
  asOf: NOON,
  hasContacts: true,
  openCases: [],
  sends: { any: [], debt: [] },
  ...change,
});

export const contactOf = (change: Partial<EmergencyContact> = {}): EmergencyContact => ({
  customerId: customerId('u1'),
  contactId: contactId('k1'),
  version: 1,
  name: sensitive('王大明'),
  relation: 'brother',
  order: 1,
  phone: addressOf('+8613900000009', { verifiedAt: NOON }),
  consent: { given: true, proof: 'form-7', at: NOON },
  source: 'contract',
  verifiedAt: NOON,
  asOf: NOON,
  ...change,
});

export const pointedOf = (value: string, change: Partial<PointedAddress> = {}): PointedAddress => ({
  point: pointOf(value),
  value: sensitive(value),
  source: 'contract',
  ...change,
});

const PRODUCER: Actor = { kind: 'producer', source: 'urn:bank:core' };

/** What a system pushes for the customer above. */
export const customerInput = (change: Partial<CustomerInput<PointedAddress>> = {}): CustomerInput<PointedAddress> => ({
  customerId: customerId('u1'),
  actor: PRODUCER,
  asOf: NOON,
  name: sensitive('王小明'),
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  phones: [pointedOf('+8613900000001', { verifiedAt: NOON }), pointedOf('+8613900000002')],
  mails: [],
  pushEndpoints: [],
  preferences: {},
  flags: {},
  ...change,
});

export const contactInput = (change: Partial<ContactInput<PointedAddress>> = {}): ContactInput<PointedAddress> => ({
  customerId: customerId('u1'),
  contactId: contactId('k1'),
  actor: PRODUCER,
  asOf: NOON,
  name: sensitive('王大明'),
  relation: 'brother',
  order: 1,
  phone: pointedOf('+8613900000009'),
  consent: { given: true, proof: 'form-7', at: NOON },
  source: 'contract',
  verifiedAt: NOON,
  ...change,
});

export const removalInput = (change: Partial<ContactRemovalInput> = {}): ContactRemovalInput => ({
  customerId: customerId('u1'),
  contactId: contactId('k1'),
  actor: PRODUCER,
  asOf: NOON,
  ...change,
});

export const registered = (change: Partial<EntryDraft> = {}): EntryDraft => ({
  type: 'customer.registered',
  actor: { kind: 'producer', source: 'urn:bank:core' },
  at: NOON,
  facts: {},
  effects: [],
  ...change,
});
