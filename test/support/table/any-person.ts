import fc from 'fast-check';
import type { Address, Consent, Customer, EmergencyContact, Flag, Hold, Sends } from '#domain/customer/customer.ts';
import { contactId, customerId, pointId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { CHANNELS, JURISDICTIONS, LOCALES, PURPOSES } from '#domain/words.ts';
import { anyOf } from './fields.ts';

const moment = fc.integer({ min: 1, max: 4_102_444_800_000 });
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const secret = words.map((value) => sensitive(value));
const times = fc.array(moment, { maxLength: 8 });
const calls = fc.array(moment, { minLength: 1, maxLength: 8 });

const anyAddress = anyOf<Address>(
  {
    point: fc.base64String({ minLength: 1 }).map(pointId),
    value: secret,
    source: words,
    since: moment,
    verifiedAt: moment,
    kind: words,
  },
  ['point', 'value', 'source', 'since'],
);

const anyConsent = anyOf<Consent>(
  { purpose: fc.constantFrom(...PURPOSES), channel: fc.constantFrom(...CHANNELS), proof: words, at: moment },
  ['purpose', 'proof', 'at'],
);

const anyHold = anyOf<Hold>(
  {
    rule: fc.constantFrom('hold.complaint', 'hold.dispute', 'hold.staff'),
    cause: words,
    since: moment,
    purposes: fc.subarray([...PURPOSES]),
  },
  ['rule', 'cause', 'since', 'purposes'],
);

const anyPreferences = fc
  .dictionary(
    words.filter((key) => key !== '__proto__'),
    fc.oneof(words, fc.boolean(), fc.nat()),
  )
  .map((entries) => ({ ...entries }));

/** Any customer that the rules could produce. */
export const anyCustomer = anyOf<Customer>(
  {
    id: fc.constant(customerId('u1')),
    version: fc.nat(),
    gateVersion: fc.nat(),
    revision: fc.nat(),
    name: secret,
    locale: fc.constantFrom(...LOCALES),
    timezone: words,
    jurisdiction: fc.constantFrom(...JURISDICTIONS),
    phones: fc.array(anyAddress, { maxLength: 10 }),
    mails: fc.array(anyAddress, { maxLength: 10 }),
    pushEndpoints: fc.array(secret, { maxLength: 3 }),
    preferences: anyPreferences,
    consents: fc.array(anyConsent, { maxLength: 4 }),
    flags: fc.uniqueArray(fc.constantFrom<Flag>('vulnerable', 'minor', 'deceased', 'represented', 'staff')),
    holds: fc.array(anyHold, { maxLength: 3 }),
    asOf: moment,
    hasContacts: fc.boolean(),
    openCases: fc.array(fc.record({ caseId: words, kind: words }), { maxLength: 8 }),
    sends: anyOf<Sends>({ any: times, debt: times, dials: calls, talks: calls }, ['any', 'debt']),
  },
  [
    'id',
    'version',
    'gateVersion',
    'revision',
    'name',
    'locale',
    'phones',
    'mails',
    'pushEndpoints',
    'preferences',
    'flags',
    'holds',
    'asOf',
    'hasContacts',
    'openCases',
    'sends',
  ],
);

/** Any emergency contact that the rules could produce. */
export const anyContact = anyOf<EmergencyContact>(
  {
    customerId: fc.constant(customerId('u1')),
    contactId: fc.constant(contactId('k1')),
    version: fc.nat(),
    name: secret,
    relation: words,
    order: fc.nat({ max: 99 }),
    phone: anyAddress,
    mail: anyAddress,
    consent: fc.record({ given: fc.boolean(), proof: words, at: moment }, { requiredKeys: ['given'] }),
    source: words,
    verifiedAt: moment,
    asOf: moment,
    removed: fc.constant(true),
    refusedAt: moment,
    refusals: fc.array(fc.record({ point: words.map(pointId), at: moment }), { minLength: 1, maxLength: 4 }),
    locale: fc.constantFrom(...LOCALES),
  },
  ['customerId', 'contactId', 'version', 'name', 'relation', 'order', 'consent', 'source', 'asOf'],
);
