import { system } from '#domain/case/transition.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import type { Change, Stored } from '#store/ledger.ts';
import { withMessageId, withRecent } from '../point-sends.ts';
import type { DispatchStore } from '../ports.ts';
import type { Claim } from './match-receipt.ts';
import type { ReceiptTold } from './read-receipt.ts';

/**
 * An address that cannot exist is suspect from now on; one whose reader called a mail spam gets no more; a text matched
 * by its time is known by its id from now on.
 */
export function pointChange(
  { point, claim }: { readonly point: Stored<ContactPoint>; readonly claim: Claim },
  by: { readonly told: ReceiptTold; readonly at: Instant },
  store: Pick<DispatchStore, 'pointTouch' | 'pointAdvance'>,
): Change {
  const { told, at } = by;
  const isNamed = point.state.recent.some((one) => one.messageId === told.messageId);
  const recent = isNamed ? point.state.recent : withName(point.state, claim, told.messageId).recent;
  const after = { ...point.state, recent };
  const facts = { reason: told.word, case: claim.caseId, attempt: claim.attempt };
  if (told.isSpam && after.optOut === undefined) {
    const silenced: ContactPoint = { ...after, optOut: { at, purposes: 'all' } };
    return { advances: [store.pointAdvance(point, silenced, entry('contact-point.opted-out', at, facts))] };
  }
  if (told.badAddress && after.suspect === undefined) {
    const suspect: ContactPoint = { ...after, suspect: { at, reason: told.word } };
    return { advances: [store.pointAdvance(point, suspect, entry('contact-point.suspected', at, facts))] };
  }
  return { advances: [], also: isNamed ? [] : [store.pointTouch(point, after)] };
}

const entry = (type: string, at: Instant, facts: EntryDraft['facts']): EntryDraft => ({
  type,
  actor: system('receipts'),
  at,
  facts,
  effects: [],
});

function withName(point: ContactPoint, claim: Claim, messageId: string): ContactPoint {
  const known = point.recent.some((one) => one.caseId === claim.caseId && one.attempt === claim.attempt);
  return withMessageId(known ? point : { ...point, recent: withRecent(point.recent, claim) }, claim, messageId);
}
