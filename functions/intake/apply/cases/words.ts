import type { Op } from '#store/ledger.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { IntakeNeeds } from '../../ports.ts';
import type { CaseMove, Matter } from './case-move.ts';

/** Of a customer nobody has told us of there is no key to keep words under: staff read them in the inbox. */
export async function wordsForStaff({ words, customerId, reason }: Matter, needs: IntakeNeeds): Promise<readonly Op[]> {
  if (words === undefined) return [];
  const at = needs.now();
  const point = await needs.pointOf(`customer:${customerId}`);
  const message = { id: needs.sortable(at), at, from: reason.source, text: words, point, customerId };
  return [await needs.inbox.put(message, needs.wallNow())];
}

/** Words of the sender are kept under the customer's own key. */
export async function sealedWords(
  matter: Matter,
  { move, person }: { readonly move: CaseMove; readonly person: PersonRecord | undefined },
  needs: IntakeNeeds,
): Promise<Uint8Array | undefined> {
  if (matter.words === undefined || person === undefined) return undefined;
  const { next } = move.transition;
  return needs.seal(person.key, { caseId: next.id, seq: next.version }, matter.words);
}
