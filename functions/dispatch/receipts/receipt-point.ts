import { system } from '#domain/case/transition.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import type { Change, Stored } from '#store/ledger.ts';
import type { DispatchStore } from '../ports.ts';
import type { Claim } from './match-receipt.ts';
import type { ReceiptTold } from './read-receipt.ts';

/** An address that cannot exist is suspect from now on; one whose reader called a mail spam gets no more. */
export function pointChange(
  { point, claim }: { readonly point: Stored<ContactPoint>; readonly claim: Claim },
  by: { readonly told: ReceiptTold; readonly at: Instant },
  store: Pick<DispatchStore, 'pointAdvance'>,
): Change {
  const { told, at } = by;
  const before = point.state;
  const facts = { reason: told.word, case: claim.caseId, attempt: claim.attempt };
  if (told.isSpam && before.optOut === undefined) {
    const silenced: ContactPoint = { ...before, optOut: { at, purposes: 'all' } };
    return { advances: [store.pointAdvance(point, silenced, entry('contact-point.opted-out', at, facts))] };
  }
  if (told.badAddress && before.suspect === undefined) {
    const suspect: ContactPoint = { ...before, suspect: { at, reason: told.word } };
    return { advances: [store.pointAdvance(point, suspect, entry('contact-point.suspected', at, facts))] };
  }
  return { advances: [] };
}

const entry = (type: string, at: Instant, facts: EntryDraft['facts']): EntryDraft => ({
  type,
  actor: system('receipts'),
  at,
  facts,
  effects: [],
});
