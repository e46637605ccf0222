import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rangeKey, spendKey } from '#store/keys.ts';
import { createLeaseStore } from '#store/operations/lease-store.ts';
import { createReader } from '#store/reader.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const store = () => createLeaseStore(createReader(engine.client, engine.tableName), engine.client, engine.tableName);
const FORGET = 2_000_000_000;
let days = 30_000;

test('AP-100: a lease grows every counter, and none beyond its limit', async () => {
  const key = spendKey((days += 1), 0);
  const bounds = [
    { counter: 't', limit: 25 },
    { counter: 'h12', limit: 100 },
  ];
  const lease = (want: number, least = 1) => store().lease({ key, bounds, want, least, forgetAt: FORGET });

  expect(await lease(10)).toBe(10);
  expect(await lease(10)).toBe(10);
  expect(await lease(10, 6)).toBe(0);
  expect(await lease(10)).toBe(5);
  expect(await lease(10)).toBe(0);
  expect(await store().counted([key])).toEqual([{ t: 25, h12: 25 }]);
});

test('AP-100: nothing is written where a limit is nothing', async () => {
  const key = rangeKey(30_001, '+861380013');

  expect(await store().lease({ key, bounds: [{ counter: 't', limit: 0 }], want: 5, least: 1, forgetAt: 1 })).toBe(0);
  expect(await store().counted([key])).toEqual([{}]);
});

test('AP-101: counters are told in the order of the keys, the expiry is none of them', async () => {
  const [one, other] = [spendKey((days += 1), 0), spendKey(days, 1)];
  await store().lease({ key: other, bounds: [{ counter: 't', limit: 9 }], want: 9, least: 1, forgetAt: FORGET });

  expect(await store().counted([one, other])).toEqual([{}, { t: 9 }]);
});

test('however many lease at once, together they get what there is and no more', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 16 }),
      fc.integer({ min: 0, max: 60 }),
      async (wants, limit) => {
        const key = spendKey((days += 1), 0);
        const bounds = [{ counter: 't', limit }];
        const got = await Promise.all(
          wants.map((want) => store().lease({ key, bounds, want, least: 1, forgetAt: FORGET })),
        );
        const all = got.reduce((sum, one) => sum + one, 0);
        expect(all).toBeLessThanOrEqual(limit);
        expect((await store().counted([key]))[0]?.['t'] ?? 0).toBe(all);
      },
    ),
    { numRuns: 40 },
  );
});
