import { DAY, type Instant } from '../time.ts';
import type { Complaint } from './complaint.ts';
import type { ContactAsked } from './transition.ts';

/** At most one survey a customer in this time. Source: docs/behaviour.md, The life of a complaint. */
const ASKED_AGAIN_AFTER = 30 * DAY;

/** Only the customer who complains is written to: of a third party we tell nobody, and somebody unknown has no number. */
export const mayBeTold = (of: Complaint): boolean => of.customerId !== undefined && of.audience === 'customer';

/** Nobody is asked about an inquiry, and nobody about what a third party complained of. */
export const mayBeAsked = (of: Complaint): boolean =>
  mayBeTold(of) && (of.kind === 'complaint' || of.kind === 'help_request');

/** When a customer was last asked, or is going to be, about any of these complaints. */
export function lastAsked(complaints: readonly Complaint[]): Instant | undefined {
  const asked = complaints.flatMap((one) => [
    ...(one.rounds ?? []).flatMap(({ askedAt }) => askedAt ?? []),
    ...plannedIn(one),
  ]);
  return asked.length === 0 ? undefined : Math.max(...asked);
}

/** None or one. */
const plannedIn = ({ followUp }: Complaint): readonly Instant[] =>
  followUp?.caseId === undefined ? [] : [followUp.plannedFor];

/** It has opened the asking of a morning that is still to come. */
export const isAskingPlanned = (of: Complaint, now: Instant): boolean =>
  of.status === 'RESOLVED' && plannedIn(of).some((at) => at > now);

/**
 * Resolved in one moment, several may have planned to ask without knowing of each other: the earlier asks, of two at one
 * instant the one whose id is less. The same for whoever looks, so that exactly one does.
 */
export const asksAfter = (of: Complaint, others: readonly Complaint[]): boolean =>
  plannedIn(of).some((own) =>
    others.some((one) =>
      plannedIn(one).some(
        (at) => Math.abs(own - at) < ASKED_AGAIN_AFTER && (at < own || (at === own && one.id < of.id)),
      ),
    ),
  );

export const isAskedLately = (askedAt: Instant | undefined, at: Instant): boolean =>
  askedAt !== undefined && at - askedAt < ASKED_AGAIN_AFTER;

/** The case that asks how content the customer is. */
export const askingContact = (caseId: string): ContactAsked => ({
  caseId,
  plan: 'follow-up',
  about: { what: 'follow-up' },
});

/** A complaint that is looked at again, or ends, is asked about no more. */
export const endsAsking = ({ followUp: asked, status }: Complaint): { readonly ends?: readonly string[] } =>
  status === 'RESOLVED' && asked?.caseId !== undefined ? { ends: [asked.caseId] } : {};
