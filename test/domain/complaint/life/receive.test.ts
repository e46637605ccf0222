import { expect, test } from 'vitest';
import { COMPLAINT_KINDS } from '#domain/complaint/complaint.ts';
import { holdsOf, moveHolds } from '#domain/complaint/life/holds.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import {
  claimComplaintTask,
  concludeComplaintTask,
  releaseComplaintTask,
  type TaskMoved,
} from '#domain/complaint/life/tasks.ts';
import { HOUR, MINUTE, parseInstant } from '#domain/time.ts';
import { NOON } from '../../../support/cases.ts';
import { complaintBook, moved, toldComplaint } from '../../../support/complaints/complaints.ts';
import { customerOf } from '../../../support/records.ts';

const RECEIPT = { now: NOON, book: complaintBook };
const receive = (change: Parameters<typeof toldComplaint>[0] = {}) =>
  moved(receiveComplaint(toldComplaint(change), RECEIPT));

test('a complaint is taken down with its kind, its desk and its clocks, under the time it was said', () => {
  const { next, entry } = receive({ receivedAt: NOON - 5_000, inboundId: 'i1', caseId: 'c1' });

  expect(next).toMatchObject({
    version: 1,
    status: 'RECEIVED',
    stage: 'NEGOTIATION',
    department: 'hardship',
    category: 'repayment_hardship',
    severity: 'P3',
    receivedAt: NOON - 5_000,
    lane: 'normal',
  });
  expect(next.clocks.map(({ policy, kind, state }) => [policy, kind, state])).toEqual([
    ['cn-cbirc-2020', 'ack', 'RUNNING'],
    ['cn-cbirc-2020', 'decide', 'RUNNING'],
  ]);
  expect(next.dueAt).toBeGreaterThan(NOON);
  expect(entry).toMatchObject({
    type: 'complaint.received',
    actor: { kind: 'customer' },
    at: NOON,
    facts: { channel: 'sms', kind: 'complaint', lang: 'zh', inboundId: 'i1', caseId: 'c1' },
  });
  expect(entry.facts).not.toHaveProperty('fault');
});

test('departments are told of it by ids alone, and it looks for the earlier one of its matter', () => {
  expect(receive({ purpose: 'debt_reminder', caseId: 'c1' }).entry.effects).toEqual([
    {
      do: 'notify',
      type: 'complaint.received',
      purpose: 'debt_reminder',
      department: 'hardship',
      severity: 'medium',
      data: { complaintId: 'm1', customerId: 'u1', caseId: 'c1' },
    },
    { do: 'look', complaintId: 'm1' },
  ]);
});

test('an automatic text that is sent with it acknowledges it: no further one goes out', () => {
  const { next } = receive({ told: true });

  expect(next).toMatchObject({ status: 'RECEIVED', acknowledgedAt: NOON });
  expect(next.clocks.find(({ kind }) => kind === 'ack')?.state).toBe('MET');
});

test('what cannot wait is on a desk within five minutes, and the account system is asked to block', () => {
  const { next, tasks, entry } = receive({
    accountId: 'a1',
    triage: { severity: 'P1', flags: ['fraud_in_progress'], department: 'fraud-desk' },
  });

  expect(next.lane).toBe('urgent');
  expect(tasks).toMatchObject([
    { id: 'm1.t1', kind: 'review', queue: 'fraud-desk', severity: 'critical', dueAt: NOON + 5 * MINUTE },
  ]);
  expect(entry.effects).toContainEqual({
    do: 'notify',
    type: 'account.hold-requested',
    purpose: 'fraud_security',
    department: 'fraud-desk',
    severity: 'critical',
    data: { complaintId: 'm1', customerId: 'u1', accountId: 'a1' },
  });
});

const takenUp = (result: TaskMoved) => {
  if ('refused' in result) throw new Error(result.refused);
  return result;
};

test('a person who takes the task, and the action done, stop the clocks of what cannot wait', () => {
  const { next, tasks } = receive({ triage: { severity: 'P1', flags: ['self_harm'], department: 'complaints' } });
  const by = { staff: 'a1', role: 'agent' } as const;
  const at = { now: NOON + MINUTE, leaseUntil: NOON + 8 * HOUR, book: complaintBook, by };
  const [task] = tasks;
  if (task === undefined) throw new Error('expected a task');
  const claimed = takenUp(claimComplaintTask(next, task, at));
  const [mine] = claimed.tasks;
  if (mine === undefined) throw new Error('expected a task');
  const done = takenUp(concludeComplaintTask(claimed.next, mine, { at }));
  const stateOf = (of: typeof next, kind: string) => of.clocks.find((clock) => clock.kind === kind)?.state;

  expect([stateOf(claimed.next, 'human'), stateOf(claimed.next, 'action')]).toEqual(['MET', 'RUNNING']);
  expect(stateOf(done.next, 'action')).toBe('MET');
  expect(claimComplaintTask(next, mine, { ...at, by: { ...at.by, staff: 'a2' } })).toEqual({
    refused: 'task.not-yours',
  });
  expect(releaseComplaintTask(next, task, at)).toEqual({ refused: 'task.not-claimed' });
});

