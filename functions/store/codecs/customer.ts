import type { Address, Consent, Customer, Flag, Hold, Sends } from '#domain/customer/customer.ts';
import { customerId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import type { Jurisdiction, Locale } from '#domain/words.ts';
import {
  type Item,
  item,
  json,
  number,
  optionalJson,
  optionalText,
  readNumber,
  readText,
  text,
} from '../attributes.ts';
import { idOfAggregate } from '../keys.ts';
import { type PackedAddress, packAddress, unpackAddress } from './address.ts';

/** Bumped when the packed form changes; older forms stay readable by a branch here. */
const SCHEMA = 1;

type PackedConsent = readonly [purpose: Consent['purpose'], at: number, channel?: NonNullable<Consent['channel']>];
type Addresses = { readonly p: readonly PackedAddress[]; readonly m: readonly PackedAddress[] };

/** Everything that tells who and where somebody is, and every free text of a sender: sealed as one field. */
type Personal = {
  readonly n: string;
  readonly p: readonly string[];
  readonly m: readonly string[];
  readonly e?: readonly string[];
  readonly r?: Customer['preferences'];
  readonly c?: readonly string[];
};

/** Attributes that move with a case's entry and have none of their own. */
export const sendsItem = ({ any, debt, dials = [], talks = [] }: Sends): Item => ({
  se: json(dials.length + talks.length === 0 ? [any, debt] : [any, debt, dials, talks]),
});
export const pointersItem = (open: Customer['openCases']): Item => ({
  oc: json(open.map((one) => [one.caseId, one.kind])),
});

/** Snapshot attributes in clear, without keys, version, head and fence. */
export function toItem(customer: Customer): Item {
  const addresses: Addresses = { p: customer.phones.map(packAddress), m: customer.mails.map(packAddress) };
  return item({
    sc: number(SCHEMA),
    gv: number(customer.gateVersion),
    cv: number(customer.revision),
    lo: text(customer.locale),
    tz: customer.timezone === undefined ? undefined : text(customer.timezone),
    ju: customer.jurisdiction === undefined ? undefined : text(customer.jurisdiction),
    ad: json(addresses),
    co: customer.consents === undefined ? undefined : json(customer.consents.map(packConsent)),
    fl: customer.flags.length === 0 ? undefined : json(customer.flags),
    ho: customer.holds.length === 0 ? undefined : json(customer.holds),
    ao: number(customer.asOf),
    nc: customer.hasContacts ? undefined : number(1),
    ...pointersItem(customer.openCases),
    ...sendsItem(customer.sends),
  });
}

const packConsent = (consent: Consent): PackedConsent =>
  consent.channel === undefined ? [consent.purpose, consent.at] : [consent.purpose, consent.at, consent.channel];

/** Said only where there are none: an item of before it was said may have some. */
export const hasContacts = (source: Item): boolean => source['nc'] === undefined;

/** The text to seal under the customer's own key. */
export function personalText(customer: Customer): string {
  const reveal = (addresses: readonly Address[]): string[] => addresses.map((one) => one.value.reveal());
  const personal: Personal = {
    n: customer.name.reveal(),
    p: reveal(customer.phones),
    m: reveal(customer.mails),
    ...(customer.pushEndpoints.length === 0 ? {} : { e: customer.pushEndpoints.map((one) => one.reveal()) }),
    ...(Object.keys(customer.preferences).length === 0 ? {} : { r: customer.preferences }),
    ...(customer.consents === undefined ? {} : { c: customer.consents.map((one) => one.proof) }),
  };
  return JSON.stringify(personal);
}

/** Throws on a schema it does not know: an unread item must never be taken for an empty one. */
export function fromItem(source: Item, opened: string): Customer {
  const schema = readNumber(source, 'sc');
  if (schema !== SCHEMA) throw new Error(`customer schema: got ${schema}, expected ${SCHEMA}`);
  const personal = JSON.parse(opened) as Personal;
  const addresses = optionalJson<Addresses>(source, 'ad') ?? { p: [], m: [] };
  const open = optionalJson<[string, string][]>(source, 'oc') ?? [];
  return {
    id: customerId(idOfAggregate(readText(source, 'pk'))),
    version: readNumber(source, 'v'),
    gateVersion: readNumber(source, 'gv'),
    revision: readNumber(source, 'cv'),
    name: sensitive(personal.n),
    ...residence(source),
    phones: addresses.p.map((one, index) => unpackAddress(one, personal.p[index] ?? '')),
    mails: addresses.m.map((one, index) => unpackAddress(one, personal.m[index] ?? '')),
    pushEndpoints: (personal.e ?? []).map((one) => sensitive(one)),
    preferences: personal.r ?? {},
    ...consents(source, personal.c ?? []),
    flags: optionalJson<Flag[]>(source, 'fl') ?? [],
    holds: optionalJson<Hold[]>(source, 'ho') ?? [],
    asOf: readNumber(source, 'ao'),
    hasContacts: hasContacts(source),
    openCases: open.map(([caseId, kind]) => ({ caseId, kind })),
    sends: sendsOf(source),
  };
}

function sendsOf(source: Item): Sends {
  const [any = [], debt = [], dials = [], talks = []] = optionalJson<number[][]>(source, 'se') ?? [];
  return { any, debt, ...(dials.length === 0 ? {} : { dials }), ...(talks.length === 0 ? {} : { talks }) };
}

function residence(source: Item): Pick<Customer, 'locale' | 'timezone' | 'jurisdiction'> {
  const timezone = optionalText(source, 'tz');
  const jurisdiction = optionalText(source, 'ju') as Jurisdiction | undefined;
  return {
    locale: readText(source, 'lo') as Locale,
    ...(timezone === undefined ? {} : { timezone }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  };
}

/** No attribute: no consents field was ever said, which is not the same as an empty list. */
function consents(source: Item, proofs: readonly string[]): Pick<Customer, 'consents'> {
  const packed = optionalJson<PackedConsent[]>(source, 'co');
  if (packed === undefined) return {};
  return {
    consents: packed.map(([purpose, at, channel], index) => ({
      purpose,
      ...(channel === undefined ? {} : { channel }),
      proof: proofs[index] ?? '',
      at,
    })),
  };
}
