import { DAY, parseInstant } from '#domain/time.ts';
import type { AccountBankEvent, BankEvent, EventOf } from '../events.contract.ts';
import { type Outcome, rejected } from '../outcome.ts';
import type { IntakeNeeds } from '../ports.ts';
import { applyCaseEvent } from './case-event.ts';
import { applyOnce, taken } from './once.ts';
import { applyRegistryEvent } from './registry-event.ts';
import { applyRetraction } from './retraction.ts';
import { applyDeliveryFailure, applyProfileChange } from './trust-event.ts';

/** Every event that is none of an account: known by source and id, applied once. */
export type OtherEvent = Exclude<BankEvent, AccountBankEvent>;

/** Identities are kept as long: what is older cannot be told from what was taken before. Source: docs/message-contracts.md. */
const REMEMBERED = 90 * DAY;
/** Records of people are ordered by what they say of their own age. */
const ORDERED_BY_RECORD: readonly OtherEvent['type'][] = [
  'liaison.customer.upserted.v1',
  'liaison.contact.upserted.v1',
  'liaison.contact.removed.v1',
];

export async function applyOtherEvent(event: OtherEvent, needs: IntakeNeeds): Promise<Outcome> {
  const at = parseInstant(event.time ?? '') ?? needs.now();
  if (at < needs.now() - REMEMBERED && !ORDERED_BY_RECORD.includes(event.type))
    return (await taken(event, needs)) ?? rejected('event.too-late');
  switch (event.type) {
    case 'liaison.customer.upserted.v1':
    case 'liaison.contact.upserted.v1':
    case 'liaison.contact.removed.v1':
      return applyRegistryEvent(event, needs);
    case 'liaison.customer.help-requested.v1':
    case 'liaison.customer.unreachable.v1':
    case 'liaison.anomaly.reported.v1':
      return applyCaseEvent(event, needs);
    case 'liaison.customer.profile-changed.v1':
      return applyProfileChange(event, needs);
    case 'liaison.contact-point.delivery-failed.v1':
      return applyDeliveryFailure(event, needs);
    case 'liaison.event.retracted.v1':
      return applyRetraction(event, needs);
    case 'liaison.feed.heartbeat.v1':
      return applyHeartbeat(event, needs);
  }
}

/** This source is alive. Its newest sign of life only moves forward, so it may be written before the identity. */
async function applyHeartbeat(event: EventOf<'liaison.feed.heartbeat.v1'>, needs: IntakeNeeds): Promise<Outcome> {
  const now = needs.now();
  await needs.feeds.beat(event.source, Math.min(parseInstant(event.data.asOf) ?? now, now));
  return applyOnce(event, () => Promise.resolve({ change: { advances: [] } }), needs);
}
