import type { Case } from '#domain/case/case.ts';
import { standsOf } from '#domain/case/contacts/next-number.ts';
import { type ReceiptIn, recordReceipt as record } from '#domain/case/receipt.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { Fault } from '#domain/errors.ts';
import type { PointId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { SendNeeds } from '../ports.ts';
import { findClaim, LAST_RECEIVE, lookFrom } from './find-claim.ts';
import { readReceipt } from './read-receipt.ts';
import { pointChange } from './receipt-point.ts';
import type { ReceiptMessage } from './receipts.contract.ts';

export type ReceiptNeeds = Pick<SendNeeds, 'book' | 'count' | 'now'> & {
  readonly store: Pick<
    SendNeeds['store'],
    'cases' | 'points' | 'ledger' | 'caseChange' | 'pointAdvance' | 'pointTouch' | 'unknownPoint'
  >;
  /** Keyed hash of a number, mail address or endpoint. */
  readonly pointOf: (address: string) => Promise<PointId>;
  /** Business instant of a time on the wire. */
  readonly fromWire: (time: number | string) => Instant;
};

export type Receipted = 'recorded' | 'older' | 'ignored' | 'unmatched';

const TRIES = 5;

/**
 * Notes what became of a text at the attempt that sent it. Receipts may be doubled, late and out of order: they never go
 * backwards, but that DELIVERED corrects a failure. One that nobody reported settles a doubt: the provider took the text.
 */
export async function recordReceipt(
  message: ReceiptMessage,
  needs: ReceiptNeeds,
  info: { readonly receiveCount: number },
): Promise<Receipted> {
  const told = readReceipt(message);
  const { state } = told;
  if (state === undefined) return 'ignored';
  const point = await needs.pointOf(told.address);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await findClaim({ told, point, receives: info.receiveCount }, needs);
    if (found === undefined) return unmatched(await lookFrom(point, info.receiveCount, needs), needs);
    if (found.stored === undefined) return 'ignored';
    // Noted now, whenever it happened: a timer that is set in the past would be nobody's.
    const reportedAt = needs.fromWire(told.at);
    const noted = { at: needs.now(), reportedAt, badNumber: told.badAddress, messageId: told.messageId };
    const receipt = { ...noted, state, ...(await standing(found.stored.state, found.claim.attempt, needs)) };
    const settled = record(found.stored.state, found.claim.attempt, receipt);
    if (isRefusal(settled)) return settled.refused === 'receipt.older' ? 'older' : unmatched(LAST_RECEIVE, needs);
    const { advance, also } = needs.store.caseChange(found.stored, settled);
    const change = pointChange(found, { told, at: reportedAt }, needs.store);
    const result = await needs.store.ledger.commit({
      advances: [advance, ...change.advances],
      also: [...also, ...(change.also ?? [])],
    });
    if (result.kind === 'stale') continue;
    needs.count('ReceiptRecorded');
    return 'recorded';
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

function unmatched(receives: number, needs: ReceiptNeeds): 'unmatched' {
  if (receives < LAST_RECEIVE) throw new Fault('receipt.unmatched', { facts: { tries: receives } });
  needs.count('ReceiptUnmatched');
  return 'unmatched';
}

/** Where the plan stands, and the task that asks a person about this very doubt. */
async function standing(of: Case, n: number, needs: ReceiptNeeds): Promise<Omit<ReceiptIn, 'state' | 'at'>> {
  const task = of.taskId === undefined ? undefined : await needs.store.cases.task(of.id, of.taskId);
  return { ...standsOf(of, n, needs.book), ...(task === undefined ? {} : { task }) };
}
