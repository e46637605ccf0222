import { expect, test } from 'vitest';
import { CELLS, COUNTED, IMPOSSIBLE } from './cells.ts';
import { PLACES } from './places.ts';

test('the list of places names each once, and every cell that is left out has its reason', () => {
  expect(new Set(PLACES.map((place) => place.replace(' by index', ''))).size).toBe(PLACES.length);
  expect([...IMPOSSIBLE.keys()].filter((cell) => !CELLS.includes(cell))).toEqual([]);
  expect(Math.min(99, ...[...IMPOSSIBLE.values()].map((reason) => reason.length))).toBeGreaterThan(20);
  expect(COUNTED.length + IMPOSSIBLE.size).toBe(CELLS.length);
});
