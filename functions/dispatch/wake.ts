import type { Case } from '#domain/case/case.ts';
import type { Stored } from '#store/ledger.ts';
import { type Advanced, carryOut, type Planned } from './carry-out.ts';
import type { DispatchNeeds } from './ports.ts';
import { planTurn } from './turn/take-turn.ts';

/** Cases looked at when a customer arrives or changes. */
const LIMIT = 50;
/** Rounds on fresh evidence for one case; its own due time is the safety net. */
const ROUNDS = 3;

export type Woken = {
  readonly done: Extract<Advanced, 'moved' | 'nothing'>;
  /** Cases found with a claim that has no outcome: an earlier receive of this very message may have made it. */
  readonly claimed: readonly string[];
};

/**
 * A customer's record came or changed: the holders of its numbers are brought up to date, and every case that is held is
 * gated again. A hold that still stands is left as it is, so that changes of a record never use up its re-gates.
 */
export async function wake(customerId: string, needs: DispatchNeeds): Promise<Woken> {
  await needs.syncHolders(customerId);
  const ids = await needs.store.cases.idsOfCustomer(customerId, LIMIT);
  const found = (await needs.store.cases.loadAll(ids)).filter((stored) => stored !== undefined);
  let moved = false;
  for (const stored of found.filter(({ state }) => isHeldByRules(state)))
    moved = (await regate(stored, needs)) || moved;
  const claimed = found.filter(({ state }) => state.attempts.some((one) => one.state === 'CLAIMED'));
  return { done: moved ? 'moved' : 'nothing', claimed: claimed.map(({ state }) => state.id) };
}

/** A hold by staff ends by staff. */
const isHeldByRules = (of: Case): boolean => of.status === 'HELD' && of.held?.ruleIds.includes('hold.staff') !== true;

async function regate(held: Stored<Case>, needs: DispatchNeeds): Promise<boolean> {
  let stored: Stored<Case> | undefined = held;
  for (let round = 0; round < ROUNDS && stored !== undefined && isHeldByRules(stored.state); round += 1) {
    const planned: Planned | undefined = await planTurn(stored, needs.now(), needs);
    if (planned === undefined || staysHeld(stored.state, planned)) return false;
    if ((await carryOut(planned, needs)) !== 'lost') return true;
    stored = await needs.store.cases.load(stored.state.id);
  }
  return false;
}

function staysHeld(of: Case, planned: Planned): boolean {
  const entry = planned.change.advances[0]?.entry;
  const rules = entry?.facts['ruleIds'];
  const same = Array.isArray(rules) && rules.every((rule) => of.held?.ruleIds.some((one) => one === rule) === true);
  return same && (entry?.type === 'case.held' || entry?.type === 'case.hold-spent');
}
