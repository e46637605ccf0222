import type { ErasureOrder } from '#store/people/erasure-orders.ts';
import { type Door, door } from '../../request/operation.ts';
import { type Answer, notFound, ok, refuse } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { ManyBody, OrderShape } from '../../shapes/subjects/subject.ts';
import { erase } from '../../subjects/erase.ts';
import type { PrivacyNeeds } from '../../subjects/ports.ts';
import { holdView } from '../../views/hold-view.ts';

export const orderErasures: Door<PrivacyNeeds> = door({
  summary: {
    en: 'Erases several persons by one order; more than ten in a day wait for another person’s approval, and nothing is done before',
    zh: '以一份指令抹除多人;一日超过十人须由另一人批准,批准前不做任何改动',
  },
  query: NoQuery,
  body: ManyBody,
  answer: OrderShape,
  statuses: [200, 202],
  problems: [],
  run: async ({ caller, body }, needs: PrivacyNeeds): Promise<Answer> => {
    const { reason } = body;
    const subjects = body.subjects.map(({ customerId, contactId }) =>
      contactId === undefined ? { customerId } : { customerId, contactId },
    );
    const at = needs.now();
    const order: ErasureOrder = { id: needs.sortable(at), at, by: caller.staff, reason, subjects };
    await needs.commit({ advances: [], also: [await needs.orders.put(order, needs.wallNow())] });
    // However the persons are spread over orders: what somebody erases alone in a day is counted together.
    if (await needs.countAlone(order.by, subjects.length)) return ok(await carryOut(order, needs));
    return { status: 202, body: { id: order.id, state: 'AWAITING_APPROVAL', by: order.by, results: [] } };
  },
});

export const approveErasures: Door<PrivacyNeeds> = door({
  summary: {
    en: 'Approves an order of another person and carries it out; asked again it finishes what was cut short',
    zh: '批准他人的抹除指令并执行;重复请求会补完中断的步骤',
  },
  query: NoQuery,
  body: NoBody,
  answer: OrderShape,
  problems: ['request.not-found', 'subject.own-approval'],
  run: async ({ caller, path }, needs: PrivacyNeeds): Promise<Answer> => {
    const order = await needs.orders.get(path['id'] ?? '');
    if (order === undefined) return notFound;
    if (order.by === caller.staff)
      return refuse('subject.own-approval', 'got the approval of who made the order, expected another person’s');
    if (order.approvedBy === undefined) {
      await needs.commit({ advances: [], also: [needs.orders.approve(order, caller.staff)] });
    }
    return ok(await carryOut({ ...order, approvedBy: order.approvedBy ?? caller.staff }, needs));
  },
});

async function carryOut(order: ErasureOrder, needs: PrivacyNeeds) {
  const { id, by, reason, subjects, approvedBy } = order;
  const ordered = { by, reason, ...(approvedBy === undefined ? {} : { approvedBy }) };
  const results: object[] = [];
  let all = true;
  for (const subject of subjects) {
    const result = await erase(subject, ordered, needs);
    all &&= result.kind === 'erased';
    results.push({
      ...subject,
      state: STATES[result.kind],
      ...(result.kind === 'held' ? { holds: result.holds.map(holdView) } : {}),
    });
  }
  return { id, state: all ? 'DONE' : 'PARTLY', by, ...(approvedBy === undefined ? {} : { approvedBy }), results };
}

const STATES = { erased: 'ERASED', held: 'HELD', unknown: 'UNKNOWN' } as const;
