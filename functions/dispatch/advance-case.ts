import type { Case } from '#domain/case/case.ts';
import { type Move, nextMove } from '#domain/case/next-move.ts';
import { Fault } from '#domain/errors.ts';
import { pointId } from '#domain/ids.ts';
import { countedAt, dueOf } from '#domain/task/timers.ts';
import type { Instant } from '#domain/time.ts';
import type { WorkMessage } from '../ledger/work.contract.ts';
import { answerNumber } from './answers/answer-number.ts';
import { type Advanced, carryOut } from './carry-out.ts';
import { planMove } from './plan-move.ts';
import type { DispatchNeeds } from './ports.ts';
import { wake } from './wake.ts';

/** Conflicting writers are few (replies, events): five rounds on fresh evidence, then the queue brings it back. */
const ROUNDS = 5;

/** Does what the aggregate needs now, whatever the message was made for. Safe to repeat and to run twice at once. */
export async function advance(message: WorkMessage, needs: DispatchNeeds): Promise<Advanced> {
  const target = needs.store.parseName(message.a);
  switch (target?.kind) {
    case 'case':
      return advanceCase(target.id, message, needs);
    case 'customer':
      return wakeCases(target.id, message, needs);
    case 'point':
      return answerNumber(pointId(target.id), needs);
    case 'complaint':
    case 'incident':
      return 'nothing';
    case undefined:
      return 'unknown';
  }
}

/** The claims that an earlier receive of this message left behind, on whichever cases, are this message's too. */
async function wakeCases(customerId: string, message: WorkMessage, needs: DispatchNeeds): Promise<Advanced> {
  const { done, claimed } = await wake(customerId, needs);
  for (const id of claimed) await advanceCase(id, message, needs);
  return done;
}

/** These do not use up the message: the plan's own move, if one is due, follows at once. */
const FOLLOWED: readonly Move['do'][] = ['answer', 'task-due'];

/** A text is sent in a tenth of a second: whoever meets its claim looks again after this. */
const LOOK_AGAIN_MS = 500;

async function advanceCase(id: string, message: Pick<WorkMessage, 'due'>, needs: DispatchNeeds): Promise<Advanced> {
  let done: Advanced = 'nothing';
  let claims = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (claims > 0) await needs.pause(LOOK_AGAIN_MS);
    const stored = await needs.store.cases.load(id);
    if (stored === undefined) return 'unknown';
    const { move, now } = moveOf(stored.state, message, needs.now());
    const planned = await planMove(stored, { move, now }, needs);
    const result: Advanced = planned === undefined ? done : await carryOut(planned, needs);
    claims = result === 'lost' ? 0 : claimsOfOthers(stored.state, move);
    if (result === 'lost') continue;
    done = result;
    const follows = planned !== undefined && FOLLOWED.includes(move.do);
    if (!follows && claims === 0) return done;
  }
  if (claims === 0) throw new Fault('store.conflict', { facts: { tries: ROUNDS } });
  throw new Fault('case.claim-open', { facts: { claims } });
}

/**
 * Claims without an outcome belong to other messages, which may have died or be copies of this one: while one is open this
 * one is not done, and is handed back, so that a message comes after its deadline whatever became of that other. Source:
 * decision 0036.
 */
function claimsOfOthers(of: Case, move: Move): number {
  const open = of.attempts.filter(({ state }) => state === 'CLAIMED').length;
  return move.do === 'declare-doubt' ? open - 1 : open;
}

/**
 * What comes for one due time counts for that alone; what was sent on at once names none, and counts for whatever the case
 * is due at.
 */
function moveOf(of: Case, message: Pick<WorkMessage, 'due'>, read: Instant): { move: Move; now: Instant } {
  const now = countedAt(of, message.due ?? dueOf(of), read);
  return { move: nextMove(of, now), now };
}
