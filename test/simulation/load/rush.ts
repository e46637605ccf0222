import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { apiEvent } from '../../support/runtime/lambda-events.ts';
import type { Machine } from '../machine/machine.ts';
import { SOURCE, type Told } from '../world/bank.ts';
import type { Customer } from '../world/customers.ts';

const BATCH = 'application/cloudevents-batch+json';
const PRODUCER = { client_id: 'core', scope: 'liaison/producer', sub: 'core' };
const SECOND = 1_000;
/** Events of one request. */
const PART = 20;
/** One customer in so many has four debts: caps are there for these. */
const INDEBTED = 25;
const DEBTS = 4;

export type Town = { readonly customers: readonly Customer[]; readonly told: Told[]; readonly requests: () => number };

/** Customers with so many debts between them. */
export function townOf(
  debts: number,
): readonly { readonly customer: Customer; readonly accounts: readonly string[] }[] {
  const town: { customer: Customer; accounts: readonly string[] }[] = [];
  for (let left = debts; left > 0; ) {
    const nth = town.length + 1;
    const count = Math.min(left, nth % INDEBTED === 0 ? DEBTS : 1);
    const accounts = Array.from({ length: count }, (_, at) => `a${nth}-${at + 1}`);
    const customer = { id: `u${nth}`, phone: `+86199${10_000_000 + nth}`, account: `a${nth}-1`, name: `王秘${nth}` };
    town.push({ customer, accounts });
    left -= count;
  }
  return town;
}

export type Rush = { readonly debts: number; readonly knownAt: number; readonly flaggedAt: number };

/** The bank makes its customers known, then flags all their debts within one minute. */
export function rush(machine: Machine, { debts, knownAt, flaggedAt }: Rush): Town {
  const town = townOf(debts);
  const told: Told[] = [];
  let requests = 0;
  const count = (): unknown => (requests += 1);
  const tell = (type: string, all: readonly Told['data'][], from: number): void => {
    const parts = Math.ceil(all.length / PART);
    for (let part = 0; part < parts; part += 1) {
      const at = from + Math.floor((part * 55 * SECOND) / parts);
      const events = all.slice(part * PART, (part + 1) * PART).map((data): Told => toldOf(type, data, { told, at }));
      machine.time.at(at, () => void push(machine, events, count));
    }
  };
  const known = town.map(({ customer }) => recordOf(customer, knownAt));
  const flags = town.flatMap(({ customer, accounts }) => accounts.map((one) => debtOf(customer, one, flaggedAt)));
  tell('customer.upserted', known, knownAt);
  tell('account.overdue-flagged', flags, flaggedAt);
  return { customers: town.map(({ customer }) => customer), told, requests: () => requests };
}

function toldOf(type: string, data: Told['data'], { told, at }: { told: Told[]; at: number }): Told {
  const of: Told = {
    id: `e${told.length + 1}`,
    type: `liaison.${type}.v1`,
    data,
    at,
    door: 'http',
    answers: [],
    sends: 0,
  };
  told.push(of);
  return of;
}

/** Asks again until every event was taken. */
async function push(machine: Machine, events: readonly Told[], count: () => unknown): Promise<void> {
  count();
  for (const one of events) one.sends += 1;
  const body = JSON.stringify(events.map(envelope));
  const event = apiEvent({ headers: { 'content-type': BATCH }, body, claims: PRODUCER });
  const ended = await machine.invoke('accept-events', event, 28);
  const status =
    ended.kind === 'answered' ? ((ended.result as APIGatewayProxyStructuredResultV2).statusCode ?? 500) : 500;
  if (status >= 500 || status === 429) machine.time.after(2 * SECOND, () => void push(machine, events, count));
  else for (const one of events) one.answers.push('accepted');
}

const iso = (at: number): string => new Date(at).toISOString();

const envelope = ({ id, type, data, at }: Told): object => ({
  specversion: '1.0',
  id,
  source: SOURCE,
  type,
  time: iso(at),
  data,
});

const recordOf = ({ id, phone, name }: Customer, at: number): Told['data'] => ({
  customerId: id,
  name,
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  phones: [{ number: phone, source: 'contract', verifiedAt: iso(at) }],
  asOf: iso(at),
});

const debtOf = ({ id }: Customer, accountId: string, at: number): Told['data'] => ({
  accountId,
  customerId: id,
  overdueAmount: { amount: '300.00', currency: 'CNY' },
  daysPastDue: 3,
  sequence: 1,
  asOf: iso(at),
});
