import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { beginClock, parseDuration, parseInstant, readClock, setClock } from '../../tools/local/clock.ts';

const folder = await mkdtemp(join(tmpdir(), 'liaison-clock-'));
const file = join(folder, 'clock.json');
const wallNow = Date.parse('2026-11-01T00:00:00Z');
const hour = 3_600_000;

beforeEach(() => rm(file, { force: true }));
afterAll(() => rm(folder, { recursive: true }));

test('a clock that was never set runs on wall time', async () => {
  expect(await readClock(file, wallNow)).toBe(wallNow);
});

test('a new stage may begin in the past and its clock runs on from there', async () => {
  const start = parseInstant('2026-06-03T10:00:00+08:00');

  await beginClock(file, start, wallNow);

  expect(await readClock(file, wallNow + hour)).toBe(start + hour);
});

test('the file holds the offset that the functions add to wall time', async () => {
  await beginClock(file, wallNow + hour, wallNow);

  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ offsetMs: hour });
});

test('refuses to set the clock back, and leaves it where it was', async () => {
  await setClock(wallNow + 2 * hour, file, wallNow);

  await expect(setClock(wallNow + hour, file, wallNow)).rejects.toThrow('never goes back to 2026-11-01T01:00:00.000Z');
  expect(await readClock(file, wallNow)).toBe(wallNow + 2 * hour);
});

test('the clock never goes back, whatever is asked of it in any order', async () => {
  const request = fc.record({ by: fc.integer({ min: -1e9, max: 1e9 }), isSet: fc.boolean(), passed: fc.nat(10_000) });
  const property = fc.asyncProperty(fc.array(request, { maxLength: 20 }), async (requests) => {
    await beginClock(file, undefined, wallNow);
    let [wall, before] = [wallNow, wallNow];
    for (const { by, isSet, passed } of requests) {
      wall += passed;
      const from = isSet ? wallNow : await readClock(file, wall);
      await setClock(from + by, file, wall).catch(() => undefined);
      const now = await readClock(file, wall);
      expect(now).toBeGreaterThanOrEqual(before + passed);
      before = now;
    }
  });

  await fc.assert(property, { numRuns: 30 });
});

test('durations are those of fixed length', () => {
  expect(parseDuration('P1DT2H')).toBe(26 * hour);
  expect(parseDuration('PT90M')).toBe(1.5 * hour);
  expect(parseDuration('P2W')).toBe(14 * 24 * hour);
  expect(parseDuration('PT0.5S')).toBe(500);
  for (const text of ['', 'P', 'PT', 'P1M', 'P1Y', '90m', '-PT1H', 'P1DT'])
    expect(() => parseDuration(text)).toThrow('is no duration');
});

test('refuses a time without an offset, because it means another instant elsewhere', () => {
  expect(parseInstant('2026-06-03T10:00:00+08:00')).toBe(Date.parse('2026-06-03T02:00:00Z'));
  for (const text of ['2026-06-03', '2026-06-03T10:00:00', 'now', '2026-13-03T10:00:00Z', '']) {
    expect(() => parseInstant(text)).toThrow('is no time with an offset');
  }
});

test('a damaged clock file is an error, not a clock at wall time', async () => {
  await writeFile(file, '{"offset":1}');

  await expect(readClock(file, wallNow)).rejects.toThrow('offsetMs');
});
