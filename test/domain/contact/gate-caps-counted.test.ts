import { expect, test } from 'vitest';
import type { Attempt } from '#domain/case/case.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { attempt, NOON } from '../../support/cases.ts';
import { evidenceOf, judge, pointAt, told } from '../../support/rules/evidence.ts';
import { contactOf } from '../../support/rules/people.ts';

const tried = (attempts: readonly Attempt[]) => ({ attempts, attemptCount: attempts.length });
const three = (change: Partial<Attempt> = {}) =>
  tried([1, 2, 3].map((n) => attempt(n, { at: NOON - n * HOUR, ...change })));

test('of more texts than a cap permits the newest that fill it say when there is room again', () => {
  const sends = [7, 6, 5, 4, 3, 2, 1].map((hours) => NOON - hours * HOUR);

  expect(judge(evidenceOf('service', { point: pointAt('p1', { sends }) }))).toMatchObject({
    verdict: 'DEFER',
    until: NOON + 19 * HOUR,
  });
  expect(judge(evidenceOf('service', { point: pointAt('p1', { sends: sends.toReversed() }) }))).toMatchObject({
    until: NOON + 19 * HOUR,
  });
});

test('three texts of a case leave its call free, and three calls under way its texts', () => {
  expect(told(evidenceOf('welfare', { at: 'call', of: three() }))).toBe('ALLOW');
  expect(judge(evidenceOf('welfare', { at: 'call', of: three() })).counters).toEqual([]);
  expect(told(evidenceOf('service', { of: three({ channel: 'call', state: 'CLAIMED' }) }))).toBe('ALLOW');
});

test('that a contact person is known takes no text of the customer’s away', () => {
  const contact = contactOf({ id: 'k1' });

  expect(told(evidenceOf('service', { of: three(), contact }))).toBe('DEFER cap.case');
});

test('where nothing was ever counted, nothing is', () => {
  const { point: _none, ...unwritten } = evidenceOf('debt');

  expect(judge(unwritten).counters).toEqual([
    { rule: 'cap.number', before: 0, limit: 5 },
    { rule: 'cap.debt', before: 0, limit: 1 },
    { rule: 'cap.case', before: 0, limit: 3 },
  ]);
  expect(judge(evidenceOf('debt', { at: 'call' })).counters).toEqual([
    { rule: 'cap.number', before: 0, limit: 3 },
    { rule: 'cap.debt', before: 0, limit: 1 },
    { rule: 'cap.debt', before: 0, limit: 3 },
  ]);
});

test('a debtor who spoke three times in a week is left alone for the rest of it', () => {
  const talks = [6, 4, 2].map((days) => NOON - days * DAY);

  expect(told(evidenceOf('debt', { at: 'call', of: { talks } }))).toBe('DENY step cap.debt');
});
