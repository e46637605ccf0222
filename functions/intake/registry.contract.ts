import * as v from 'valibot';
import type { Consent } from '#domain/customer/customer.ts';
import type { AddressInput, ContactInput, ContactRemovalInput, CustomerInput } from '#domain/customer/registry.ts';
import type { Actor } from '#domain/effects.ts';
import { contactId, customerId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { type Instant, parseInstant } from '#domain/time.ts';
import { CHANNELS, type Locale as KnownLocale } from '#domain/words.ts';
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

/** What a record does not say itself. */
export type Around = {
  readonly actor: Actor;
  /** When it was sent: holds where the record has no `asOf`. */
  readonly at: Instant;
  /** No record is from the future: it would shut out every later one. */
  readonly now: Instant;
  readonly locale: KnownLocale;
  readonly readPhone: (text: string) => { readonly e164: string } | undefined;
};
/** The record in the registry's terms, or where its numbers ring nowhere. */
export type ReadRecord<T> =
  | { readonly ok: true; readonly input: T }
  | { readonly ok: false; readonly issues: readonly { readonly pointer: string; readonly detail: string }[] };

/** Of an address whose origin is not told, the customer is taken to be it. */
const UNTOLD = 'customer';
const RINGS_NOWHERE = 'expected a telephone number of its numbering plan';
const instant = (text: string | undefined, otherwise: Instant): Instant =>
  text === undefined ? otherwise : (parseInstant(text) ?? otherwise);
const asOfOf = (asOf: string | undefined, { at, now }: Around): Instant => Math.min(instant(asOf, at), now);
/** Nobody was verified in the future: it would keep a number fresh, and its holder before all others. */
const verified = (text: string | undefined, { now }: Pick<Around, 'now'>): { verifiedAt?: Instant } => {
  const verifiedAt = text === undefined ? undefined : parseInstant(text);
  return verifiedAt === undefined ? {} : { verifiedAt: Math.min(verifiedAt, now) };
};
/** Texts exist in these languages; every other is answered in English. */
const localeOf = (text: string | undefined, otherwise: KnownLocale): KnownLocale =>
  text === undefined ? otherwise : /^zh\b/iu.test(text) ? 'zh-CN' : 'en';

/** Mail programs write an address in whatever case; here it is one. */
const inLower = (mail: string): string => mail.toLowerCase();

type Told = { readonly source?: string; readonly verifiedAt?: string; readonly kind?: string };
const addressOf = (value: string, told: Told, around: Pick<Around, 'now'>): AddressInput => ({
  value: sensitive(value),
  source: told.source ?? UNTOLD,
  ...verified(told.verifiedAt, around),
  ...(told.kind === undefined ? {} : { kind: told.kind }),
});

/** A customer record as the registry takes it. */
export function toCustomerInput(record: CustomerRecord, around: Around): ReadRecord<CustomerInput> {
  const phones = (record.phones ?? []).map((phone) => {
    const told = typeof phone === 'string' ? { number: phone } : phone;
    const number = around.readPhone(told.number)?.e164;
    return number === undefined ? undefined : addressOf(number, told, around);
  });
  const issues = phones.flatMap((phone, at) =>
    phone === undefined ? [{ pointer: `/phones/${at}`, detail: RINGS_NOWHERE }] : [],
  );
  if (issues.length > 0) return { ok: false, issues };
  const { timezone, jurisdiction, consents } = record;
  return {
    ok: true,
    input: {
      customerId: customerId(record.customerId),
      actor: around.actor,
      asOf: asOfOf(record.asOf, around),
      name: sensitive(record.name),
      locale: localeOf(record.locale, around.locale),
      ...(timezone === undefined ? {} : { timezone }),
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      phones: phones.filter((phone) => phone !== undefined),
      mails: (record.mails ?? []).map((mail) =>
        typeof mail === 'string'
          ? addressOf(inLower(mail), {}, around)
          : addressOf(inLower(mail.address), mail, around),
      ),
      pushEndpoints: (record.pushEndpoints ?? []).map(sensitive),
      preferences: record.preferences ?? {},
      ...(consents === undefined ? {} : { consents: consents.map((one) => consentOf(one, around.now)) }),
      flags: record.flags ?? {},
    },
  };
}

const consentOf = ({ at, ...rest }: v.InferOutput<typeof ConsentOnRecord>, otherwise: Instant): Consent => ({
  ...rest,
  at: instant(at, otherwise),
});

/** An emergency contact's record as the registry takes it. */
export function toContactInput(record: ContactRecord, around: Around): ReadRecord<ContactInput> {
  const number = record.phone === undefined ? undefined : around.readPhone(record.phone)?.e164;
  if (record.phone !== undefined && number === undefined) {
    return { ok: false, issues: [{ pointer: '/phone', detail: RINGS_NOWHERE }] };
  }
  const { source = UNTOLD, verifiedAt, consent = false } = record;
  const told: Told = verifiedAt === undefined ? { source } : { source, verifiedAt };
  return {
    ok: true,
    input: {
      customerId: customerId(record.customerId),
      contactId: contactId(record.contactId),
      actor: around.actor,
      asOf: asOfOf(record.asOf, around),
      name: sensitive(record.name),
      relation: record.relation ?? 'other',
      order: record.order ?? 1,
      ...(number === undefined ? {} : { phone: addressOf(number, told, around) }),
      ...(record.mail === undefined ? {} : { mail: addressOf(inLower(record.mail), told, around) }),
      consent: contactConsent(consent),
      source,
      ...verified(verifiedAt, around),
      ...(record.locale === undefined ? {} : { locale: localeOf(record.locale, around.locale) }),
    },
  };
}

function contactConsent(consent: NonNullable<ContactRecord['consent']>): ContactInput['consent'] {
  if (typeof consent === 'boolean') return { given: consent };
  const at = consent.at === undefined ? undefined : parseInstant(consent.at);
  return {
    given: consent.given,
    ...(consent.proof === undefined ? {} : { proof: consent.proof }),
    ...(at === undefined ? {} : { at }),
  };
}

export const toRemovalInput = (record: ContactRemoval, around: Around): ContactRemovalInput => ({
  customerId: customerId(record.customerId),
  contactId: contactId(record.contactId),
  actor: around.actor,
  asOf: asOfOf(record.asOf, around),
});
