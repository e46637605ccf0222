import { expect, test } from 'vitest';
import type { Pause } from '#domain/complaint/clock.ts';
import { dueOf, pausedFor } from '#domain/complaint/clocks/due.ts';
import { marksOf, nextClockTime } from '#domain/complaint/clocks/marks.ts';
import { MINUTE } from '#domain/time.ts';
import { slaBook } from '#policies/sla/book.ts';
import { clockedOf, clockOf } from '../../../support/complaints/clocks.ts';

const pause = (from: number, to?: number): Pause => ({
  from: from * MINUTE,
  cause: 'MEDIATION',
  ...(to === undefined ? {} : { to: to * MINUTE }),
});

test.each<[string, readonly Pause[], number]>([
  ['none', [], 0],
  ['one', [pause(10, 25)], 15],
  ['two apart, told the wrong way round', [pause(40, 50), pause(10, 25)], 25],
  ['two that overlap, counted once where they do', [pause(10, 25), pause(20, 40)], 30],
  ['one within another', [pause(10, 50), pause(20, 30)], 40],
  ['two that touch', [pause(10, 20), pause(20, 30)], 20],
  ['one that still runs adds nothing', [pause(10, 25), pause(60)], 15],
])('time in which a clock stood still: %s', (_what, pauses, minutes) => {
  expect(pausedFor(pauses)).toBe(minutes * MINUTE);
});

const of = clockedOf('CN', '2026-06-03', { flags: ['self_harm'], severity: 'P1' });
const action = clockOf(of, 'p1-incident', 'action');
const from = action.startedAt;
/** Stood still from the fifth to the twentieth minute. */
const paused = {
  ...action,
  pauses: [{ from: from + 5 * MINUTE, to: from + 20 * MINUTE, cause: 'MEDIATION' as const }],
};

test('a clock of minutes runs on for as long as it stood still', () => {
  expect(dueOf(action, { of, book: slaBook })).toBe(from + 30 * MINUTE);
  expect(dueOf(paused, { of, book: slaBook })).toBe(from + 45 * MINUTE);
});

test('warnings come at their part of the time that it ran, not of the time that passed', () => {
  const later = { ...paused, dueAt: from + 45 * MINUTE };

  expect(marksOf(later, slaBook).map(({ what, at }) => [what, (at - from) / MINUTE])).toEqual([
    ['due-soon', 30],
    ['escalated', 37.5],
    ['breached', 45],
  ]);
});

test('of several clocks the next notice is that of the earliest', () => {
  const human = clockOf(of, 'p1-incident', 'human');

  expect(nextClockTime({ clocks: [action, human] }, slaBook)).toBe(from + 2.5 * MINUTE);
  expect(nextClockTime({ clocks: [{ ...action, told: 1 }] }, slaBook)).toBe(from + 22.5 * MINUTE);
});
