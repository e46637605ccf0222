import { expect, test } from 'vitest';
import { movePoint, type PointChange } from '#domain/reply/point-moves.ts';
import { isProtected, protectBy } from '#domain/reply/protect.ts';
import { openRefresh } from '#domain/reply/refresh.ts';
import { DAY } from '#domain/time.ts';
import { NOON, openedCase } from '../../support/cases.ts';
import { pointOfNumber, question } from '../../support/points.ts';

const heard = { inboundId: 'i1', at: NOON - 1_000, audience: 'customer', caseId: 'c1', locale: 'en' } as const;
const move = (change: PointChange, before = pointOfNumber({ version: 4 }), by: object = {}) =>
  movePoint(before, change, { heard: { ...heard, ...by }, now: NOON });

test('an opt-out is for every purpose, from when it was said, and names its entry', () => {
  const { after, entry } = move({ optOut: true });

  expect(after.optOut).toEqual({ at: NOON - 1_000, purposes: 'all', seq: 5 });
  expect(entry).toMatchObject({ type: 'point.opted-out', facts: { inboundId: 'i1', caseId: 'c1', purposes: 'all' } });
});

test('an opt-out that stands already is not written a second time, and keeps its first words', () => {
  const before = pointOfNumber({ version: 4, optOut: { at: 1, purposes: 'all', seq: 2 } });

  expect(move({ optOut: true, accepted: true }, before).entry).toBeUndefined();
  expect(move({ optOut: true, pending: 'answer.neutral' }, before)).toMatchObject({
    entry: { type: 'answer.planned' },
  });
});

test('silence for some purposes is widened by STOP, and never narrows one that is for all', () => {
  const some = pointOfNumber({ version: 4, optOut: { at: 1, purposes: ['survey'], seq: 2 } });
  const all = pointOfNumber({ version: 4, optOut: { at: 1, purposes: 'all', seq: 2 } });

  expect(move({ optOut: ['survey'] })).toMatchObject({
    after: { optOut: { at: NOON - 1_000, purposes: ['survey'], seq: 5 } },
    entry: { type: 'point.opted-out', facts: { purposes: ['survey'] } },
  });
  expect(move({ optOut: true }, some)).toMatchObject({
    after: { optOut: { purposes: 'all', seq: 5 } },
    entry: { facts: { purposes: 'all' } },
  });
  expect(move({ optOut: ['survey'] }, all)).toMatchObject({ after: { optOut: all.optOut } });
  expect(move({ optOut: true, accepted: true }, all).after.optOut).toEqual(all.optOut);
});

test('an opt-in lifts it, and says nothing where there was none', () => {
  const before = pointOfNumber({ version: 4, optOut: { at: 1, purposes: 'all' } });

  expect(move({ optIn: true }, before).after.optOut).toBeUndefined();
  expect(move({ optIn: true }, before).entry?.type).toBe('point.opted-in');
  expect(move({ optIn: true }).entry).toBeUndefined();
});

test('a wrong number is quarantined once, loses its questions, and every holder is told of', () => {
  const before = pointOfNumber({
    version: 4,
    questions: [question()],
    holders: [
      { kind: 'customer', customerId: 'u1' },
      { kind: 'contact', customerId: 'u2', contactId: 'k1' },
    ],
  });
  const { after, entry } = move({ quarantine: true }, before, { audience: 'contact', contactId: 'k1' });

  expect(after).toMatchObject({ questions: [], quarantine: { at: NOON, reason: 'wrong-person' } });
  expect(entry).toMatchObject({ type: 'point.quarantined', actor: { kind: 'contact', contactId: 'k1' } });
  expect(entry?.effects).toMatchObject([
    { type: 'contact-point.quarantined', data: { customerId: 'u1', caseId: 'c1' } },
    { type: 'contact-point.quarantined', data: { customerId: 'u2', contactId: 'k1', caseId: 'c1' } },
  ]);
  expect(move({ quarantine: true }, after).entry).toBeUndefined();
});

