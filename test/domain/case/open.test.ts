import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { clearCase, closeSettled, markWrongful } from '#domain/case/ends/clear.ts';
import { greatestSum, mergeInto, openCase } from '#domain/case/open.ts';
import { laneOf } from '#domain/case/transition.ts';
import type { Money } from '#domain/money.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { DEPARTMENT_OF, PURPOSES, SEVERITIES } from '#domain/words.ts';
import {
  attempt,
  callingCase,
  callTask,
  caseOf,
  claimedCase,
  effectsOf,
  moved,
  NOON,
  openInput,
} from '../../support/cases.ts';

const cleared = { what: 'overdue-cleared', asOf: NOON, sequence: 9, source: 'urn:bank:core' };

test('a new case is received, due at once and announced to its department', () => {
  const { next, entry, tasks } = openCase(openInput({ severity: 'medium' }), NOON);

  expect(next).toMatchObject({
    version: 1,
    status: 'RECEIVED',
    dueAt: NOON,
    step: 0,
    round: 0,
    department: 'fraud-desk',
  });
  expect(effectsOf(entry.effects)).toEqual(['work', 'case.opened']);
  expect(entry).toMatchObject({ type: 'case.opened', actor: { kind: 'producer', source: 'urn:bank:core' } });
  expect(tasks).toEqual([]);
});

test('the entry that opens a case names the event, its time and the plan it will follow', () => {
  const { entry } = openCase(openInput(), NOON + HOUR);

  expect(entry.facts).toMatchObject({
    plan: { id: 'fraud-card', version: 1 },
    reason: { code: 'unusual-amount', eventId: 'e1', at: NOON, sequence: 7 },
  });
});

test('a high or critical fraud case asks the account system for a protective hold as it opens, no other does', () => {
  const asked = PURPOSES.flatMap((purpose) =>
    SEVERITIES.filter((severity) => {
      const { next, entry } = openCase(openInput({ purpose, severity }), NOON);
      expect(next.protectiveHold === true).toBe(effectsOf(entry.effects).includes('account.hold-requested'));
      return next.protectiveHold === true;
    }).map((severity) => `${purpose} ${severity}`),
  );

  expect(asked).toEqual(['fraud_security high', 'fraud_security critical']);
});

test('fraud and urgent welfare never wait behind reminders and surveys', () => {
  const lanes = PURPOSES.map((purpose) => SEVERITIES.map((severity) => laneOf(purpose, severity)).join(' '));

  expect(Object.fromEntries(PURPOSES.map((purpose, index) => [purpose, lanes[index]]))).toEqual({
    fraud_security: 'urgent urgent urgent urgent',
    welfare: 'normal normal urgent urgent',
    account_service: 'normal normal normal normal',
    debt_reminder: 'bulk bulk bulk bulk',
    pre_litigation: 'normal normal normal normal',
    negotiation_followup: 'normal normal normal normal',
    complaint_followup: 'normal normal normal normal',
    survey: 'bulk bulk bulk bulk',
  });
});

test('each purpose has the department of the shipped defaults', () => {
  expect(DEPARTMENT_OF).toEqual({
    fraud_security: 'fraud-desk',
    welfare: 'contact-centre',
    account_service: 'branch',
    debt_reminder: 'collections',
    pre_litigation: 'collections',
    negotiation_followup: 'hardship',
    complaint_followup: 'complaints',
    survey: 'complaints',
  });
});

test('another event of the same matter is counted and written down, and moves nothing else', () => {
  const before = claimedCase();
  const { next, entry } = mergeInto(before, { source: 's', eventId: 'e2', at: NOON, code: 'unusual-amount' }, NOON + 1);

  expect(next).toEqual({ ...before, version: before.version + 1, mergedCount: 1 });
  expect(entry).toMatchObject({ type: 'case.merged', facts: { eventId: 'e2' }, effects: [] });
});

const graver = { source: 's', eventId: 'e2', at: NOON, code: 'unusual-amount', severity: 'critical' } as const;

test('a graver event of the same matter makes the case as grave, and asks for the protective hold once', () => {
  const first = mergeInto(claimedCase(), graver, NOON + 1);
  const again = mergeInto(first.next, { ...graver, eventId: 'e3' }, NOON + 2);
  const milder = mergeInto(first.next, { ...graver, severity: 'low' }, NOON + 2);

  expect(first.next).toMatchObject({ severity: 'critical', protectiveHold: true });
  expect(first.entry).toMatchObject({ facts: { severity: 'critical', was: 'medium' } });
  expect(effectsOf(first.entry.effects)).toEqual(['account.hold-requested']);
  expect(again.entry.effects).toEqual([]);
  expect(milder.next.severity).toBe('critical');
});

