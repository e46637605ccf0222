import { expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { classify } from '#domain/complaint/life/classify.ts';
import { decide, resolve } from '#domain/complaint/life/decide.ts';
import { followUp, reopen } from '#domain/complaint/life/follow-up.ts';
import {
  acknowledge,
  assign,
  escalate,
  extend,
  link,
  note,
  transfer,
  withdraw,
} from '#domain/complaint/life/handling.ts';
import { legalComplaintMoves } from '#domain/complaint/life/legal.ts';
import { endMediation, startMediation } from '#domain/complaint/life/mediate.ts';
import type { MoveAt, Moved } from '#domain/complaint/life/step.ts';
import { makeOffer } from '#domain/complaint/offers/make.ts';
import { complaintMayFollow, isComplaintRefusal } from '#domain/complaint/transition.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { COMPLAINT_MOVES, COMPLAINT_STATUSES, type ComplaintMove } from '#domain/words.ts';
import { complaintBook, complaintOf, moved } from '../../../support/complaints/complaints.ts';

const START = complaintOf().receivedAt;
const BY = { staff: 'a1', role: 'supervisor' } as const;
const at = (now = START + HOUR): MoveAt & { readonly by: typeof BY; readonly book: typeof complaintBook } => ({
  now,
  by: BY,
  book: complaintBook,
  caseId: 'k1',
});

/** Every move with an input that nothing but the state could refuse. */
const MOVES: Readonly<Record<ComplaintMove, (of: Complaint) => Moved>> = {
  acknowledge: (of) => acknowledge(of, at()),
  assign: (of) => assign(of, { handler: 'a2' }, at()),
  classify: (of) => classify(of, { category: 'credit_record' }, at()),
  transfer: (of) => transfer(of, { department: 'payments' }, at()),
  note: (of) => note(of, at()),
  link: (of) => link(of, { complaintId: 'm2', relation: 'same-matter' }, at()),
  extend: (of) => extend(of, { days: 15, reason: 'complex', approver: 's1', role: 'supervisor' }, at()),
  offer: (of) =>
    makeOffer(
      of,
      {
        terms: { kind: 'goodwill', amount: { minor: 100, currency: 'CNY' } },
        expiresAt: START + DAY,
        caseId: 'k1',
      },
      at(),
    ),
  decide: (of) => decide(of, { decision: 'upheld', closureCode: 'explanation' }, at()),
  resolve: (of) => resolve(of, { contact: { channel: 'call', at: at().now, confirmed: false }, reached: false }, at()),
  'follow-up': (of) => followUp(of, { rating: 5 }, at()),
  reopen: (of) => reopen(of, at()),
  mediate: (of) => (of.status === 'IN_MEDIATION' ? endMediation(of, at()) : startMediation(of, at())),
  escalate: (of) => escalate(of, { stage: 'PRE_LITIGATION' }, at()),
  withdraw: (of) => withdraw(of, at()),
};

const inStatus = (status: Complaint['status']): Complaint => {
  const closed = status === 'RESOLVED' || status.startsWith('FOLLOWED_UP');
  return complaintOf({
    status,
    ...(status === 'IN_MEDIATION' ? { mediationSince: START } : {}),
    ...(closed
      ? { resolvedAt: START, decision: { decision: 'upheld', closureCode: 'explanation', at: START, seq: 2 } }
      : {}),
  });
};

test.each(COMPLAINT_STATUSES.flatMap((status) => COMPLAINT_MOVES.map((move) => [status, move] as const)))(
  'of a complaint that is %s, the move %s is made where it is legal, and refused with the legal ones where it is not',
  (status, move) => {
    const of = inStatus(status);
    const legal = legalComplaintMoves(of);
    const result = MOVES[move](of);

    expect(isComplaintRefusal(result)).toBe(!legal.includes(move));
    if (isComplaintRefusal(result)) {
      expect(result.refused).toBe('complaint.illegal-move');
      if (result.legal !== undefined) expect(result.legal).toEqual(legal);
      return;
    }
    expect(complaintMayFollow(status, result.next.status)).toBe(true);
    expect(result.next.version).toBe(of.version + 1);
    expect(result.next.receivedAt).toBe(of.receivedAt);
  },
);

test('staff acknowledge by one text, and by none where an automatic one has told the customer already', () => {
  const first = moved(acknowledge(inStatus('RECEIVED'), at()));

  expect(first.next).toMatchObject({ status: 'ACKNOWLEDGED', acknowledgedAt: at().now });
  expect(first.next.clocks.find(({ kind }) => kind === 'ack')?.state).toBe('MET');
  expect(first.contact).toMatchObject({ plan: 'complaint-notice', about: { what: 'acknowledged' } });
  expect(moved(acknowledge({ ...inStatus('RECEIVED'), acknowledgedAt: START }, at())).contact).toBeUndefined();
});

test('nobody is told of what somebody unknown or a third party complains about', () => {
  const { customerId: _nobody, ...unknown } = inStatus('RECEIVED');

  expect(moved(acknowledge(unknown, at())).contact).toBeUndefined();
  expect(moved(acknowledge({ ...inStatus('RECEIVED'), audience: 'contact' }, at())).contact).toBeUndefined();
});

test('a transfer leaves clocks and receipt as they are, and the department left keeps reading', () => {
  const of = complaintOf({ status: 'ASSIGNED' });
  const task = { id: 'm1.t2', queue: 'hardship', state: 'ASSIGNED', assignee: 'a1' } as const;
  const open = { ...task, complaintId: 'm1', customerId: 'u1', kind: 'review', audience: 'customer' } as const;
  const rest = { dueAt: START, severity: 'medium', tries: 0, maxTries: 1, createdAt: START } as const;
  const { next, entry, tasks } = moved(
    transfer(of, { department: 'payments' }, { ...at(), tasks: [{ ...open, ...rest }] }),
  );

  expect(next).toMatchObject({ department: 'payments', left: ['hardship'], clocks: of.clocks });
  expect(next).not.toHaveProperty('handler');
  expect(entry.effects).toMatchObject([{ do: 'notify', type: 'complaint.routed', department: 'payments' }]);
  expect(tasks).toMatchObject([{ id: 'm1.t2', queue: 'payments', state: 'QUEUED' }]);
});

test('a complaint that comes back to a department it left has left only the other one', () => {
  const back = moved(
    transfer(complaintOf({ department: 'payments', left: ['hardship'] }), { department: 'hardship' }, at()),
  );

  expect(back.next.left).toEqual(['payments']);
});

test('mediation stops the clocks whose policy lets it, and its end is told to the customer', () => {
  const begun = moved(startMediation(complaintOf(), at())).next;
  const ended = moved(endMediation(begun, at(START + 3 * DAY)));

  expect(begun).toMatchObject({ status: 'IN_MEDIATION', stage: 'MEDIATION', mediationSince: at().now });
  expect(begun.clocks.find(({ kind }) => kind === 'decide')?.state).toBe('PAUSED');
  expect(ended.next.clocks.find(({ kind }) => kind === 'decide')?.dueAt).toBeGreaterThan(
    complaintOf().clocks.find(({ kind }) => kind === 'decide')?.dueAt ?? 0,
  );
  expect(ended.contact?.about).toEqual({ what: 'mediation-ended' });
  expect(endMediation(complaintOf(), at())).toEqual({ refused: 'complaint.not-in-mediation' });
  expect(startMediation(begun, at())).toMatchObject({ refused: 'complaint.illegal-move' });
});

test('an approver whom an agent names is asked to confirm it; one who enters it has', () => {
  const asked = { days: 15, reason: 'complex', approver: 's1', role: 'supervisor' } as const;
  const named = moved(extend(complaintOf(), asked, { ...at(), by: { staff: 'a1', role: 'agent' } }));
  const own = moved(extend(complaintOf(), asked, { ...at(), by: { staff: 's1', role: 'supervisor' } }));

  expect(named.entry.facts).toMatchObject({ approver: 's1', approval: 'named' });
  expect(named.tasks).toMatchObject([{ kind: 'approve', state: 'QUEUED', queue: 'hardship' }]);
  expect(own.entry.facts).toMatchObject({ approver: 's1', approval: 'own' });
  expect(own.tasks).toEqual([]);
});

test('an extension needs an approver and a reason, adds its days, and the customer is told of the new date', () => {
  const of = complaintOf();
  const granted = moved(extend(of, { days: 15, reason: 'complex', approver: 's1', role: 'supervisor' }, at()));
  const due = granted.next.clocks.find(({ kind }) => kind === 'decide')?.dueAt;

  expect(granted.contact?.about).toEqual({ what: 'extended', dueAt: due });
  expect(extend(of, { days: 15, reason: 'complex' }, at())).toEqual({ refused: 'complaint.approver-missing' });
  expect(extend(of, { days: 15, approver: 's1' }, at())).toEqual({ refused: 'complaint.reason-missing' });
  expect(extend(of, { days: 15, reason: 'complex', approver: 's1' }, at(START + 90 * DAY))).toEqual({
    refused: 'complaint.clock-ended',
  });
});

test('a stage is escalated upwards alone, and a complaint is not linked to itself', () => {
  const high = complaintOf({ stage: 'MEDIATION' });

  expect(moved(escalate(high, { stage: 'PRE_LITIGATION' }, at())).next.stage).toBe('PRE_LITIGATION');
  expect(escalate(high, { stage: 'NEGOTIATION' }, at())).toMatchObject({ refused: 'complaint.illegal-move' });
  expect(link(high, { complaintId: 'm1', relation: 'same-matter' }, at())).toMatchObject({
    refused: 'complaint.illegal-move',
  });
});

const refusedAgain = { refused: 'complaint.same-handler' };

test('a handler who had it before a reopening does not get it again, however the name is typed', () => {
  const again = complaintOf({ formerHandlers: ['li.na'] });

  for (const handler of ['li.na', 'Li.Na', ' li.na ', 'ＬＩ.na']) {
    expect(assign(again, { handler }, at())).toEqual(refusedAgain);
  }
  expect(moved(assign(again, { handler: 'li.nan' }, at())).next.handler).toBe('li.nan');
});

test('of several handlers, one of whom it left with a transfer, none gets a reopened complaint again', () => {
  const first = moved(assign(complaintOf(), { handler: 'wang' }, at())).next;
  const back = moved(assign(moved(assign(first, { handler: 'zhang' }, at())).next, { handler: 'WANG' }, at())).next;
  const left = moved(transfer(back, { department: 'payments' }, at())).next;
  const contact = { channel: 'call', at: at().now, confirmed: false };
  const resolved = moved(resolve(left, { contact, reached: false }, at())).next;
  const again = moved(reopen(resolved, at())).next;

  expect(left.hadBy).toEqual(['a1', 'wang', 'zhang']);
  expect(again.formerHandlers).toEqual(['a1', 'wang', 'zhang']);
  expect(again).not.toHaveProperty('hadBy');
  for (const handler of ['a1', 'wang', 'zhang']) expect(assign(again, { handler }, at())).toEqual(refusedAgain);
});

test('whoever had it before a reopening neither decides nor resolves it; somebody else does', () => {
  const again = complaintOf({ status: 'REOPENED', formerHandlers: ['A1'] });
  const other = { ...at(), by: { staff: 'a2', role: 'agent' } } as const;
  const contact = { channel: 'call', at: at().now, confirmed: false };
  const rejected = { decision: 'rejected', closureCode: 'explanation' } as const;

  expect(decide(again, rejected, at())).toEqual(refusedAgain);
  expect(resolve(again, { contact, reached: false }, at())).toEqual(refusedAgain);
  expect(moved(decide(again, rejected, other)).next.decision?.decision).toBe('rejected');
  expect(moved(resolve(again, { contact, reached: false }, other)).next.status).toBe('RESOLVED');
});

test('whoever approves an extension in their own name has approved it; another whom they name has only been named', () => {
  const asked = { days: 15, reason: 'complex', role: 'supervisor' } as const;
  const own = moved(extend(complaintOf(), { ...asked, approver: ' A1' }, at()));
  const other = moved(extend(complaintOf(), { ...asked, approver: 's1' }, at()));

  expect(own.entry.facts).toMatchObject({ approval: 'own' });
  expect(own.tasks).toEqual([]);
  expect(other.entry.facts).toMatchObject({ approver: 's1', approval: 'named' });
  expect(other.tasks).toMatchObject([{ kind: 'approve', state: 'QUEUED' }]);
});
