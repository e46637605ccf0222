import type { Customer, Hold } from '../../customer/customer.ts';
import type { Actor, EntryDraft } from '../../effects.ts';
import type { Instant } from '../../time.ts';
import { PURPOSES, type Purpose } from '../../words.ts';
import { type Complaint, type ComplaintFlag, MAY_BE_A_COMPLAINT } from '../complaint.ts';
import type { HoldChange } from '../transition.ts';

/** While a complaint is open nobody is reminded of a debt, taken to court, or asked how content they are. */
export const WITHHELD: readonly Purpose[] = ['debt_reminder', 'pre_litigation', 'survey'];
/** A debt that is said not to be owed is not asked for until the account was looked at. */
const OF_DEBT: readonly Purpose[] = ['debt_reminder', 'pre_litigation'];
/** Who asked not to be contacted hears of fraud and of their own complaint, and nothing else. */
const STILL_TOLD: readonly Purpose[] = ['fraud_security', 'complaint_followup', 'negotiation_followup'];
/** What a wish to be left alone silences. */
export const SILENCED: readonly Purpose[] = PURPOSES.filter((purpose) => !STILL_TOLD.includes(purpose));

const SILENCES: readonly ComplaintFlag[] = ['stop_contact', 'harassment'];

/** What a complaint holds on the customer who complains; on one complained about by somebody else, nothing. */
export function holdsOf(of: Complaint, now: Instant): readonly Hold[] {
  if (of.audience !== 'customer') return [];
  const silences = of.flags.some((flag) => SILENCES.includes(flag));
  const disputes = of.category === 'not_owed' || of.flags.includes('false_overdue');
  const at = { cause: of.id, since: now };
  return [
    ...(silences || MAY_BE_A_COMPLAINT.includes(of.kind)
      ? [{ ...at, rule: 'hold.complaint' as const, purposes: silences ? SILENCED : WITHHELD }]
      : []),
    ...(disputes ? [{ ...at, rule: 'hold.dispute' as const, purposes: OF_DEBT }] : []),
  ];
}

export type CustomerMove = { readonly next: Customer; readonly entry: EntryDraft };

/** The customer with the holds of a complaint set or lifted; undefined: nothing changes. Whatever waited is asked again. */
export function moveHolds(
  customer: Customer,
  change: HoldChange,
  by: { readonly complaintId: string; readonly actor: Actor; readonly now: Instant },
): CustomerMove | undefined {
  const others = customer.holds.filter((hold) => hold.cause !== by.complaintId);
  const held = customer.holds.length - others.length;
  const added = change.do === 'add' ? change.holds : [];
  if (added.length === 0 && held === 0) return undefined;
  const lifts = change.do === 'lift';
  const wakes = lifts || frees(customer.holds, others.concat(added));
  return {
    next: { ...customer, gateVersion: customer.gateVersion + 1, holds: [...others, ...added] },
    entry: {
      type: lifts ? 'customer.released' : 'customer.held',
      actor: by.actor,
      at: by.now,
      facts: {
        cause: by.complaintId,
        ...(lifts ? {} : { holds: added.map(({ rule, purposes }) => ({ rule, purposes })) }),
      },
      effects: wakes ? [{ do: 'wake', customerId: customer.id }] : [],
    },
  };
}

/** A purpose that was held, and is not any more. */
function frees(before: readonly Hold[], after: readonly Hold[]): boolean {
  const held = new Set(after.flatMap(({ purposes }) => purposes));
  return before.some(({ purposes }) => purposes.some((purpose) => !held.has(purpose)));
}
