import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import type { Bank, Told } from './bank.ts';
import type { Habit, People } from './people.ts';
import { inTrouble, isSilent } from './silent.ts';
import { confused } from './troubles/confused.ts';
import { robbed } from './troubles/crowd.ts';
import { hurried, isHurried } from './troubles/hurried.ts';
import { isPressed, pressed } from './troubles/pressed.ts';
import { isPrompt, prompt } from './troubles/prompt.ts';

/** A customer of the simulated bank; `kin` is somebody to be asked in an emergency. */
export type Customer = {
  readonly id: string;
  readonly phone: string;
  readonly mail?: string;
  /** The bank's app on their telephone. */
  readonly endpoint?: string;
  readonly account: string;
  readonly name: string;
  readonly kin?: { readonly id: string; readonly phone: string };
  readonly habit?: Habit;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KINDS = ['large-transaction', 'card-not-present', 'dormant-moving', 'unusual-amount'];
/** Names and numbers that must never be found outside sealed fields and texts. */
export const NAME_MARK = '王秘';

/** The bank's application for pushes. */
export const APP = 'GCM/JiayiBank';

const iso = (at: number): string => new Date(at).toISOString();

/** Brings one customer into the world: who they are, and what happens to them in the hours that follow. */
export function enter(nth: number, at: At & { people: People }): Customer {
  const { machine, bank, chance } = at;
  const { time } = machine;
  const habit = isSilent(nth) ? 'mute' : isPressed(nth) ? 'confirms' : undefined;
  const customer: Customer = {
    ...named(nth),
    ...(chance.happens(35) || isSilent(nth) ? { kin: { id: `k${nth}`, phone: numberOf(nth, 2) } } : {}),
    ...(habit === undefined ? {} : { habit }),
  };
  const known = (): unknown => bank.tell('customer.upserted', recordOf(customer, time.now()));
  // One in ten is heard of after the first thing that happened to them.
  if (chance.happens(10)) time.after(chance.between(1, 2 * MINUTE), known);
  else known();
  const { kin } = customer;
  // Most are told of when the bank is sure that their customer is known; of an unknown one they are refused.
  if (kin !== undefined)
    time.after(chance.happens(80) ? chance.between(2 * MINUTE, 6 * MINUTE) : 1, () =>
      bank.tell('contact.upserted', contactOf(customer, kin, time.now())),
    );
  // Nothing comes to their number before they ask for silence but what is told in that second.
  if (isHurried(nth)) {
    hurried(customer, at);
    return customer;
  }
  if (chance.happens(45)) time.after(chance.between(1_000, 30 * MINUTE), () => debt(customer, at));
  // One in five of a seed, and one in every seed, has more matters at once than a number may be texted about.
  if (isPressed(nth)) pressed(customer, at);
  if (isPrompt(nth)) prompt(customer, at);
  if (nth % 5 === 2) confused(customer, at);
  if (isSilent(nth)) inTrouble(customer, at);
  for (let more = chance.between(1, 2); more > 0; more -= 1) {
    time.after(chance.between(1_000, 30 * MINUTE), () => happenTo(customer, at));
  }
  return customer;
}

/** One of many who are robbed at once. */
export function enterRobbed(nth: number, at: Pick<At, 'machine' | 'bank'>): Customer {
  const customer: Customer = { ...named(nth), habit: 'absent' };
  at.bank.tell('customer.upserted', recordOf(customer, at.machine.time.now()));
  robbed(customer, at);
  return customer;
}

type At = { readonly machine: Machine; readonly bank: Bank; readonly chance: Chance };

const numberOf = (nth: number, of: number): string => `+86199${String(10_000_000 + nth * 10 + of)}`;
const named = (nth: number): Omit<Customer, 'kin' | 'habit'> => ({
  id: `u${nth}`,
  phone: numberOf(nth, 1),
  account: `a${nth}`,
  name: `${NAME_MARK}${nth}`,
  ...addressOf(nth),
});

/** One in three has a mail address, one in three the app. Both hold their number: where that must not be, they must not. */
function addressOf(nth: number): Pick<Customer, 'mail' | 'endpoint'> {
  const digits = numberOf(nth, 1).slice('+86'.length);
  if (nth % 3 === 0) return { mail: `${digits}@example.com` };
  return nth % 3 === 1 ? { endpoint: `arn:aws:sns:eu-west-2:000000000000:endpoint/${APP}/${digits}` } : {};
}

function happenTo(customer: Customer, at: At): void {
  const roll = at.chance.between(1, 100);
  if (roll <= 40) oddity(customer, at);
  else if (roll <= 75) help(customer, at);
  else if (roll <= 90) unreachable(customer, at);
  else rare(customer, at);
}

/** A debt that is flagged, perhaps told of again, and cleared in one of two cases. */
function debt(customer: Customer, { machine, bank, chance }: At): void {
  const { time } = machine;
  const state = (sequence: number, amount: string, days: number): Told['data'] => ({
    accountId: customer.account,
    customerId: customer.id,
    overdueAmount: { amount, currency: 'CNY' },
    daysPastDue: days,
    sequence,
    asOf: iso(time.now()),
  });
  const days = chance.happens(15) ? 95 : 3;
  bank.tell('account.overdue-flagged', state(1, '300.00', days));
  if (chance.happens(25)) {
    time.after(chance.between(MINUTE, HOUR), () =>
      bank.tell('account.transaction-posted', movement(customer, 2, time.now())),
    );
  }
  if (chance.happens(50))
    time.after(chance.between(1_000, 26 * HOUR), () => bank.tell('account.overdue-cleared', state(3, '0.00', 0)));
  if (chance.happens(20))
    time.after(26 * HOUR + chance.between(1_000, HOUR), () =>
      bank.tell('account.overdue-flagged', state(4, '500.00', 2)),
    );
}

const movement = ({ account, id }: Customer, sequence: number, now: number): Told['data'] => ({
  accountId: account,
  customerId: id,
  transactionId: `t-${account}-${sequence}`,
  amount: { amount: '12.00', currency: 'CNY' },
  direction: 'debit',
  sequence,
  postedAt: iso(now),
});

function oddity(customer: Customer, { machine, bank, chance }: At): void {
  const fraud = chance.happens(50);
  const told = bank.tell('anomaly.reported', {
    customerId: customer.id,
    kind: chance.pick(KINDS),
    severity: chance.pick(['medium', 'high', 'critical']),
    ...(fraud ? { purpose: 'fraud_security' } : {}),
    amount: { amount: chance.pick(['900.00', '60000.00']), currency: 'CNY' },
  });
  const { time } = machine;
  if (chance.happens(20)) {
    time.after(chance.between(1_000, HOUR), () =>
      bank.tell('event.retracted', { source: 'urn:bank:core', id: told.id, customerId: customer.id }),
    );
  }
  if (chance.happens(10))
    time.after(chance.between(1_000, HOUR), () =>
      bank.contradict(told, { ...told.data, severity: 'low', kind: 'other' }),
    );
}

function help(customer: Customer, { bank, chance }: At): void {
  bank.tell('customer.help-requested', {
    customerId: customer.id,
    kind: chance.pick(['locked-out', 'stranded', 'card-lost']),
  });
}

function unreachable(customer: Customer, { bank, machine, chance }: At): void {
  // Some of it is told days late.
  const late = chance.happens(20) ? 2 * 24 * HOUR : 0;
  bank.tell(
    'customer.unreachable',
    { customerId: customer.id, reason: 'mail-returned' },
    { at: machine.time.now() - late },
  );
}

function rare(customer: Customer, { bank, machine, chance }: At): void {
  const now = machine.time.now();
  const { kin } = customer;
  switch (chance.between(1, 6)) {
    case 1:
      bank.tell('customer.upserted', { ...recordOf(customer, now), flags: { deceased: true } });
      break;
    case 2:
      if (kin !== undefined)
        bank.tell('contact.removed', { customerId: customer.id, contactId: kin.id, asOf: iso(now) });
      break;
    case 3:
      bank.tell('customer.profile-changed', { customerId: customer.id, field: 'phone', at: iso(now) });
      break;
    case 4:
      bank.tell('contact-point.delivery-failed', { address: customer.phone, customerId: customer.id, at: iso(now) });
      break;
    case 5:
      bank.tell('feed.heartbeat', { asOf: iso(now) });
      break;
    default:
      bank.babble(chance.pick(['not json', '{}', '[]', '{"specversion":"1.0"}', '"\u0000"']));
  }
}

const recordOf = ({ id, phone, mail, endpoint, name }: Customer, now: number): Told['data'] => ({
  customerId: id,
  name,
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  phones: [{ number: phone, source: 'contract', verifiedAt: iso(now) }],
  ...(mail === undefined ? {} : { mails: [{ address: mail, source: 'contract', verifiedAt: iso(now) }] }),
  ...(endpoint === undefined ? {} : { pushEndpoints: [endpoint] }),
  asOf: iso(now),
});

const contactOf = ({ id, name }: Customer, kin: { id: string; phone: string }, now: number): Told['data'] => ({
  customerId: id,
  contactId: kin.id,
  name: `${name}的弟弟`,
  relation: 'brother',
  order: 1,
  phone: kin.phone,
  consent: { given: true, proof: 'branch form', at: iso(now) },
  source: 'branch_form',
  verifiedAt: iso(now),
  asOf: iso(now),
});
