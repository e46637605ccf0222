import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedAs, foldRecurring, incidentOf, type RecurringState, type Seen } from '#domain/feedback/recurring.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { RECURRING } from '#policies/recurring.ts';
import { triageComplaint } from '#policies/triage/triage.ts';
import { NOON } from '../../support/cases.ts';

const seen = (nth: number, more: Partial<Seen> = {}): Seen => ({
  key: 'transfer.failed',
  complaintId: `c${nth}`,
  person: `p${nth}`,
  at: NOON + nth * MINUTE,
  ...more,
});
const upTo = (count: number): Seen[] => Array.from({ length: count }, (_, nth) => seen(nth + 1));

function play(all: readonly Seen[]) {
  let state: RecurringState | undefined;
  const told = all.map((one) => {
    const folded = foldRecurring(state, one, RECURRING);
    ({ state } = folded);
    return folded;
  });
  return {
    state,
    told,
    notices: told.filter((one) => one.notice).length,
    opened: told.flatMap((one) => one.opened ?? []),
  };
}

test('eight people with one fault within two hours are an incident, told once', () => {
  expect(play(upTo(7))).toMatchObject({ notices: 0, opened: [] });
  const { notices, opened, state } = play(upTo(12));

  expect(notices).toBe(1);
  expect(opened.map((one) => one.complaintId)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8']);
  expect(state?.incident).toMatchObject({ count: 12, firstAt: NOON + MINUTE, lastAt: NOON + 12 * MINUTE });
});

test('one outage told of the app, of the login and of the system, in two languages, is one incident', () => {
  const said = [
    '手机银行打不开，我要投诉',
    'I want to complain, I cannot log in since this morning',
    '你们系统又瘫痪了，投诉',
    'Your app is down again, this is a complaint',
    '登录不上，一直失败，我要投诉',
    'Complaint: the whole system is down',
    '网银进不去，投诉你们',
    "I can't sign in and nobody tells me why, I complain",
  ];
  const all = said.flatMap((text, nth) => {
    const { kind, fault } = triageComplaint(text);
    return kind === 'complaint' && fault !== undefined ? [countedAs(seen(nth, { key: fault }), RECURRING)] : [];
  });

  expect(new Set(all.map(({ key }) => key))).toEqual(new Set(['service.down']));
  expect(play(all)).toMatchObject({ notices: 1, state: { incident: { count: 8 } } });
});

test('a fault of its own is counted by itself', () => {
  expect(countedAs(seen(1), RECURRING).key).toBe('transfer.failed');
  expect(new Set(RECURRING.together.flat()).size).toBe(RECURRING.together.flat().length);
});

test('one person who complains eight times is no incident', () => {
  expect(play(upTo(20).map((one) => ({ ...one, person: 'p1' }))).opened).toEqual([]);
});

test('eight people over more than two hours are no incident', () => {
  expect(play(upTo(8).map((one, nth) => ({ ...one, at: NOON + nth * 18 * MINUTE }))).opened).toEqual([]);
});

test('while it grows the house is told again at most once an hour', () => {
  const all = Array.from({ length: 40 }, (_, nth) => seen(nth, { at: NOON + nth * 5 * MINUTE }));

  expect(play(all).notices).toBe(1 + Math.floor((39 - 7) / 12));
});

test('after two quiet hours the next eight are an incident of their own', () => {
  const later = upTo(8).map((one) => ({ ...one, complaintId: `${one.complaintId}b`, at: one.at + 3 * HOUR }));
  const { state, told } = play([...upTo(8), ...later]);

  expect(told.filter((one) => one.opened !== undefined)).toHaveLength(2);
  expect(state?.incident?.firstAt).toBe(NOON + MINUTE + 3 * HOUR);
});

test('a complaint that is heard of twice before there is an incident changes nothing', () => {
  const { state } = play(upTo(3));

  expect(foldRecurring(state, seen(2), RECURRING).state).toBe(state);
});

test('in whatever order they are heard of, the same eight open one incident with the same name', () => {
  const usual = play(upTo(8)).state?.incident?.id;
  fc.assert(
    fc.property(fc.shuffledSubarray(upTo(8), { minLength: 8 }), (shuffled) => {
      expect(play(shuffled).state?.incident?.id).toBe(usual);
    }),
  );
});

test('what is remembered stays small, however many complain', () => {
  const all = Array.from({ length: 2_000 }, (_, nth) => seen(nth, { at: NOON + nth * 30_000 }));

  expect(JSON.stringify(play(all).state).length).toBeLessThan(400);
  expect(JSON.stringify(play(upTo(7)).state).length).toBeLessThan(600);
});

test('an incident shows its fault in both languages and its complaints in their order', () => {
  const { opened, state } = play(upTo(8));

  expect(incidentOf({ id: state?.incident?.id ?? '', key: 'transfer.failed' }, opened.toReversed())).toMatchObject({
    kind: 'transfer.failed',
    words: ['转账失败', 'transfer failed'],
    count: 8,
    members: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'],
  });
});

test('eight within two hours are an incident though one that came later was told of before the last of them', () => {
  const first = Array.from({ length: 7 }, (_, nth) => seen(nth + 1, { at: NOON + (nth + 1) * 10 * MINUTE }));
  const [later, late] = [seen(8, { at: NOON + 4 * HOUR }), seen(9, { at: NOON + 75 * MINUTE })];
  const { opened, notices, state } = play([...first, later, late]);

  expect(opened.map((one) => one.complaintId)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c9']);
  expect(notices).toBe(1);
  expect(state).toMatchObject({ recent: [{ complaintId: 'c8' }], incident: { count: 8, lastAt: NOON + 75 * MINUTE } });
});

test('whatever the order in which eight of one window come, they are an incident of those eight', () => {
  const all = upTo(8).map((one, nth) => ({ ...one, at: NOON + nth * 15 * MINUTE }));
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 8 }), (shuffled) => {
      const { opened, state } = play(shuffled);

      expect(opened.map((one) => one.complaintId).toSorted()).toEqual(all.map((one) => one.complaintId));
      expect(state?.incident).toMatchObject({ count: 8, firstAt: NOON });
    }),
    { numRuns: 50 },
  );
});
