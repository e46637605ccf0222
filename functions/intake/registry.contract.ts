import * as v from 'valibot';
import { CHANNELS } from '#domain/words.ts';
import {
  Count,
  Id,
  Jurisdiction,
  Locale,
  Mail,
  OpenString,
  Phone,
  Purpose,
  Time,
  textUpTo,
  Zone,
} from './fields.contract.ts';

/** Records of people as systems push them: by event, or by PUT of the registry routes. The same rules for both. */

/** Source: docs/behaviour.md, Sizes. */
export const MAX_ADDRESSES = 10;
const MAX_CONSENTS = 32;
const MAX_PREFERENCES = 16;

const origin = { source: v.exactOptional(OpenString), verifiedAt: v.exactOptional(Time) };
const PhoneOnRecord = v.union([Phone, v.strictObject({ number: Phone, ...origin, kind: v.exactOptional(OpenString) })]);
const MailOnRecord = v.union([Mail, v.strictObject({ address: Mail, ...origin })]);
const ConsentOnRecord = v.strictObject({
  purpose: Purpose,
  channel: v.exactOptional(v.picklist(CHANNELS)),
  proof: textUpTo(256),
  at: Time,
});

const Flags = v.strictObject({
  vulnerable: v.exactOptional(v.boolean()),
  minor: v.exactOptional(v.boolean()),
  deceased: v.exactOptional(v.boolean()),
  represented: v.exactOptional(v.boolean()),
  staff: v.exactOptional(v.boolean()),
});

/** What a preference may say: a word, a number, yes or no, or a list of words. */
const Preference = v.union([
  OpenString,
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.pipe(v.array(OpenString), v.maxLength(MAX_PREFERENCES)),
]);

const customer = {
  name: textUpTo(128),
  locale: v.exactOptional(Locale),
  timezone: v.exactOptional(Zone),
  jurisdiction: v.exactOptional(Jurisdiction),
  phones: v.exactOptional(v.pipe(v.array(PhoneOnRecord), v.maxLength(MAX_ADDRESSES))),
  mails: v.exactOptional(v.pipe(v.array(MailOnRecord), v.maxLength(MAX_ADDRESSES))),
  pushEndpoints: v.exactOptional(v.pipe(v.array(textUpTo(256)), v.maxLength(MAX_ADDRESSES))),
  preferences: v.exactOptional(
    v.pipe(v.record(v.pipe(v.string(), v.regex(/^[A-Za-z][\w.-]{0,39}$/u)), Preference), v.maxEntries(MAX_PREFERENCES)),
  ),
  consents: v.exactOptional(v.pipe(v.array(ConsentOnRecord), v.maxLength(MAX_CONSENTS))),
  flags: v.exactOptional(Flags),
  asOf: v.exactOptional(Time),
};

const Repeated = v.exactOptional(v.pipe(Id, v.description('As in the path, or left out')));
/** Body of `PUT /v1/customers/{id}`: the whole record; what it leaves out is gone. */
export const CustomerBody = v.strictObject({ customerId: Repeated, ...customer });
/** Data of `liaison.customer.upserted.v1`. */
export const CustomerRecord = v.strictObject({ customerId: Id, ...customer });
export type CustomerRecord = v.InferOutput<typeof CustomerRecord>;

const contact = {
  name: textUpTo(128),
  relation: v.exactOptional(OpenString),
  order: v.exactOptional(Count(99)),
  phone: v.exactOptional(Phone),
  mail: v.exactOptional(Mail),
  consent: v.exactOptional(
    v.union([
      v.boolean(),
      v.strictObject({ given: v.boolean(), proof: v.exactOptional(textUpTo(256)), at: v.exactOptional(Time) }),
    ]),
  ),
  source: v.exactOptional(OpenString),
  verifiedAt: v.exactOptional(Time),
  locale: v.exactOptional(Locale),
  asOf: v.exactOptional(Time),
};

/** Body of `PUT /v1/customers/{id}/contacts/{contactId}`. */
export const ContactBody = v.strictObject({ customerId: Repeated, contactId: Repeated, ...contact });
/** Data of `liaison.contact.upserted.v1`. */
export const ContactRecord = v.strictObject({ customerId: Id, contactId: Id, ...contact });
export type ContactRecord = v.InferOutput<typeof ContactRecord>;

/** Data of `liaison.contact.removed.v1`. */
export const ContactRemoval = v.strictObject({
  customerId: Id,
  contactId: Id,
  reason: v.exactOptional(OpenString),
  asOf: v.exactOptional(Time),
});
export type ContactRemoval = v.InferOutput<typeof ContactRemoval>;
