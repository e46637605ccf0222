import { expect, test } from 'vitest';
import type { ContactPoint } from '#domain/contact/point.ts';
import { correlate, type Sent } from '#domain/reply/correlate.ts';
import { HOUR } from '#domain/time.ts';
import { LIMITS } from '#policies/limits.ts';
import { NOON } from '../../support/cases.ts';
import { pointOfNumber, question } from '../../support/points.ts';

const first = question({ token: '4K', caseId: 'c1' });
const second = question({ token: '7M', caseId: 'c2', askedAt: NOON + HOUR, until: NOON + 25 * HOUR });
const recent = [
  { caseId: 'c0', attempt: 1 },
  { caseId: 'c1', attempt: 1 },
  { caseId: 'c2', attempt: 3 },
];
const find = (point: Partial<ContactPoint>, clues: { token?: string; answered?: Sent; at?: number } = {}) =>
  correlate(
    pointOfNumber({ recent, ...point }),
    { at: NOON + 2 * HOUR, by: clues.at ?? NOON + 2 * HOUR, ...clues },
    LIMITS,
  );

test('a token of this number names its question, whatever else is open', () => {
  expect(find({ questions: [first, second] }, { token: '4K' })).toEqual({
    to: 'question',
    question: first,
    certain: true,
  });
});

test('a token comes before the message that was answered', () => {
  expect(find({ questions: [first, second] }, { token: '4K', answered: { caseId: 'c2', attempt: 3 } })).toMatchObject({
    question: first,
  });
});

test('the message that was answered names the question of its case, whatever else is open', () => {
  expect(find({ questions: [first, second] }, { answered: { caseId: 'c2', attempt: 3 } })).toEqual({
    to: 'question',
    question: second,
    certain: true,
  });
  expect(find({ questions: [first] }, { answered: { caseId: 'c0', attempt: 1 } })).toEqual({
    to: 'sent',
    sent: [recent[0]],
  });
});

test('the only open question is meant, for sure when it was asked in the last 24 hours', () => {
  const old = question({ until: NOON + 99 * HOUR });

  expect(find({ questions: [old] }, { at: NOON + 24 * HOUR })).toMatchObject({ to: 'question', certain: true });
  expect(find({ questions: [old] }, { at: NOON + 24 * HOUR + 1 })).toMatchObject({ to: 'question', certain: false });
});

test('one that has run out does not make a second', () => {
  expect(find({ questions: [first, second] }, { at: NOON + 24 * HOUR + 1 })).toMatchObject({
    to: 'question',
    question: second,
  });
});

test('several open questions are told apart by nothing', () => {
  expect(find({ questions: [first, second] })).toEqual({ to: 'several', questions: [first, second] });
});

test('a question or token out of time is late', () => {
  expect(find({ questions: [first] }, { at: NOON + 24 * HOUR })).toEqual({ to: 'expired', question: first });
  expect(find({ questions: [first, second] }, { token: '4K', at: NOON + 24 * HOUR })).toEqual({
    to: 'expired',
    question: first,
  });
});

test('without a question the reply may belong to what was sent lately, newest first', () => {
  expect(find({ questions: [] })).toEqual({ to: 'sent', sent: recent.toReversed() });
  expect(find({ questions: [], recent: [] })).toEqual({ to: 'nothing' });
});

test('a token no question has may be of a case closed lately, or of another number', () => {
  expect(find({ questions: [first] }, { token: '9X' })).toEqual({
    to: 'token',
    token: '9X',
    sent: recent.toReversed(),
  });
});

test('a text that came in before a question was first asked does not answer it, however late it is read', () => {
  const later = question({ token: '7M', caseId: 'c2', askedAt: NOON + 3 * HOUR, until: NOON + 30 * HOUR });
  const again = { ...later, since: NOON + HOUR };

  expect(find({ questions: [later] })).toEqual({ to: 'sent', sent: [recent[1], recent[0]] });
  expect(find({ questions: [first, later] })).toMatchObject({ to: 'question', question: first });
  expect(find({ questions: [again] })).toMatchObject({ to: 'question', question: again, certain: true });
  expect(find({ questions: [first, again] })).toMatchObject({ to: 'several' });
});

test('clocks may differ by five seconds: whoever names the token or answers the very text is taken at their word', () => {
  const later = question({ token: '7M', caseId: 'c2', askedAt: NOON + 2 * HOUR + 5_000, until: NOON + 30 * HOUR });
  const much = { ...later, askedAt: later.askedAt + 1 };

  expect(find({ questions: [later] })).toMatchObject({ to: 'question', question: later });
  expect(find({ questions: [much] })).toMatchObject({ to: 'sent' });
  expect(find({ questions: [much] }, { token: '7M' })).toMatchObject({ to: 'question', question: much });
  expect(find({ questions: [much] }, { answered: { caseId: 'c2', attempt: 3 } })).toMatchObject({ question: much });
});
