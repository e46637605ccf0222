import type { Address, Customer, EmergencyContact } from '#domain/customer/customer.ts';
import { contactId, customerId, pointId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { DAY } from '#domain/time.ts';
import { NOON } from '../cases.ts';

/** A number that the customer's contract names, verified a month ago. */
export const phone = (point: string, change: Partial<Address> = {}): Address => ({
  point: pointId(point),
  value: sensitive('+8613800000001'),
  source: 'contract',
  verifiedAt: NOON - 30 * DAY,
  since: NOON - 400 * DAY,
  ...change,
});

/** A customer in Shanghai of whom nothing speaks against a contact. */
export const customerOf = (change: Partial<Customer> = {}): Customer => ({
  id: customerId('u1'),
  version: 3,
  gateVersion: 2,
  revision: 5,
  name: sensitive('王芳'),
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  phones: [phone('p1')],
  mails: [],
  pushEndpoints: [],
  preferences: {},
  flags: [],
  holds: [],
  asOf: NOON - 30 * DAY,
  hasContacts: true,
  openCases: [],
  sends: { any: [], debt: [] },
  ...change,
});

type Kin = { readonly id: string; readonly point?: string };

/** Somebody the customer named, verified a month ago, who agreed. */
export const contactOf = ({ id, point = 'p8' }: Kin, change: Partial<EmergencyContact> = {}): EmergencyContact => ({
  customerId: customerId('u1'),
  contactId: contactId(id),
  version: 4,
  name: sensitive('王强'),
  relation: 'brother',
  order: 1,
  phone: phone(point, { source: 'customer' }),
  consent: { given: true, proof: 'form-7', at: NOON - 30 * DAY },
  source: 'branch_form',
  verifiedAt: NOON - 30 * DAY,
  asOf: NOON - 30 * DAY,
  ...change,
});
