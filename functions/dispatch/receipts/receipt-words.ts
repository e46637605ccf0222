import type { Receipt } from '#domain/words.ts';
import type { ReceiptEvent } from './receipts.contract.ts';

type Told = Exclude<Receipt, 'NONE'>;

/** Source: AWS End User Messaging SMS, event types; what each means for an attempt. */
const STATE_OF: Readonly<Record<string, Told>> = {
  TEXT_QUEUED: 'SENT',
  TEXT_PENDING: 'SENT',
  TEXT_SENT: 'SENT',
  TEXT_DELIVERED: 'DELIVERED',
  TEXT_INVALID: 'UNDELIVERED',
  TEXT_INVALID_MESSAGE: 'UNDELIVERED',
  TEXT_SPAM: 'UNDELIVERED',
  TEXT_UNREACHABLE: 'UNDELIVERED',
  TEXT_CARRIER_UNREACHABLE: 'UNDELIVERED',
  TEXT_BLOCKED: 'UNDELIVERED',
  TEXT_CARRIER_BLOCKED: 'UNDELIVERED',
  TEXT_PROTECT_BLOCKED: 'UNDELIVERED',
  TEXT_TTL_EXPIRED: 'EXPIRED',
  TEXT_UNKNOWN: 'NO_RECEIPT',
};

/** What the event says of its text; undefined for events that say nothing of one (voice, opt-outs). */
export function receiptStateOf({ eventType, isFinal }: ReceiptEvent): Told | undefined {
  // In some countries the carrier's word is final, elsewhere another follows.
  if (eventType === 'TEXT_SUCCESSFUL') return isFinal === true ? 'DELIVERED' : 'SENT';
  return Object.hasOwn(STATE_OF, eventType) ? STATE_OF[eventType] : undefined;
}

/** The number itself is at fault, not the moment or the carrier. */
export const saysBadNumber = ({ eventType }: ReceiptEvent): boolean => eventType === 'TEXT_INVALID';
