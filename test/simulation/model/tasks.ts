import type { Entry } from '#store/codecs/entry.ts';
import { INDEX } from '#store/table.contract.ts';
import { isCase, textAt } from './facts.ts';
import type { Check, Violation } from './violation.ts';

const ENDS = ['RESOLVED', 'CLOSED', 'SUPPRESSED'];

/** What only the one who has a task may do with it. */
const OWN = ['task.released', 'task.concluded', 'call.dialled', 'call.concluded'];
/** What takes a task from whoever has it. */
const FREES = ['task.released', 'task.lapsed', 'task.concluded', 'call.concluded'];

/** I6 of tasks: nobody takes what another has, and nobody but its owner works at it or gives it back. */
export const tasksHaveOneOwner: Check = ({ record }) =>
  [...record.timelines].flatMap(([aggregate, entries]) => ownersIn(aggregate, entries));

function ownersIn(aggregate: string, entries: readonly Entry[]): readonly Violation[] {
  const owners = new Map<string, string>();
  const found: Violation[] = [];
  for (const { type, facts, actor, seq } of entries) {
    // The tasks go to the other department with it: nobody there has them yet.
    if (type === 'complaint.transferred') owners.clear();
    const task = textAt(facts, 'task');
    if (task === undefined) continue;
    const [owner, by] = [owners.get(task), textAt(actor, 'id')];
    const isOther = type === 'task.claimed' ? owner !== undefined : OWN.includes(type) && owner !== by;
    if (isOther)
      found.push({ invariant: 'I6', what: `${aggregate} entry ${seq}: ${type} by ${by}, the task is ${owner}'s` });
    if (type === 'task.claimed' && by !== undefined) owners.set(task, by);
    if (FREES.includes(type) && !keeps(facts)) owners.delete(task);
  }
  return found;
}

/** Reached, and not yet at an end: the task stays with whoever called. */
const keeps = (facts: unknown): boolean => ['CONNECTED', 'RIGHT_PARTY'].includes(textAt(facts, 'outcome') ?? '');

/** I18: an open case has a time at which somebody looks at it. */
export const nobodyIsForgotten: Check = ({ record }) =>
  [...record.timelines].flatMap(([aggregate, entries]): Violation[] => {
    const status = entries.reduce((last, { facts }) => textAt(facts, 'to') ?? last, 'RECEIVED');
    const snapshot = record.snapshots.get(aggregate);
    const waits = isCase(aggregate) && !ENDS.includes(status) && snapshot?.[INDEX.due.sortKey] === undefined;
    return waits ? [{ invariant: 'I18', what: `${aggregate}: is ${status}, and nobody will look at it` }] : [];
  });
