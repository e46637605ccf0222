import type { Case } from '#domain/case/case.ts';
import { standsOf } from '#domain/case/contacts/next-number.ts';
import { type ReceiptIn, recordReceipt as record } from '#domain/case/receipt.ts';
import { attemptOf } from '#domain/case/send.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { sentAs } from '#domain/contact/message-mark.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import { Fault } from '#domain/errors.ts';
import type { PointId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { SendNeeds } from '../ports.ts';
import { type Claim, doubtful, isOneUnnoted, namedIn } from './match-receipt.ts';
import { type ReceiptTold, readReceipt } from './read-receipt.ts';
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
/** A receipt may overtake the note of its own text: while one is not noted it comes again, the fourth time it is let go. */
const LAST_RECEIVE = 4;
/** By now the sender has noted every outcome it will ever note. */
const DOUBTS_FROM = 2;

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
    const found = await match({ told, point, receives: info.receiveCount }, needs);
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

type Found = {
  readonly claim: Claim;
  /** Undefined for an answer that no case sent. */
  readonly stored?: Stored<Case>;
  readonly point: Stored<ContactPoint>;
};

async function match(
  by: { readonly told: ReceiptTold; readonly point: PointId; readonly receives: number },
  needs: ReceiptNeeds,
): Promise<Found | undefined> {
  const { told, receives } = by;
  const { askedAt: asked } = told;
  const point = (await needs.store.points.load(by.point)) ?? needs.store.unknownPoint(by.point);
  const named = namedIn(told);
  if (named?.caseId === by.point) return { claim: named, point };
  const stands =
    named === undefined ? await textedFrom(point.state, needs) : [await needs.store.cases.load(named.caseId)];
  const cases = stands.flatMap((stored) => stored?.state ?? []);
  const askedAt = asked === undefined || receives < DOUBTS_FROM ? undefined : needs.fromWire(asked);
  const claim =
    named ??
    sentAs(cases, { point: by.point, messageId: told.messageId }) ??
    doubtful(cases, { point: by.point, askedAt });
  const stored = stands.find((one) => one?.state.id === claim?.caseId);
  if (claim === undefined || stored === undefined) return undefined;
  // The number must be the attempt's own, whatever the message calls itself.
  return attemptOf(stored.state, claim.attempt)?.point === by.point ? { claim, stored, point } : undefined;
}

/** The cases whose texts went to the number lately: eight at most. */
const textedFrom = (
  { recent }: ContactPoint,
  { store }: ReceiptNeeds,
): Promise<readonly (Stored<Case> | undefined)[]> =>
  store.cases.loadAll([...new Set(recent.map(({ caseId }) => caseId))]);

/** Where every text to the number is noted, or none ever was, nothing can still turn up: this look is the last. */
async function lookFrom(id: PointId, receives: number, needs: ReceiptNeeds): Promise<number> {
  const point = await needs.store.points.load(id);
  const texted = point === undefined ? [] : await textedFrom(point.state, needs);
  const cases = texted.flatMap((stored) => stored?.state ?? []);
  return isOneUnnoted(cases, id) ? receives : LAST_RECEIVE;
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
