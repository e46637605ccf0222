import type { SequenceWindow } from './account.ts';

/** So many of an account's highest sequences are remembered. Source: docs/behaviour.md, How long things are kept. */
export const WINDOW = 48;

export type Seen = { readonly window: SequenceWindow; readonly gaps: number };

export type Placed =
  /** Seen before, with the same type and data. */
  | { readonly kind: 'duplicate' }
  /** Seen before, with another type or other data. */
  | { readonly kind: 'id-reused' }
  /** Below everything remembered: whether it was seen, nobody can know. */
  | { readonly kind: 'too-late'; readonly oldest: number }
  /** First seen; `late`: a higher sequence came before it. */
  | { readonly kind: 'new'; readonly seen: Seen; readonly late: boolean; readonly gapsSeen: number };

/**
 * Places a sequence in the window. `gaps` counts the sequences between the lowest and the highest ever seen that have
 * not come: it rises when one is jumped over and falls when it comes after all, so it depends on no order.
 */
export function place(seen: Seen, event: { readonly sequence: number; readonly hash: number }): Placed {
  const { window } = seen;
  const known = window.find((one) => one.sequence === event.sequence);
  if (known !== undefined) return { kind: known.hash === event.hash ? 'duplicate' : 'id-reused' };
  const newest = window[0]?.sequence;
  const oldest = window.at(-1)?.sequence;
  if (newest === undefined || oldest === undefined) {
    return { kind: 'new', seen: { window: [entryOf(event)], gaps: seen.gaps }, late: false, gapsSeen: 0 };
  }
  if (event.sequence < oldest && window.length === WINDOW) return { kind: 'too-late', oldest };
  const jumped = jumpedOver(event.sequence, { newest, oldest });
  const at = window.findIndex((one) => one.sequence < event.sequence);
  const grown = window.toSpliced(at === -1 ? window.length : at, 0, entryOf(event));
  return {
    kind: 'new',
    seen: { window: grown.slice(0, WINDOW), gaps: Math.max(0, seen.gaps + jumped) },
    late: event.sequence < newest,
    gapsSeen: Math.max(0, jumped),
  };
}

const entryOf = ({ sequence, hash }: { sequence: number; hash: number }) => ({ sequence, hash });

function jumpedOver(sequence: number, { newest, oldest }: { newest: number; oldest: number }): number {
  if (sequence > newest) return sequence - newest - 1;
  return sequence < oldest ? oldest - sequence - 1 : -1;
}