test('the task of a complaint of somebody unknown names no customer', () => {
  const { customerId: _nobody, ...unknown } = toldComplaint({ triage: { severity: 'P1', flags: ['self_harm'] } });
  const tasks = [unknown, toldComplaint({ triage: { severity: 'P1', flags: ['self_harm'] } })].map(
    (told) => moved(receiveComplaint(told, RECEIPT)).tasks[0],
  );

  expect(tasks[0]).not.toHaveProperty('customerId');
  expect(tasks[1]).toHaveProperty('customerId', 'u1');
});

test('in a year without a calendar a door that may refuse does, and a text is taken down with a task', () => {
  const year = parseInstant('2031-06-03T12:00:00+08:00') ?? 0;
  const input = toldComplaint({ receivedAt: year });
  const taken = moved(receiveComplaint(input, { now: year, book: complaintBook }));

  expect(receiveComplaint(input, { now: year, book: complaintBook, strict: true })).toMatchObject({
    refused: 'complaint.calendar-missing',
    year: 2031,
  });
  expect(taken.next.clocks).toEqual([]);
  expect(taken.tasks).toMatchObject([{ kind: 'review', note: 'calendar-missing' }]);
  expect(taken.entry.facts).toMatchObject({ calendarMissing: { year: 2031 } });
});

test('while it is open the customer is not reminded of a debt, taken to court or asked how content they are', () => {
  expect(receive().holds).toEqual({
    do: 'add',
    holds: [
      {
        rule: 'hold.complaint',
        cause: 'm1',
        since: NOON,
        purposes: ['debt_reminder', 'pre_litigation', 'survey'],
      },
    ],
  });
});

test('who asks to be left alone hears of fraud and of their own complaint, and nothing else', () => {
  const [hold] = holdsOf(receive({ triage: { flags: ['stop_contact'] } }).next, NOON);

  expect(hold?.purposes).toEqual(['welfare', 'account_service', 'debt_reminder', 'pre_litigation', 'survey']);
});

test('a debt said not to be owed is in dispute until the complaint ends', () => {
  const { next } = receive({ triage: { category: 'not_owed', flags: ['false_overdue'] } });

  expect(holdsOf(next, NOON).map(({ rule, purposes }) => [rule, purposes])).toEqual([
    ['hold.complaint', ['debt_reminder', 'pre_litigation', 'survey']],
    ['hold.dispute', ['debt_reminder', 'pre_litigation']],
  ]);
});

test('an inquiry holds nothing and runs no clock, and a third party who complains holds nobody', () => {
  const asked = receive({ triage: { kind: 'inquiry' } });

  expect([asked.holds, asked.next.clocks]).toEqual([undefined, []]);
  expect(receive({ audience: 'contact', contactId: 'k1' }).holds).toBeUndefined();
  expect(receive({ audience: 'contact', contactId: 'k1' }).entry.actor).toEqual({ kind: 'contact', contactId: 'k1' });
});

test('what a complaint holds is lifted as a whole with its end, what others hold stays, and whoever waited is asked again', () => {
  const by = { complaintId: 'm1', actor: { kind: 'customer' }, now: NOON } as const;
  const other = { rule: 'hold.staff', cause: 'x', since: NOON, purposes: ['survey'] } as const;
  const before = customerOf({ holds: [other] });
  const held = moveHolds(before, { do: 'add', holds: holdsOf(receive().next, NOON) }, by);
  const again = held === undefined ? undefined : moveHolds(held.next, { do: 'lift' }, by);

  expect(held?.next).toMatchObject({ gateVersion: before.gateVersion + 1, holds: [other, { cause: 'm1' }] });
  expect(held?.entry.type).toBe('customer.held');
  expect(again?.next.holds).toEqual([other]);
  expect(again?.entry).toMatchObject({ type: 'customer.released', effects: [{ do: 'wake', customerId: 'u1' }] });
  expect(moveHolds(before, { do: 'lift' }, by)).toBeUndefined();
});

test('what runs clocks holds, and what runs none holds nothing: the two are never apart', () => {
  for (const kind of COMPLAINT_KINDS) {
    const { next } = receive({ triage: { kind } });

    expect([kind, holdsOf(next, NOON).length > 0]).toEqual([kind, next.clocks.length > 0]);
  }
});
