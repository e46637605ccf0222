import type { Clock, ClockKind } from '../clock.ts';

/** Kinds of the clocks that a move met: one for each clock, so that two policies of one kind count twice. */
export const metBetween = (before: readonly Clock[], after: readonly Clock[]): readonly ClockKind[] =>
  after
    .filter((clock) => clock.state === 'MET' && !before.some((was) => was.state === 'MET' && isSame(was, clock)))
    .map(({ kind }) => kind);

const isSame = (one: Clock, other: Clock): boolean =>
  one.policy === other.policy &&
  one.version === other.version &&
  one.kind === other.kind &&
  (one.round ?? 0) === (other.round ?? 0);
