import type { Case } from '#domain/case/case.ts';
import { attemptOf } from '#domain/case/send.ts';
import { sentAs } from '#domain/contact/message-mark.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { PointId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { SendNeeds } from '../ports.ts';
import { type Claim, doubtful, isOneUnnoted, namedIn } from './match-receipt.ts';
import type { ReceiptTold } from './read-receipt.ts';

export type FindNeeds = {
  readonly store: Pick<SendNeeds['store'], 'cases' | 'points' | 'unknownPoint'>;
  /** Business instant of a time on the wire. */
  readonly fromWire: (time: number | string) => Instant;
};

/** A receipt may overtake the note of its own text: while one is not noted it comes again, the fourth time it is let go. */
export const LAST_RECEIVE = 4;
/** By now the sender has noted every outcome it will ever note. */
const DOUBTS_FROM = 2;

/** The attempt a receipt speaks of, with what it stands on. */
export type Found = {
  readonly claim: Claim;
  /** Undefined for an answer that no case sent. */
  readonly stored?: Stored<Case>;
  readonly point: Stored<ContactPoint>;
};

/** Finds the attempt by its name, by the message's id or, once every outcome is noted, as the one doubt it can settle. */
export async function findClaim(
  by: { readonly told: ReceiptTold; readonly point: PointId; readonly receives: number },
  needs: FindNeeds,
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
const textedFrom = ({ recent }: ContactPoint, { store }: FindNeeds): Promise<readonly (Stored<Case> | undefined)[]> =>
  store.cases.loadAll([...new Set(recent.map(({ caseId }) => caseId))]);

/** Where every text to the number is noted, or none ever was, nothing can still turn up: this look is the last. */
export async function lookFrom(id: PointId, receives: number, needs: FindNeeds): Promise<number> {
  const point = await needs.store.points.load(id);
  const texted = point === undefined ? [] : await textedFrom(point.state, needs);
  const cases = texted.flatMap((stored) => stored?.state ?? []);
  return isOneUnnoted(cases, id) ? receives : LAST_RECEIVE;
}
