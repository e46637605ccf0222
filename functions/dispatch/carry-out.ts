import type { Case } from '#domain/case/case.ts';
import type { Transition } from '#domain/case/transition.ts';
import type { Advance, Change, Op, Stored } from '#store/ledger.ts';
import type { DispatchNeeds, DispatchStore } from './ports.ts';
import { publish, type ToSend } from './publish.ts';

/** A change to commit and, when it is a claim, the text to send once it is won. */
export type Planned = {
  readonly change: Change;
  readonly send?: ToSend;
  /** Contacts that the gate refused with this change. */
  readonly refused?: number;
};

/** Of one case alone. */
type PlannedMove = Planned & { readonly change: { readonly advances: readonly [Advance]; readonly also: Op[] } };

/** A case as this move leaves it, once it is won. */
export const leftBy = (
  { next: state }: Transition,
  [advance]: PlannedMove['change']['advances'],
  { headAfter }: Pick<DispatchStore, 'headAfter'>,
): Stored<Case> => ({ state, head: headAfter(advance) });

/** What a message led to: the metric and the log say this word. */
export type Advanced = 'nothing' | 'moved' | 'sent' | 'not-sent' | 'in-doubt' | 'lost' | 'unknown';

export const ADVANCED_BY = { ACCEPTED: 'sent', NOT_SENT: 'not-sent', IN_DOUBT: 'in-doubt' } as const;

/** A case's move as a change of the ledger. */
export function plannedMove(
  stored: Stored<Case>,
  transition: Transition,
  to: { readonly store: Pick<DispatchStore, 'caseChange'>; readonly sealed?: Uint8Array },
): PlannedMove {
  const { advance, also } = to.store.caseChange(stored, transition, to.sealed);
  const told = transition.entry.effects.filter((effect) => effect.do === 'notify' && effect.type === 'contact.refused');
  return { change: { advances: [advance], also }, refused: told.length };
}

/**
 * Commits the change and, only if this very change was won, sends its text once. `lost`: something the decision rested on
 * has moved, nothing was written and nothing sent.
 */
export async function carryOut(planned: Planned, needs: DispatchNeeds): Promise<Advanced> {
  const result = await needs.store.ledger.commit(planned.change);
  if (result.kind === 'stale') {
    if (planned.send !== undefined) needs.count('ClaimLost');
    return 'lost';
  }
  if (planned.refused !== undefined) needs.count('ContactRefused', planned.refused);
  if (planned.send === undefined) return 'moved';
  return ADVANCED_BY[await publish(planned.send, needs)];
}
