import { expect, test } from 'vitest';
import { mayFollow, move, type Said, system } from '#domain/case/transition.ts';
import { MINUTE, SECOND } from '#domain/time.ts';
import { CASE_STATUSES, isOpen } from '#domain/words.ts';
import { NOON, openedCase } from '../../support/cases.ts';

const note: Said = { type: 'noted', actor: system('test'), at: NOON, facts: { why: 'x' } };

test('a status follows another only as the table says; anything else is a bug and stops', () => {
  expect(() => move(openedCase({ status: 'SUPPRESSED' }), { status: 'CONTACTING' }, note)).toThrow(
    'case status: got SUPPRESSED to CONTACTING, expected one of SUPPRESSED',
  );
});

test('ends stay ends: out of them leads only a late answer, to a person', () => {
  for (const end of CASE_STATUSES.filter((status) => !isOpen(status))) {
    const out = CASE_STATUSES.filter((to) => isOpen(to) && mayFollow(end, to));
    expect(out).toEqual(end === 'SUPPRESSED' ? [] : ['HUMAN']);
  }
});

test('every open status may settle, close, be suppressed or go to a person', () => {
  for (const from of CASE_STATUSES.filter(isOpen))
    for (const to of ['RESOLVED', 'CLOSED', 'SUPPRESSED', 'HUMAN'] as const) expect(mayFollow(from, to)).toBe(true);
});

test('a move raises the version by one, and its entry tells a change of status', () => {
  const { next, entry } = move(openedCase(), { status: 'WAITING' }, note);

  expect(next.version).toBe(2);
  expect(entry.facts).toEqual({ why: 'x', from: 'RECEIVED', to: 'WAITING' });
  expect(move(openedCase(), {}, note).entry.facts).toEqual({ why: 'x' });
});

test('a timer nearer than two minutes is sent by the relay, because the sweep never looks back; a later one is not', () => {
  const due = (ms: number, change = {}) =>
    move(openedCase({ dueAt: 0 }), { dueAt: NOON + ms, ...change }, note).entry.effects;

  expect(due(2 * MINUTE)).toEqual([{ do: 'work', lane: 'urgent', at: NOON + 2 * MINUTE }]);
  expect(due(2 * MINUTE + 1)).toEqual([]);
  expect(due(0)).toEqual([{ do: 'work', lane: 'urgent' }]);
  expect(due(-SECOND)).toEqual([{ do: 'work', lane: 'urgent' }]);
});

test('a timer that did not move, or a move that asks for work anyway, sends nothing more', () => {
  const work: Said = { ...note, effects: [{ do: 'work', lane: 'urgent' }] };

  expect(move(openedCase(), { status: 'WAITING' }, note).entry.effects).toEqual([]);
  expect(move(openedCase({ dueAt: 0 }), { dueAt: NOON }, work).entry.effects).toEqual(work.effects);
});

test('work that is asked for now does not stand in for a timer a moment later', () => {
  const work: Said = { ...note, effects: [{ do: 'work', lane: 'urgent' }] };

  expect(move(openedCase(), { dueAt: NOON + SECOND }, work).entry.effects).toEqual([
    { do: 'work', lane: 'urgent' },
    { do: 'work', lane: 'urgent', at: NOON + SECOND },
  ]);
});
