import { applyToAccount, type Remembered } from './apply/account-event.ts';
import type { BankEvent } from './events.contract.ts';
import type { Outcome } from './outcome.ts';
import type { EventNeeds } from './ports.ts';

/**
 * Takes one event in, the same way whichever door it came by: exactly once within what docs/message-contracts.md
 * guarantees, with everything it leads to in the same transaction.
 * @throws Fault `store.conflict` when others kept moving what it rests on; nothing is changed then.
 */
export async function applyEvent(event: BankEvent, needs: EventNeeds, remembered?: Remembered): Promise<Outcome> {
  const outcome = await applyByType(event, needs, remembered);
  count(outcome, needs);
  return outcome;
}

/** Events of accounts are nearly all there are: what the others need is loaded with the first of them. */
async function applyByType(event: BankEvent, needs: EventNeeds, remembered?: Remembered): Promise<Outcome> {
  switch (event.type) {
    case 'liaison.account.state-changed.v1':
    case 'liaison.account.transaction-posted.v1':
    case 'liaison.account.overdue-flagged.v1':
    case 'liaison.account.overdue-cleared.v1':
      return applyToAccount(event, needs, remembered);
    default: {
      const { applyOtherEvent } = await import('./apply/other-event.ts');
      return applyOtherEvent(event, await needs.whole());
    }
  }
}

/** Figures of the door: refusals by their code, sequences below the window on their own. */
export function count(outcome: Outcome, { metrics }: Pick<EventNeeds, 'metrics'>): void {
  if (outcome.kind === 'accepted') metrics.count('EventAccepted');
  if (outcome.kind === 'duplicate') metrics.count('EventDuplicated');
  if (outcome.kind !== 'rejected') return;
  metrics.count('EventRejected', 1, { code: outcome.code });
  if (outcome.code === 'event.too-late') metrics.count('EventTooLate');
}
