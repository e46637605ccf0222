import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { nextMove } from '#domain/case/next-move.ts';
import { takeStep } from '#domain/case/step.ts';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import type { Skip, Then } from '#domain/case/turn.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { attempt, claimOf, moved, NOON, openedCase, smsStep } from '../../support/cases.ts';

const at = { position: { step: 1, round: 0 } };
const pushOff: Skip = {
  id: 'push',
  channel: 'push',
  audience: 'customer',
  scope: 'channel',
  ruleIds: ['channel.off'],
  decision: { verdict: 'DENY' },
};

test('a new case is due at once and asks its lane for work', () => {
  const opened = openedCase();

  expect(opened).toMatchObject({ status: 'RECEIVED', dueAt: NOON, lane: 'urgent', department: 'fraud-desk' });
  expect(nextMove(opened, NOON)).toEqual({ do: 'step' });
});

test('a claim records the decision, the token and what was skipped before it', () => {
  const { next, entry } = moved(takeStep(openedCase(), { ...at, skipped: [pushOff], then: claimOf() }, NOON));

  expect(next).toMatchObject({ status: 'CONTACTING', token: '4K', attemptCount: 2, step: 1 });
  expect(next.attempts.map((one) => one.state)).toEqual(['SKIPPED', 'CLAIMED']);
  expect(entry.effects.filter((effect) => effect.do === 'notify')).toMatchObject([
    { type: 'contact.refused', data: { ruleIds: ['channel.off'] } },
  ]);
});

test('a claim sets no timer of its own: its case keeps the due time of the next step, not before the claim is over', () => {
  const turn = (waitUntil: number) =>
    moved(takeStep(openedCase(), { ...at, skipped: [], then: { ...claimOf(), waitUntil } as Then }, NOON));

  expect(turn(NOON + 5 * MINUTE).entry.effects).toEqual([]);
  expect(turn(NOON + 5 * MINUTE).next.dueAt).toBe(NOON + 5 * MINUTE);
  expect(turn(NOON + MINUTE).next.dueAt).toBe(NOON + SEND_DEADLINE);
});

test('tells a refusal of one step for one reason only once', () => {
  const first = moved(takeStep(openedCase(), { ...at, skipped: [pushOff], then: claimOf() }, NOON)).next;
  const answered = { ...first, status: 'WAITING' as const, attempts: [...first.attempts.slice(0, 1), attempt(2)] };
  const again = moved(takeStep(answered, { ...at, skipped: [pushOff], then: claimOf() }, NOON));

  expect(again.entry.effects.filter((effect) => effect.do === 'notify')).toEqual([]);
});

test('an attempt out of hours is deferred and is the same attempt when it wakes', () => {
  const until = NOON + 9 * HOUR;
  const deferred = moved(
    takeStep(
      openedCase(),
      { ...at, skipped: [], then: { do: 'defer', at: smsStep, decision: {}, until, rule: 'hours.closed' } },
      NOON,
    ),
  ).next;
  const woken = moved(takeStep(deferred, { ...at, skipped: [], then: claimOf() }, until)).next;

  expect(deferred).toMatchObject({ status: 'WAITING', dueAt: until });
  expect(deferred.attempts[0]).toMatchObject({ n: 1, state: 'DEFERRED', rule: 'hours.closed' });
  expect(woken.attempts).toHaveLength(1);
  expect(woken.attempts[0]).toMatchObject({ n: 1, state: 'CLAIMED' });
});

test('a hold is asked again after 5, 15 and 60 minutes, keeps its beginning, and then goes to a person', () => {
  const hold = { do: 'hold', decision: {}, ruleIds: ['evidence.stale'] } as const;
  let current = openedCase();
  const waits: number[] = [];
  let now = NOON;
  for (let look = 0; look < 3; look += 1) {
    current = moved(takeStep(current, { ...at, skipped: [], then: hold }, now)).next;
    waits.push((current.dueAt ?? 0) - now);
    now = current.dueAt ?? now;
  }
  const spent = moved(takeStep(current, { ...at, skipped: [], then: hold }, now)).next;

  expect(waits).toEqual([5 * MINUTE, 15 * MINUTE, HOUR]);
  expect(current.held).toMatchObject({ since: NOON, rechecks: 3 });
  expect(spent.status).toBe('HUMAN');
  expect(spent.held).toBeUndefined();
});

