import { DORMANT } from '#domain/account/apply.ts';
import type { AccountEvent, Movement, Statement } from '#domain/account/event.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { accountId, customerId } from '#domain/ids.ts';
import { type Money, parseMoney } from '#domain/money.ts';
import { type Instant, parseInstant } from '#domain/time.ts';
import type { AccountBankEvent, EventOf } from '../events.contract.ts';

export type Reading = { readonly now: Instant; readonly sha256: (text: string) => Uint8Array };

/** An event of an account in the domain's terms: money in minor units, times as instants, none of them in the future. */
export function readAccountEvent(event: AccountBankEvent, reading: Reading): AccountEvent {
  switch (event.type) {
    case 'liaison.account.transaction-posted.v1':
      return { ...common(event, event.data.postedAt, reading), ...movement(event.data, reading) };
    case 'liaison.account.state-changed.v1':
      return {
        ...common(event, event.data.asOf, reading),
        kind: 'state-changed',
        ...debt(event.data),
        ...rest(event.data),
      };
    case 'liaison.account.overdue-flagged.v1':
      return { ...common(event, event.data.asOf, reading), kind: 'overdue-flagged', ...debt(event.data) };
    case 'liaison.account.overdue-cleared.v1':
      return { ...common(event, event.data.asOf, reading), kind: 'overdue-cleared', ...debt(event.data) };
  }
}

function common(event: AccountBankEvent, statedAt: string, reading: Reading) {
  const { type, data } = event;
  return {
    accountId: accountId(data.accountId),
    customerId: customerId(data.customerId),
    source: event.source,
    eventId: event.id,
    sequence: data.sequence,
    hash: word(canonicalJson([type, data]), reading),
    at: pastInstant(statedAt, reading.now),
    ...(isContactOff(event) ? { contactOff: true as const } : {}),
  };
}

/** The extension by which a sender tells something for the record only: the first filling of an empty system. */
export const isContactOff = (event: Readonly<Record<string, unknown>>): boolean => event['contactoff'] === true;

/** What a sender says of the future is taken as said now: no clock of a sender may keep evidence fresh. */
export const pastInstant = (text: string | undefined, now: Instant): Instant =>
  Math.min((text === undefined ? undefined : parseInstant(text)) ?? now, now);

/** First four bytes of the SHA-256. */
function word(text: string, { sha256 }: Reading): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(text);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

type WireMoney = { readonly amount: string; readonly currency: string };
/** The schema has checked the digits already. */
const moneyOf = (wire: WireMoney): Money => parseMoney(wire) ?? { minor: 0, currency: wire.currency };

function debt(data: EventOf<'liaison.account.overdue-flagged.v1'>['data']): Pick<Statement, 'overdue' | 'daysPastDue'> {
  const { overdueAmount, daysPastDue } = data;
  return {
    ...(overdueAmount === undefined ? {} : { overdue: moneyOf(overdueAmount) }),
    ...(daysPastDue === undefined ? {} : { daysPastDue }),
  };
}

function rest(
  data: EventOf<'liaison.account.state-changed.v1'>['data'],
): Pick<Statement, 'product' | 'status' | 'balance'> {
  const { product, status, balance } = data;
  return {
    ...(product === undefined ? {} : { product }),
    ...(status === undefined ? {} : { status: statusOf(status) }),
    ...(balance === undefined ? {} : { balance: moneyOf(balance) }),
  };
}

/** `dormant` is a word of ours, however it is written; every other status is the sender's. */
const statusOf = (status: string): string => (status.trim().toLowerCase() === DORMANT ? DORMANT : status);

function movement(data: EventOf<'liaison.account.transaction-posted.v1'>['data'], reading: Reading) {
  const { counterparty, channel, category, location, direction } = data;
  return {
    kind: 'transaction',
    ref: word(data.transactionId, reading),
    amount: moneyOf(data.amount),
    direction,
    pending: data.status === 'pending',
    ...(counterparty === undefined ? {} : { counterparty }),
    ...(channel === undefined ? {} : { channel }),
    ...(category === undefined ? {} : { category }),
    ...(location === undefined ? {} : { location }),
  } as const satisfies Partial<Movement>;
}
