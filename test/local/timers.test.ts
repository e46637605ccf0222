import { expect, test } from 'vitest';
import { type DelayedMessage, timersAmong } from '../../tools/time/timers.ts';

const now = Date.parse('2026-06-03T02:00:00Z');
const second = 1000;

const delayed = (aggregate: string, waits: number): DelayedMessage => ({ aggregate, waitsMs: waits * second });
const due = (aggregate: string, at: number) => ({ aggregate, dueAt: now + at * second, lane: 'urgent' as const });

test('a message that comes when its aggregate falls due is a timer', () => {
  expect(timersAmong([delayed('CASE#1', 40)], [due('CASE#1', 41)], now)).toHaveLength(1);
});

test('after the clock was moved past the instant it was for, a delayed message is left over', () => {
  expect(timersAmong([delayed('CASE#1', 40)], [due('CASE#1', 40 - 3600)], now)).toEqual([]);
});

test('a message for a timer that was set anew or settled is left over', () => {
  const messages = [delayed('CASE#1', 40), delayed('CASE#2', 40)];

  expect(timersAmong(messages, [due('CASE#1', 600)], now)).toEqual([]);
});
