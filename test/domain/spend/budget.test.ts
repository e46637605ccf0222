import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, roomIn, type SpendPolicy, shardOfBudget, spentSoFar } from '#domain/spend/budget.ts';
import { HOUR } from '#domain/time.ts';
import { LIMITS } from '#policies/limits.ts';
import { AMPLE } from '../../support/spend.ts';

const NOON = 20_000 * 24 * HOUR + 12 * HOUR;
const policy: SpendPolicy = {
  budget: { ...AMPLE, partsPerDay: 1_000, partsPerHour: 400, countries: { CN: 400, GB: 40 } },
  rules: { ...LIMITS.spend, shards: 4, reserve: 0.2, urgent: ['fraud_security'], shares: { survey: 0.1 } },
};
const limitsOf = (line: 'fraud_security' | 'debt_reminder' | 'survey', country = 'CN'): number[] =>
  boundsOf({ line, country }, { now: NOON, shard: 0 }, policy).map(({ limit }) => limit);

test('an urgent purpose may use the whole day and hour, every other leaves the reserve alone', () => {
  expect(limitsOf('fraud_security')).toEqual([250, 100, 250, 100]);
  expect(limitsOf('debt_reminder')).toEqual([200, 80, 250, 100]);
});

test('a purpose has its share of the day, a country its parts of the hour', () => {
  expect(limitsOf('survey')).toEqual([200, 80, 25, 100]);
  expect(limitsOf('fraud_security', 'GB').at(-1)).toBe(10);
  expect(limitsOf('fraud_security', 'FR').at(-1)).toBe(0);
});

test('the shards of a budget add up to it, however small it is', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 16 }), (whole, shards) => {
      const parts = Array.from({ length: shards }, (_one, shard) => shardOfBudget(whole, shard, shards));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('there is as much room as the narrowest limit leaves, and never less than none', () => {
  const bounds = [
    { counter: 'a', limit: 10 },
    { counter: 'b', limit: 5 },
  ];
  expect(roomIn(bounds, {})).toBe(5);
  expect(roomIn(bounds, { a: 8 })).toBe(2);
  expect(roomIn(bounds, { a: 8, b: 7 })).toBe(0);
});

test('what was spent is told for the day, the hour and each line', () => {
  const shards = [
    { t: 30, h12: 10, 'p.survey': 10, 'p.welfare': 20 },
    { t: 5, h11: 5, 'p.welfare': 5 },
  ];
  expect(spentSoFar(shards, NOON, ['survey', 'welfare', 'answers'])).toEqual({
    day: 35,
    hour: 10,
    lines: [
      { line: 'survey', parts: 10 },
      { line: 'welfare', parts: 25 },
    ],
  });
});
