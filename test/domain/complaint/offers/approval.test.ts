import { expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { extend } from '#domain/complaint/life/handling.ts';
import { claimComplaintTask, concludeComplaintTask } from '#domain/complaint/life/tasks.ts';
import { acceptOffer, declineOffer } from '#domain/complaint/offers/answer.ts';
import { approveOffer } from '#domain/complaint/offers/make.ts';
import type { OfferAt } from '#domain/complaint/offers/move.ts';
import { complaintBook as book, complaintOf, moved } from '../../../support/complaints/complaints.ts';
import {
  agent,
  answer,
  cny,
  EXPIRES,
  first,
  hash,
  made,
  NOW,
  open,
  waiting,
} from '../../../support/complaints/offers.ts';

const supervisor = { staff: 's1', role: 'supervisor' } as const;
const head = { staff: 'h1', role: 'head' } as const;

test('above it somebody approves first: a task, and no text', () => {
  expect(waiting.contact).toBeUndefined();
  expect(first(waiting.next)).toMatchObject({ state: 'AWAITING_APPROVAL', taskId: 'm1.t4' });
  expect(first(waiting.next)?.caseId).toBeUndefined();
  expect(waiting.tasks).toMatchObject([
    { id: 'm1.t4', kind: 'approve', complaintId: 'm1', queue: 'hardship', state: 'QUEUED' },
  ]);
  expect(waiting.next.status).toBe('IN_WORK');
});

test('approved by another person whose authority covers it, the customer is asked', () => {
  const by = { now: NOW, by: supervisor, book, tasks: waiting.tasks };
  const { next, contact, tasks } = moved(approveOffer(waiting.next, { offerId: 'm1.o1', caseId: 'k1' }, by));

  expect(first(next)).toMatchObject({ state: 'OPEN', approvedBy: 's1', caseId: 'k1' });
  expect(contact).toMatchObject({ caseId: 'k1', about: { what: 'offer', offerId: 'm1.o1' } });
  expect(tasks).toMatchObject([{ id: 'm1.t4', state: 'DONE' }]);
});

test('whoever proposed an offer or more time takes not the task to approve it, however their name is typed', () => {
  const claiming = (of: Complaint, tasks: typeof waiting.tasks, staff: string) =>
    tasks.map((task) => {
      const by = { now: NOW, by: { staff, role: 'supervisor' as const }, book, leaseUntil: EXPIRES };
      const taken = claimComplaintTask(of, task, by);
      return 'refused' in taken ? taken.refused : taken.entry.type;
    });
  const asks = { days: 15, reason: '复杂', approver: 's2' };
  const extended = moved(extend(complaintOf(), asks, { now: NOW, by: supervisor, book, caseId: 'k1' }));
  const offered = made(complaintOf(), supervisor, 200_000);

  for (const { next, tasks } of [extended, offered]) {
    expect(claiming(next, tasks, 's1')).toEqual(['complaint.own-approval']);
    expect(claiming(next, tasks, ' S1')).toEqual(['complaint.own-approval']);
    expect(claiming(next, tasks, 's2')).toEqual(['task.claimed']);
  }
  const by = { staff: ' S1', role: 'head' } as const;
  expect(approving(offered.next, by)).toEqual({ refused: 'offer.own-approval' });
});

const approving = (of: Complaint, by: OfferAt['by'], now = NOW) =>
  approveOffer(of, { offerId: 'm1.o1', caseId: 'k1' }, { now, by, book });

test('an offer that awaits approval is turned down by declining it: withdrawn, its task over, nobody asked', () => {
  const by = { now: NOW, by: supervisor, book, hash, caseId: 'k1', tasks: waiting.tasks };
  const { next, contact, tasks } = moved(declineOffer(waiting.next, { offerId: 'm1.o1' }, by));

  expect(first(next)).toMatchObject({ state: 'WITHDRAWN', reason: { code: 'approval.refused' } });
  expect(tasks).toMatchObject([{ id: 'm1.t4', state: 'CANCELLED' }]);
  expect(contact).toBeUndefined();
});

test('the task of an offer that awaits approval has no outcome of its own', () => {
  const tasks = waiting.tasks.map((task) => ({ ...task, state: 'ASSIGNED' as const, assignee: 's1' }));
  const by = { now: NOW, by: supervisor, book };
  const concluded = tasks.map((task) => concludeComplaintTask(waiting.next, task, { at: by, outcome: 'REFUSED' }));

  expect(concluded).toEqual([{ refused: 'offer.awaits-approval', legal: ['approve', 'decline'] }]);
});

test('nobody approves their own offer, or one above their own authority', () => {
  const large = made(complaintOf(), supervisor, 200_000).next;

  expect(approving(large, { ...head, staff: 's1' })).toEqual({
    refused: 'offer.own-approval',
  });
  expect(approving(large, { staff: 's2', role: 'supervisor' })).toEqual({
    refused: 'offer.above-authority',
  });
  expect(first(moved(approving(large, head)).next)).toMatchObject({ state: 'OPEN', approvedBy: 'h1' });
});

test('after an agreement the next offer, and its approval, are measured with what is agreed already', () => {
  const once = moved(acceptOffer(...answer())).next;
  const within = made(once, agent, 9_000);
  const above = made(once, agent, 9_000.01);
  const much = { id: 'm1.a1', offerId: 'm1.o1', seq: 5, at: NOW, value: cny(14_999_999) };
  const far = made({ ...once, agreements: [much] });

  expect(within.next.offers.at(-1)?.state).toBe('OPEN');
  expect(above.next.offers.at(-1)?.state).toBe('AWAITING_APPROVAL');
  expect(approveOffer(far.next, { offerId: 'm1.o2', caseId: 'k2' }, { now: NOW, by: supervisor, book })).toEqual({
    refused: 'offer.above-authority',
  });
});

test('what is open, unknown or over is not approved', () => {
  expect(approving(open, supervisor)).toEqual({ refused: 'offer.not-awaiting-approval' });
  expect(approving(complaintOf(), supervisor)).toEqual({ refused: 'offer.unknown' });
  expect(approving(waiting.next, supervisor, EXPIRES + 1)).toEqual({ refused: 'offer.expired' });
});

test('an offer in a complaint of a third party is told to nobody, nor is one that is approved', () => {
  const theirs = complaintOf({ audience: 'contact', contactId: 'c1' });
  const large = made(theirs, supervisor, 200_000).next;
  const approved = moved(approving(large, head));

  for (const { next, contact } of [made(theirs), approved]) {
    expect(first(next)?.state).toBe('OPEN');
    expect(first(next)).not.toHaveProperty('caseId');
    expect(contact).toBeUndefined();
  }
});
