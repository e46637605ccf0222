import { isOfSameCustomer } from '#domain/complaint/life/linked.ts';
import { isTaskOpen } from '#domain/task/moves.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { answersTo } from '../../moves/answers-told.ts';
import { complaintTexts, mayRead } from '../../moves/read-complaint.ts';
import type { Caller } from '../../request/caller.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { ComplaintShape } from '../../shapes/complaint.ts';
import type { Texts } from '../../views/case-view.ts';
import { complaintView } from '../../views/complaint-view.ts';

export const getComplaint = door({
  summary: {
    en: 'One complaint with its clocks, offers, timeline and the contacts it is about; reading its words is recorded',
    zh: '查看一个投诉的时限、方案、时间线及相关触达依据;阅读投诉原文会留痕',
  },
  query: NoQuery,
  body: NoBody,
  answer: ComplaintShape,
  problems: ['request.not-found'],
  run: async ({ caller, path }, needs: ComplaintNeeds): Promise<Answer> => {
    const whole = await findWhole(path['id'] ?? '', caller, needs);
    if (whole === undefined) return notFound;
    const texts = await complaintTexts(whole, caller, needs);
    // Noting who read a complaint of nobody we know is a fact of the complaint itself: it is told as it then stands.
    const noted = whole.stored.state.key === undefined ? whole : await needs.complaints.whole(whole.stored.state.id);
    return ok(await shown(noted ?? whole, { texts, reader: caller }, needs));
  },
});

/** A complaint that the caller may read, with everything under it. */
async function findWhole(id: string, caller: Caller, needs: ComplaintNeeds): Promise<WholeComplaint | undefined> {
  const whole = await needs.complaints.whole(id);
  if (whole === undefined) return undefined;
  if (mayRead(caller, whole.stored.state, [])) return whole;
  const tasks = await needs.tasks.ofComplaint(id);
  const at = tasks.filter(isTaskOpen).map(({ queue }) => queue);
  return mayRead(caller, whole.stored.state, at) ? whole : undefined;
}

type Read = { readonly texts: Texts; readonly reader?: Caller; readonly answer?: string | undefined };

async function shown(
  whole: WholeComplaint,
  { texts, reader, answer }: Read,
  needs: ComplaintNeeds,
): Promise<ComplaintShape> {
  const { caseId, linked, decision } = whole.stored.state;
  const [from, others, answers] = await Promise.all([
    caseId === undefined ? undefined : needs.cases.whole(caseId),
    decision === undefined ? [] : needs.complaints.loadAll(linked.map(({ complaintId }) => complaintId)),
    answersTo(whole, reader, needs),
  ]);
  const own = others.filter((one) => one !== undefined && isOfSameCustomer(whole.stored.state, one.state));
  const linkedRefs = own.flatMap((one) => one?.state.externalRef ?? []);
  return complaintView(whole, { from, linkedRefs, answers, answer }, texts);
}

/**
 * The complaint as it stands after a move, without its texts: who moves it has not asked to read them. `answer`: the words
 * of the decision, where this very move brought them.
 */
export async function complaintAfter(id: string, needs: ComplaintNeeds, answer?: string): Promise<ComplaintShape> {
  const whole = await needs.complaints.whole(id);
  if (whole === undefined) throw new Error(`complaint ${id}: got none after a move of it`);
  return shown(whole, { texts: new Map(), answer }, needs);
}
