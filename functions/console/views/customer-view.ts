import type { ContactPoint } from '#domain/contact/point.ts';
import type { Address, Customer, EmergencyContact } from '#domain/customer/customer.ts';
import type { PointId } from '#domain/ids.ts';
import type { ContactShape, CustomerShape } from '../shapes/customer.ts';
import { standing } from './point-view.ts';
import { time, timeIf } from './shown.ts';

/** What stands under a point's id, and the words of its opt-out where they were opened. */
export type Standing = { readonly point: ContactPoint | undefined; readonly text?: string };
export type Standings = ReadonlyMap<string, Standing>;

type Known = {
  readonly contacts: readonly EmergencyContact[];
  /** The customer's endpoints as addresses. */
  readonly pushes: readonly Address[];
  readonly points: Standings;
};

export function customerView(of: Customer, { contacts, pushes, points }: Known): CustomerShape {
  return {
    customerId: of.id,
    name: of.name.reveal(),
    locale: of.locale,
    timezone: of.timezone,
    jurisdiction: of.jurisdiction,
    phones: of.phones.map((phone) => ({ number: phone.value.reveal(), ...addressView(phone, points) })),
    mails: of.mails.map((mail) => ({ address: mail.value.reveal(), ...addressView(mail, points) })),
    pushEndpoints: of.pushEndpoints.map((endpoint) => endpoint.reveal()),
    pushPoints: pushes.map(({ value, point }) => ({ endpoint: value.reveal(), ...standingAt(point, points) })),
    preferences: of.preferences,
    consents: of.consents?.map(({ at, ...consent }) => ({ ...consent, at: time(at) })),
    flags: Object.fromEntries(of.flags.map((flag) => [flag, true])),
    holds: of.holds.map(({ since, purposes, ...hold }) => ({ ...hold, since: time(since), purposes: [...purposes] })),
    asOf: time(of.asOf),
    version: of.version,
    contacts: contacts
      .filter((contact) => contact.removed !== true)
      .map(({ contactId, order, relation }) => ({ contactId, order, relation }))
      .toSorted((one, other) => one.order - other.order),
  };
}

function addressView({ point, source, verifiedAt, kind }: Address, points: Standings) {
  return { source, verifiedAt: timeIf(verifiedAt), kind, ...standingAt(point, points) };
}

function standingAt(point: PointId, points: Standings) {
  const { point: state, text } = points.get(point) ?? { point: undefined };
  return standing(state, text);
}

export function contactView(contact: EmergencyContact, point: ContactPoint | undefined): ContactShape {
  const { consent, phone, mail } = contact;
  return {
    customerId: contact.customerId,
    contactId: contact.contactId,
    name: contact.name.reveal(),
    relation: contact.relation,
    order: contact.order,
    phone: phone?.value.reveal(),
    mail: mail?.value.reveal(),
    consent: { given: consent.given, proof: consent.proof, at: timeIf(consent.at) },
    source: contact.source,
    verifiedAt: timeIf(contact.verifiedAt),
    locale: contact.locale,
    refusedAt: timeIf(contact.refusedAt),
    quarantine: standing(point).quarantine,
    asOf: time(contact.asOf),
    version: contact.version,
  };
}
