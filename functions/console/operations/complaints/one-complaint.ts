import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { openTexts } from '../../moves/reads.ts';
import { maySee } from '../../request/caller.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { ComplaintShape } from '../../shapes/complaint.ts';
import { complaintView } from '../../views/complaint-view.ts';

export const getComplaint = door({
  summary: {
    en: 'One complaint with its timeline and the contacts it is about; reading its words is recorded',
    zh: '查看一个投诉的时间线及相关触达依据;阅读投诉原文会留痕',
  },
  query: NoQuery,
  body: NoBody,
  answer: ComplaintShape,
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs: ComplaintNeeds): Promise<Answer> => {
    const whole = await needs.complaints.whole(path['id'] ?? '');
    if (whole === undefined || !maySee(caller, whole.stored.state.department)) return notFound;
    const { id, customerId, caseId } = whole.stored.state;
    const texts = await openTexts({ id, customerId, entries: whole.entries }, caller, needs);
    const from = caseId === undefined ? undefined : await needs.cases.whole(caseId);
    return ok(complaintView(whole, { from, linkedRefs: [] }, texts));
  },
});
