import { withTime } from '#domain/case/contacts/dials.ts';
import { countCalls } from '#domain/contact/calls.ts';
import type { Instant } from '#domain/time.ts';
import type { Op } from '#store/ledger.ts';
import { customerTouch, type PersonStore } from '#store/people/customer-store.ts';
import { pointTouch, unknownPoint } from '#store/point-store.ts';
import type { ConsoleNeeds } from '../ports.ts';

/** Most moves are no calls: nothing is read for them. */
export async function callsCounted(
  { before, after }: Parameters<ConsoleNeeds['countCalls']>[0],
  called: Parameters<ConsoleNeeds['countCalls']>[1],
  people: Pick<PersonStore, 'load'>,
): Promise<readonly Op[]> {
  const begun = after.dials?.at(-1);
  const dialled = begun === undefined || begun === before.dials?.at(-1) ? undefined : begun;
  const number = called === undefined || dialled === undefined ? [] : [numberCalled(called, dialled)];
  if (countCalls(NO_SENDS, before, after) === NO_SENDS) return number;
  const customer = (await people.load(after.customerId))?.customer.state;
  if (customer === undefined) return number;
  return [...number, customerTouch(customer, countCalls(customer.sends, before, after))];
}

type Called = NonNullable<Parameters<ConsoleNeeds['countCalls']>[1]>;

const numberCalled = ({ id, before = unknownPoint(id) }: Called, at: Instant): Op =>
  pointTouch(before, { ...before.state, dials: withTime(before.state.dials, at) });

const NO_SENDS = { any: [], debt: [] };
