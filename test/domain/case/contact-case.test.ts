import { expect, test } from 'vitest';
import { contactCase, endContact } from '#domain/case/contacts/contact-case.ts';
import { stageByStaff, stagesOf } from '#domain/case/contacts/stages.ts';
import { takeStep } from '#domain/case/step.ts';
import type { ContactAsked } from '#domain/complaint/transition.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { moved, NOON, openedCase } from '../../support/cases.ts';
import { complaintOf } from '../../support/complaints/complaints.ts';
import { planOf } from '../../support/rules/policies.ts';

const asked: ContactAsked = { caseId: 'c9', plan: 'follow-up', about: { what: 'follow-up' } };
const opened = (change: Partial<ContactAsked> = {}, plan = 'follow-up') =>
  contactCase(complaintOf(), { ...asked, ...change }, { now: NOON, plan: planOf(plan) });

test('a contact of a complaint is a case of its own that names the complaint and is due at once', () => {
  const { next, entry } = opened();

  expect(next).toMatchObject({
    id: 'c9',
    customerId: 'u1',
    complaintId: 'm1',
    about: { what: 'follow-up' },
    purpose: 'complaint_followup',
    plan: { id: 'follow-up', version: 1 },
    status: 'RECEIVED',
    dueAt: NOON,
  });
  expect(entry.actor).toEqual({ kind: 'system', name: 'complaints' });
  expect(entry.effects).toContainEqual({ do: 'work', lane: 'normal' });
});

test('a contact for later has its timer and is not worked on before', () => {
  const { next, entry } = opened({ dueAt: NOON + HOUR });

  expect(next.dueAt).toBe(NOON + HOUR);
  expect(entry.effects.filter((effect) => effect.do === 'work')).toEqual([]);
});

test('an offer about an overdue account rests on that', () => {
  const about = { what: 'offer', offerId: 'm1.o1', terms: { kind: 'term', months: 3 }, expiresAt: NOON + DAY } as const;
  const plan = planOf('offer');
  const offered = { caseId: 'c9', plan: 'offer', about, accountId: 'acc1' } as const;

  const debt = contactCase(complaintOf(), offered, { now: NOON, plan, overdue: { sequence: 7 } });
  expect(debt.next.reason).toMatchObject({ code: 'overdue', accountId: 'acc1', sequence: 7 });
  expect(contactCase(complaintOf(), offered, { now: NOON, plan }).next.reason.code).toBe('offer');
});

test('nobody unknown is contacted', () => {
  const { customerId: _nobody, ...of } = complaintOf();

  expect(() => contactCase(of, asked, { now: NOON, plan: planOf('follow-up') })).toThrow('a customer');
});

test('a contact that a complaint has no use for any more is settled without an outcome, and once', () => {
  const { next } = opened();
  const over = endContact(next, { now: NOON + HOUR, why: 'offer.replaced' });

  expect(over?.next).toMatchObject({ status: 'RESOLVED', resolvedAt: NOON + HOUR });
  expect(over?.next.outcome).toBeUndefined();
  expect(over === undefined ? over : endContact(over.next, { now: NOON + HOUR, why: 'again' })).toBeUndefined();
});

const tried = openedCase({
  complaintId: 'm1',
  about: { what: 'follow-up' },
  attempts: [{ n: 1, step: 'sms', channel: 'sms', audience: 'customer', state: 'ACCEPTED', at: NOON }],
  attemptCount: 1,
});
const spent = (as: 'person' | 'unreachable' | 'told') => ({
  position: { step: 3, round: 0 },
  skipped: [],
  then: { do: 'exhausted', as } as const,
});

test('a spent plan settles as unreachable, or without an outcome where it only told something, and the complaint looks', () => {
  const unreached = moved(takeStep(tried, spent('unreachable'), NOON));
  expect(unreached.next).toMatchObject({ status: 'RESOLVED', outcome: 'UNREACHABLE' });
  expect(unreached.entry.effects).toContainEqual({ do: 'look', complaintId: 'm1' });

  const passedOver = { n: 2, step: 'sms-again', state: 'SKIPPED', rule: 'contact-point.quarantined' } as const;
  const wrong = tried.attempts.map((one) => ({ ...one, ...passedOver }));
  const nobodys = { ...tried, attempts: [...tried.attempts, ...wrong], attemptCount: 2 };
  expect(moved(takeStep(nobodys, spent('unreachable'), NOON)).next.outcome).toBe('UNREACHABLE');

  const told = moved(takeStep(tried, spent('told'), NOON)).next;
  expect(told.status).toBe('RESOLVED');
  expect(told.outcome).toBeUndefined();
});

test('a plan whose contacts were all refused goes to a person, whatever it says', () => {
  const never = { ...tried, attempts: [], attemptCount: 0 };

  expect(moved(takeStep(never, spent('unreachable'), NOON)).next.status).toBe('HUMAN');
  expect(moved(takeStep(never, spent('told'), NOON)).next.status).toBe('HUMAN');
});

const before = openedCase({ purpose: 'pre_litigation', plan: { id: 'pre-litigation', version: 1 }, dueAt: NOON });
const plan = planOf('pre-litigation');

test('the stages before legal action stand on the days of their steps', () => {
  expect(stagesOf(before, plan)).toEqual([
    { stage: 'NEGOTIATION', dueAt: NOON },
    { stage: 'MEDIATION', dueAt: NOON + 3 * DAY },
    { stage: 'PRE_LITIGATION', dueAt: NOON + 7 * DAY },
  ]);
  // Noon of these tests is ten in the morning in Shanghai; the notice is due at nine where the customer is.
  expect(stagesOf(before, plan, 'Asia/Shanghai')[2]?.dueAt).toBe(NOON + 7 * DAY - HOUR);
});

test('a person takes a case on to a later stage, never back', () => {
  const by = { staff: 's1', reason: 'agreed', at: NOON + HOUR, plan };
  const waiting = { ...before, status: 'WAITING', step: 1, dueAt: NOON + 3 * DAY } as const;

  expect(moved(stageByStaff(waiting, 'PRE_LITIGATION', by)).next).toMatchObject({ step: 2, dueAt: NOON + HOUR });
  expect(stageByStaff(waiting, 'NEGOTIATION', by)).toMatchObject({ refused: 'case.stage-passed' });
  expect(stageByStaff(openedCase(), 'MEDIATION', { ...by, plan: planOf('fraud-card') })).toEqual({
    refused: 'case.no-stages',
  });
});
