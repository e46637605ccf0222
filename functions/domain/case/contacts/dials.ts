import type { Instant } from '../../time.ts';
import type { CallOutcome, Outcome } from '../../words.ts';
import type { Case, Task } from '../case.ts';

/** Caps count at most 8. Source: functions/domain/policy/types.ts, Cap. */
const KEPT_CALLS = 8;

/** These times with one more. */
export const withTime = (times: readonly Instant[] | undefined, at: Instant): readonly Instant[] =>
  [...(times ?? []), at].slice(-KEPT_CALLS);

/** The calls to the customer with one more. */
export const dialled = (of: Case, at: Instant): readonly Instant[] => withTime(of.dials, at);

type Called = { readonly outcome: CallOutcome | Outcome; readonly at: Instant };

/** Nobody of theirs was on the line after all. */
const NOT_THEM: readonly Called['outcome'][] = [
  'NO_ANSWER',
  'BUSY',
  'VOICEMAIL',
  'INVALID',
  'WRONG_PARTY',
  'THIRD_PARTY',
] satisfies readonly CallOutcome[];
/** What ends a case although nobody spoke. */
const WITHOUT_A_WORD: readonly Called['outcome'][] = [
  'UNREACHABLE',
  'WRONG_PERSON',
  'CLEARED',
  'DUPLICATE',
  'STOPPED_BY_OPS',
] satisfies readonly Outcome[];

/**
 * The conversations with the customer once this is known of a call: all that is said of one call is one conversation, and
 * none where it turns out that they were not on the line. Whoever was is heard, until the call is over.
 */
export function conversed(of: Case, task: Task, { outcome, at }: Called): Pick<Case, 'talks' | 'heardAt'> {
  if (task.audience !== 'customer') return {};
  const [spokeAt = -1] = of.talks?.slice(-1) ?? [];
  const isNoted = spokeAt >= (of.dials?.at(-1) ?? 0);
  const wasThem = isNoted && (of.heardAt ?? -1) >= spokeAt;
  if (NOT_THEM.includes(outcome)) {
    if (isNoted && !wasThem) return { talks: of.talks?.slice(0, -1) ?? [] };
    return wasThem && isRightParty(of, task) ? { heardAt: at } : {};
  }
  if (WITHOUT_A_WORD.includes(outcome)) return {};
  const isHeard = outcome === 'RIGHT_PARTY' || isRightParty(of, task);
  return { ...(isNoted ? {} : { talks: withTime(of.talks, at) }), ...(isHeard ? { heardAt: at } : {}) };
}

const isRightParty = (of: Case, task: Task): boolean =>
  of.attempts.some(({ n, state }) => n === task.attempt && state === 'RIGHT_PARTY');
