import { expect, test } from 'vitest';
import { type AnswerEvidence, gateAnswer } from '#domain/contact/gate/answer.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import { DAY, MINUTE } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { pointAt } from '../../support/rules/evidence.ts';
import { shipped } from '../../support/rules/policies.ts';

const answer = (template: string, point: Partial<ContactPoint> = {}, change: Partial<AnswerEvidence> = {}): string => {
  const evidence = { template, inboundAt: NOON, point: pointAt('p1', point), smsOn: true, ...change };
  const verdict = gateAnswer(evidence, NOON, shipped);
  return verdict.verdict === 'ALLOW' ? 'ALLOW' : verdict.rules.join(' ');
};
const answered = (unanswered: number, neutralAt?: number) => ({
  answers: { unanswered, ...(neutralAt === undefined ? {} : { neutralAt }) },
});
const silent = { optOut: { at: NOON, purposes: 'all' } } as const;
const quarantine = { quarantine: { at: NOON, reason: 'wrong-person' } };

test('an inbound text is answered at any hour and outside the caps', () => {
  const night = NOON + 14 * 60 * MINUTE;
  const full = pointAt('p1', { sends: Array.from({ length: 8 }, () => night) });

  expect(gateAnswer({ template: 'answer.help', inboundAt: night, point: full, smsOn: true }, night, shipped)).toEqual({
    verdict: 'ALLOW',
    counters: [{ rule: 'cap.number', before: 0, limit: 5 }],
    pointVersion: 6,
  });
});

test('an answer leaves within five minutes or not at all', () => {
  expect(answer('answer.help', {}, { inboundAt: NOON - 5 * MINUTE })).toBe('ALLOW');
  expect(answer('answer.help', {}, { inboundAt: NOON - 5 * MINUTE - 1 })).toBe('text.expired');
});

test('five answers without an accepted action in between are enough', () => {
  expect(answer('answer.clarify', answered(4))).toBe('ALLOW');
  expect(answer('answer.clarify', answered(5))).toBe('cap.number');
});

test('an unknown number gets one neutral answer a day', () => {
  expect(answer('answer.neutral', answered(1, NOON - DAY))).toBe('ALLOW');
  expect(answer('answer.neutral', answered(1, NOON - DAY + 1))).toBe('cap.number');
  expect(answer('answer.help', answered(1, NOON - 1))).toBe('ALLOW');
});

test('a number that asked for silence gets the one confirmation of it, and nothing else', () => {
  expect(answer('answer.stopped', silent)).toBe('ALLOW');
  expect(answer('answer.wrong', silent)).toBe('ALLOW');
  expect(answer('answer.help', silent)).toBe('consent.withdrawn');
  expect(answer('answer.help', { optOut: { at: NOON, purposes: ['survey'] } })).toBe('ALLOW');
});

test('a number found to be wrong gets the one apology, and nothing else', () => {
  expect(answer('answer.wrong', quarantine)).toBe('ALLOW');
  expect(answer('answer.stopped', quarantine)).toBe('contact-point.quarantined');
});

test('nothing is answered while texts are switched off', () => {
  expect(answer('answer.help', {}, { smsOn: false })).toBe('channel.off');
});

test('a number nobody knows may be answered, as long as nobody has written about it meanwhile', () => {
  expect(gateAnswer({ template: 'answer.neutral', inboundAt: NOON, smsOn: true }, NOON, shipped)).toEqual({
    verdict: 'ALLOW',
    counters: [{ rule: 'cap.number', before: 0, limit: 5 }],
    pointVersion: 0,
  });
});

test('a refused answer says every rule that refused it, and what was counted', () => {
  const point = pointAt('p1', { ...answered(5), ...silent, ...quarantine });

  expect(gateAnswer({ template: 'answer.help', inboundAt: 0, point, smsOn: false }, NOON, shipped)).toEqual({
    verdict: 'DENY',
    counters: [{ rule: 'cap.number', before: 5, limit: 5 }],
    rules: ['channel.off', 'text.expired', 'contact-point.quarantined', 'consent.withdrawn', 'cap.number'],
  });
});

test('whoever has the number since hears that they were heard, and no more; of the dead nobody is told', () => {
  expect(answer('answer.thanks', {}, { newerHolder: true })).toBe('contact-point.newer-holder');
  expect(answer('answer.stopped', {}, { newerHolder: true })).toBe('ALLOW');
  expect(answer('answer.thanks', {}, { deceased: true })).toBe('customer.deceased');
});

test('nothing is asked back about a case that is over', () => {
  expect(answer('answer.clarify', {}, { isOver: true })).toBe('reason.gone');
  expect(answer('answer.which', {}, { isOver: true })).toBe('reason.gone');
  expect(answer('answer.thanks', {}, { isOver: true })).toBe('ALLOW');
});
