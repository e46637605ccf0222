import { concludeTask, isNoContact } from '#domain/case/call.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { RETRY_AFTER } from '#domain/case/task.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { concludeComplaintTask } from '#domain/complaint/life/tasks.ts';
import { type PointId, pointId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { type Found, quarantineOf } from '../../moves/call-findings.ts';
import type { Made } from '../../moves/moves.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { door } from '../../request/operation.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { OutcomeBody, TaskShape } from '../../shapes/task.ts';
import { Dialled, read } from '../../views/facts.ts';
import { moveTask, TASK_PROBLEMS } from './move-task.ts';

export const concludeTaskDoor = door({
  summary: {
    en: 'Records what came of a task: of the call, or of the case; a wrong number is quarantined with it',
    zh: '记录任务结果:通话结果或案件结果;号码有误时同时隔离',
  },
  query: NoQuery,
  body: OutcomeBody,
  answer: TaskShape,
  problems: [
    ...TASK_PROBLEMS,
    'task.not-claimed',
    'task.ended',
    'task.outcome-unknown',
    'case.ended',
    'offer.awaits-approval',
  ],
  run: (ask, needs) => {
    const { outcome, note } = ask.body;
    const { staff } = ask.caller;
    return moveTask(
      ask,
      {
        ofCase: async ({ of, now }, task) => {
          const opensAt = await opensAgain({ of, task }, { outcome, now }, needs);
          const result = concludeTask(of, task, { outcome, staff, at: now, noted: note !== undefined, opensAt });
          if (isRefusal(result)) return { result, text: note };
          const found = { outcome, staff, now };
          return { result, text: note, beside: await findings({ of, task, after: result.next }, found, needs) };
        },
        ofComplaint: (of, task, at) => concludeComplaintTask(of, task, { at, outcome }),
        words: { note },
      },
      needs,
    );
  },
});

/** Nobody was reached: when the hours allow another try, once its time has come. */
const opensAgain = async (
  { of, task }: { readonly of: Case; readonly task: Task },
  { outcome, now }: Pick<Found, 'outcome' | 'now'>,
  needs: Pick<ConsoleNeeds, 'callOpensAt'>,
): Promise<Instant> => (isNoContact(outcome) ? needs.callOpensAt(of, task, now + RETRY_AFTER) : now);

/**
 * What the call showed beyond the case: that the number is nobody's, that an emergency contact will not be asked, or that
 * there was a call or a conversation, which are counted over all cases.
 */
async function findings(
  { of, task, after }: { readonly of: Case; readonly task: Task; readonly after: Case },
  by: Found,
  needs: ConsoleNeeds,
): Promise<Pick<Made, 'also' | 'point'>> {
  if (task.kind !== 'call') return { also: await needs.countCalls({ before: of, after }, undefined) };
  const { contactId } = task;
  const refused = by.outcome === 'REFUSED' && task.audience === 'contact' && contactId !== undefined;
  const also = refused ? await needs.refuseContact({ customerId: of.customerId, contactId }, by.now) : undefined;
  const id = await dialledPoint(of, task, needs);
  const before = id === undefined ? undefined : await needs.points.load(id);
  const found = before === undefined ? undefined : quarantineOf(before.state, of.id, by);
  const called = id === undefined || found !== undefined ? undefined : { id, before };
  const counted = await needs.countCalls({ before: of, after }, called);
  return {
    also: [...(also === undefined ? [] : [also]), ...counted],
    ...(before === undefined || found === undefined ? {} : { point: { before, ...found } }),
  };
}

/** The number that was given out last for this task; the plan's own where none was. */
async function dialledPoint(of: Case, task: Task, needs: Pick<ConsoleNeeds, 'entryOf'>): Promise<PointId | undefined> {
  const entry = task.decisionSeq === undefined ? undefined : await needs.entryOf('case', of.id, task.decisionSeq);
  const dialled = entry?.type === 'call.dialled' ? read(Dialled, entry) : undefined;
  const point = dialled?.decision.point ?? of.attempts.find((one) => one.n === task.attempt)?.point;
  return point === undefined ? undefined : pointId(point);
}
