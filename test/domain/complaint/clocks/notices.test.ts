import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDueAt } from '#domain/complaint/clock.ts';
import { advanceClocks } from '#domain/complaint/clocks/advance.ts';
import { extendClock } from '#domain/complaint/clocks/extend.ts';
import { dueNotices, nextClockTime } from '#domain/complaint/clocks/marks.ts';
import type { Clocked } from '#domain/complaint/clocks/policy.ts';
import type { Instant } from '#domain/time.ts';
import { DAY } from '#domain/time.ts';
import { slaBook } from '#policies/sla/book.ts';
import { clockedOf, clockOf, good } from '../../../support/complaints/clocks.ts';

const cn = clockedOf('CN', '2026-03-02');
const heard: Clocked = {
  ...cn,
  clocks: good(advanceClocks(cn, { what: 'acknowledged', at: cn.receivedAt }, slaBook)),
};
const due = clockOf(cn, 'cn-cbirc-2020', 'decide').dueAt;

/** Lets the timer ring at each of its times, and says what was told. */
function told(of: Clocked, until: Instant): { readonly said: string[]; readonly of: Clocked } {
  const said: string[] = [];
  let now = of;
  for (let at = nextClockTime(now, slaBook); at !== undefined && at <= until; at = nextClockTime(now, slaBook)) {
    const { clocks, notices } = dueNotices(now, { now: at, book: slaBook });
    said.push(...notices.map(({ what, clock, to }) => [what, clock.kind, ...(to === undefined ? [] : [to])].join(' ')));
    now = { ...now, clocks };
  }
  return { said, of: now };
}

test('a decision is due soon at half, three quarters and nine tenths of its time, escalated twice, then breached', () => {
  const { said, of } = told(heard, due + DAY);

  expect(said).toEqual([
    'due-soon decide',
    'due-soon decide',
    'escalated decide supervisor',
    'due-soon decide',
    'escalated decide head',
    'breached decide',
  ]);
  expect(clockOf(of, 'cn-cbirc-2020', 'decide').state).toBe('BREACHED');
});

test('the first warning goes out half way', () => {
  expect(nextClockTime(heard, slaBook)).toBe(due - Math.round((due - cn.receivedAt) / 2));
});

test('what is told is told once', () => {
  const first = dueNotices(heard, { now: due, book: slaBook });

  expect(first.notices.map((notice) => notice.what)).toEqual(['escalated', 'escalated', 'breached']);
  expect(dueNotices({ clocks: first.clocks }, { now: due + DAY, book: slaBook }).notices).toEqual([]);
});

test('of several warnings missed the newest alone is told', () => {
  const { notices } = dueNotices(heard, { now: due - DAY, book: slaBook });

  expect(notices.map((notice) => notice.what)).toEqual(['escalated', 'due-soon', 'escalated']);
});

test('what was breached and not yet done keeps its place on the board', () => {
  const { of } = told(heard, due);

  expect(nextDueAt(of.clocks)).toBe(due);
});

test('a decision a day late is told as breached even when nobody looked in between', () => {
  const late = good(advanceClocks(heard, { what: 'decision-sent', at: due + DAY }, slaBook));
  const { notices } = dueNotices({ clocks: late }, { now: due + DAY, book: slaBook });

  expect(notices.map((notice) => notice.what)).toContain('breached');
});

test('while time stands still nobody is told anything', () => {
  const mediating = good(advanceClocks(heard, { what: 'mediation-started', at: cn.receivedAt + DAY }, slaBook));

  expect(nextClockTime({ clocks: mediating }, slaBook)).toBeUndefined();
  expect(dueNotices({ clocks: mediating }, { now: due + 90 * DAY, book: slaBook }).notices).toEqual([]);
});

test('a new due date is warned of anew', () => {
  const warned = told(heard, due - DAY).of;
  const extended = extendClock(
    warned,
    { days: 15, reason: 'complex', approver: 's1', role: 'supervisor' },
    { now: due - DAY, book: slaBook },
  );

  // Half of 30 days is not yet behind, so all of it is told once more.
  expect(told({ ...warned, clocks: good(extended).clocks }, due + 30 * DAY).said).toHaveLength(6);
});

test('however often and whenever somebody looks, each clock is breached once and warned of no more than planned', () => {
  const looks = fc.array(fc.integer({ min: 0, max: 40 * DAY }), { maxLength: 12 });
  fc.assert(
    fc.property(looks, (offsets) => {
      const said: string[] = [];
      let of: Clocked = heard;
      for (const offset of [...offsets, 41 * DAY].toSorted((one, other) => one - other)) {
        const { clocks, notices } = dueNotices(of, { now: cn.receivedAt + offset, book: slaBook });
        said.push(...notices.map((notice) => notice.what));
        of = { ...of, clocks };
      }
      expect(said.filter((what) => what === 'breached')).toHaveLength(1);
      expect(said.filter((what) => what === 'escalated')).toHaveLength(2);
      expect(said.filter((what) => what === 'due-soon').length).toBeLessThanOrEqual(3);
    }),
  );
});
