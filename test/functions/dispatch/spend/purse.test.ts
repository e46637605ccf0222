import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomIn } from '#domain/spend/budget.ts';
import { destinationOf } from '#domain/spend/destination.ts';
import { HOUR } from '#domain/time.ts';
import { LIMITS } from '#policies/limits.ts';
import type { LeaseAsk } from '#store/operations/lease-store.ts';
import type { PurseNeeds } from '../../../../functions/dispatch/spend/leases.ts';
import { createPurse, type Purse } from '../../../../functions/dispatch/spend/purse.ts';
import { NOON } from '../../../support/cases.ts';
import { AMPLE } from '../../../support/spend.ts';

/** Counters as the table keeps them, each write at once or not at all; every answer comes when `turn` lets it. */
function table(turn: () => Promise<void> = () => Promise.resolve()) {
  const items = new Map<string, Map<string, number>>();
  let writes = 0;
  const lease = async ({ key, bounds, want, least }: LeaseAsk): Promise<number> => {
    await turn();
    writes += 1;
    const item = items.get(key.pk) ?? new Map<string, number>();
    items.set(key.pk, item);
    const leased = Math.min(want, roomIn(bounds, Object.fromEntries(item)));
    if (leased < least) return 0;
    for (const { counter } of bounds) item.set(counter, (item.get(counter) ?? 0) + leased);
    await turn();
    return leased;
  };
  return { lease, writes: () => writes };
}

const SHANGHAI = '+8613800138000';
const needsOn = (leases: PurseNeeds['leases'], change: Partial<PurseNeeds['budget']> = {}): PurseNeeds => ({
  budget: { ...AMPLE, ...change },
  rules: LIMITS.spend,
  leases,
  keyOfDay: (day, shard) => ({ pk: `day ${day} ${shard}`, sk: '' }),
  keyOfRange: (hour, range) => ({ pk: `range ${hour} ${range}`, sk: '' }),
  wallNow: () => NOON,
  random: () => 0,
  count: () => undefined,
});
const pay = (purse: Purse, to = SHANGHAI, now = NOON, line: 'survey' | 'welfare' | 'debt_reminder' = 'welfare') =>
  purse.pay({ line, parts: 2, to: destinationOf(to, AMPLE.countries) }, now);
const paid = async (purse: Purse, times: number, to?: string): Promise<number> => {
  let sent = 0;
  for (let n = 0; n < times; n += 1) if ((await pay(purse, to)) === undefined) sent += 1;
  return sent;
};

test('a thousand texts ask the table 23 times', async () => {
  const { lease, writes } = table();
  const purse = createPurse({ ...needsOn({ lease }), rules: { ...LIMITS.spend, rangeFree: 10_000 } });

  expect(await paid(purse, 1_000)).toBe(1_000);
  expect(writes()).toBe(23);
});

test('texts of one batch find the purse empty together and lease one block after another, not one each', async () => {
  const { lease, writes } = table(() => new Promise((done) => void setImmediate(done)));
  const purse = createPurse({ ...needsOn({ lease }), rules: { ...LIMITS.spend, rangeFree: 10_000 } });

  const answers = await Promise.all(Array.from({ length: 10 }, () => pay(purse)));

  expect(answers).toEqual(Array.from({ length: 10 }, () => undefined));
  // Twenty parts: ten, then twenty more.
  expect(writes()).toBe(2);
});

test('a block that could not be leased fails the text that asked for it; those that waited ask anew, one after another', async () => {
  const { lease, writes } = table();
  let fails = 2;
  const shaky = async (ask: LeaseAsk): Promise<number> => {
    fails -= 1;
    return fails < 0 ? lease(ask) : Promise.reject(new Error('away'));
  };
  const purse = createPurse({ ...needsOn({ lease: shaky }), rules: { ...LIMITS.spend, rangeFree: 10_000 } });

  const answers = await Promise.allSettled([pay(purse), pay(purse), pay(purse), pay(purse)]);

  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
  expect(writes()).toBe(1);
});

test('what is spent is told with the next hour, and is not asked for again before it', async () => {
  const { lease, writes } = table();
  const purse = createPurse(needsOn({ lease }, { partsPerHour: 40 }));

  expect(await paid(purse, 30)).toBe(20);
  const asked = writes();
  expect(await pay(purse)).toEqual({ rule: 'budget.spent', until: (Math.floor(NOON / HOUR) + 1) * HOUR });
  expect(writes()).toBe(asked);
  expect(await pay(purse, SHANGHAI, NOON + HOUR)).toBeUndefined();
});

test('of a budget that others have used up an urgent purpose still has the reserve', async () => {
  const { lease } = table();
  const purse = createPurse(needsOn({ lease }, { partsPerHour: 100 }));
  let others = 0;
  while ((await pay(purse, SHANGHAI, NOON, 'debt_reminder')) === undefined) others += 1;

  expect(others).toBe(40);
  expect(await paid(purse, 30)).toBe(10);
});

test('neighbouring numbers are counted over all processes once a process has sent them its free texts', async () => {
  const { lease } = table();
  const needs = needsOn({ lease }, { partsPerRange: 60 });
  const processes = [createPurse(needs), createPurse(needs)];
  const neighbours = Array.from({ length: 200 }, (_one, n) => `+86138001380${String(n % 100).padStart(2, '0')}`);
  let sent = 0;
  for (const to of neighbours) for (const purse of processes) if ((await pay(purse, to)) === undefined) sent += 1;

  // Each process its free parts, and 60 parts that all share.
  expect(sent * 2).toBe(2 * LIMITS.spend.rangeFree + 60);
  expect(await pay(createPurse(needs), '+8613911112222')).toBeUndefined();
});

test('no interleaving of processes, deaths of processes and late answers spends more than the budget', async () => {
  const workers = fc.array(
    fc.record({
      texts: fc.integer({ min: 1, max: 12 }),
      line: fc.constantFrom('survey', 'welfare', 'debt_reminder'),
      dies: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), workers, fc.integer({ min: 0, max: 60 }), async (s, all, hour) => {
      const { lease } = table(() => s.schedule(Promise.resolve()));
      const needs = needsOn({ lease }, { partsPerHour: hour });
      let spent = 0;
      const work = Promise.all(
        all.map(async ({ texts, line, dies }) => {
          let purse = createPurse(needs);
          for (let n = 1; n <= texts; n += 1) {
            if (n % dies === 0) purse = createPurse(needs);
            const [one, other] = await Promise.all([
              pay(purse, SHANGHAI, NOON, line),
              pay(purse, SHANGHAI, NOON, line),
            ]);
            for (const answer of [one, other]) spent += answer === undefined ? 2 : 0;
          }
        }),
      );
      await s.waitFor(work);
      expect(spent).toBeLessThanOrEqual(hour);
    }),
    { numRuns: 300 },
  );
});
