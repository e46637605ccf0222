import * as v from 'valibot';
import { CHANNELS, JURISDICTIONS, LOCALES, PURPOSES } from '#domain/words.ts';
import { Time, Words } from './basics.ts';
import { OptOutShape, QuarantineShape } from './lookup.ts';

const onRecord = { source: v.string(), verifiedAt: v.optional(Time), kind: v.optional(v.string()) };
const standing = { optOut: v.optional(OptOutShape), quarantine: v.optional(QuarantineShape) };
const PhoneShape = v.object({ number: v.pipe(v.string(), v.description('E.164')), ...onRecord, ...standing });
const MailShape = v.object({ address: v.string(), ...onRecord, ...standing });
export type PhoneShape = v.InferOutput<typeof PhoneShape>;
export type MailShape = v.InferOutput<typeof MailShape>;

const Flag = v.optional(v.boolean());

export const CustomerShape = v.object({
  customerId: v.string(),
  name: v.string(),
  locale: v.picklist(LOCALES),
  timezone: v.optional(v.string()),
  jurisdiction: v.optional(v.picklist(JURISDICTIONS)),
  phones: v.array(PhoneShape),
  mails: v.array(MailShape),
  pushEndpoints: v.array(v.string()),
  pushPoints: v.pipe(
    v.array(v.object({ endpoint: v.string(), ...standing })),
    v.description('The endpoints of `pushEndpoints`, each with what stands against using it'),
  ),
  preferences: Words,
  consents: v.optional(
    v.pipe(
      v.array(
        v.object({
          purpose: v.picklist(PURPOSES),
          channel: v.optional(v.picklist(CHANNELS)),
          proof: v.string(),
          at: Time,
        }),
      ),
      v.description('Absent: service purposes rest on the contract. Empty: the customer consents to nothing'),
    ),
  ),
  flags: v.object({ vulnerable: Flag, minor: Flag, deceased: Flag, represented: Flag, staff: Flag }),
  holds: v.array(
    v.object({
      rule: v.picklist(['hold.complaint', 'hold.dispute', 'hold.staff']),
      cause: v.string(),
      since: Time,
      purposes: v.array(v.picklist(PURPOSES)),
    }),
  ),
  asOf: Time,
  version: v.number(),
  contacts: v.array(v.object({ contactId: v.string(), order: v.number(), relation: v.string() })),
});
export type CustomerShape = v.InferOutput<typeof CustomerShape>;

export const ContactShape = v.object({
  customerId: v.string(),
  contactId: v.string(),
  name: v.string(),
  relation: v.string(),
  order: v.number(),
  phone: v.optional(v.pipe(v.string(), v.description('E.164'))),
  mail: v.optional(v.string()),
  consent: v.object({ given: v.boolean(), proof: v.optional(v.string()), at: v.optional(Time) }),
  source: v.string(),
  verifiedAt: v.optional(Time),
  locale: v.optional(v.picklist(LOCALES)),
  refusedAt: v.optional(v.pipe(Time, v.description('They asked not to be contacted, or said wrong number'))),
  quarantine: v.optional(QuarantineShape),
  asOf: Time,
  version: v.number(),
});
export type ContactShape = v.InferOutput<typeof ContactShape>;

export const RemovedShape = v.object({ customerId: v.string(), contactId: v.string(), removed: v.literal(true) });
