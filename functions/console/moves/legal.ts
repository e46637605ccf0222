import type { Case, Task } from '#domain/case/case.ts';
import { ended } from '#domain/case/transition.ts';
import type { Instant } from '#domain/time.ts';

/** What staff may do with a case as it stands, in the words of the routes. */
export function legalMoves(of: Case): readonly string[] {
  const doubt = of.attempts.some((attempt) => attempt.state === 'IN_DOUBT') ? ['resolve-unknown'] : [];
  if (of.status === 'CLOSED' || of.status === 'SUPPRESSED') return doubt;
  if (ended(of)) return [...doubt, 'close'];
  const byStaff = of.held?.ruleIds.includes('hold.staff') === true;
  const hold = of.status === 'HELD' && byStaff ? [] : ['hold'];
  return [...doubt, ...(of.status === 'HELD' ? ['resume'] : []), ...hold, 'close'];
}

/** What this member of staff may do with a task as it stands. */
export function legalTaskMoves(task: Task, by: { readonly staff: string; readonly now: Instant }): readonly string[] {
  const { staff, now } = by;
  if (task.state === 'QUEUED') return (task.notBefore ?? now) > now ? [] : ['claim'];
  if (task.state !== 'ASSIGNED' || task.assignee !== staff) return [];
  return ['dial', 'outcome', 'release'];
}
