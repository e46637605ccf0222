import type { Receipt } from '#domain/words.ts';
import { eventState, logState, mailState } from './receipt-words.ts';
import type { DeliveryLog, MailEvent, ReceiptEvent, ReceiptMessage } from './receipts.contract.ts';

/** What a provider says of one message, whichever channel it went by. */
export type ReceiptTold = {
  /** The provider's own word. */
  readonly word: string;
  /** Undefined for words that say nothing of a delivery. */
  readonly state?: Exclude<Receipt, 'NONE'>;
  /** Number, mail address or endpoint. */
  readonly address: string;
  readonly messageId: string;
  readonly attemptId?: string;
  /** Times on the wire: when it happened, and when the message was asked for. */
  readonly at: number | string;
  readonly askedAt?: number | string;
  /** The address itself is at fault, not the moment or the carrier. */
  readonly badAddress: boolean;
  /** Its reader called the mail spam. */
  readonly isSpam: boolean;
};

/** One form for all providers. */
export function readReceipt(message: ReceiptMessage): ReceiptTold {
  if ('mail' in message) return ofMail(message);
  return 'notification' in message ? ofLog(message) : ofEvent(message);
}

/** Whom a receipt is about: receipts of one address keep their order. */
export const addressIn = (message: ReceiptMessage): string => readReceipt(message).address;

function ofEvent(event: ReceiptEvent): ReceiptTold {
  const { eventType: word, destinationPhoneNumber: address, messageId, messageRequestTimestamp: askedAt } = event;
  const attemptId = event.context?.['attemptId'];
  const state = eventState(event);
  return {
    word,
    address,
    messageId,
    at: event.eventTimestamp,
    badAddress: word === 'TEXT_INVALID',
    isSpam: false,
    ...(state === undefined ? {} : { state }),
    ...(attemptId === undefined ? {} : { attemptId }),
    ...(askedAt === undefined ? {} : { askedAt }),
  };
}

function ofLog({ notification, delivery, status }: DeliveryLog): ReceiptTold {
  const askedAt = `${notification.timestamp.trim().replace(' ', 'T')}Z`;
  const { state, badAddress } = logState(status, delivery);
  return {
    word: `log.${status.toLowerCase()}`,
    state,
    badAddress,
    isSpam: false,
    address: delivery.destination,
    messageId: notification.messageId,
    at: askedAt,
    askedAt,
  };
}

function ofMail(event: MailEvent): ReceiptTold {
  const { eventType, mail, bounce } = event;
  const state = mailState(eventType);
  const tag = mail.tags?.['attemptId']?.[0];
  const happened = event.delivery?.timestamp ?? bounce?.timestamp ?? event.complaint?.timestamp ?? mail.timestamp;
  return {
    word: bounce === undefined ? eventType : `${eventType}.${bounce.bounceType}`,
    ...(state === undefined ? {} : { state }),
    address: mail.destination[0] ?? '',
    messageId: mail.messageId,
    ...(tag === undefined ? {} : { attemptId: tag.replace(/_(?=\d+$)/u, '.') }),
    at: happened,
    askedAt: mail.timestamp,
    badAddress: bounce?.bounceType === 'Permanent',
    isSpam: eventType === 'Complaint',
  };
}
