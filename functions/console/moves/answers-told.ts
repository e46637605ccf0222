import type { WholeComplaint } from '#store/complaint-store.ts';
import type { ComplaintNeeds } from '../complaint-ports.ts';
import type { Caller } from '../request/caller.ts';
import type { ComplaintShape } from '../shapes/complaint.ts';
import { replyView } from '../views/case-view.ts';
import { offersOf } from '../views/told/offers.ts';
import { followUpsOf } from '../views/told/rounds.ts';
import { openTexts } from './reads.ts';

/**
 * What people answered to the contacts of a complaint, oldest first: to its offers, and to the asking afterwards. Their
 * words are opened for a reader alone, as those of the complaint itself.
 */
export async function answersTo(
  whole: WholeComplaint,
  reader: Caller | undefined,
  needs: ComplaintNeeds,
): Promise<ComplaintShape['replies']> {
  const asked = [...offersOf(whole), ...followUpsOf(whole)].flatMap(({ caseId }) => caseId ?? []);
  const contacts = await Promise.all([...new Set(asked)].map((id) => needs.cases.whole(id)));
  const { id, customerId } = whole.stored.state;
  const told = await Promise.all(
    contacts.map(async (contact) => {
      const entries = contact?.entries.filter(({ type }) => type === 'reply.received') ?? [];
      const texts = reader === undefined ? new Map() : await openTexts({ id, customerId, entries }, reader, needs);
      return entries.flatMap((entry) => replyView(entry, texts).map((reply) => ({ at: entry.at, reply })));
    }),
  );
  return told
    .flat()
    .toSorted((one, other) => one.at - other.at)
    .map(({ reply }) => reply);
}
