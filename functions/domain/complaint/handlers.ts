import type { Complaint } from './complaint.ts';

/** One name, however it is typed: ids of staff are no more apart than their tokens tell them. */
const folded = (staff: string): string => staff.normalize('NFKC').trim().toLowerCase();

/** Whether two ids name one member of staff. */
export const isSameStaff = (one: string, other: string): boolean => folded(one) === folded(other);

/** It was theirs before a reopening: somebody else takes the second look. */
export const isFormerHandler = ({ formerHandlers }: Pick<Complaint, 'formerHandlers'>, staff: string): boolean =>
  formerHandlers.some((one) => isSameStaff(one, staff));

/** Everybody who has had it since its receipt or its last reopening, each once. */
export function handlersOf({ hadBy = [], handler }: Pick<Complaint, 'hadBy' | 'handler'>): readonly string[] {
  return withHandlers([], handler === undefined ? hadBy : [...hadBy, handler]);
}

/** The same as it is kept: a list that is not there, where nobody has. */
export function keptHandlers(of: Pick<Complaint, 'hadBy' | 'handler'>): Complaint['hadBy'] {
  const handlers = handlersOf(of);
  return handlers.length === 0 ? undefined : handlers;
}

/** Those and these, each once. */
export const withHandlers = (former: readonly string[], more: readonly string[]): readonly string[] =>
  more.reduce<readonly string[]>(
    (all, one) => (all.some((other) => isSameStaff(other, one)) ? all : [...all, one]),
    former,
  );
