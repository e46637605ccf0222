import type { EntryDraft } from '../effects.ts';
import type { PointId } from '../ids.ts';
import { sensitive } from '../sensitive.ts';
import type { Instant } from '../time.ts';
import { addressesTold, type PointedAddress, pointsLeft, recordAddress } from './addresses.ts';
import type { Address, EmergencyContact } from './customer.ts';
import { type ContactInput, type ContactRemovalInput, OLDER, type Registered } from './registry.ts';

/** Source: docs/behaviour.md, Sizes. */
export const MAX_CONTACTS = 10;

/**
 * The emergency contact once this record replaces the one before. A removed one comes back only by a record that is newer
 * than the removal. Who refused stays refused for as long as the number is the same.
 */
export function upsertContact(
  before: EmergencyContact | undefined,
  input: ContactInput<PointedAddress>,
  now: Instant,
): Registered<EmergencyContact> {
  if (before !== undefined && isOlder(before, input.asOf)) return OLDER;
  const next = recordOf(before, input, now);
  const wasThere = before !== undefined && before.removed !== true;
  if (wasThere && told(before) === told(next)) {
    return input.asOf === before.asOf ? { kind: 'same' } : { kind: 'newer', next };
  }
  const type = wasThere ? 'contact.changed' : 'contact.registered';
  const facts = { order: next.order, consent: next.consent.given, refused: next.refusedAt !== undefined };
  return { kind: 'changed', next, entry: entryOf(type, { before, next, facts, input }, now) };
}

const isOlder = (before: EmergencyContact, asOf: Instant): boolean =>
  asOf < before.asOf || (before.removed === true && asOf === before.asOf);

function recordOf(
  before: EmergencyContact | undefined,
  input: ContactInput<PointedAddress>,
  now: Instant,
): EmergencyContact {
  const { customerId, contactId, name, relation, order, phone, mail, consent, source, verifiedAt, locale, asOf } =
    input;
  const stood = before === undefined ? undefined : addressesOf(before);
  return {
    customerId,
    contactId,
    version: before?.version ?? 0,
    name,
    relation,
    order,
    ...(phone === undefined ? {} : { phone: recordAddress(stood, phone, now) }),
    ...(mail === undefined ? {} : { mail: recordAddress(stood, mail, now) }),
    consent,
    source,
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
    asOf,
    ...refusalsAfter(before, input.phone?.point),
    ...(locale === undefined ? {} : { locale }),
  };
}

/** Numbers whose refusals are remembered beside the one on record. */
const MAX_REFUSALS = 4;

/** Only another number ends a refusal: whoever answered there said no. At a number that comes back they still did. */
function refusalsAfter(
  before: EmergencyContact | undefined,
  point: PointId | undefined,
): Pick<EmergencyContact, 'refusedAt' | 'refusals'> {
  const { phone, refusedAt, refusals = [] } = before ?? {};
  const isSame = point === phone?.point;
  const known =
    isSame || phone === undefined || refusedAt === undefined
      ? refusals
      : [...refusals.filter((one) => one.point !== phone.point), { point: phone.point, at: refusedAt }];
  const now = isSame || point === undefined ? refusedAt : known.find((one) => one.point === point)?.at;
  const others = known.filter((one) => one.point !== point).slice(-MAX_REFUSALS);
  return {
    ...(now === undefined ? {} : { refusedAt: now }),
    ...(others.length === 0 ? {} : { refusals: others }),
  };
}

/**
 * The place of a removed contact: who it was and the numbers are gone, the hashes of the numbers stay, so that neither
 * an older record nor a refusal is forgotten. Also written for one never heard of, whose record may come late.
 */
export function removeContact(
  before: EmergencyContact | undefined,
  input: ContactRemovalInput,
  now: Instant,
): Registered<EmergencyContact> {
  if (before !== undefined && input.asOf < before.asOf) return OLDER;
  const next = tombstone(before, input);
  if (before?.removed === true) return input.asOf === before.asOf ? { kind: 'same' } : { kind: 'newer', next };
  return { kind: 'changed', next, entry: entryOf('contact.removed', { before, next, facts: {}, input }, now) };
}

function tombstone(before: EmergencyContact | undefined, input: ContactRemovalInput): EmergencyContact {
  const { customerId, contactId, asOf } = input;
  return {
    customerId,
    contactId,
    version: before?.version ?? 0,
    name: sensitive(''),
    relation: '',
    order: before?.order ?? 0,
    ...(before?.phone === undefined ? {} : { phone: blank(before.phone) }),
    ...(before?.mail === undefined ? {} : { mail: blank(before.mail) }),
    consent: { given: false },
    source: before?.source ?? '',
    asOf,
    removed: true,
    ...(before?.refusedAt === undefined ? {} : { refusedAt: before.refusedAt }),
    ...(before?.refusals === undefined ? {} : { refusals: before.refusals }),
  };
}

const blank = ({ point, source, since }: Address): Address => ({ point, value: sensitive(''), source, since });

const addressesOf = ({ phone, mail }: EmergencyContact): readonly Address[] =>
  [phone, mail].flatMap((one) => one ?? []);

/** Points at which this person may be reached; a removed one at none. */
export const contactPoints = (contact: EmergencyContact | undefined): readonly PointId[] =>
  contact === undefined || contact.removed === true ? [] : addressesOf(contact).map((one) => one.point);

/** One text for what a record says of the person: equal sayings, equal texts. */
function told(contact: EmergencyContact): string {
  const { name, relation, order, consent, source, verifiedAt, locale, phone, mail } = contact;
  const { given, proof = '', at = 0 } = consent;
  const words = [name.reveal(), relation, order, given, proof, at, source, verifiedAt ?? 0, locale ?? ''];
  return JSON.stringify([
    ...words,
    addressesTold(phone === undefined ? [] : [phone]),
    addressesTold(mail === undefined ? [] : [mail]),
  ]);
}

type Moved = {
  readonly before: EmergencyContact | undefined;
  readonly next: EmergencyContact;
  readonly facts: EntryDraft['facts'];
  readonly input: ContactRemovalInput;
};

function entryOf(type: string, { before, next, facts, input }: Moved, now: Instant): EntryDraft {
  const left = pointsLeft(contactPoints(before), contactPoints(next));
  return {
    type,
    actor: input.actor,
    at: now,
    facts: { contactId: next.contactId, asOf: input.asOf, ...facts, ...(left.length === 0 ? {} : { left }) },
    effects: [{ do: 'wake', customerId: next.customerId }],
  };
}
