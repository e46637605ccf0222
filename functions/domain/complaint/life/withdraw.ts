import type { Complaint } from '../complaint.ts';
import { offersWithdrawn } from '../offers/end.ts';
import { refusedMove } from './legal.ts';
import { endedTasks, looksOf, type MoveAt, type Moved, step } from './step.ts';

/** Taken back by the customer: over at once, with everything that hung on it. */
export function withdraw(of: Complaint, at: MoveAt): Moved {
  const refused = refusedMove(of, 'withdraw');
  if (refused !== undefined) return refused;
  const { offers, ends } = offersWithdrawn(of, { code: 'complaint.withdrawn' });
  return step(
    of,
    { to: { status: 'WITHDRAWN', offers, mediationSince: undefined }, hears: ['withdrawn'] },
    {
      type: 'complaint.withdrawn',
      facts: {},
      effects: looksOf(of),
      at,
      beside: { tasks: endedTasks(at), ends, holds: { do: 'lift' } },
    },
  );
}
