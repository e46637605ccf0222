import type { Instant } from '../../time.ts';
import type { Case } from '../case.ts';

/** Caps count at most 8. Source: functions/domain/policy/types.ts, Cap. */
const KEPT_DIALS = 8;

/** The calls to the customer with one more. */
export const dialled = (of: Case, at: Instant): readonly Instant[] => [...(of.dials ?? []), at].slice(-KEPT_DIALS);
