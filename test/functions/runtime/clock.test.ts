import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFault } from '#domain/errors.ts';
import * as local from '#runtime/clock.local.ts';
import * as live from '#runtime/clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaison-clock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => join(folder, 'clock.json');
function setOffset(offsetMs: number): void {
  writeFileSync(`${file()}.new`, JSON.stringify({ offsetMs }));
  renameSync(`${file()}.new`, file());
}

test('exports the same names, so that the bundler may put one in the place of the other', () => {
  expect(Object.keys(local).toSorted()).toEqual(Object.keys(live).toSorted());
});

test('knows one time in production: business, wall and wire agree', () => {
  const clock = live.createClock(() => 1_000);

  expect([clock.businessNow(), clock.wallNow()]).toEqual([1_000, 1_000]);
  expect(clock.fromWire('2026-01-01T00:00:00.000Z')).toBe(Date.UTC(2026, 0, 1));
  expect(clock.fromWire('1767225600000')).toBe(Date.UTC(2026, 0, 1));
  expect(clock.fromWire(1_767_225_600_000)).toBe(Date.UTC(2026, 0, 1));
  expect(Math.abs(live.clock.wallNow() - Date.now())).toBeLessThan(1_000);
});

test('runs ahead of wall time by the offset of its file, and follows the file when it changes', () => {
  let wall = 1_000;
  setOffset(500);
  const clock = local.createClock(() => wall, file());

  expect(clock.businessNow()).toBe(1_500);
  wall = 2_000;
  expect(clock.businessNow()).toBe(2_500);
  expect(clock.wallNow()).toBe(2_000);
  setOffset(86_400_000);
  expect(clock.businessNow()).toBe(86_402_000);
  expect(clock.fromWire(2_000)).toBe(86_402_000);
});

test('stands on wall time without a file', () => {
  expect(local.createClock(() => 7, undefined).businessNow()).toBe(7);
  expect(local.createClock(() => 7, join(folder, 'none.json')).businessNow()).toBe(7);
});

test.each(['{', '[]', 'null', '{"offsetMs":"1"}', '{"offsetMs":1.5}'])(
  'keeps the last offset while the file holds %s, and reads it once it is whole',
  (content) => {
    setOffset(500);
    const clock = local.createClock(() => 0, file());
    expect(clock.businessNow()).toBe(500);

    writeFileSync(file(), content);
    expect(clock.businessNow()).toBe(500);

    setOffset(900);
    expect(clock.businessNow()).toBe(900);
  },
);

test.each(['yesterday', '', Number.NaN, '99999999999999999'])('refuses %s as a time on the wire', (time) => {
  const error = raised(() => live.createClock().fromWire(time));

  expect(isFault(error, 'clock.not-a-time')).toBe(true);
});

function raised(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
