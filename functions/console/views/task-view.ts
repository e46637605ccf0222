import type { Case, Task } from '#domain/case/case.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { factName } from '#domain/ids.ts';
import type { TaskShape } from '../shapes/task.ts';
import { time, timeIf } from './shown.ts';

/** A task as people read it; with its case or complaint, where that was read, its purpose and version too. */
export function taskView(task: Task, of?: Case | Complaint): TaskShape {
  const { id, kind, state, queue, caseId, complaintId, customerId, audience, contactId, assignee, severity } = task;
  return {
    id,
    kind,
    state,
    queue,
    caseId,
    complaintId,
    customerId,
    purpose: of !== undefined && 'purpose' in of ? of.purpose : undefined,
    audience,
    contactId,
    attemptId: caseId === undefined || task.attempt === undefined ? undefined : `${caseId}.${task.attempt}`,
    assignee,
    dueAt: time(task.dueAt),
    notBefore: timeIf(task.notBefore),
    leaseUntil: timeIf(task.leaseUntil),
    createdAt: time(task.createdAt),
    severity,
    tries: task.tries,
    maxTries: task.maxTries,
    escalated: task.escalated,
    note: task.note,
    decisionId: caseId === undefined || task.decisionSeq === undefined ? undefined : factName(caseId, task.decisionSeq),
    version: of?.version,
  };
}
