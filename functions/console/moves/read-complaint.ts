import type { Complaint } from '#domain/complaint/complaint.ts';
import { moveComplaint } from '#domain/complaint/transition.ts';
import { Fault } from '#domain/errors.ts';
import type { Department } from '#domain/words.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { ComplaintNeeds } from '../complaint-ports.ts';
import { type Caller, maySee } from '../request/caller.ts';
import type { Texts } from '../views/case-view.ts';
import { openTexts, saysRead } from './reads.ts';

/** Its department reads a complaint, the departments that it left, and those where a task of it is open. */
export function mayRead(caller: Caller, of: Complaint, tasksAt: readonly Department[]): boolean {
  return [of.department, ...of.left, ...tasksAt].some((department) => maySee(caller, department));
}

/**
 * Texts of a complaint for this reader, by sequence. Who reads them is on the customer's record, and on the complaint's
 * own where nobody we know complains, before they are told.
 */
export async function complaintTexts(whole: WholeComplaint, caller: Caller, needs: ComplaintNeeds): Promise<Texts> {
  const { stored, entries } = whole;
  const { id, customerId, key } = stored.state;
  if (key === undefined) return openTexts({ id, customerId, entries }, caller, needs);
  const noteRead = () => noteOnItself(whole, caller, needs);
  // Of a customer who is known by now part of the words may stand under their own key.
  if (customerId !== undefined) return openTexts({ id, customerId, entries, own: { key, noteRead } }, caller, needs);
  const opened = await Promise.all(entries.map(async (entry) => [entry.seq, await needs.open(key, entry)] as const));
  const texts = new Map(opened.flatMap(([seq, text]) => (text === undefined ? [] : [[seq, text] as const])));
  if (texts.size > 0) await noteRead();
  return texts;
}

async function noteOnItself({ stored, entries }: WholeComplaint, caller: Caller, needs: ComplaintNeeds): Promise<void> {
  const { id } = stored.state;
  const at = needs.now();
  if (entries.some((entry) => saysRead(entry, { of: id, staff: caller.staff }, at))) return;
  const actor = { kind: 'staff', id: caller.staff } as const;
  const transition = moveComplaint(stored.state, {}, { type: 'texts.read', actor, at, facts: { of: id } });
  if ((await needs.changeComplaint({ from: stored, transition })) === 'stale') {
    throw new Fault('store.conflict', { facts: { tries: 1 } });
  }
}
