import type { Case } from '../case/case.ts';
import type { PolicyBook } from '../policy/book.ts';
import type { Trust } from '../words.ts';
import type { Classification } from './reading/reading.ts';

/** Staff hold it, it was denied, or somebody wrote that they are in trouble: a yes after that undoes nothing by itself. */
export const waitsForAPerson = ({ status, outcome, held, heardAt, purpose }: Case): boolean =>
  held?.ruleIds.includes('hold.staff') === true ||
  (status === 'HUMAN' && (outcome === 'DENIED_NOT_ME' || (purpose === 'welfare' && heardAt !== undefined)));

type Disputed = { readonly read: Classification; readonly of: Case; readonly trust: Trust };

/** Whoever was contacted though the reason had gone before, and says so, complains: also when the case has ended since. */
export function disputesWrongful({ read, of, trust }: Disputed, book: PolicyBook): boolean {
  const { answers, trust: needed } = book.purpose(of.purpose);
  const isDispute = read.intent === 'deny' && answers.deny.to === 'complaint' && trust >= needed.deny;
  return isDispute && of.wrongful === true && of.complaintId === undefined;
}
