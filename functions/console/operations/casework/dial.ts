import { decisionOf } from '#domain/case/plan-turn.ts';
import { dialTask } from '#domain/case/task.ts';
import { factName } from '#domain/ids.ts';
import { dialLeaseEnd } from '#domain/task/moves.ts';
import type { AllowedCall } from '../../changes.ts';
import { legalTaskMoves } from '../../moves/legal.ts';
import { type At, isMoved, type Made, madeOr, moveCase } from '../../moves/moves.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { type Ask, door } from '../../request/operation.ts';
import { type Answer, notFound, ok, refuse } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { DialBody, DialShape } from '../../shapes/task.ts';
import { ownerOfTask } from './move-task.ts';

type Dialling = Ask<unknown, { readonly expectedVersion?: number | undefined }>;
type Asked = { call?: AllowedCall };

export const dialTaskDoor = door({
  summary: {
    en: 'Asks the rules again and, if they allow the call, gives number, script and what may be said',
    zh: '再次核对规则;允许时给出号码、话术和可披露级别',
  },
  query: NoQuery,
  body: DialBody,
  answer: DialShape,
  problems: [
    'request.not-found',
    'case.version-moved',
    'contact.refused',
    'task.not-yours',
    'task.not-claimed',
    'task.text-missing',
  ],
  run: async (ask: Dialling, needs): Promise<Answer> => {
    const { caller, path, body } = ask;
    const taskId = path['id'] ?? '';
    const caseId = ownerOfTask(taskId);
    if (caseId === undefined) return notFound;
    const asked: Asked = {};
    const wish = { caller, caseId, taskId, expectedVersion: body.expectedVersion };
    const moved = await moveCase(wish, (at) => askAndDial(at, { staff: caller.staff, asked }, needs), needs);
    if (!isMoved(moved)) return moved;
    return asked.call === undefined ? notFound : ok(shown(asked.call, moved.next));
  },
});

/** The decision is written in the transaction that finds everything it rests on unchanged; the script goes sealed with it. */
async function askAndDial(
  at: At,
  by: { readonly staff: string; readonly asked: Asked },
  needs: ConsoleNeeds,
): Promise<Made | Answer> {
  const { of, task, now } = at;
  if (task === undefined) return notFound;
  const legal = legalTaskMoves(task, { staff: by.staff, now });
  const dial = { id: by.staff, at: now, leaseUntil: dialLeaseEnd(now, needs.book.limits.leases) };
  const may = dialTask(of, task, { ...dial, decision: {} });
  if ('refused' in may) return madeOr(may, legal);
  const call = await needs.askCall(of, task, now);
  if ('missing' in call)
    return refuse('task.text-missing', 'got a task without a script to read out, expected one', { legal });
  if ('refused' in call) {
    const { rules } = call.refused;
    return refuse('contact.refused', 'got a call that the rules do not permit now', { rules, legal: without(legal) });
  }
  by.asked.call = call;
  const { verdict, templateId, textHash, point } = call;
  const decision = { ...decisionOf(verdict, { templateId, textHash }), point };
  const made = madeOr(dialTask(of, task, { ...dial, decision, point }), legal, call.script.reveal());
  return 'transition' in made ? { ...made, also: call.also } : made;
}

const without = (legal: readonly string[]): readonly string[] => legal.filter((move) => move !== 'dial');

const shown = (call: AllowedCall, next: { readonly id: string; readonly version: number }) => ({
  decisionId: factName(next.id, next.version),
  number: call.number.reveal(),
  disclosureLevel: call.level,
  script: call.script.reveal(),
  voicemail: call.voicemail.reveal(),
  version: next.version,
});
