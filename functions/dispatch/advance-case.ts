import type { Case } from '#domain/case/case.ts';
import { closeSettled } from '#domain/case/ends/clear.ts';
import { type Move, nextMove } from '#domain/case/next-move.ts';
import { declareDoubt } from '#domain/case/send.ts';
import { escalateTask, taskDue, toPerson } from '#domain/case/task.ts';
import { system, type Transition } from '#domain/case/transition.ts';
import { Fault } from '#domain/errors.ts';
import { pointId } from '#domain/ids.ts';
import { dueOf } from '#domain/task/timers.ts';
import { type Instant, SECOND } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { WorkMessage } from '../ledger/work.contract.ts';
import { answerNumber } from './answers/answer-number.ts';
import { planAnswer } from './answers/send-answer.ts';
import { type Advanced, carryOut, type Planned, plannedMove } from './carry-out.ts';
import type { DispatchNeeds } from './ports.ts';
import { planErased } from './turn/close-erased.ts';
import { planTurn } from './turn/take-turn.ts';
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

/** Moves that put work before people, who are not asked about somebody who was erased. A step asks the record itself. */
const FOR_A_PERSON: readonly Move['do'][] = ['to-person', 'task-due', 'escalate-task'];

async function advanceCase(id: string, message: Pick<WorkMessage, 'due'>, needs: DispatchNeeds): Promise<Advanced> {
  let done: Advanced = 'nothing';
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = await needs.store.cases.load(id);
    if (stored === undefined) return 'unknown';
    const { move, now } = moveOf(stored.state, message, needs.now());
    const planned = await plan(stored, { move, now }, needs);
    if (planned === undefined) return done;
    const result = await carryOut(planned, needs);
    if (result === 'lost') continue;
    done = result;
    if (!FOLLOWED.includes(move.do)) return done;
  }
  throw new Fault('store.conflict', { facts: { tries: ROUNDS } });
}

function moveOf(of: Case, message: Pick<WorkMessage, 'due'>, wall: Instant): { move: Move; now: Instant } {
  const dueAt = dueOf(of) ?? wall;
  const isEarly = message.due === dueAt && dueAt - wall <= EARLY;
  const now = isEarly ? Math.max(wall, dueAt) : wall;
  return { move: nextMove(of, now), now };
}

async function plan(
  stored: Stored<Case>,
  at: { readonly move: Move; readonly now: Instant },
  needs: DispatchNeeds,
): Promise<Planned | undefined> {
  const { move, now } = at;
  if (move.do === 'step') return planTurn(stored, now, needs);
  if (move.do === 'answer') return planAnswer(stored, { attempt: move.attempt, now }, needs);
  const erased = FOR_A_PERSON.includes(move.do) ? await planErased(stored, now, needs) : undefined;
  if (erased !== undefined) return erased;
  const transition = await quietMove(stored.state, at, needs);
  return transition === undefined ? undefined : plannedMove(stored, transition, needs);
}

async function quietMove(
  of: Case,
  { move, now }: { readonly move: Move; readonly now: Instant },
  needs: DispatchNeeds,
): Promise<Transition | undefined> {
  switch (move.do) {
    case 'close':
      return closeSettled(of, now);
    case 'declare-doubt':
      return declareDoubt(of, needs.book.purpose(of.purpose).doubt, now);
    case 'to-person':
      return toPerson(
        of,
        { task: { kind: 'review' }, said: { type: 'case.escalated', actor: system('sweep'), at: now, facts: {} } },
        now,
      );
    case 'task-due': {
      const task = await needs.store.cases.task(of.id, move.taskId);
      return task === undefined ? undefined : taskDue(of, task, now);
    }
    case 'escalate-task': {
      const task = await needs.store.cases.task(of.id, move.taskId);
      return task === undefined ? undefined : escalateTask(of, task, now);
    }
    default:
      return undefined;
  }
}
