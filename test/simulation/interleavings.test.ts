import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMachine } from './machine/machine.ts';
import { bundlePrograms, type Programs } from './machine/programs.ts';
import { chanceOf } from './machine/random.ts';
import { idOf, isCase, textAt } from './model/facts.ts';
import { readRecord, type TableRecord } from './model/record.ts';
import { createBank, type Told } from './world/bank.ts';
import { START } from './world/moods.ts';
import { keepTicking } from './world/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CUSTOMERS = 4;

let programs: Programs;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  programs = await bundlePrograms();
});
afterAll(async () => void (await Promise.all(stops.map((stop) => stop()))));

type Word = { readonly type: string; readonly data: Told['data']; readonly id: string };
const iso = (hours: number): string => new Date(START + hours * HOUR).toISOString();
const overdue = (id: string, sequence: number, amount: string): Word => ({
  id: `${id}-${sequence}`,
  type: amount === '0.00' ? 'account.overdue-cleared' : 'account.overdue-flagged',
  data: {
    accountId: `a-${id}`,
    customerId: id,
    overdueAmount: { amount, currency: 'CNY' },
    daysPastDue: amount === '0.00' ? 0 : 3,
    sequence,
    asOf: iso(0),
  },
});

/** What the bank says of each customer: who they are, a debt that is paid, a call for help. */
const wordsOf = (nth: number): readonly Word[] => {
  const id = `v${nth}`;
  const phones = [{ number: `+861991234567${nth}`, source: 'contract', verifiedAt: iso(0) }];
  const record = { customerId: id, name: '王', locale: 'zh-CN', timezone: 'Asia/Shanghai', jurisdiction: 'CN', phones };
  return [
    { id: `${id}-record`, type: 'customer.upserted', data: { ...record, asOf: iso(0) } },
    overdue(id, 1, '300.00'),
    overdue(id, 2, '0.00'),
    { id: `${id}-help`, type: 'customer.help-requested', data: { customerId: id, kind: 'locked-out' } },
  ];
};

/** Says all of it in an order, and under conflicts, stale indexes, repeats and early hands, that the seed chooses. */
async function saidIn(seed: string): Promise<TableRecord> {
  const machine = await startMachine({
    seed,
    programs,
    start: START,
    plan: { rate: 8, only: ['conflict', 'stale', 'partly'] },
    queueFaults: { twice: 20, early: 10, swallowed: 5 },
    streamFaults: { twice: 20, slow: 20 },
    skewMs: 0,
  });
  stops.push(machine.stop);
  const chance = chanceOf(seed);
  const bank = createBank(machine, chance.fork('bank'));
  keepTicking(machine);
  const words = Array.from({ length: CUSTOMERS }, (_none, nth) => wordsOf(nth)).flat();
  for (const { type, data, id } of chance.shuffled(words))
    machine.time.after(chance.between(1, 20 * MINUTE), () => void bank.tell(type, data, { id, at: START }));
  await machine.time.runTo(START + 3 * HOUR);
  machine.heal();
  await machine.time.runTo(START + 30 * HOUR);
  return readRecord(machine.engine);
}

/** Cases by customer as far as neither ids nor times tell: what for, how they stand, how often each step was taken. */
function canonical({ timelines, snapshots }: TableRecord): readonly string[] {
  const told = [...timelines].flatMap(([aggregate, entries]) => {
    if (!isCase(aggregate)) return [];
    const customer = /"(v\d)"/u.exec(JSON.stringify(snapshots.get(aggregate) ?? {}))?.[1] ?? idOf(aggregate);
    const status = entries.reduce((last, { facts }) => textAt(facts, 'to') ?? last, 'RECEIVED');
    const steps = entries
      .filter(({ type }) => type === 'contact.claimed')
      .map(({ facts }) => textAt(facts, 'at', 'id'));
    // A debt that is known as paid before it is known as owed opens nothing; one that is paid at once ends before any text.
    if (status === 'RESOLVED' && steps.length === 0) return [];
    return [[customer, textAt(entries[0]?.facts, 'purpose'), status, ...steps].join(' ')];
  });
  return told.toSorted();
}

test('I19: the same words in three orders and under other faults end in the same cases, steps and states', {
  timeout: 400_000,
}, async () => {
  const [first, second, third] = [await saidIn('order.1'), await saidIn('order.2'), await saidIn('order.3')];

  expect(canonical(first).length).toBeGreaterThanOrEqual(CUSTOMERS);
  expect(canonical(second)).toEqual(canonical(first));
  expect(canonical(third)).toEqual(canonical(first));
});
