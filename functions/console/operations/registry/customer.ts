import { openedNumber } from '#domain/contact/point.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import { toCustomerInput } from '../../../intake/apply/registry-input.contract.ts';
import { CustomerBody } from '../../../intake/registry.contract.ts';
import { noteRead } from '../../moves/reads.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import type { Caller } from '../../request/caller.ts';
import { unfit } from '../../request/invalid.ts';
import { door } from '../../request/operation.ts';
import { type Answer, notFound, ok } from '../../request/problems.ts';
import { NoBody, NoQuery } from '../../shapes/basics.ts';
import { CustomerShape } from '../../shapes/customer.ts';
import { customerView, type Standing } from '../../views/customer-view.ts';
import { contextOf, otherIds, refusalOf } from './records.ts';

/** The name under which reading the words of an opt-out stands on a customer's record. */
const OPT_OUT = 'opt-out';

export const getCustomer = door({
  summary: {
    en: 'A customer as on record, with what stands against each number; reading the words of an opt-out is recorded',
    zh: '查看客户资料及各号码的退订、隔离情况;阅读退订原文会留痕',
  },
  query: NoQuery,
  body: NoBody,
  answer: CustomerShape,
  problems: ['request.not-found'],
  run: ({ caller, path }, needs): Promise<Answer> => shown(path['id'] ?? '', caller, needs),
});

export const putCustomer = door({
  summary: {
    en: 'Replaces a customer’s whole record; never lifts an opt-out, quarantine or hold',
    zh: '整体替换客户资料;不会解除退订、隔离或暂停',
  },
  query: NoQuery,
  body: CustomerBody,
  answer: CustomerShape,
  problems: ['event.older', 'event.customer-erased'],
  run: async ({ caller, path, body }, needs): Promise<Answer> => {
    const customerId = path['id'] ?? '';
    const others = otherIds({ customerId }, body);
    if (others.length > 0) return unfit(others);
    const read = toCustomerInput({ ...body, customerId }, await contextOf(caller, needs));
    if (!read.ok) return unfit(read.issues);
    const refused = refusalOf(await needs.registry.upsertCustomer(read.input));
    return refused ?? shown(customerId, caller, needs);
  },
});

async function shown(customerId: string, caller: Caller, needs: ConsoleNeeds): Promise<Answer> {
  const person = await needs.people.load(customerId);
  if (person === undefined) return notFound;
  const { view, words } = await registryView(person, needs);
  if (words) await noteRead({ customerId, of: OPT_OUT, staff: caller.staff }, needs);
  return ok(view);
}

/** The record with what stands against each number, address and endpoint; `words`: those of an opt-out were opened for it. */
export async function registryView(
  { customer, contacts }: PersonRecord,
  needs: Pick<ConsoleNeeds, 'points' | 'pushesOf' | 'entryOf' | 'open'>,
): Promise<{ readonly view: CustomerShape; readonly words: boolean }> {
  const { state } = customer;
  const pushes = await needs.pushesOf(state);
  const ids = [...new Set([...state.phones, ...state.mails, ...pushes].map(({ point }) => point))];
  const found = await needs.points.loadAll(ids);
  const standings = await Promise.all(
    found.map(async (stored): Promise<Standing> => {
      const text = stored === undefined ? undefined : await optOutText(stored.state, needs);
      return text === undefined ? { point: stored?.state } : { point: stored?.state, text };
    }),
  );
  const points = new Map(ids.map((id, index) => [id, standings[index] ?? { point: undefined }]));
  return {
    view: customerView(state, { contacts, pushes, points }),
    words: standings.some(({ text }) => text !== undefined),
  };
}

async function optOutText(
  { id, optOut, key }: NonNullable<Standing['point']>,
  needs: Pick<ConsoleNeeds, 'entryOf' | 'open'>,
): Promise<string | undefined> {
  if (optOut?.seq === undefined || key === undefined) return undefined;
  const entry = await needs.entryOf('point', id, optOut.seq);
  const plain = entry === undefined ? undefined : await needs.open(key, entry);
  return plain === undefined ? undefined : openedNumber(plain).text;
}
