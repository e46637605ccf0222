import type { Case } from '#domain/case/case.ts';
import { standsOf } from '#domain/case/contacts/next-number.ts';
import { closeSettled } from '#domain/case/ends/clear.ts';
import type { Move } from '#domain/case/next-move.ts';
import { declareDoubt } from '#domain/case/send.ts';
import { escalateTask, taskDue, toPerson } from '#domain/case/task.ts';
import { system, type Transition, underWay } from '#domain/case/transition.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import { planAnswer } from './answers/send-answer.ts';
import { type Planned, plannedMove } from './carry-out.ts';
import type { DispatchNeeds } from './ports.ts';
import { planErased } from './turn/close-erased.ts';
import { planTurn } from './turn/take-turn.ts';

/** Moves that put work before people, who are not asked about somebody who was erased. A step asks the record itself. */
const FOR_A_PERSON: readonly Move['do'][] = ['to-person', 'task-due', 'escalate-task'];

/** The change that a move makes of a case, on evidence read for it; none where it finds nothing to do after all. */
export async function planMove(
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

const doubtOf = (of: Case, book: DispatchNeeds['book']) => ({
  ...standsOf(of, underWay(of)?.n, book),
  policy: book.purpose(of.purpose).doubt,
});

async function quietMove(
  of: Case,
  { move, now }: { readonly move: Move; readonly now: Instant },
  needs: DispatchNeeds,
): Promise<Transition | undefined> {
  switch (move.do) {
    case 'close':
      return closeSettled(of, now);
    case 'declare-doubt':
      return declareDoubt(of, doubtOf(of, needs.book), now);
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
