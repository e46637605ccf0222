import type { Complaint } from '../complaint.ts';
import { refusedMove } from './legal.ts';
import { type MoveAt, type Moved, step, telling } from './step.ts';

/** A third party mediates: the clocks whose policy lets it stand still until it ends. */
export function startMediation(of: Complaint, at: MoveAt): Moved {
  const refused = refusedMove(of, 'mediate');
  if (refused !== undefined) return refused;
  if (of.status === 'IN_MEDIATION') {
    return { refused: 'complaint.illegal-move', legal: ['mediate', 'note', 'resolve', 'withdraw'] };
  }
  return step(
    of,
    {
      to: {
        status: 'IN_MEDIATION',
        mediationSince: at.now,
        stage: of.stage === 'NEGOTIATION' ? 'MEDIATION' : of.stage,
      },
      hears: ['mediation-started'],
    },
    { type: 'complaint.mediation-started', facts: {}, at },
  );
}

/** It is over, the clocks run on, and the customer is told. */
export function endMediation(of: Complaint, at: MoveAt): Moved {
  const refused = refusedMove(of, 'mediate');
  if (refused !== undefined) return refused;
  const since = of.mediationSince;
  if (of.status !== 'IN_MEDIATION' || since === undefined) return { refused: 'complaint.not-in-mediation' };
  return step(
    of,
    { to: { status: 'IN_WORK', mediationSince: undefined }, hears: ['mediation-ended'] },
    {
      type: 'complaint.mediation-ended',
      facts: { since },
      at,
      beside: telling(of, { what: 'mediation-ended' }, at),
    },
  );
}
