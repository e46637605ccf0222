import type { Complaint } from '#domain/complaint/complaint.ts';
import { Fault } from '#domain/errors.ts';
import { complaintWordsForgotten } from '#domain/subject/forget.ts';
import type { PrivacyNeeds } from './ports.ts';

const TRIES = 5;

/** Words under a key of the complaint's own; of an emergency contact's erasure only those of their complaints go. */
export const hasOwnWords = (of: Complaint, contactId: string | undefined): boolean =>
  of.key !== undefined && (contactId === undefined || of.contactId === contactId);

/** The complaint's own key goes; what it did and decided stands. Safe to run again. */
export async function forgetWords(
  id: string,
  needs: Pick<PrivacyNeeds, 'complaints' | 'commit' | 'complaintAdvance' | 'now'>,
): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const stored = await needs.complaints.load(id);
    if (stored?.state.key === undefined) return;
    const advance = needs.complaintAdvance(stored, complaintWordsForgotten(stored.state, needs.now()));
    if ((await needs.commit({ advances: [advance] })) === 'committed') return;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}
