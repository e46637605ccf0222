import type { Task } from '#domain/case/case.ts';
import type { Refusal, Transition } from '#domain/case/transition.ts';
import { legalTaskMoves } from '../../moves/legal.ts';
import { type At, isMoved, type Made, type Moved, madeOr, moveCase } from '../../moves/moves.ts';
import type { Words } from '../../moves/said-words.ts';
import { taskWords } from '../../moves/task-words.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { maySee } from '../../request/caller.ts';
import { type Ask, door } from '../../request/operation.ts';
import { type Answer, notFound, ok, type ProblemCode } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { TaskShape } from '../../shapes/task.ts';
import { taskView } from '../../views/task-view.ts';
import { type ComplaintTaskRule, moveComplaintTask, showComplaintTask } from './complaint-task.ts';

export const TASK_PROBLEMS: readonly ProblemCode[] = ['request.not-found', 'case.version-moved', 'task.not-yours'];
const TASK_ID = /^(?<owner>.+)\.t\d+$/u;

/** Task ids begin with those of their case or complaint; undefined for what is no task's id. */
export const ownerOfTask = (taskId: string): string | undefined => TASK_ID.exec(taskId)?.groups?.['owner'];

export const getTask = door({
  summary: { en: 'One task', zh: '查看一个任务' },
  query: NoQuery,
  body: NoBody,
  answer: TaskShape,
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs): Promise<Answer> => {
    const id = path['id'] ?? '';
    const owner = ownerOfTask(id);
    if (owner === undefined) return notFound;
    const stored = await needs.cases.load(owner);
    if (stored === undefined) return showComplaintTask({ caller, complaintId: owner, taskId: id }, needs);
    if (!maySee(caller, stored.state.department)) return notFound;
    const task = await needs.cases.task(stored.state.id, id);
    if (task === undefined) return notFound;
    return ok({ ...taskView(task, stored.state), ...(await taskWords(task, caller, needs)) });
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
/** What is done with a task of a case, and with one of a complaint. */
export type Rules = {
  readonly ofCase: Rule;
  readonly ofComplaint: ComplaintTaskRule;
  readonly words?: Words;
};

/** One move of one task, written with its case or complaint; answers the task as it then stands. */
export async function moveTask(ask: Moving, { ofCase: rule, ...rules }: Rules, needs: ConsoleNeeds): Promise<Answer> {
  const { caller, path, body } = ask;
  const taskId = path['id'] ?? '';
  const caseId = ownerOfTask(taskId);
  if (caseId === undefined) return notFound;
  const moved = await moveCase(
    { caller, caseId, taskId, expectedVersion: body.expectedVersion },
    async (at) => {
      if (at.task === undefined) return notFound;
      const { result, text, beside } = await rule(at, at.task);
      const made = madeOr(result, legalTaskMoves(at.task, { staff: caller.staff, now: at.now }), text);
      return 'transition' in made ? { ...made, ...beside } : made;
    },
    needs,
  );
  if (isMoved(moved)) return ok(taskAfter(moved, taskId));
  // No such case: then it may be a complaint's.
  return moved === notFound ? moveComplaintTask(ask, { complaintId: caseId, ...rules }, needs) : moved;
}

/** Every move of a task writes the task: it is among those of its transition. */
function taskAfter({ next, made }: Moved, taskId: string): TaskShape {
  const task = made.transition.tasks.find((one) => one.id === taskId);
  if (task === undefined) throw new Error(`task ${taskId}: got a move that did not write it`);
  return taskView(task, next);
}
