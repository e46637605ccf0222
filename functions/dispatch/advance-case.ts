import type { Case } from '#domain/case/case.ts';
import { type Move, nextMove } from '#domain/case/next-move.ts';
import { Fault } from '#domain/errors.ts';
import { pointId } from '#domain/ids.ts';
import { dueOf } from '#domain/task/timers.ts';
import { type Instant, SECOND } from '#domain/time.ts';
import type { WorkMessage } from '../ledger/work.contract.ts';
import { answerNumber } from './answers/answer-number.ts';
import { type Advanced, carryOut } from './carry-out.ts';
import { planMove } from './plan-move.ts';
import type { DispatchNeeds } from './ports.ts';
import { wake } from './wake.ts';

/** Conflicting writers are few (replies, events): five rounds on fresh evidence, then the queue brings it back. */
const ROUNDS = 5;
/** Clocks of two machines differ a little: a message that is early for its own timer is on time. */
const EARLY = 5 * SECOND;

/** Does what the aggregate needs now, whatever the message was made for. Safe to repeat and to run twice at once. */
export async function advance(message: WorkMessage, needs: DispatchNeeds): Promise<Advanced> {
  const target = needs.store.parseName(message.a);
  switch (target?.kind) {
    case 'case':
      return advanceCase(target.id, message, needs);
    case 'customer':
      return wake(target.id, needs);
    case 'point':
      return answerNumber(pointId(target.id), needs);
    case 'complaint':
    case 'incident':
      return 'nothing';
    case undefined:
      return 'unknown';
  }
}

/** These do not use up the message: the plan's own move, if one is due, follows at once. */
const FOLLOWED: readonly Move['do'][] = ['answer', 'task-due'];

async function advanceCase(id: string, message: Pick<WorkMessage, 'due'>, needs: DispatchNeeds): Promise<Advanced> {
  let done: Advanced = 'nothing';
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = await needs.store.cases.load(id);
    if (stored === undefined) return 'unknown';
    const { move, now } = moveOf(stored.state, message, needs.now());
    const planned = await planMove(stored, { move, now }, needs);
    const result: Advanced = planned === undefined ? done : await carryOut(planned, needs);
    if (result === 'lost') continue;
    done = result;
    if (planned !== undefined && FOLLOWED.includes(move.do)) continue;
    keepFor(stored.state, move);
    return done;
  }
  throw new Fault('store.conflict', { facts: { tries: ROUNDS } });
}

/**
 * A claim without an outcome belongs to another message, which may have died or be a copy of this one: this one is handed
 * back, so that a message comes after the claim's deadline whatever became of that other. Source: decision 0036.
 */
function keepFor(of: Case, move: Move): void {
  const open = of.attempts.filter(({ state }) => state === 'CLAIMED');
  const isDeclared = move.do === 'declare-doubt' ? 1 : 0;
  if (open.length > isDeclared) throw new Fault('case.claim-open', { facts: { claims: open.length } });
}

/** What comes for one due time counts for that alone; what was sent on at once, for whatever the case is due at. */
function moveOf(of: Case, message: Pick<WorkMessage, 'due'>, wall: Instant): { move: Move; now: Instant } {
  const dueAt = dueOf(of) ?? wall;
  const isEarly = (message.due ?? dueAt) === dueAt && dueAt - wall <= EARLY;
  const now = isEarly ? Math.max(wall, dueAt) : wall;
  return { move: nextMove(of, now), now };
}
