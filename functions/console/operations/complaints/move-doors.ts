import { classify } from '#domain/complaint/life/classify.ts';
import { acknowledge, assign, escalate, link, note, transfer, withdraw } from '#domain/complaint/life/handling.ts';
import { mayRead } from '../../moves/read-complaint.ts';
import { maySee } from '../../request/caller.ts';
import { refuse } from '../../request/problems.ts';
import {
  AssignBody,
  ClassifyBody,
  EscalateBody,
  LinkBody,
  NoteBody,
  PlainBody,
  ReasonBody,
  TransferBody,
} from '../../shapes/complaint-moves.ts';
import { complaintMove } from './complaint-move.ts';

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

export const classifyDoor = complaintMove({
  summary: {
    en: 'Puts right what triage made of a complaint; its clocks follow from the first receipt',
    zh: '更正投诉的分类;时限自首次受理起重新推算',
  },
  body: ClassifyBody,
  problems: ['complaint.needs-supervisor'],
  rule:
    () =>
    (of, at, { reason, kind, category, flags, severity }) => {
      const given = Object.entries({ kind, category, flags, severity }).filter(([, value]) => value !== undefined);
      return { result: classify(of, Object.fromEntries(given), at), words: { reason } };
    },
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
    (needs, caller) =>
    async (of, at, { complaintId, relation }) => {
      const other = await needs.complaints.load(complaintId);
      if (other !== undefined && mayRead(caller, other.state, [])) {
        const alike = maySee(caller, other.state.department) ? {} : { alike: true as const };
        return { result: link(of, { complaintId, relation, ...alike }, at) };
      }
      return refuse('request.not-found', 'got a link to a complaint that is not there, expected one that you may read');
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
