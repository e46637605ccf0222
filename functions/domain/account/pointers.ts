/** Open case of an account or a customer, as their items point to it. */
export type Pointer = { readonly caseId: string; readonly kind: string };

/** Open cases an account points to. Source: docs/behaviour.md, Sizes. */
export const MAX_ACCOUNT_POINTERS = 4;

/** Kinds whose reason is a state of the account: its next word may clear them, so they are the last to be forgotten. */
const STATES: readonly string[] = ['overdue', 'pre-litigation', 'dormant'];
const isState = ({ kind }: Pointer): boolean => STATES.includes(kind);

/** At most so many of these, the oldest first: of more the newest, but those of a state first. */
export function newestPointers(all: readonly Pointer[], most: number): readonly Pointer[] {
  if (all.length <= most) return all;
  return [...all.filter((one) => !isState(one)), ...all.filter(isState)].slice(-most);
}
