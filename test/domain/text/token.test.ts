import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allocateToken,
  claimToken,
  positionOf,
  readToken,
  TOKEN_COUNT,
  TOKEN_REST,
  type TokenUse,
  tokenAt,
} from '#domain/reply/token.ts';
import { DAY } from '#domain/time.ts';

const NOW = 1_780_452_000_000;
const unused = (since = NOW): TokenUse => ({ since, current: new Uint8Array(14), previous: new Uint8Array(14) });

const given = (tokens: TokenUse, by: { seed: number; now: number }, taken: readonly string[] = []) => {
  const result = allocateToken(tokens, taken, by);
  if (result === undefined) throw new Error('no token was free');
  return result;
};

test('there are 105 tokens, and none reads as an answer, a stop word or a look-alike', () => {
  const all = Array.from({ length: TOKEN_COUNT }, (_, position) => tokenAt(position));

  expect(TOKEN_COUNT).toBe(105);
  expect(new Set(all).size).toBe(105);
  expect(all.every((token) => /^[2346789][ACDEFHJKMPQUVWX]$/u.test(token))).toBe(true);
  expect(all.map(positionOf)).toEqual(all.map((_, position) => position));
  expect(['4T', '1K', '5A', '4', '4K1', 'K4', ''].flatMap((text) => positionOf(text) ?? [])).toEqual([]);
});

test('a number gets each token once before it is refused', () => {
  let tokens = unused();
  const got = new Set<string>();
  for (let n = 0; n < TOKEN_COUNT; n += 1) {
    const next = given(tokens, { seed: 12_345, now: NOW });
    got.add(next.token);
    tokens = next.tokens;
  }

  expect(got.size).toBe(TOKEN_COUNT);
  expect(allocateToken(tokens, [], { seed: 1, now: NOW })).toBeUndefined();
  expect(allocateToken(tokens, [], { seed: 1, now: NOW + 2 * TOKEN_REST })).toBeDefined();
});

test('a token is never given out again within 30 days, however the questions fall', () => {
  const asked = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 9 * DAY }), seed: fc.nat() }), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(asked, (questions) => {
      const last = new Map<string, number>();
      let tokens = unused(0);
      let now = NOW;
      for (const { gap, seed } of questions) {
        now += gap;
        const next = allocateToken(tokens, [], { seed, now });
        if (next === undefined) continue;
        const before = last.get(next.token);
        expect(before === undefined || now - before >= TOKEN_REST).toBe(true);
        last.set(next.token, now);
        tokens = next.tokens;
      }
    }),
  );
});

test('a token comes back after the whole next period, not a moment sooner', () => {
  const first = claimToken(unused(), '4K', { taken: [], now: NOW + DAY });
  const second = claimToken(first?.tokens ?? unused(), '7M', { taken: [], now: NOW + TOKEN_REST });
  const used = second?.tokens ?? unused();
  const isFree = (token: string, now: number): boolean => claimToken(used, token, { taken: [], now }) !== undefined;

  expect([isFree('4K', NOW + 2 * TOKEN_REST - 1), isFree('4K', NOW + 2 * TOKEN_REST)]).toEqual([false, true]);
  expect([isFree('7M', NOW + 3 * TOKEN_REST - 1), isFree('7M', NOW + 3 * TOKEN_REST)]).toEqual([false, true]);
  expect([used.current.length, used.previous.length]).toEqual([14, 14]);
});

test('a token that names an open question is not given out, and the same seed gives the same token', () => {
  fc.assert(
    fc.property(fc.nat(), fc.uniqueArray(fc.nat({ max: 104 }), { maxLength: 8 }), (seed, open) => {
      const taken = open.map(tokenAt);
      const first = given(unused(), { seed, now: NOW }, taken);

      expect(taken).not.toContain(first.token);
      expect(given(unused(), { seed, now: NOW }, taken)).toEqual(first);
    }),
  );
});

test('a question that moves to another number keeps its token where that is free', () => {
  const used = given(unused(), { seed: 3, now: NOW });

  expect(claimToken(unused(), '4K', { taken: [], now: NOW })?.token).toBe('4K');
  expect(claimToken(unused(), '4K', { taken: ['4K'], now: NOW })).toBeUndefined();
  expect(claimToken(used.tokens, used.token, { taken: [], now: NOW })).toBeUndefined();
  expect(claimToken(unused(), 'ZZ', { taken: [], now: NOW })).toBeUndefined();
});

test('a number whose bitmaps are still empty has every token, and remembers what was given out', () => {
  const none = { since: NOW, current: new Uint8Array(), previous: new Uint8Array() };
  const first = claimToken(none, '9X', { taken: [], now: NOW });

  expect(first?.token).toBe('9X');
  expect(claimToken(first?.tokens ?? none, '9X', { taken: [], now: NOW })).toBeUndefined();
});

test.each([
  ['4K1', '4K', '1'],
  ['4k 1', '4K', '1'],
  ['1 4K', '4K', '1'],
  ['4K', '4K', ''],
  ['编号4K是本人', '4K', '编号 是本人'],
  ['4K 不是本人', '4K', '不是本人'],
  ['7M2 4K1', '7M', '2 4K1'],
])('reads the token of %s', (text, token, rest) => {
  expect(readToken(text)).toEqual({ token, rest });
});

test.each(['1', '14K', '7pm', '2 cards', '4kids', 'stop', '2026', 'A4K1', ''])('reads no token in %s', (text) => {
  expect(readToken(text)).toBeUndefined();
});
