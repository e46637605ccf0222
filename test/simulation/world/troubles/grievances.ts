import type { Machine } from '../../machine/machine.ts';
import type { Answer, Staff } from '../staff.ts';

const MINUTE = 60_000;
/** When whoever is known by then comes to the counter. */
const COME = 20 * MINUTE;
const TRIES = 4;
const GRIEVANCES: readonly string[] = ['我要投诉：多收了我的手续费，请退还', '手机银行登录不上，一直报错，我要投诉'];

type At = { readonly machine: Machine; readonly staff: Staff; readonly customers: readonly { readonly id: string }[] };

/**
 * Customers with two grievances, each settled at the counter at once as far as faults let it: they are asked how content they are with the first,
 * and the next morning it is found, of all of them in one minute, that they are to be left in peace about the second.
 */
export function haveTwoGrievances({ machine, staff, customers }: At): void {
  machine.time.after(COME, () => void Promise.all(customers.map(({ id }) => settleBoth(id, { machine, staff }))));
}

async function settleBoth(customerId: string, { machine, staff }: Omit<At, 'customers'>): Promise<void> {
  const insist = async (path: string, body: object): Promise<Answer | undefined> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await staff.ask('POST', path, body);
      if (answer !== undefined && answer.status < 500) return answer;
    }
    return undefined;
  };
  for (const text of GRIEVANCES) {
    const taken = await insist('/v1/complaints', { customerId, text, channel: 'branch' });
    const id = taken?.body['id'];
    // Nobody took it, or the customer is erased by now.
    if (typeof id !== 'string') continue;
    const path = `/v1/complaints/${id}`;
    await insist(`${path}/decide`, { decision: 'upheld', answer: '退还', reason: '多收', closureCode: 'fee' });
    const at = new Date(machine.time.now()).toISOString();
    const contact = { channel: 'call', at, confirmed: false };
    await insist(`${path}/resolve`, { answer: '已退还', rootCause: 'fee', contact });
  }
}
