import type * as v from 'valibot';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { reopen } from '#domain/complaint/life/follow-up.ts';
import { acknowledge, assign, escalate, link, note, transfer } from '#domain/complaint/life/handling.ts';
import { withdraw } from '#domain/complaint/life/withdraw.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { type ComplaintAt, isComplaintMoved, moveComplaintOf, type Ruled } from '../../moves/move-complaint.ts';
import { type Door, door } from '../../request/operation.ts';
import { type Answer, ok, type ProblemCode, refuse } from '../../request/problems.ts';
import { NoQuery } from '../../shapes/basics.ts';
import { ComplaintShape } from '../../shapes/complaint.ts';
import {
  AssignBody,
  EscalateBody,
  LinkBody,
  NoteBody,
  PlainBody,
  ReasonBody,
  TransferBody,
} from '../../shapes/complaint-moves.ts';
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
  readonly rule: (needs: ComplaintNeeds) => Rule<B>;
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
      const rule = named.rule(needs);
      const wish = { caller, complaintId, expectedVersion: body.expectedVersion };
      const moved = await moveComplaintOf(wish, (of, at) => rule(of, at, body), needs);
      return isComplaintMoved(moved) ? ok(await complaintAfter(complaintId, needs)) : moved;
    },
  });

export const acknowledgeDoor = complaintMove({
  summary: {
    en: 'Takes note of a complaint; the customer is told, unless an automatic text has told them',
    zh: '确认受理投诉;未自动告知的,告知客户',
  },
  body: PlainBody,
  rule: () => (of, at) => ({ result: acknowledge(of, at) }),
});

export const assignDoor = complaintMove({
  summary: { en: 'Names the handler of a complaint', zh: '指定投诉经办人' },
  body: AssignBody,
  problems: ['complaint.same-handler'],
  rule:
    () =>
    (of, at, { handler }) => ({ result: assign(of, { handler }, at) }),
});

export const transferDoor = complaintMove({
  summary: {
    en: 'Hands a complaint to another department with its whole timeline; its clocks run on',
    zh: '将投诉连同完整时间线转至其他部门;时限不变',
  },
  body: TransferBody,
  rule:
    () =>
    (of, at, { department, reason }) => ({ result: transfer(of, { department }, at), words: { reason } }),
});

export const noteDoor = complaintMove({
  summary: { en: 'Adds a note', zh: '添加备注' },
  body: NoteBody,
  rule:
    () =>
    (of, at, { text }) => ({ result: note(of, at), words: { text } }),
});

export const linkDoor = complaintMove({
  summary: { en: 'Links another complaint of the same matter', zh: '关联同一事项的其他投诉' },
  body: LinkBody,
  rule:
    (needs) =>
    async (of, at, { complaintId, relation }) => {
      if ((await needs.complaints.load(complaintId)) !== undefined) {
        return { result: link(of, { complaintId, relation }, at) };
      }
      return refuse('request.not-found', 'got a link to a complaint that is not there, expected one that is');
    },
});

export const escalateDoor = complaintMove({
  summary: { en: 'Takes a complaint to a higher stage', zh: '将投诉升级至更高阶段' },
  body: EscalateBody,
  rule:
    () =>
    (of, at, { stage, reason }) => ({ result: escalate(of, { stage }, at), words: { reason } }),
});

export const withdrawDoor = complaintMove({
  summary: { en: 'Ends a complaint that the customer has taken back', zh: '客户撤回投诉' },
  body: ReasonBody,
  rule:
    () =>
    (of, at, { reason }) => ({ result: withdraw(of, at), words: { reason } }),
});

export const reopenDoor = complaintMove({
  summary: {
    en: 'Reopens a complaint one stage higher, with another handler and its first receipt date',
    zh: '重新受理投诉:提高一级、更换经办人、沿用首次受理日期',
  },
  body: ReasonBody,
  problems: ['complaint.reopen-too-late'],
  rule:
    () =>
    (of, at, { reason }) => ({ result: reopen(of, at), words: { reason } }),
});
