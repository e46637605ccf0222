import type * as v from 'valibot';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import {
  type ComplaintAt,
  type ComplaintMoved,
  isComplaintMoved,
  moveComplaintOf,
  type Ruled,
} from '../../moves/move-complaint.ts';
import type { Caller } from '../../request/caller.ts';
import { type Door, door } from '../../request/operation.ts';
import { type Answer, ok, type ProblemCode } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { ComplaintShape } from '../../shapes/complaint.ts';
import { complaintAfter } from './one-complaint.ts';

export const MOVE_PROBLEMS: readonly ProblemCode[] = [
  'request.not-found',
  'complaint.version-moved',
  'complaint.illegal-move',
  'complaint.calendar-missing',
];

type Rule<B> = (of: Complaint, at: ComplaintAt, body: B) => Ruled | Answer | Promise<Ruled | Answer>;
type Named<B> = {
  readonly summary: Door['summary'];
  readonly body: v.GenericSchema<unknown, B>;
  readonly problems?: readonly ProblemCode[];
  readonly rule: (needs: ComplaintNeeds, caller: Caller) => Rule<B>;
};

/** One move of a complaint by a member of staff; its words are kept sealed, the complaint is answered as it then stands. */
export const complaintMove = <B extends { readonly expectedVersion?: number | undefined }>(
  named: Named<B>,
): Door<ComplaintNeeds> =>
  door({
    summary: named.summary,
    query: NoQuery,
    body: named.body,
    answer: ComplaintShape,
    problems: [...MOVE_PROBLEMS, ...(named.problems ?? [])],
    run: async ({ caller, path, body }, needs: ComplaintNeeds): Promise<Answer> => {
      const complaintId = path['id'] ?? '';
      const rule = named.rule(needs, caller);
      const wish = { caller, complaintId, expectedVersion: body.expectedVersion };
      const moved = await moveComplaintOf(wish, (of, at) => rule(of, at, body), needs);
      if (!isComplaintMoved(moved)) return moved;
      return ok(await complaintAfter(complaintId, needs, answerIn(body, moved)));
    },
  });

/** The answer that this move decided with: one made before keeps its own. */
const answerIn = (body: object, { next }: ComplaintMoved): string | undefined =>
  'answer' in body && typeof body.answer === 'string' && next.decision?.seq === next.version ? body.answer : undefined;
