import type { Task } from '#domain/case/case.ts';
import { claimTask, releaseTask } from '#domain/case/task.ts';
import type { Refusal, Transition } from '#domain/case/transition.ts';
import { legalTaskMoves } from '../../moves/legal.ts';
import { type At, isMoved, type Made, type Moved, madeOr, moveCase, NOTED } from '../../moves/moves.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { maySee } from '../../request/caller.ts';
import { type Ask, door } from '../../request/operation.ts';
import { type Answer, notFound, ok, type ProblemCode } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { ClaimBody, ReleaseBody, TaskShape } from '../../shapes/task.ts';
import { taskView } from '../../views/task-view.ts';

export const TASK_PROBLEMS: readonly ProblemCode[] = ['request.not-found', 'case.version-moved', 'task.not-yours'];
const TASK_ID = /^(?<caseId>.+)\.t\d+$/u;

/** Task ids begin with their case's; undefined for what is no task's id. */
export const caseOfTask = (taskId: string): string | undefined => TASK_ID.exec(taskId)?.groups?.['caseId'];

export const getTask = door({
  summary: { en: 'One task', zh: '查看一个任务' },
  query: NoQuery,
  body: NoBody,
  answer: TaskShape,
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs): Promise<Answer> => {
    const id = path['id'] ?? '';
    const caseId = caseOfTask(id);
    const stored = caseId === undefined ? undefined : await needs.cases.load(caseId);
    if (stored === undefined || !maySee(caller, stored.state.department)) return notFound;
    const task = await needs.cases.task(stored.state.id, id);
    return task === undefined ? notFound : ok(taskView(task, stored.state));
  },
});

type Moving = Ask<unknown, { readonly expectedVersion?: number | undefined }>;
/** What the rules say to a move, the words that go with it, and what else it leads to. */
export type Ruled = {
  readonly result: Transition | Refusal;
  readonly text?: string | undefined;
  readonly beside?: Pick<Made, 'also' | 'point'>;
};
type Rule = (at: At, task: Task) => Ruled | Promise<Ruled>;

/** One move of one task, written with its case; answers the task as it then stands. */
export async function moveTask(ask: Moving, rule: Rule, needs: ConsoleNeeds): Promise<Answer> {
  const { caller, path, body } = ask;
  const taskId = path['id'] ?? '';
  const caseId = caseOfTask(taskId);
  if (caseId === undefined) return notFound;
  const moved = await moveCase(
    { caller, caseId, taskId, expectedVersion: body.expectedVersion },
    async (at) => {
      if (at.task === undefined) return notFound;
      const { result, text, beside } = await rule(at, at.task);
      const made = madeOr(result, legalTaskMoves(at.task, caller.staff), text);
      return 'transition' in made ? { ...made, ...beside } : made;
    },
    needs,
  );
  return isMoved(moved) ? ok(taskAfter(moved, taskId)) : moved;
}

/** Every move of a task writes the task: it is among those of its transition. */
function taskAfter({ next, made }: Moved, taskId: string): TaskShape {
  const task = made.transition.tasks.find((one) => one.id === taskId);
  if (task === undefined) throw new Error(`task ${taskId}: got a move that did not write it`);
  return taskView(task, next);
}

export const claimTaskDoor = door({
  summary: { en: 'Takes a queued task for oneself', zh: '领取一个排队中的任务' },
  query: NoQuery,
  body: ClaimBody,
  answer: TaskShape,
  problems: [...TASK_PROBLEMS, 'task.ended'],
  run: (ask, needs) =>
    moveTask(ask, ({ of, now }, task) => ({ result: claimTask(of, task, { id: ask.caller.staff, at: now }) }), needs),
});

export const releaseTaskDoor = door({
  summary: { en: 'Puts a claimed task back into its queue', zh: '将已领取的任务退回队列' },
  query: NoQuery,
  body: ReleaseBody,
  answer: TaskShape,
  problems: [...TASK_PROBLEMS, 'task.not-claimed'],
  run: (ask, needs) =>
    moveTask(
      ask,
      ({ of, now }, task) => ({
        result: releaseTask(of, task, { id: ask.caller.staff, at: now, reason: NOTED }),
        text: ask.body.reason,
      }),
      needs,
    ),
});
