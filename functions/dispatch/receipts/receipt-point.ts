import { system } from '#domain/case/transition.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Instant } from '#domain/time.ts';
import type { Change, Stored } from '#store/ledger.ts';
import { withMessageId, withRecent } from '../point-sends.ts';
import type { DispatchStore } from '../ports.ts';
import type { Claim } from './match-receipt.ts';
import { saysBadNumber } from './receipt-words.ts';
import type { ReceiptEvent } from './receipts.contract.ts';

/** A number that cannot exist is suspect from now on; a text matched by its time is known by its id from now on. */
export function pointChange(
  { point, claim }: { readonly point: Stored<ContactPoint>; readonly claim: Claim },
  by: { readonly event: ReceiptEvent; readonly at: Instant },
  store: Pick<DispatchStore, 'pointTouch' | 'pointAdvance'>,
): Change {
  const { event, at } = by;
  const isNamed = point.state.recent.some((one) => one.messageId === event.messageId);
  const recent = isNamed ? point.state.recent : withName(point.state, claim, event.messageId).recent;
  if (!saysBadNumber(event) || point.state.suspect !== undefined) {
    return { advances: [], also: isNamed ? [] : [store.pointTouch(point, { ...point.state, recent })] };
  }
  const after = { ...point.state, recent, suspect: { at, reason: event.eventType } };
  const entry = {
    type: 'contact-point.suspected',
    actor: system('receipts'),
    at,
    facts: { reason: event.eventType, case: claim.caseId, attempt: claim.attempt },
    effects: [],
  };
  return { advances: [store.pointAdvance(point, after, entry)] };
}

function withName(point: ContactPoint, claim: Claim, messageId: string): ContactPoint {
  const known = point.recent.some((one) => one.caseId === claim.caseId && one.attempt === claim.attempt);
  return withMessageId(known ? point : { ...point, recent: withRecent(point.recent, claim) }, claim, messageId);
}
