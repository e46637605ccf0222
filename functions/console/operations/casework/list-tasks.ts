import * as v from 'valibot';
import type { Task } from '#domain/case/case.ts';
import { DEPARTMENTS } from '#domain/words.ts';
import { taskWords } from '../../moves/task-words.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { type Caller, maySee } from '../../request/caller.ts';
import { cursorOf, readCursor } from '../../request/cursor.ts';
import { invalidAt } from '../../request/invalid.ts';
import { type Ask, door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { Id, limitOf, NoBody, PAGING, pageOf } from '../../shapes/basics.ts';
import { TaskShape } from '../../shapes/task.ts';
import { taskView } from '../../views/task-view.ts';
import { tasksOfComplaint } from './complaint-task.ts';

const Query = v.strictObject({
  queue: v.optional(v.picklist(DEPARTMENTS)),
  caseId: v.optional(Id),
  complaintId: v.optional(Id),
  customerId: v.optional(Id),
  ...PAGING,
});
type Query = v.InferOutput<typeof Query>;
type Listing = Ask<Query>;

export const listTasks = door({
  summary: {
    en: 'Open tasks of a queue (soonest due first), or all tasks of a case, complaint or customer',
    zh: '列出队列中的未结任务(最早到期在前),或某案件、某投诉、某客户的全部任务',
  },
  query: Query,
  body: NoBody,
  answer: pageOf(TaskShape),
  problems: ['request.cursor-invalid', 'request.not-found'],
  run: async (ask, needs): Promise<Answer> => {
    const { queue, caseId, complaintId, customerId } = ask.query;
    if ([queue, caseId, complaintId, customerId].filter((one) => one !== undefined).length !== 1) {
      return invalidAt('', 'expected queue, caseId, complaintId or customerId, one of them');
    }
    if (queue !== undefined) return ofQueue(ask, queue, needs);
    if (customerId !== undefined) return ofCustomer(ask, customerId, needs);
    return ofOwner(ask, needs);
  },
});

async function ofQueue(
  { caller, query }: Listing,
  queue: (typeof DEPARTMENTS)[number],
  needs: ConsoleNeeds,
): Promise<Answer> {
  if (!maySee(caller, queue)) return notFound;
  const begin = readCursor(query.cursor, needs.positions.worklist);
  if ('problem' in begin) return begin;
  const { tasks, next } = await needs.tasks.ofQueue(queue, { limit: limitOf(query), ...begin });
  return shown(tasks, next, needs);
}

/** A case or a complaint has few tasks: they come in one page. */
async function ofOwner({ caller, query }: Listing, needs: ConsoleNeeds): Promise<Answer> {
  const { cursor, caseId, complaintId = '' } = query;
  const begin = readCursor(cursor, /^$/u);
  if ('problem' in begin) return begin;
  if (caseId === undefined) {
    const tasks = await tasksOfComplaint(caller, complaintId, needs);
    return tasks === undefined ? notFound : shown(tasks, undefined, needs);
  }
  const stored = await needs.cases.load(caseId);
  if (stored === undefined || !maySee(caller, stored.state.department)) return notFound;
  const tasks = await needs.tasks.ofCase(caseId);
  const items = await Promise.all(
    tasks.map(async (task) => ({ ...taskView(task, stored.state), ...(await taskWords(task, caller, needs)) })),
  );
  return ok({ items });
}

/** Cases and complaints looked at for one page. */
const CASES = 20;
/** After every id: the case before is told whole. */
const PAST = '~';
const MARK = /^(?<place>\S+) (?<task>[\w.:@/+=~-]{1,128})$/u;

/** Case by case and complaint by complaint, newest first; the cursor names it and the last of its tasks that was told. */
async function ofCustomer({ caller, query }: Listing, customerId: string, needs: ConsoleNeeds): Promise<Answer> {
  const begin = readCursor(query.cursor, MARK);
  if ('problem' in begin) return begin;
  const mark = MARK.exec(begin.after ?? '')?.groups;
  const from = mark?.['place'];
  if (from !== undefined && !needs.positions.opened.test(from)) return { problem: CURSOR };
  const page = await needs.customerCases.page(customerId, { limit: CASES, ...(from === undefined ? {} : { from }) });
  const places = await Promise.all(
    page.cases.map(async ({ kind, id, position }) => {
      const tasks = await (kind === 'case' ? needs.tasks.ofCase(id) : needs.tasks.ofComplaint(id));
      const told = position === from ? (mark?.['task'] ?? '') : '';
      return tasks.filter((task) => task.id > told && mine(caller, task)).map((task) => ({ task, position }));
    }),
  );
  const all = places.flat();
  const taken = all.slice(0, limitOf(query));
  const last = taken.at(-1);
  const end = page.cases.at(-1);
  const tasks = taken.map(({ task }) => task);
  if (all.length > taken.length && last !== undefined)
    return shown(tasks, [last.position, last.task.id].join(' '), needs);
  return shown(tasks, page.more && end !== undefined ? [end.position, PAST].join(' ') : undefined, needs);
}

const CURSOR = { code: 'request.cursor-invalid', detail: 'got another cursor than this list gives' } as const;
const mine = (caller: Caller, task: Task): boolean => maySee(caller, task.queue);

async function shown(tasks: readonly Task[], next: string | undefined, needs: ConsoleNeeds): Promise<Answer> {
  const ids = [...new Set(tasks.flatMap(({ caseId }) => caseId ?? []))];
  const cases = new Map(
    (await needs.cases.loadAll(ids)).flatMap((one) => (one === undefined ? [] : [[one.state.id, one.state]])),
  );
  const items = tasks.map((task) => taskView(task, task.caseId === undefined ? undefined : cases.get(task.caseId)));
  return ok({ items, ...(next === undefined ? {} : { cursor: cursorOf(next) }) });
}
