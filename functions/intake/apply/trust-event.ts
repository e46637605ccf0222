import { FROM_THE_FIRST, newSince } from '#domain/customer/addresses.ts';
import type { Customer } from '#domain/customer/customer.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import type { EarlyChange } from '#store/people/early-change.ts';
import type { EventOf } from '../events.contract.ts';
import { invalid, type Outcome } from '../outcome.ts';
import type { IntakeNeeds } from '../ports.ts';
import { pastInstant } from './account-reading.ts';
import { applyOnce, type Planned } from './once.ts';

type ProfileChanged = EventOf<'liaison.customer.profile-changed.v1'>;
type DeliveryFailed = EventOf<'liaison.contact-point.delivery-failed.v1'>;

type Noted = { readonly event: ProfileChanged | DeliveryFailed; readonly now: Instant };

/**
 * Somebody changed the customer's profile. A changed number or mail address counts as new from then on, and so does every
 * number after a changed password or device: for a week, confirming needs more than a text from it.
 */
export async function applyProfileChange(event: ProfileChanged, needs: IntakeNeeds): Promise<Outcome> {
  return applyOnce(event, () => planChange(event, needs), needs);
}

async function planChange(event: ProfileChanged, needs: IntakeNeeds): Promise<Planned> {
  const { customerId, field } = event.data;
  const person = await needs.people.load(customerId);
  const at = pastInstant(event.data.at, needs.now());
  if (person === undefined) return planEarly(customerId, madeNew(field, at), needs);
  const before = { stored: person.customer, key: person.key };
  const entry = entryOf('customer.profile-changed', { event, now: needs.now() }, { field, at });
  const after = guarded(person.customer.state, field, at);
  return { change: { advances: [await needs.customerChange({ before, after, entry })] } };
}

/** Nobody has told of this customer yet: their first record hears of it. Of somebody who was erased nothing is kept. */
async function planEarly(customerId: string, now: EarlyChange, needs: IntakeNeeds): Promise<Planned> {
  const isNothing = now.phones === undefined && now.mails === undefined;
  if (isNothing || (await needs.erased.customer(customerId)) !== undefined) return { change: { advances: [] } };
  const stood = await needs.early.of(customerId);
  return { change: { advances: [], also: needs.earlyOps(customerId, { stood, now, wallNow: needs.wallNow() }) } };
}

/** What counts as new from then on. */
function madeNew(field: ProfileChanged['data']['field'], at: Instant): EarlyChange {
  if (field === 'address') return {};
  return field === 'mail' ? { mails: at } : { phones: at };
}

function guarded(customer: Customer, field: ProfileChanged['data']['field'], at: Instant): Customer {
  const { phones = FROM_THE_FIRST, mails = FROM_THE_FIRST } = madeNew(field, at);
  return { ...customer, phones: newSince(customer.phones, phones), mails: newSince(customer.mails, mails) };
}

/** A message did not arrive there: the number or address is suspect, whoever holds it. */
export async function applyDeliveryFailure(event: DeliveryFailed, needs: IntakeNeeds): Promise<Outcome> {
  return applyOnce(event, () => planSuspect(event, needs), needs);
}

async function planSuspect(event: DeliveryFailed, needs: IntakeNeeds): Promise<Planned> {
  const { address, reason = 'not told' } = event.data;
  const known = address.includes('@') ? address.toLowerCase() : (await needs.phones())(address)?.e164;
  if (known === undefined) return invalid('/data/address', 'expected a telephone number in E.164 or a mail address');
  const id = await needs.pointOf(known);
  const before = (await needs.points.load(id)) ?? needs.unknownPoint(id);
  const at = pastInstant(event.data.at, needs.now());
  // An older failure says nothing that a newer one has not said.
  if ((before.state.suspect?.at ?? 0) >= at) return { change: { advances: [] } };
  const entry = entryOf('contact-point.suspected', { event, now: needs.now() }, { reason, at });
  return { change: { advances: [needs.pointAdvance(before, { ...before.state, suspect: { at, reason } }, entry)] } };
}

const entryOf = (type: string, { event, now }: Noted, facts: EntryDraft['facts']): EntryDraft => ({
  type,
  actor: { kind: 'producer', source: event.source },
  at: now,
  facts: { ...facts, event: event.id },
  effects: [],
});
