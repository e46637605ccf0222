import type { Consent } from '#domain/customer/customer.ts';
import type { AddressInput, ContactInput, ContactRemovalInput, CustomerInput } from '#domain/customer/registry.ts';
import type { Actor } from '#domain/effects.ts';
import { contactId, customerId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { type Instant, parseInstant } from '#domain/time.ts';
import type { Locale } from '#domain/words.ts';
import type { ContactRecord, ContactRemoval, CustomerRecord } from '../registry.contract.ts';

/** Records of people in the registry's terms, by whichever door they came. */

/** What a record does not say itself. */
export type RecordContext = {
  readonly actor: Actor;
  /** When it was sent: holds where the record has no `asOf`. */
  readonly at: Instant;
  /** No record is from the future: it would shut out every later one. */
  readonly now: Instant;
  readonly locale: Locale;
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
const asOfOf = (asOf: string | undefined, { at, now }: RecordContext): Instant => Math.min(instant(asOf, at), now);
/** Nobody was verified in the future: it would keep a number fresh, and its holder before all others. */
const verified = (text: string | undefined, { now }: Pick<RecordContext, 'now'>): { verifiedAt?: Instant } => {
  const verifiedAt = text === undefined ? undefined : parseInstant(text);
  return verifiedAt === undefined ? {} : { verifiedAt: Math.min(verifiedAt, now) };
};
/** Texts exist in these languages; every other is answered in English. */
const localeOf = (text: string | undefined, otherwise: Locale): Locale =>
  text === undefined ? otherwise : /^zh\b/iu.test(text) ? 'zh-CN' : 'en';

/** Mail programs write an address in whatever case; here it is one. */
const inLower = (mail: string): string => mail.toLowerCase();

type Told = { readonly source?: string; readonly verifiedAt?: string; readonly kind?: string };
const addressOf = (value: string, told: Told, context: Pick<RecordContext, 'now'>): AddressInput => ({
  value: sensitive(value),
  source: told.source ?? UNTOLD,
  ...verified(told.verifiedAt, context),
  ...(told.kind === undefined ? {} : { kind: told.kind }),
});

/** A customer record as the registry takes it. */
export function toCustomerInput(record: CustomerRecord, context: RecordContext): ReadRecord<CustomerInput> {
  const phones = (record.phones ?? []).map((phone) => {
    const told = typeof phone === 'string' ? { number: phone } : phone;
    const number = context.readPhone(told.number)?.e164;
    return number === undefined ? undefined : addressOf(number, told, context);
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
      actor: context.actor,
      asOf: asOfOf(record.asOf, context),
      name: sensitive(record.name),
      locale: localeOf(record.locale, context.locale),
      ...(timezone === undefined ? {} : { timezone }),
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      phones: phones.filter((phone) => phone !== undefined),
      mails: (record.mails ?? []).map((mail) =>
        typeof mail === 'string'
          ? addressOf(inLower(mail), {}, context)
          : addressOf(inLower(mail.address), mail, context),
      ),
      pushEndpoints: (record.pushEndpoints ?? []).map(sensitive),
      preferences: record.preferences ?? {},
      ...(consents === undefined ? {} : { consents: consents.map((one) => consentOf(one, context.now)) }),
      flags: record.flags ?? {},
    },
  };
}

const consentOf = ({ at, ...rest }: NonNullable<CustomerRecord['consents']>[number], otherwise: Instant): Consent => ({
  ...rest,
  at: instant(at, otherwise),
});

/** An emergency contact's record as the registry takes it. */
export function toContactInput(record: ContactRecord, context: RecordContext): ReadRecord<ContactInput> {
  const number = record.phone === undefined ? undefined : context.readPhone(record.phone)?.e164;
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
      actor: context.actor,
      asOf: asOfOf(record.asOf, context),
      name: sensitive(record.name),
      relation: record.relation ?? 'other',
      order: record.order ?? 1,
      ...(number === undefined ? {} : { phone: addressOf(number, told, context) }),
      ...(record.mail === undefined ? {} : { mail: addressOf(inLower(record.mail), told, context) }),
      consent: contactConsent(consent),
      source,
      ...verified(verifiedAt, context),
      ...(record.locale === undefined ? {} : { locale: localeOf(record.locale, context.locale) }),
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

export const toRemovalInput = (record: ContactRemoval, context: RecordContext): ContactRemovalInput => ({
  customerId: customerId(record.customerId),
  contactId: contactId(record.contactId),
  actor: context.actor,
  asOf: asOfOf(record.asOf, context),
});
