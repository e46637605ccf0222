import type { ContactPoint } from '#domain/contact/point.ts';
import type { Effect, EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import type { CallOutcome, Outcome } from '#domain/words.ts';

/** What a member of staff found out on a call. */
export type Found = { readonly outcome: CallOutcome | Outcome; readonly staff: string; readonly now: Instant };
export type Quarantine = { readonly after: ContactPoint; readonly entry: EntryDraft };

const REASON: Readonly<Partial<Record<Found['outcome'], string>>> = {
  WRONG_PARTY: 'wrong-person',
  INVALID: 'invalid',
};

/** The number once a call found it to be somebody else's, or nobody's: for every holder, and their department is told. */
export function quarantineOf(before: ContactPoint, caseId: string, by: Found): Quarantine | undefined {
  const reason = REASON[by.outcome];
  if (reason === undefined || before.quarantine !== undefined) return undefined;
  return {
    after: { ...before, questions: [], quarantine: { at: by.now, reason } },
    entry: {
      type: 'point.quarantined',
      actor: { kind: 'staff', id: by.staff },
      at: by.now,
      facts: { caseId, reason, holders: before.holders.length },
      effects: before.holders.map((holder) => noticeOf(holder, caseId)),
    },
  };
}

const noticeOf = ({ customerId, contactId }: ContactPoint['holders'][number], caseId: string): Effect => ({
  do: 'notify',
  type: 'contact-point.quarantined',
  purpose: 'account_service',
  department: 'branch',
  severity: 'medium',
  data: { customerId, caseId, ...(contactId === undefined ? {} : { contactId }) },
});
