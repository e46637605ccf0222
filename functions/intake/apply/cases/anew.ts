import type { Case, Reason } from '#domain/case/case.ts';
import { isMoreThanKnown } from '#domain/case/open.ts';
import type { KindOrigin } from '#domain/policy/book.ts';
import { isOpen, type Outcome, type Purpose, type Severity } from '#domain/words.ts';

/** Cases of one matter that begin anew within one window; beyond that they merge into the last. */
export const ANEW = 9;

/** Whoever confirmed the first event, or whose first trouble is over, was not asked about the next. */
const ASKED_ANEW: readonly Purpose[] = ['fraud_security', 'welfare'];

type Next = {
  readonly purpose: Purpose;
  readonly severity: Severity;
  readonly reason: Reason;
  readonly origin: KindOrigin;
};

/** Answers that hold for what happens again in the window: it was genuine, they were safe. */
const GOOD: readonly (Outcome | undefined)[] = ['CONFIRMED_GENUINE', 'REACHED_SAFE'];

/**
 * Does a matter begin a case of its own after this one of the same window? After one that was cleared, for that is over; and
 * after one that has ended, where it ended without a good answer, where the new one is graver or about more (nobody was
 * asked about that), and where somebody asks for help who was safe before.
 */
export const beginsAnew = ({ purpose, severity, reason, origin }: Next, last: Case): boolean =>
  last.outcome === 'CLEARED' ||
  last.status === 'SUPPRESSED' ||
  (ASKED_ANEW.includes(purpose) &&
    !isOpen(last.status) &&
    (!GOOD.includes(last.outcome) ||
      isMoreThanKnown({ ...reason, severity }, last) ||
      (origin === 'help' && reason.at > (last.resolvedAt ?? reason.at))));
