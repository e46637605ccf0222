import type { Actor } from '../../effects.ts';
import type { Instant } from '../../time.ts';
import { advanceClocks } from '../clocks/advance.ts';
import { isClockRefusal, type SlaBook } from '../clocks/policy.ts';
import type { Complaint } from '../complaint.ts';
import { complaintTimer } from '../timer.ts';
import { type ComplaintRefusal, type ComplaintTransition, moveComplaint } from '../transition.ts';
import { looksOf } from './step.ts';

export type Unreached = {
  /**
   * `nobody-answered`: every try is spent; `not-rated`: the asking ended in another way, refused or broken off;
   * `asked-lately`: within the last 30 days; `nobody-to-ask`: no customer we may ask.
   */
  readonly why: 'nobody-answered' | 'not-rated' | 'asked-lately' | 'nobody-to-ask';
  readonly actor: Actor;
  /** The case that asked, where it is still open. */
  readonly ends?: readonly string[];
};

/** Nobody could be asked whether they are content: an end of its own, which never counts as satisfied. */
export function unreached(
  of: Complaint,
  { why, actor, ends = [] }: Unreached,
  at: { readonly now: Instant; readonly book: SlaBook },
): ComplaintTransition | ComplaintRefusal {
  if (of.status !== 'RESOLVED') return { refused: 'complaint.illegal-move' };
  const clocks = advanceClocks(of, { what: 'unreached', at: at.now }, at.book);
  if (isClockRefusal(clocks)) return clocks;
  const to = { status: 'FOLLOWED_UP_UNREACHED', clocks } as const;
  return moveComplaint(
    of,
    { ...to, dueAt: complaintTimer({ ...of, ...to }, at.book) },
    {
      type: 'complaint.unreached',
      actor,
      at: at.now,
      facts: { why },
      effects: looksOf(of),
      beside: { ends, holds: { do: 'lift' } },
    },
  );
}
