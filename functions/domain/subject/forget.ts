import type { Complaint } from '../complaint/complaint.ts';
import { type ComplaintTransition, moveComplaint } from '../complaint/transition.ts';
import type { ContactPoint, Holder } from '../contact/point.ts';
import type { Instant } from '../time.ts';

/** Who is forgotten: a customer with everybody they named, or one emergency contact. `cases`: what was asked of them. */
export type Forgotten = {
  readonly customerId: string;
  readonly contactId?: string;
  readonly cases: ReadonlySet<string>;
};

/**
 * A number once one of its holders is forgotten. Whoever else holds it keeps it; held by nobody it is a keyed hash with
 * what an opt-out and a quarantine need, and the reply codes that were used. Undefined: there is nothing to forget.
 */
export function forgetHolder(point: ContactPoint, who: Forgotten): ContactPoint | undefined {
  const holders = point.holders.filter((holder) => !isForgotten(holder, who));
  const next = holders.length === 0 ? bare(point) : shared({ ...point, holders }, who);
  return isSame(point, next) ? undefined : next;
}

function isForgotten(holder: Holder, { customerId, contactId }: Forgotten): boolean {
  return holder.customerId === customerId && (contactId === undefined || holder.contactId === contactId);
}

function bare({ id, version, revision, optOut, quarantine, tokens, answers }: ContactPoint): ContactPoint {
  return {
    id,
    version,
    revision,
    holders: [],
    questions: [],
    sends: [],
    recent: [],
    tokens,
    answers,
    // The entry that kept the words cannot be opened any more.
    ...(optOut === undefined ? {} : { optOut: { at: optOut.at, purposes: optOut.purposes } }),
    ...(quarantine === undefined ? {} : { quarantine }),
  };
}

const shared = (point: ContactPoint, { contactId, cases }: Forgotten): ContactPoint => ({
  ...point,
  questions: point.questions.filter(
    (one) => !(contactId === undefined || one.contactId === contactId) || !cases.has(one.caseId),
  ),
  recent: contactId === undefined ? point.recent.filter((one) => !cases.has(one.caseId)) : point.recent,
});

const isSame = (one: ContactPoint, other: ContactPoint): boolean =>
  one.holders.length === other.holders.length &&
  one.questions.length === other.questions.length &&
  one.recent.length === other.recent.length &&
  one.sends.length === other.sends.length &&
  one.dials?.length === other.dials?.length &&
  one.key === other.key &&
  one.pending === other.pending &&
  one.locale === other.locale &&
  one.suspect === other.suspect &&
  one.optOut?.seq === other.optOut?.seq;

/** A complaint whose own key goes, and with it everything that was sealed under it; its entries stand as they are. */
export const complaintWordsForgotten = (of: Complaint, at: Instant): ComplaintTransition =>
  moveComplaint(
    of,
    { key: undefined },
    { type: 'complaint.words-erased', actor: { kind: 'system', name: 'erasure' }, at, facts: {} },
  );