test('the greatest sum of what joins is kept: more than the first, or in another currency', () => {
  const yuan = (minor: number) => ({ minor, currency: 'CNY' });
  const first = claimedCase();
  const before = { ...first, reason: { ...first.reason, amount: yuan(90_000) } };
  const joined = (of: Case, amount: Money) => mergeInto(of, { ...graver, amount }, NOON).next;

  expect(joined(before, yuan(90_000)).joinedAmount).toBeUndefined();
  expect(joined(before, yuan(90_001)).joinedAmount).toEqual(yuan(90_001));
  expect(joined(joined(before, yuan(-99_000)), yuan(95_000)).joinedAmount).toEqual(yuan(-99_000));
  expect(joined(before, { minor: 1, currency: 'USD' }).joinedAmount).toEqual({ minor: 1, currency: 'USD' });
  expect(joined(joined(before, yuan(6_000_000)), { minor: 1, currency: 'USD' }).joinedAmount).toEqual(yuan(6_000_000));
  expect(greatestSum(joined(before, yuan(90_001)))).toEqual(yuan(90_001));
  expect(mergeInto(before, { ...graver, amount: yuan(5) }, NOON).entry.facts).toMatchObject({ amount: yuan(5) });
});

test('what has become urgent changes its lane, and is not lost between the two', () => {
  const soon = caseOf('welfare', { severity: 'low', lane: 'normal', status: 'WAITING', dueAt: NOON + MINUTE });
  const { next, entry } = mergeInto(soon, { ...graver, severity: 'high' }, NOON);

  expect(next).toMatchObject({ severity: 'high', lane: 'urgent', dueAt: NOON + MINUTE });
  expect(entry.effects).toEqual([{ do: 'work', lane: 'urgent', at: NOON + MINUTE }]);
});

test('what waited for its hours is asked again at once when it has become urgent; a wait for an answer goes on', () => {
  const asleep = caseOf('welfare', {
    severity: 'low',
    status: 'WAITING',
    dueAt: NOON + DAY,
    attempts: [attempt(1, { state: 'DEFERRED' })],
  });

  expect(mergeInto(asleep, { ...graver, severity: 'high' }, NOON).next.dueAt).toBe(NOON);
  expect(mergeInto({ ...asleep, attempts: [attempt(1)] }, { ...graver, severity: 'high' }, NOON).next.dueAt).toBe(
    NOON + DAY,
  );
});

test('the task of whoever has the case becomes as urgent, and they are told', () => {
  const { entry, tasks } = mergeInto(callingCase({ protectiveHold: true }), { ...graver, task: callTask() }, NOON);

  expect(tasks).toMatchObject([{ id: 'c1.t2', severity: 'critical', state: 'ASSIGNED' }]);
  expect(effectsOf(entry.effects)).toEqual(['case.escalated']);
});

test('a settled case stays as grave as it was', () => {
  expect(mergeInto(caseOf('welfare', { status: 'RESOLVED', severity: 'low' }), graver, NOON).next.severity).toBe('low');
});

test('a reason that is gone settles the case as cleared, cancels what was not sent and ends the open task', () => {
  const of = callingCase({ attempts: [attempt(1), attempt(2, { step: 'call', channel: 'call', state: 'QUEUED' })] });
  const { next, entry, tasks } = moved(clearCase(of, cleared, { now: NOON, task: callTask({ state: 'QUEUED' }) }));

  expect(next).toMatchObject({ status: 'RESOLVED', outcome: 'CLEARED', resolvedAt: NOON, dueAt: NOON + 7 * DAY });
  expect(next.attempts.map((one) => one.state)).toEqual(['ACCEPTED', 'CANCELLED']);
  expect(next.taskId).toBeUndefined();
  expect(tasks).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
  expect(effectsOf(entry.effects)).toEqual(['case.settled']);
  expect(entry.facts).toMatchObject({ what: 'overdue-cleared', sequence: 9 });
});

test('an answer owed to somebody who just wrote is still given when the reason goes', () => {
  const owed = attempt(2, { step: 'answer.complaint', state: 'PLANNED', answer: true });
  const of = caseOf('debt', { status: 'HUMAN', attempts: [attempt(1), owed], attemptCount: 2 });

  expect(moved(clearCase(of, cleared, { now: NOON })).next.attempts[1]).toEqual(owed);
});

test('a settled case cannot be cleared again', () => {
  expect(clearCase(caseOf('debt', { status: 'RESOLVED' }), cleared, { now: NOON })).toEqual({ refused: 'case.ended' });
});

test('a retracted event marks the contacts that rested on it as wrongful, also on a closed case', () => {
  const { next, entry } = markWrongful(caseOf('debt', { status: 'CLOSED' }), { source: 's', eventId: 'e1' }, NOON);

  expect(next).toMatchObject({ status: 'CLOSED', wrongful: true });
  expect(entry).toMatchObject({ type: 'case.retracted', facts: { event: 'e1' } });
});

test('a settled case closes and has no timer left', () => {
  const { next } = closeSettled(caseOf('debt', { status: 'RESOLVED', outcome: 'CLEARED' }), NOON + 7 * DAY);

  expect(next).toMatchObject({ status: 'CLOSED', outcome: 'CLEARED' });
  expect('dueAt' in next).toBe(false);
});
