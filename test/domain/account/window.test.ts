import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place, type Seen, WINDOW } from '#domain/account/window.ts';

const NOTHING: Seen = { window: [], gaps: 0 };
const seenOf = (sequences: readonly number[]): Seen => {
  let seen = NOTHING;
  for (const sequence of sequences) {
    const placed = place(seen, { sequence, hash: sequence });
    if (placed.kind === 'new') seen = placed.seen;
  }
  return seen;
};
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

test('a sequence that was seen with the same content is a duplicate, with other content a reused identity', () => {
  const seen = seenOf([1, 2, 3]);

  expect(place(seen, { sequence: 2, hash: 2 })).toEqual({ kind: 'duplicate' });
  expect(place(seen, { sequence: 2, hash: 99 })).toEqual({ kind: 'id-reused' });
});

test('refuses what lies below the newest 48 and was never seen, or was forgotten', () => {
  const seen = seenOf(upTo(WINDOW + 2));

  expect(place(seen, { sequence: 2, hash: 2 })).toEqual({ kind: 'too-late', oldest: 3 });
  expect(place(seen, { sequence: 3, hash: 3 })).toEqual({ kind: 'duplicate' });
});

test('a late sequence inside the window is taken, and fills the gap it left', () => {
  const seen = seenOf([1, 2, 5]);
  expect(seen.gaps).toBe(2);

  const placed = place(seen, { sequence: 3, hash: 3 });

  expect(placed).toMatchObject({ kind: 'new', late: true, gapsSeen: 0, seen: { gaps: 1 } });
});

test('a jump counts the sequences it leaves out', () => {
  expect(place(seenOf([1]), { sequence: 11, hash: 11 })).toMatchObject({ kind: 'new', gapsSeen: 9, seen: { gaps: 9 } });
});

test('a young account still takes what came before its first event', () => {
  expect(place(seenOf([7]), { sequence: 5, hash: 5 })).toMatchObject({ kind: 'new', late: true, seen: { gaps: 1 } });
});

test('up to 48 events give one window and one count of gaps, in whatever order they come', () => {
  const sequences = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: WINDOW });
  fc.assert(
    fc.property(
      sequences.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const seen = seenOf(all);
        expect(seenOf(shuffled)).toEqual(seen);
        const [lowest, highest] = [Math.min(...all), Math.max(...all)];
        expect(seen.gaps).toBe(highest - lowest + 1 - all.length);
        expect(seen.window.map((one) => one.sequence)).toEqual(all.toSorted((one, other) => other - one));
      },
    ),
  );
});

test('nothing is ever taken twice, whatever is redelivered when', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 400 }), (sequences) => {
      const taken: number[] = [];
      let seen = NOTHING;
      for (const sequence of sequences) {
        const placed = place(seen, { sequence, hash: sequence });
        if (placed.kind !== 'new') continue;
        taken.push(sequence);
        seen = placed.seen;
      }
      expect(new Set(taken).size).toBe(taken.length);
      expect(seen.window.length).toBeLessThanOrEqual(WINDOW);
    }),
  );
});