test('an answer no case sends stands on the number until it is sent, with the language the number has shown', () => {
  const { after, entry } = move({ pending: 'answer.neutral' });

  expect(after).toMatchObject({ pending: { template: 'answer.neutral', at: NOON - 1_000, seq: 5 }, locale: 'en' });
  expect(entry).toMatchObject({ type: 'answer.planned', effects: [{ do: 'work', lane: 'urgent' }] });
});

test('a number that belongs to no case has entries all the same', () => {
  const { caseId: _none, ...nobody } = heard;
  const by = { heard: nobody, now: NOON };
  const listed = pointOfNumber({ holders: [{ kind: 'customer', customerId: 'u1' }] });

  expect(movePoint(pointOfNumber(), { optOut: true }, by).entry?.facts).not.toHaveProperty('caseId');
  expect(movePoint(listed, { quarantine: true, pending: 'answer.wrong' }, by).entry?.effects).toMatchObject([
    { do: 'notify', data: { customerId: 'u1' } },
    { do: 'work', lane: 'urgent' },
  ]);
});

test('questions and budget move without an entry', () => {
  const before = pointOfNumber({
    questions: [question(), question({ token: '7M' })],
    answers: { unanswered: 4, lastAt: 9 },
  });
  const { after, entry } = move({ answeredToken: '4K', accepted: true }, before);

  expect(entry).toBeUndefined();
  expect(after.questions.map((one) => one.token)).toEqual(['7M']);
  expect(after.answers).toEqual({ unanswered: 0, lastAt: 9 });
  expect(after.locale).toBeUndefined();
});

const facts = { inboundId: 'i1', intent: 'deny', trust: 2, audience: 'customer', point: 'p1', at: NOON } as const;

test('a denial of no question in particular stops every fraud case and holds the account of each', () => {
  const of = openedCase({
    status: 'WAITING',
    attempts: [{ n: 1, step: 's', channel: 'sms', audience: 'customer', state: 'DEFERRED', at: 1 }],
  });
  const { next, entry } = protectBy(of, { facts, caseId: 'c9' }, NOON);

  expect(next).toMatchObject({ status: 'HELD', protectiveHold: true, dueAt: NOON + DAY, held: { cause: 'c9' } });
  expect(next.attempts[0]?.state).toBe('CANCELLED');
  expect(entry.effects).toMatchObject([{ type: 'account.hold-requested', data: { accountId: 'a1' } }]);
  expect(isProtected(next)).toBe(true);
});

test('a case that a person has, or whose account is held already, is noted and asks for nothing twice', () => {
  const human = openedCase({ status: 'HUMAN', taskId: 't1', protectiveHold: true });
  const { accountId: _none, ...without } = openedCase({ status: 'RECEIVED' });

  expect(protectBy(human, { facts, caseId: 'c9' }, NOON)).toMatchObject({
    next: { status: 'HUMAN' },
    entry: { effects: [] },
  });
  expect(protectBy(without, { facts, caseId: 'c9' }, NOON).entry.effects).toMatchObject([
    { data: { customerId: 'u1' } },
  ]);
  expect(isProtected(human)).toBe(false);
});

test('a wrong number becomes a task of its holder, a case that is a person from the start', () => {
  const plan = { id: 'contact-data', version: 1 };
  const { next, entry, tasks } = openRefresh(
    { id: 'r1', holder: { kind: 'contact', customerId: 'u2', contactId: 'k1' }, plan, inboundId: 'i1' },
    NOON,
  );

  expect(next).toMatchObject({ status: 'HUMAN', version: 1, purpose: 'account_service', taskId: tasks[0]?.id });
  expect(tasks).toMatchObject([{ kind: 'refresh', audience: 'contact', contactId: 'k1', queue: 'branch' }]);
  expect(entry.effects.map((effect) => effect.do)).toEqual(['notify']);
  // The record alone tells where the case stood: whoever reads it needs no snapshot.
  expect(entry.facts).toMatchObject({ from: 'RECEIVED', to: 'HUMAN' });
  const own = openRefresh({ id: 'r2', holder: { kind: 'customer', customerId: 'u2' }, plan, inboundId: 'i1' }, NOON);
  expect(own.tasks[0]).toMatchObject({ audience: 'customer' });
  expect(own.tasks[0]).not.toHaveProperty('contactId');
});
