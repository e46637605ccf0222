import type { Person, Setting } from './cast.ts';
import type { Told } from './scene.ts';

/** Records as the customer system of the bank pushes them. */
export const knows = (person: Person, { locale, timezone, jurisdiction }: Setting, asOf: string): Told => ({
  type: 'customer.upserted',
  data: {
    customerId: person.id,
    name: person.name,
    locale,
    timezone,
    jurisdiction,
    phones: [{ number: person.phone, source: 'contract', verifiedAt: asOf }],
    ...(person.mail === undefined ? {} : { mails: [{ address: person.mail, source: 'contract', verifiedAt: asOf }] }),
    asOf,
  },
});

export interface Named {
  readonly relation: string;
  readonly order: number;
}

/** An emergency contact with proven consent, freshly verified. */
export const names = (
  customer: Person,
  contact: Person,
  by: Named & { readonly asOf: string; readonly locale: string },
): Told => ({
  type: 'contact.upserted',
  data: {
    customerId: customer.id,
    contactId: contact.id,
    name: contact.name,
    relation: by.relation,
    order: by.order,
    phone: contact.phone,
    consent: { given: true, proof: 'branch form', at: by.asOf },
    source: 'branch_form',
    verifiedAt: by.asOf,
    locale: by.locale,
    asOf: by.asOf,
  },
});
