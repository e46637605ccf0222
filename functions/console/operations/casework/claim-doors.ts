import type { Task } from '#domain/case/case.ts';
import { claimTask, releaseTask } from '#domain/case/task.ts';
import { claimComplaintTask, releaseComplaintTask } from '#domain/complaint/life/tasks.ts';
import { leaseEnd } from '#domain/task/moves.ts';
import { NOTED } from '../../moves/moves.ts';
import { door } from '../../request/operation.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { ClaimBody, ReleaseBody, TaskShape } from '../../shapes/task.ts';
import { moveTask, TASK_PROBLEMS } from './move-task.ts';

export const claimTaskDoor = door({
  summary: { en: 'Takes a queued task for oneself', zh: '领取一个排队中的任务' },
  query: NoQuery,
  body: ClaimBody,
  answer: TaskShape,
  problems: [...TASK_PROBLEMS, 'task.ended', 'task.not-yet', 'complaint.needs-supervisor', 'complaint.own-approval'],
  run: (ask, needs) => {
    const { leases } = needs.book.limits;
    return moveTask(
      ask,
      {
        ofCase: async ({ of, now }, task) => {
          const opensAt = isAgain(task) ? await needs.callOpensAt(of, task, now) : now;
          const claim = { id: ask.caller.staff, at: now, leaseUntil: leaseEnd(task, now, leases), opensAt };
          return { result: claimTask(of, task, claim) };
        },
        ofComplaint: (of, task, at) =>
          claimComplaintTask(of, task, { ...at, leaseUntil: leaseEnd(task, at.now, leases) }),
      },
      needs,
    );
  },
});

/** A call that reached nobody before: it is not taken again while nobody may be called. */
const isAgain = (task: Task): boolean => task.kind === 'call' && task.state === 'QUEUED' && task.tries > 0;

export const releaseTaskDoor = door({
  summary: { en: 'Puts a claimed task back into its queue', zh: '将已领取的任务退回队列' },
  query: NoQuery,
  body: ReleaseBody,
  answer: TaskShape,
  problems: [...TASK_PROBLEMS, 'task.not-claimed'],
  run: (ask, needs) =>
    moveTask(
      ask,
      {
        ofCase: ({ of, now }, task) => ({
          result: releaseTask(of, task, { id: ask.caller.staff, at: now, reason: NOTED }),
          text: ask.body.reason,
        }),
        ofComplaint: releaseComplaintTask,
        words: { reason: ask.body.reason },
      },
      needs,
    ),
});
