import type { EntryDraft } from '../effects.ts';
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

type Facts = EntryDraft['facts'];
type Handlers = Pick<Complaint, 'handler' | 'hadBy' | 'formerHandlers'>;
/** Who had a complaint by its entries, and the last entry that says so. */
export type HandlersSaid = Handlers & { readonly seq: number };

/** Nobody, somebody, nobody again: who is named by an assignment, and whom a transfer and a reopening take it from. */
export const handlersSaid = (
  entries: readonly (Pick<EntryDraft, 'type' | 'facts'> & { readonly seq: number })[],
): HandlersSaid =>
  entries.reduce<HandlersSaid>(
    (of, { type, facts, seq }) => {
      const after = handlersAfter(of, type, facts);
      return after === undefined ? of : { ...after, seq };
    },
    { formerHandlers: [], seq: 1 },
  );

function handlersAfter(of: Handlers, type: string, { handler, hadBy: others }: Facts): Handlers | undefined {
  const { formerHandlers } = of;
  const hadBy = handlersOf(of);
  // Whoever had the complaint that it was reopened with has neither any more.
  const led = Array.isArray(others) ? others.map(String) : [];
  if (type === 'complaint.reopened') return { formerHandlers: withHandlers(formerHandlers, [...hadBy, ...led]) };
  if (type === 'complaint.transferred') return { formerHandlers, hadBy };
  return type === 'complaint.assigned' ? { formerHandlers, hadBy, handler: String(handler) } : undefined;
}

/** Whether two complaints were had by the same people, whatever is left out where there were none. */
export const isSameHandlers = (one: Handlers, other: Handlers): boolean =>
  one.handler === other.handler &&
  isSameList(one.hadBy ?? [], other.hadBy ?? []) &&
  isSameList(one.formerHandlers, other.formerHandlers);

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, index) => name === other[index]);
