import type { Case } from '#domain/case/case.ts';
import { markWrongful } from '#domain/case/ends/clear.ts';
import { isSameEvent, noteRetracted, standingEvents } from '#domain/case/ends/retract.ts';
import { restsOn } from '#domain/contact/gate/reason.ts';
import { isOpen } from '#domain/words.ts';
import type { EventOf } from '../events.contract.ts';
import type { Outcome } from '../outcome.ts';
import type { IntakeNeeds } from '../ports.ts';
import type { CaseMove } from './cases/case-move.ts';
import { cleared } from './cases/clearing.ts';
import { changeOf, countMoves } from './cases/moves.ts';
import { applyOnce } from './once.ts';
import { inRounds } from './rounds.ts';
import { rememberTakenBack } from './taken-back.ts';

type Retracted = EventOf<'liaison.event.retracted.v1'>;

/** Newest cases of a customer that are looked at: a reason that is retracted later than that is history. */
const LOOKED_AT = 50;
/** States of an attempt that reached, or may have reached, somebody. */
const REACHED: ReadonlySet<string> = new Set([
  'ACCEPTED',
  'IN_DOUBT',
  'CLAIMED',
  'CONNECTED',
  'RIGHT_PARTY',
  'WRONG_PARTY',
  'THIRD_PARTY',
  'VOICEMAIL',
  'WRAPPED',
]);

/**
 * "That event was wrong": the customer's cases whose reason it is are marked wrongful where somebody was contacted, and
 * open ones are cleared once no event stands behind them any more. Safe to repeat: the event counts as taken only when all
 * of it stands.
 */
export async function applyRetraction(event: Retracted, needs: IntakeNeeds): Promise<Outcome> {
  // First of all: an event that comes from now on finds this, one that came before is found below.
  await rememberTakenBack(event, needs);
  for (const id of await candidates(event, needs)) {
    await inRounds(needs.pause, () => mark(id, event, needs));
    await inRounds(needs.pause, () => clear(id, event, needs));
  }
  return applyOnce(event, () => Promise.resolve({ change: { advances: [] } }), needs);
}

/** Cases the account and the customer point to, read strongly, and the newest of the customer's list. */
async function candidates({ data }: Retracted, needs: IntakeNeeds): Promise<readonly string[]> {
  const [account, person, listed] = await Promise.all([
    data.accountId === undefined ? undefined : needs.accounts.load(data.accountId),
    needs.people.load(data.customerId),
    needs.cases.idsOfCustomer(data.customerId, LOOKED_AT),
  ]);
  const pointed = [...(account?.openCases ?? []), ...(person?.customer.state.openCases ?? [])].map((one) => one.caseId);
  const stored = await needs.cases.loadAll([...new Set([...pointed, ...listed])]);
  return stored.flatMap((one) => (one !== undefined && mayRestOnIt(one.state, data) ? [one.state.id] : []));
}

/** What joined a case stands in its timeline alone. */
const mayRestOnIt = (of: Case, data: Retracted['data']): boolean =>
  restsOnIt(of, data) || (of.customerId === data.customerId && of.mergedCount > 0 && isOpen(of.status));

const restsOnIt = (of: Case, data: Retracted['data']): boolean =>
  of.customerId === data.customerId && of.reason.source === data.source && of.reason.eventId === data.id;

async function mark(id: string, event: Retracted, needs: IntakeNeeds): Promise<'done' | undefined> {
  const stored = await needs.cases.load(id);
  if (stored === undefined || !restsOnIt(stored.state, event.data)) return 'done';
  const reached = stored.state.attempts.some((attempt) => REACHED.has(attempt.state));
  if (!reached || stored.state.wrongful === true) return 'done';
  const by = { source: event.source, eventId: event.data.id };
  const transition = markWrongful(stored.state, by, needs.now());
  return commit([{ did: 'merged', purpose: stored.state.purpose, stored, transition }], needs);
}

async function clear(id: string, event: Retracted, needs: IntakeNeeds): Promise<'done' | undefined> {
  const stored = await needs.cases.load(id);
  if (stored === undefined || !isOpen(stored.state.status)) return 'done';
  const { state } = stored;
  if (state.mergedCount > 0 && restsOn(state, needs.book.purpose(state.purpose)) === 'fact') {
    return clearJoined(id, event, needs);
  }
  // Of a debt the account's state tells whether it is over; what joined it about more was not taken back.
  if (!restsOnIt(state, event.data) || state.joinedAmount !== undefined) return 'done';
  return commit(await cleared(stored, byOf(event, needs), needs), needs);
}

/** Several people's word, or one's several times: the case is over when the last of it is taken back. */
async function clearJoined(id: string, event: Retracted, needs: IntakeNeeds): Promise<'done' | undefined> {
  const whole = await needs.cases.whole(id);
  if (whole === undefined) return 'done';
  const { stored, entries } = whole;
  const taken = { source: event.data.source, eventId: event.data.id };
  const standing = standingEvents(stored.state, entries);
  if (!standing.some((one) => isSameEvent(one, taken))) return 'done';
  if (standing.length === 1) return commit(await cleared(stored, byOf(event, needs), needs), needs);
  const transition = noteRetracted(stored.state, { event: taken, source: event.source }, needs.now());
  return commit([{ did: 'marked', purpose: stored.state.purpose, stored, transition }], needs);
}

const byOf = ({ source }: Retracted, { now }: IntakeNeeds) => ({ what: 'event.retracted', asOf: now(), source });

async function commit(moves: readonly CaseMove[], needs: IntakeNeeds): Promise<'done' | undefined> {
  const result = await needs.ledger.commit(changeOf(moves, needs));
  if (result.kind !== 'committed') return undefined;
  countMoves(moves, needs);
  return 'done';
}
