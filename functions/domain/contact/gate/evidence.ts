import { wordOn } from '../../account/state.ts';
import type { PurposeRules, RestsOn } from '../../policy/types.ts';
import type { Conditions, Evidence, EvidenceItem } from '../evidence.ts';
import { matterOf, restsOn } from './reason.ts';

type Facts = Record<string, string | number | boolean>;

/**
 * What the verdict rests on, as it is copied into the decision: numbers and words, no personal data. Of an account it is
 * the word on what the reason rests on, not whatever was said of it since.
 */
export function evidenceItems(evidence: Evidence, on: RestsOn = 'fact'): readonly EvidenceItem[] {
  const { reason } = evidence.case;
  const items: EvidenceItem[] = [
    item('reason', { source: reason.source, asOf: reason.at, sequence: reason.sequence }, reasonFacts(evidence)),
  ];
  const { account, customer, contact, feed, proof } = evidence;
  if (account?.state !== undefined) {
    const word = on === 'fact' ? undefined : wordOn(account.state, matterOf(on));
    const { source, asOf, sequence } = word ?? account.state;
    items.push(item('account', { source, asOf, sequence }, accountFacts(account)));
  }
  if (customer !== undefined)
    items.push(item('customer', { source: 'registry', asOf: customer.asOf }, customerFacts(customer)));
  if (evidence.address !== undefined) items.push(addressItem(evidence, evidence.address));
  if (evidence.destination?.allowed === false) {
    const { country = 'none' } = evidence.destination;
    items.push(item('country', { source: country, asOf: evidence.address?.since ?? 0 }, {}));
  }
  if (contact !== undefined) {
    const facts = {
      id: contact.contactId,
      order: contact.order,
      consent: contact.consent.given,
      version: contact.version,
    };
    items.push(item('contact', { source: contact.source, asOf: contact.verifiedAt ?? contact.asOf }, facts));
  }
  if (feed !== undefined) items.push(item('feed', { source: feed.source, asOf: feed.newestAt }, {}));
  if (proof?.proven === true) {
    const facts = { attempts: proof.attempts.join(), channels: proof.channels.join() };
    items.push(item('proof', { source: 'case', asOf: proof.at }, facts));
  }
  return items;
}

/** Absent fields are left out, so that equal knowledge gives equal text. */
const known = (facts: Record<string, string | number | boolean | undefined>): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter((pair): pair is [string, string | number | boolean] => pair[1] !== undefined),
  );

const reasonFacts = ({ case: { reason, joinedAmount } }: Evidence): Facts =>
  known({
    code: reason.code,
    eventId: reason.eventId,
    amountMinor: reason.amount?.minor,
    currency: reason.amount?.currency,
    joinedMinor: joinedAmount?.minor,
    joinedCurrency: joinedAmount?.currency,
  });

const accountFacts = (account: NonNullable<Evidence['account']>): Facts =>
  known({
    status: account.state?.status,
    overdueMinor: account.state?.overdue?.minor,
    currency: account.state?.overdue?.currency,
    daysPastDue: account.state?.daysPastDue,
    pendingMinor: account.pending?.sum.minor,
    flaggedAt: account.flaggedAt,
    reasonVersion: account.reasonVersion,
  });

const customerFacts = (customer: NonNullable<Evidence['customer']>): Facts =>
  known({
    flags: customer.flags.join(),
    holds: customer.holds.map((one) => one.rule).join(),
    consents: customer.consents === undefined ? 'contract' : customer.consents.map((one) => one.purpose).join(),
    gateVersion: customer.gateVersion,
  });

function addressItem({ point, customer }: Evidence, address: NonNullable<Evidence['address']>): EvidenceItem {
  const facts = known({
    point: address.point,
    verifiedAt: address.verifiedAt,
    optedOut: point?.optOut !== undefined,
    quarantined: point?.quarantine !== undefined,
    holders: point?.holders.length ?? 0,
    version: point?.version ?? 0,
  });
  // A number of the customer's first record has been theirs since before anybody wrote it down.
  const since = address.since > 0 ? address.since : (customer?.asOf ?? 0);
  return item('contact-point', { source: address.source, asOf: address.verifiedAt ?? since }, facts);
}

type Origin = { source: string; asOf: number; sequence?: number | undefined };

function item(kind: EvidenceItem['kind'], origin: Origin, facts: Facts): EvidenceItem {
  const { source, asOf, sequence } = origin;
  const hash = fingerprint(`${kind}|${source}|${sequence ?? ''}|${asOf}|${JSON.stringify(facts)}`);
  return { kind, source, ...(sequence === undefined ? {} : { sequence }), asOf, hash, facts };
}

/** FNV-1a, 32 bits, from two offset bases. It compares evidence; proof against tampering is the entry's hash chain. */
function fingerprint(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193);
  }
  return hex(low) + hex(high);
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

/** What the claim's transaction must find unchanged for the verdict to stand. */
export function conditionsOf(evidence: Evidence, rules: PurposeRules): Conditions {
  const { account, customer, contact, step } = evidence;
  const onAccount = account !== undefined && restsOn(evidence.case, rules) !== 'fact';
  return {
    ...(onAccount ? { accountId: account.id, reasonVersion: account.reasonVersion } : {}),
    ...(customer === undefined ? {} : { gateVersion: customer.gateVersion }),
    ...(evidence.address === undefined ? {} : { pointVersion: evidence.point?.version ?? 0 }),
    ...(step.audience === 'contact' && contact !== undefined ? { contactVersion: contact.version } : {}),
  };
}
