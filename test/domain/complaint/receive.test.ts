import { expect, test } from 'vitest';
import { holdForComplaint, receiveComplaint } from '#domain/complaint/receive.ts';
import { NOON } from '../../support/cases.ts';
import { customerOf } from '../../support/records.ts';

const input = {
  id: 'm1',
  channel: 'sms',
  receivedAt: NOON - 5_000,
  audience: 'customer',
  customerId: 'u1',
  caseId: 'c1',
  purpose: 'debt_reminder',
  inboundId: 'i1',
} as const;

test('a complaint is taken down at triage, in negotiation, under the time it was said', () => {
  const { next, entry } = receiveComplaint(input, NOON);

  expect(next).toMatchObject({
    version: 1,
    status: 'RECEIVED',
    stage: 'NEGOTIATION',
    department: 'triage',
    category: 'other',
    severity: 'P3',
    receivedAt: NOON - 5_000,
    caseId: 'c1',
  });
  expect(entry).toMatchObject({ type: 'complaint.received', actor: { kind: 'customer' }, at: NOON });
});

test('a debt denied in answer to a reminder is a complaint of category not owed, and weighs more', () => {
  expect(receiveComplaint({ ...input, category: 'not_owed' }, NOON).next).toMatchObject({
    category: 'not_owed',
    severity: 'P2',
  });
});

test('departments are told of it by ids alone', () => {
  expect(receiveComplaint(input, NOON).entry.effects).toEqual([
    {
      do: 'notify',
      type: 'complaint.received',
      purpose: 'debt_reminder',
      department: 'triage',
      data: { complaintId: 'm1', customerId: 'u1', caseId: 'c1' },
    },
  ]);
});

test('a third party may complain too, and so may somebody nobody knows', () => {
  const third = receiveComplaint({ ...input, audience: 'contact', contactId: 'k1' }, NOON);
  const { customerId: _c, caseId: _k, purpose: _p, inboundId: _i, ...unknown } = input;

  expect(third.entry.actor).toEqual({ kind: 'contact', contactId: 'k1' });
  expect(receiveComplaint(unknown, NOON).entry.effects).toEqual([
    { do: 'notify', type: 'complaint.received', department: 'triage', data: { complaintId: 'm1' } },
  ]);
});

test('while it is open the customer is not reminded of a debt, and every decision about contact is asked again', () => {
  const before = customerOf();
  const { next, entry } = holdForComplaint(before, receiveComplaint(input, NOON).next, NOON);

  expect(next.gateVersion).toBe(before.gateVersion + 1);
  expect(next.holds).toEqual([
    {
      rule: 'hold.complaint',
      cause: 'm1',
      since: NOON,
      purposes: ['debt_reminder', 'pre_litigation', 'survey'],
    },
  ]);
  expect(entry).toMatchObject({ type: 'customer.held', facts: { rule: 'hold.complaint', cause: 'm1' } });
});
