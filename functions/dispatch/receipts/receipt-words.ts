import type { Receipt } from '#domain/words.ts';
import type { DeliveryLog, ReceiptEvent } from './receipts.contract.ts';

type Told = Exclude<Receipt, 'NONE'>;

/** Source: AWS End User Messaging SMS, event types; what each means for an attempt. */
const STATE_OF_TEXT: Readonly<Record<string, Told>> = {
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

/** Source: SES developer guide, event types. A mail that was called spam arrived. */
const STATE_OF_MAIL: Readonly<Record<string, Told>> = {
  Send: 'SENT',
  DeliveryDelay: 'SENT',
  Delivery: 'DELIVERED',
  Complaint: 'DELIVERED',
  Bounce: 'UNDELIVERED',
  Reject: 'UNDELIVERED',
};

const stateIn = (states: Readonly<Record<string, Told>>, word: string): Told | undefined =>
  Object.hasOwn(states, word) ? states[word] : undefined;

/** What the event says of its text; undefined for events that say nothing of one (voice, opt-outs). */
export function eventState({ eventType, isFinal }: ReceiptEvent): Told | undefined {
  // In some countries the carrier's word is final, elsewhere another follows.
  if (eventType === 'TEXT_SUCCESSFUL') return isFinal === true ? 'DELIVERED' : 'SENT';
  return stateIn(STATE_OF_TEXT, eventType);
}

/** What the event says of its mail; undefined for opens and clicks, which nobody counts. */
export const mailState = (eventType: string): Told | undefined => stateIn(STATE_OF_MAIL, eventType);

/** Source: SNS developer guide, reasons of failed SMS deliveries. */
const NOBODY_KNOWS = /unknown error/iu;
const BAD_NUMBER = /invalid phone number/iu;
/** A token that the platform no longer knows. */
const GONE = 410;

/**
 * What a line of the delivery log says. SUCCESS of a text is the carrier's word that it took it over or delivered it, and
 * the last one there will be.
 */
export function logState(
  status: DeliveryLog['status'],
  { providerResponse = '', statusCode }: DeliveryLog['delivery'],
): { readonly state: Told; readonly badAddress: boolean } {
  if (status === 'SUCCESS') return { state: 'DELIVERED', badAddress: false };
  if (NOBODY_KNOWS.test(providerResponse)) return { state: 'NO_RECEIPT', badAddress: false };
  return { state: 'UNDELIVERED', badAddress: BAD_NUMBER.test(providerResponse) || statusCode === GONE };
}