test('a hold with a known end waits for it, as long as it takes', () => {
  const until = NOON + 24 * HOUR;
  const hold = { do: 'hold', decision: {}, ruleIds: ['hold.first-flag'], knownEnd: until } as const;
  const held = moved(takeStep(openedCase(), { ...at, skipped: [], then: hold }, NOON)).next;

  expect(held).toMatchObject({ status: 'HELD', dueAt: until, held: { recheckAt: until, rechecks: 0 } });
});

test('a case whose customer is unknown waits a day for the record, then a person looks', () => {
  const hold = { do: 'hold', decision: {}, ruleIds: ['customer.unknown'] } as const;
  const held = moved(takeStep(openedCase(), { ...at, skipped: [], then: hold }, NOON)).next;
  const later = moved(takeStep(held, { ...at, skipped: [], then: hold }, NOON + 24 * HOUR)).next;

  expect(held.dueAt).toBe(NOON + 24 * HOUR);
  expect(later.status).toBe('HUMAN');
});

test('a call step queues a task that owns the case until it is done', () => {
  const call = { id: 'call', channel: 'call', audience: 'customer', point: 'p1' } as const;
  const { next, tasks } = moved(
    takeStep(openedCase(), { ...at, skipped: [], then: { do: 'call', at: call, decision: {}, tries: 2 } }, NOON),
  );

  expect(tasks[0]).toMatchObject({ kind: 'call', state: 'QUEUED', maxTries: 2, queue: 'fraud-desk' });
  expect(next).toMatchObject({
    status: 'WAITING',
    taskId: tasks[0]?.id,
    timers: [{ task: tasks[0]?.id, at: NOON + 15 * MINUTE }],
  });
  expect(nextMove(next, NOON + 15 * MINUTE)).toEqual({ do: 'task-due', taskId: tasks[0]?.id });
});

test('a spent plan goes to a person: unreachable when somebody was tried, open when all was refused', () => {
  const exhausted = { ...at, skipped: [], then: { do: 'exhausted' } } as const;
  const tried: Case = {
    ...openedCase(),
    attempts: [{ n: 1, ...smsStep, step: 'sms1', state: 'ACCEPTED', at: NOON }],
    attemptCount: 1,
  };
  const refused = moved(takeStep(openedCase(), { ...exhausted, skipped: [pushOff] }, NOON)).next;

  expect(moved(takeStep(tried, exhausted, NOON)).next).toMatchObject({ status: 'HUMAN', outcome: 'UNREACHABLE' });
  expect(refused).toMatchObject({ status: 'HUMAN' });
  expect(refused.outcome).toBeUndefined();
});

test('refuses any step of an ended case', () => {
  expect(takeStep(openedCase({ status: 'RESOLVED' }), { ...at, skipped: [], then: claimOf() }, NOON)).toEqual({
    refused: 'case.ended',
  });
});

test('a denied case is suppressed, has no timer left and says so', () => {
  const { next, entry } = moved(
    takeStep(
      openedCase(),
      { ...at, skipped: [], then: { do: 'suppress', decision: {}, ruleIds: ['customer.deceased'] } },
      NOON,
    ),
  );

  expect(next).toMatchObject({ status: 'SUPPRESSED' });
  expect(next.dueAt).toBeUndefined();
  expect(entry.effects.map((effect) => (effect.do === 'notify' ? effect.type : effect.do))).toEqual([
    'contact.refused',
    'case.suppressed',
  ]);
});

test.each([
  ['suppressed', { do: 'suppress', decision: {}, ruleIds: ['reason.gone'] }],
  ['spent', { do: 'exhausted' }],
  ['held too often', { do: 'hold', decision: {}, ruleIds: ['evidence.stale'] }],
] as const)('a case that is %s leaves no attempt asleep', (_what, then) => {
  const asleep: Case = {
    ...openedCase({
      held: { since: NOON, ruleIds: ['evidence.stale'], recheckAt: NOON, cause: 'evidence.stale', rechecks: 3 },
    }),
    attempts: [attempt(1, { state: 'DEFERRED', until: NOON, rule: 'hours.closed' })],
    attemptCount: 1,
  };

  expect(moved(takeStep(asleep, { ...at, skipped: [], then }, NOON)).next.attempts[0]?.state).toBe('CANCELLED');
});
