import { toContactInput, toRemovalInput } from '../../../intake/apply/registry-input.contract.ts';
import { ContactBody } from '../../../intake/registry.contract.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { unfit } from '../../request/invalid.ts';
import { type Ask, door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { ContactShape, RemovedShape } from '../../shapes/customer.ts';
import { contactView } from '../../views/customer-view.ts';
import { contextOf, otherIds, refusalOf } from './records.ts';

type Ids = { readonly customerId: string; readonly contactId: string };
const idsOf = ({ path }: Pick<Ask, 'path'>): Ids => ({
  customerId: path['id'] ?? '',
  contactId: path['contactId'] ?? '',
});

export const getContact = door({
  summary: { en: 'One emergency contact as on record', zh: '查看一位紧急联系人' },
  query: NoQuery,
  body: NoBody,
  answer: ContactShape,
  problems: ['request.not-found'],
  run: (ask, needs): Promise<Answer> => shown(idsOf(ask), needs),
});

export const putContact = door({
  summary: { en: 'Replaces an emergency contact’s whole record', zh: '整体替换一位紧急联系人的资料' },
  query: NoQuery,
  body: ContactBody,
  answer: ContactShape,
  problems: ['request.not-found', 'event.older', 'event.contacts-full', 'event.customer-erased'],
  run: async (ask, needs): Promise<Answer> => {
    const ids = idsOf(ask);
    const others = otherIds(ids, ask.body);
    if (others.length > 0) return unfit(others);
    const read = toContactInput({ ...ask.body, ...ids }, await contextOf(ask.caller, needs));
    if (!read.ok) return unfit(read.issues);
    const refused = refusalOf(await needs.registry.upsertContact(read.input));
    return refused ?? shown(ids, needs);
  },
});

export const removeContact = door({
  summary: { en: 'Takes an emergency contact off the record', zh: '移除一位紧急联系人' },
  query: NoQuery,
  body: NoBody,
  answer: RemovedShape,
  problems: ['request.not-found', 'event.older', 'event.customer-erased'],
  run: async (ask, needs): Promise<Answer> => {
    const ids = idsOf(ask);
    if ((await find(ids, needs)) === undefined) return notFound;
    const input = toRemovalInput(ids, await contextOf(ask.caller, needs));
    return refusalOf(await needs.registry.removeContact(input)) ?? ok({ ...ids, removed: true });
  },
});

async function find({ customerId, contactId }: Ids, needs: Pick<ConsoleNeeds, 'people'>) {
  const found = await needs.people.contact(customerId, contactId);
  return found?.contact.removed === true ? undefined : found?.contact;
}

async function shown(ids: Ids, needs: Pick<ConsoleNeeds, 'people' | 'points'>): Promise<Answer> {
  const contact = await find(ids, needs);
  if (contact === undefined) return notFound;
  const point = contact.phone === undefined ? undefined : await needs.points.load(contact.phone.point);
  return ok(contactView(contact, point?.state));
}
