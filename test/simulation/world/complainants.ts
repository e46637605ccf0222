import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import type { Bank } from './bank.ts';
import type { Customer } from './customers.ts';
import type { Staff } from './staff.ts';

const MINUTE = 60_000;
/** Words of every weight: a matter of money, of an app that fails for many, of danger. */
const SAID = [
  '我要投诉：多收了我的手续费，请退还',
  '我还不上信用卡，希望分期还款，请帮帮我',
  '手机银行登录不上，一直报错，我要投诉',
  '你们再逼我，我就不想活了，我要投诉',
  '我要向银保监会投诉你们乱扣费',
];

/** Nobody complains before the bank has told of its customers. */
const FIRST = 5 * MINUTE;
/** So many say the same once more, elsewhere: two complaints of one matter. */
const AGAIN_PERCENT = 60;

type At = {
  readonly machine: Machine;
  readonly staff: Staff;
  readonly bank: Bank;
  readonly chance: Chance;
  readonly customers: readonly Customer[];
  readonly busy: boolean;
};

/** People who complain at the counter or on the web, and the feed that says it is alive, until `isOver`. */
export function keepComplaining(at: At, isOver: () => boolean): void {
  const { machine, staff, bank, chance, customers, busy } = at;
  const [least, most] = busy ? [MINUTE / 2, 3 * MINUTE] : [5 * MINUTE, 60 * MINUTE];
  const next = (): void => {
    machine.time.after(chance.between(least, most), () => {
      if (isOver()) return;
      next();
      if (chance.happens(30)) bank.tell('feed.heartbeat', { asOf: new Date(machine.time.now()).toISOString() });
      if (customers.length === 0 || chance.happens(40)) return;
      const body = { customerId: chance.pick(customers).id, text: chance.pick(SAID) };
      say(body);
      if (chance.happens(AGAIN_PERCENT)) machine.time.after(chance.between(MINUTE, 4 * MINUTE), () => say(body));
    });
  };
  const say = (body: object): void =>
    void staff.ask('POST', '/v1/complaints', { ...body, channel: chance.pick(['web', 'branch', 'phone']) });
  machine.time.after(FIRST, next);
}
