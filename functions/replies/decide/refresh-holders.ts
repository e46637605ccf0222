import type { ContactPoint, Holder } from '#domain/contact/point.ts';
import { openRefresh } from '#domain/reply/refresh.ts';
import type { Bearing } from '../hear/bearing.ts';
import type { Message, ReplyNeeds } from '../ports.ts';
import type { CaseDraft } from './draft.ts';

/** With the number and the case there is room for so many in one transaction; further holders' departments are told. */
const TOGETHER = 2;

/**
 * A number found to be wrong is wrong for everybody who lists it: each customer's department gets a task to ask for the
 * right one. The case that the reply bears on has its own.
 */
export function refreshHolders(
  of: { readonly point: ContactPoint; readonly message: Message; readonly besides?: Bearing },
  needs: ReplyNeeds,
): readonly CaseDraft[] {
  const { point, message, besides } = of;
  const plan = needs.book.planFor('account_service');
  if (plan === undefined || point.quarantine !== undefined) return [];
  const known = besides?.stored.state.customerId;
  const room = besides === undefined ? TOGETHER + 1 : TOGETHER;
  return onePerCustomer(point.holders.filter((holder) => holder.customerId !== known))
    .slice(0, room)
    .map((holder) => {
      const window = `wrong-number.${point.id}.${point.version + 1}`;
      const id = needs.ids.caseIdOf({ customerId: holder.customerId, kind: 'contact-data', window });
      const input = { id, holder, plan: { id: plan.id, version: plan.version }, inboundId: message.id };
      return { transition: openRefresh(input, needs.now()) };
    });
}

const onePerCustomer = (holders: readonly Holder[]): readonly Holder[] => [
  ...new Map(holders.toReversed().map((holder) => [holder.customerId, holder])).values(),
];
