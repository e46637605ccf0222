import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { PointedAddress } from '#domain/customer/addresses.ts';
import type { Address, Customer, EmergencyContact, Flag } from '#domain/customer/customer.ts';
import type { ContactInput, ContactRemovalInput, CustomerInput } from '#domain/customer/registry.ts';
import type { Actor, EntryDraft } from '#domain/effects.ts';
import { contactId, customerId, pointId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { CHANNELS, JURISDICTIONS, LOCALES, PURPOSES } from '#domain/words.ts';
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

const moment = fc.integer({ min: 1, max: 4_102_444_800_000 });
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const secret = words.map((value) => sensitive(value));
const some = <T extends object>(value: T, keys: readonly (keyof T)[]): fc.Arbitrary<Partial<T>> =>
  fc.subarray([...keys]).map((kept) => Object.fromEntries(kept.map((key) => [key, value[key]])) as Partial<T>);

const anyAddress: fc.Arbitrary<Address> = fc.record(
  {
    point: fc.base64String({ minLength: 1 }).map(pointId),
    value: secret,
    source: words,
    since: moment,
    verifiedAt: moment,
    kind: words,
  },
  { requiredKeys: ['point', 'value', 'source', 'since'] },
);

const anyConsent = fc.record(
  { purpose: fc.constantFrom(...PURPOSES), channel: fc.constantFrom(...CHANNELS), proof: words, at: moment },
  { requiredKeys: ['purpose', 'proof', 'at'] },
);
const anyFlag = fc.constantFrom<Flag>('vulnerable', 'minor', 'deceased', 'represented', 'staff');
const anyHold = fc.record({
  rule: fc.constantFrom('hold.complaint' as const, 'hold.dispute' as const, 'hold.staff' as const),
  cause: words,
  since: moment,
  purposes: fc.subarray([...PURPOSES]),
});
const times = fc.array(moment, { maxLength: 8 });

/** Any customer that the rules could produce. */
export const anyCustomer: fc.Arbitrary<Customer> = fc
  .record(
    {
      name: secret,
      locale: fc.constantFrom(...LOCALES),
      timezone: words,
      jurisdiction: fc.constantFrom(...JURISDICTIONS),
      phones: fc.array(anyAddress, { maxLength: 10 }),
      mails: fc.array(anyAddress, { maxLength: 10 }),
      pushEndpoints: fc.array(secret, { maxLength: 3 }),
      preferences: fc
        .dictionary(
          words.filter((key) => key !== '__proto__'),
          fc.oneof(words, fc.boolean(), fc.nat()),
        )
        .map((entries) => ({ ...entries })),
      consents: fc.array(anyConsent, { maxLength: 4 }),
      flags: fc.uniqueArray(anyFlag),
      holds: fc.array(anyHold, { maxLength: 3 }),
      asOf: moment,
      openCases: fc.array(fc.record({ caseId: words, kind: words }), { maxLength: 8 }),
      sends: fc.record({ any: times, debt: times }),
      version: fc.nat(),
      gateVersion: fc.nat(),
      revision: fc.nat(),
    },
    {
      requiredKeys: [
        'name',
        'locale',
        'phones',
        'mails',
        'pushEndpoints',
        'preferences',
        'flags',
        'holds',
        'asOf',
        'openCases',
        'sends',
        'version',
        'gateVersion',
        'revision',
      ],
    },
  )
  .map((fields) => ({ id: customerId('u1'), ...fields }));

/** Any emergency contact that the rules could produce. */
export const anyContact: fc.Arbitrary<EmergencyContact> = fc
  .tuple(
    fc.record({
      name: secret,
      relation: words,
      order: fc.nat({ max: 99 }),
      consent: fc.record({ given: fc.boolean(), proof: words, at: moment }, { requiredKeys: ['given'] }),
      source: words,
      asOf: moment,
      version: fc.nat(),
    }),
    fc
      .record({ phone: anyAddress, mail: anyAddress, verifiedAt: moment, refusedAt: moment })
      .chain((all) =>
        some({ ...all, removed: true, locale: 'en' as const }, [
          'phone',
          'mail',
          'verifiedAt',
          'refusedAt',
          'removed',
          'locale',
        ]),
      ),
  )
  .map(([base, more]) => ({ customerId: customerId('u1'), contactId: contactId('k1'), ...base, ...more }));
