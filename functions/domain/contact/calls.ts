import type { Case } from '../case/case.ts';
import { withTime } from '../case/contacts/dials.ts';
import type { Sends } from '../customer/customer.ts';
import type { Instant } from '../time.ts';
import type { Purpose } from '../words.ts';

/** Contacts about what somebody owes: they are counted over all debts of a person. */
const OF_DEBT: readonly Purpose[] = ['debt_reminder', 'pre_litigation'];
export const isAboutDebt = ({ purpose }: Pick<Case, 'purpose'>): boolean => OF_DEBT.includes(purpose);

type Calls = Pick<Case, 'dials' | 'talks' | 'purpose'>;

/** What a person's counters become by a move of their case: its new calls and conversations about a debt; else the same. */
export function countCalls(sends: Sends, before: Calls, after: Calls): Sends {
  if (!isAboutDebt(after)) return sends;
  const { dials = [], talks = [] } = sends;
  const next = { dials: moved(dials, before.dials, after.dials), talks: moved(talks, before.talks, after.talks) };
  if (next.dials === dials && next.talks === talks) return sends;
  return { ...sends, ...next };
}

/** A move adds one time, or takes the newest back. */
function moved(
  counted: readonly Instant[],
  before: readonly Instant[] = [],
  after: readonly Instant[] = [],
): readonly Instant[] {
  const [was, is] = [before.at(-1), after.at(-1)];
  if (was === is) return counted;
  if (is !== undefined && (was === undefined || is > was)) return withTime(counted, is);
  return counted.filter((at) => at !== was);
}
