import type { Case } from '#domain/case/case.ts';
import { markWrongful } from '#domain/case/ends/clear.ts';
import { isOpen } from '#domain/words.ts';
import type { EventOf } from '../events.contract.ts';
import type { Outcome } from '../outcome.ts';
import type { IntakeNeeds } from '../ports.ts';
import type { CaseMove } from './cases/case-move.ts';
import { cleared } from './cases/clearing.ts';
import { changeOf, countMoves } from './cases/moves.ts';
import { applyOnce } from './once.ts';
import { inRounds } from './rounds.ts';

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
 * cleared where they are open. Safe to repeat: the event counts as taken only when all of it stands.
 */
export async function applyRetraction(event: Retracted, needs: IntakeNeeds): Promise<Outcome> {
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
  return stored.flatMap((one) => (one !== undefined && restsOnIt(one.state, data) ? [one.state.id] : []));
}

const restsOnIt = (of: Case, data: Retracted['data']): boolean =>
  of.customerId === data.customerId && of.reason.source === data.source && of.reason.eventId === data.id;

async function mark(id: string, event: Retracted, needs: IntakeNeeds): Promise<'done' | undefined> {
  const stored = await needs.cases.load(id);
  const reached = stored?.state.attempts.some((attempt) => REACHED.has(attempt.state)) === true;
  if (stored === undefined || !reached || stored.state.wrongful === true) return 'done';
  const by = { source: event.source, eventId: event.data.id };
  const transition = markWrongful(stored.state, by, needs.now());
  return commit([{ did: 'merged', purpose: stored.state.purpose, stored, transition }], needs);
}

async function clear(id: string, event: Retracted, needs: IntakeNeeds): Promise<'done' | undefined> {
  const stored = await needs.cases.load(id);
  if (stored === undefined || !isOpen(stored.state.status)) return 'done';
  // What joined it about more was not taken back, and is still to be asked about.
  if (stored.state.joinedAmount !== undefined) return 'done';
  const by = { what: 'event.retracted', asOf: needs.now(), source: event.source };
  const moves = await cleared(stored, by, needs);
  return commit(moves, needs);
}

async function commit(moves: readonly CaseMove[], needs: IntakeNeeds): Promise<'done' | undefined> {
  const result = await needs.ledger.commit(changeOf(moves, needs));
  if (result.kind !== 'committed') return undefined;
  countMoves(moves, needs);
  return 'done';
}
