import type { Case } from '#domain/case/case.ts';
import { closeErased } from '#domain/case/staff.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { openTasks } from '#domain/task/timers.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import { type Planned, plannedMove } from '../carry-out.ts';
import type { DispatchNeeds } from '../ports.ts';

/**
 * The end of a case whose customer was erased; undefined where nobody was. An erasure closes what its list of cases
 * shows, and that list may be a moment late: what it missed ends here, by its own due time.
 */
export async function planErased(
  stored: Stored<Case>,
  now: Instant,
  needs: Pick<DispatchNeeds, 'store'>,
): Promise<Planned | undefined> {
  const { id, customerId } = stored.state;
  if (!(await needs.store.isErased(customerId))) return undefined;
  const tasks = await Promise.all(openTasks(stored.state).map((one) => needs.store.cases.task(id, one)));
  const closed = closeErased(stored.state, { at: now, tasks: tasks.filter((one) => one !== undefined) });
  return isRefusal(closed) ? undefined : plannedMove(stored, closed, needs);
}
