import { expect, test } from 'vitest';
import { contactId } from '#domain/ids.ts';
import { type Forgotten, forgetHolder } from '#domain/subject/forget.ts';
import { erasureHolds, type Retention } from '#domain/subject/holds.ts';
import { DAY } from '#domain/time.ts';
import { NOON, openedCase } from '../../support/cases.ts';
import { complaintOf } from '../../support/complaints/complaints.ts';
import { pointOfNumber } from '../../support/points.ts';

const retention: Retention = { agreementDays: 10, complaintDays: { CN: 3, UK: 3, US: 2 }, ordersAlone: 10 };
const at = (days: number) => ({ now: NOON + days * DAY, retention });
const nothing = { cases: [], complaints: [], legalHold: false };

test('nothing keeps a person of whom no complaint, no agreement and no court is left', () => {
  const settled = openedCase({ purpose: 'pre_litigation', status: 'RESOLVED' });

  expect(erasureHolds({ ...nothing, cases: [settled, openedCase({ purpose: 'debt_reminder' })] }, at(0))).toEqual([]);
});

test('an open complaint keeps them, and nobody knows how long', () => {
  const open = complaintOf({ status: 'IN_WORK' });

  expect(erasureHolds({ ...nothing, complaints: [open] }, at(99))).toEqual([{ rule: 'complaint.open', of: open.id }]);
});

test('the file of a complaint is kept as long as its law says, counted from the day it was resolved', () => {
  const over = complaintOf({ status: 'FOLLOWED_UP_SATISFIED', jurisdiction: 'CN', resolvedAt: NOON + DAY });
  const of = { ...nothing, complaints: [over] };

  expect(erasureHolds(of, at(2))).toEqual([{ rule: 'complaint.kept', of: over.id, until: NOON + 4 * DAY }]);
  expect(erasureHolds(of, at(4))).toEqual([]);
});

test('praise and questions have no file', () => {
  const asked = complaintOf({ status: 'WITHDRAWN', kind: 'inquiry', clocks: [] });

  expect(erasureHolds({ ...nothing, complaints: [asked] }, at(0))).toEqual([]);
});

test('what ran a deadline is kept as a complaint, also where it was sorted as spam later', () => {
  const spam = complaintOf({ status: 'WITHDRAWN', kind: 'spam', receivedAt: NOON + DAY });

  expect(erasureHolds({ ...nothing, complaints: [spam] }, at(0))).toMatchObject([{ rule: 'complaint.kept' }]);
});

test('an agreement is kept for its own time, the newest one counts', () => {
  const agreements = [NOON, NOON + 2 * DAY].map((made, seq) => ({ id: `a${seq}`, offerId: `o${seq}`, seq, at: made }));
  const agreed = complaintOf({ status: 'WITHDRAWN', kind: 'inquiry', clocks: [], agreements });

  expect(erasureHolds({ ...nothing, complaints: [agreed] }, at(5))).toEqual([
    { rule: 'agreement.kept', of: agreed.id, until: NOON + 12 * DAY },
  ]);
});

test('whoever is about to be taken to court stays on record, and so does whoever a court named', () => {
  const near = openedCase({ purpose: 'pre_litigation', status: 'WAITING' });

  expect(erasureHolds({ ...nothing, cases: [near], legalHold: true }, at(0))).toEqual([
    { rule: 'hold.legal' },
    { rule: 'court.near', of: near.id },
  ]);
});

const who: Forgotten = { customerId: 'u1', cases: new Set(['case-1']) };
const asked = {
  token: '4K',
  caseId: 'case-1',
  attempt: 1,
  purpose: 'welfare' as const,
  audience: 'customer' as const,
  askedAt: NOON,
  until: NOON + DAY,
};

test('a number that nobody holds any more keeps its opt-out and its quarantine, and no words, key, question or time', () => {
  const point = pointOfNumber({
    holders: [{ kind: 'customer', customerId: 'u1' }],
    optOut: { at: NOON, purposes: 'all', seq: 3 },
    quarantine: { at: NOON, reason: 'wrong-person' },
    key: Uint8Array.of(1),
    questions: [asked],
    sends: [NOON],
    recent: [{ caseId: 'case-1', attempt: 1 }],
    locale: 'zh-CN',
  });

  const { id, version, revision, tokens, answers } = point;
  expect(forgetHolder(point, who)).toEqual({
    id,
    version,
    revision,
    tokens,
    answers,
    holders: [],
    questions: [],
    sends: [],
    recent: [],
    optOut: { at: NOON, purposes: 'all' },
    quarantine: { at: NOON, reason: 'wrong-person' },
  });
});

test('a number that somebody else holds too keeps what is theirs', () => {
  const other = { kind: 'customer' as const, customerId: 'u2' };
  const point = pointOfNumber({
    holders: [{ kind: 'customer', customerId: 'u1' }, other],
    key: Uint8Array.of(1),
    questions: [asked, { ...asked, caseId: 'case-2', token: '7P' }],
    recent: [
      { caseId: 'case-1', attempt: 1 },
      { caseId: 'case-2', attempt: 1 },
    ],
    sends: [NOON],
  });

  const after = forgetHolder(point, who);

  expect(after?.holders).toEqual([other]);
  expect(after?.questions.map(({ caseId }) => caseId)).toEqual(['case-2']);
  expect(after?.recent.map(({ caseId }) => caseId)).toEqual(['case-2']);
  expect([after?.key, after?.sends]).toEqual([Uint8Array.of(1), [NOON]]);
});

test('an emergency contact is forgotten alone: the customer with the same number stays', () => {
  const own = { kind: 'customer' as const, customerId: 'u1' };
  const point = pointOfNumber({
    holders: [own, { kind: 'contact', customerId: 'u1', contactId: 'k1' }],
    questions: [asked, { ...asked, token: '7P', audience: 'contact', contactId: contactId('k1') }],
  });

  const after = forgetHolder(point, { ...who, contactId: 'k1' });

  expect(after?.holders).toEqual([own]);
  expect(after?.questions).toEqual([asked]);
});

test('what was forgotten once is not forgotten again', () => {
  const point = pointOfNumber({ holders: [{ kind: 'customer', customerId: 'u1' }], key: Uint8Array.of(1) });
  const once = forgetHolder(point, who);

  expect(once).toBeDefined();
  expect(once === undefined ? undefined : forgetHolder(once, who)).toBeUndefined();
});
