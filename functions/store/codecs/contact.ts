import type { EmergencyContact } from '#domain/customer/customer.ts';
import { contactId, customerId, pointId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import type { Locale } from '#domain/words.ts';
import {
  type Item,
  item,
  json,
  number,
  optionalJson,
  optionalNumber,
  optionalText,
  readJson,
  readNumber,
  readText,
  text,
} from '../attributes.ts';
import { contactIdOf, idOfAggregate } from '../keys.ts';
import { type PackedAddress, packAddress, unpackAddress } from './address.ts';

/** Bumped when the packed form changes; older forms stay readable by a branch here. */
const SCHEMA = 1;

type PackedConsent = readonly [given: 0 | 1, at?: number];

/** Who this person is, where, and to whom: sealed as one field under the person's own key. */
type Personal = {
  readonly n: string;
  readonly r: string;
  readonly p?: string;
  readonly m?: string;
  readonly c?: string;
};

/** What is left of {@link personalText} when nothing opens it any more. */
export const FORGOTTEN = JSON.stringify({ n: '', r: '' } satisfies Personal);

/** Attributes in clear, without keys. */
export function toItem(contact: EmergencyContact): Item {
  const { given, at } = contact.consent;
  const said: PackedConsent = at === undefined ? [given ? 1 : 0] : [given ? 1 : 0, at];
  return item({
    sc: number(SCHEMA),
    v: number(contact.version),
    or: number(contact.order),
    ph: contact.phone === undefined ? undefined : json(packAddress(contact.phone)),
    ma: contact.mail === undefined ? undefined : json(packAddress(contact.mail)),
    co: json(said),
    so: text(contact.source),
    va: contact.verifiedAt === undefined ? undefined : number(contact.verifiedAt),
    ao: number(contact.asOf),
    rm: contact.removed === true ? number(1) : undefined,
    rf: contact.refusedAt === undefined ? undefined : number(contact.refusedAt),
    rs: contact.refusals === undefined ? undefined : json(contact.refusals.map((one) => [one.point, one.at])),
    lo: contact.locale === undefined ? undefined : text(contact.locale),
  });
}

/** The text to seal under the person's own key. */
export function personalText(contact: EmergencyContact): string {
  const personal: Personal = {
    n: contact.name.reveal(),
    r: contact.relation,
    ...(contact.phone === undefined ? {} : { p: contact.phone.value.reveal() }),
    ...(contact.mail === undefined ? {} : { m: contact.mail.value.reveal() }),
    ...(contact.consent.proof === undefined ? {} : { c: contact.consent.proof }),
  };
  return JSON.stringify(personal);
}

/** Throws on a schema it does not know: an unread item must never be taken for an empty one. */
export function fromItem(source: Item, opened: string): EmergencyContact {
  const schema = readNumber(source, 'sc');
  if (schema !== SCHEMA) throw new Error(`contact schema: got ${schema}, expected ${SCHEMA}`);
  const personal = JSON.parse(opened) as Personal;
  const phone = optionalJson<PackedAddress>(source, 'ph');
  const mail = optionalJson<PackedAddress>(source, 'ma');
  return {
    customerId: customerId(idOfAggregate(readText(source, 'pk'))),
    contactId: contactId(contactIdOf(readText(source, 'sk'))),
    version: readNumber(source, 'v'),
    name: sensitive(personal.n),
    relation: personal.r,
    order: readNumber(source, 'or'),
    ...(phone === undefined ? {} : { phone: unpackAddress(phone, personal.p ?? '') }),
    ...(mail === undefined ? {} : { mail: unpackAddress(mail, personal.m ?? '') }),
    consent: consent(source, personal.c),
    source: readText(source, 'so'),
    asOf: readNumber(source, 'ao'),
    ...standing(source),
  };
}

function consent(source: Item, proof: string | undefined): EmergencyContact['consent'] {
  const [given, at] = readJson<PackedConsent>(source, 'co');
  return { given: given === 1, ...(proof === undefined ? {} : { proof }), ...(at === undefined ? {} : { at }) };
}

function standing(
  source: Item,
): Pick<EmergencyContact, 'verifiedAt' | 'removed' | 'refusedAt' | 'refusals' | 'locale'> {
  const verifiedAt = optionalNumber(source, 'va');
  const refusedAt = optionalNumber(source, 'rf');
  const refusals = optionalJson<[string, number][]>(source, 'rs');
  const locale = optionalText(source, 'lo') as Locale | undefined;
  return {
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
    ...(optionalNumber(source, 'rm') === 1 ? { removed: true } : {}),
    ...(refusedAt === undefined ? {} : { refusedAt }),
    ...(refusals === undefined ? {} : { refusals: refusals.map(([point, at]) => ({ point: pointId(point), at })) }),
    ...(locale === undefined ? {} : { locale }),
  };
}
