import { parseInstant } from '#domain/time.ts';
import { applyToAccount, type Remembered } from './apply/account-event.ts';
import { applyCaseEvent } from './apply/case-event.ts';
import { applyOnce } from './apply/once.ts';
import { applyRegistryEvent } from './apply/registry-event.ts';
import { applyRetraction } from './apply/retraction.ts';
import { applyDeliveryFailure, applyProfileChange } from './apply/trust-event.ts';
import type { BankEvent, EventOf } from './events.contract.ts';
import type { Outcome } from './outcome.ts';
import type { IntakeNeeds } from './ports.ts';

/**
 * Takes one event in, the same way whichever door it came by: exactly once within the guarantee of the contract, with
 * everything it leads to in the same transaction.
 * @throws Fault `store.conflict` when others kept moving what it rests on; nothing is changed then.
 */
export async function applyEvent(event: BankEvent, needs: IntakeNeeds, remembered?: Remembered): Promise<Outcome> {
  const outcome = await dispatch(event, needs, remembered);
  count(outcome, needs);
  return outcome;
}

function dispatch(event: BankEvent, needs: IntakeNeeds, remembered?: Remembered): Promise<Outcome> {
  switch (event.type) {
    case 'liaison.account.state-changed.v1':
    case 'liaison.account.transaction-posted.v1':
    case 'liaison.account.overdue-flagged.v1':
    case 'liaison.account.overdue-cleared.v1':
      return applyToAccount(event, needs, remembered);
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

/** Figures of the door: refusals by their code, sequences below the window on their own. */
export function count(outcome: Outcome, { metrics }: Pick<IntakeNeeds, 'metrics'>): void {
  if (outcome.kind === 'accepted') metrics.count('EventAccepted');
  if (outcome.kind === 'duplicate') metrics.count('EventDuplicated');
  if (outcome.kind !== 'rejected') return;
  metrics.count('EventRejected', 1, { code: outcome.code });
  if (outcome.code === 'event.too-late') metrics.count('EventTooLate');
}
