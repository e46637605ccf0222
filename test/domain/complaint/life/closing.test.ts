import { expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { decide, resolve, wasReached } from '#domain/complaint/life/decide.ts';
import { followUp, rateComplaint, reopen } from '#domain/complaint/life/follow-up.ts';
import { withdraw } from '#domain/complaint/life/handling.ts';
import { tick } from '#domain/complaint/life/tick.ts';
import { DAY, HOUR, MINUTE, parseInstant } from '#domain/time.ts';
import { openedCase } from '../../../support/cases.ts';
import { complaintBook, complaintOf, moved } from '../../../support/complaints/complaints.ts';

const START = complaintOf().receivedAt;
const LATER = START + HOUR;
const at = (now = LATER) => ({ now, by: { staff: 'a1', role: 'agent' } as const, book: complaintBook, caseId: 'k1' });
const contact = { channel: 'call', at: LATER, confirmed: false } as const;
const resolved = (change: Partial<Complaint> = {}, now = LATER) =>
  moved(resolve(complaintOf(change), { contact, reached: false }, at(now))).next;

test('a decision is told with the further routes of its policies, and meets the clock of the decision', () => {
  const decided = moved(decide(complaintOf(), { decision: 'partly', closureCode: 'monetary' }, at()));

  expect(decided.next.decision).toEqual({ decision: 'partly', closureCode: 'monetary', at: LATER, seq: 4 });
  expect(decided.next.clocks.find(({ kind }) => kind === 'decide')?.state).toBe('MET');
  expect(decided.contact).toMatchObject({
    plan: 'complaint-answer',
    about: { what: 'decided', decision: 'partly', answer: decided.next.version },
  });
});

test("the closure code is the bank's own word: policies close no list of them", () => {
  const decided = moved(decide(complaintOf(), { decision: 'upheld', closureCode: 'refund-of-fees' }, at()));

  expect(decided.next.decision).toMatchObject({ closureCode: 'refund-of-fees' });
});

test('a resolution implies a decision where none was made, plans the asking for ten the next morning, and says so once', () => {
  const implied = moved(resolve(complaintOf(), { contact, reached: false }, at()));
  const { decision } = moved(decide(complaintOf(), { decision: 'rejected', closureCode: 'explanation' }, at())).next;
  const known = moved(
    resolve(complaintOf(decision === undefined ? {} : { decision }), { contact, reached: false }, at()),
  );

  expect(implied.next).toMatchObject({ status: 'RESOLVED', resolvedAt: LATER, decision: { decision: 'upheld' } });
  expect(implied.next.followUp?.plannedFor).toBe(parseInstant('2026-03-03T10:00:00+08:00'));
  expect(implied.contact?.about).toMatchObject({ what: 'decided' });
  expect(known.contact).toBeUndefined();
  expect(known.next.decision?.decision).toBe('rejected');
  expect(implied.next.clocks.find(({ kind }) => kind === 'followUp')?.state).toBe('RUNNING');
});

test('a resolution opens the asking of the next morning beside what it tells, unless the customer was asked within 30 days', () => {
  const plannedFor = parseInstant('2026-03-03T10:00:00+08:00') ?? 0;
  const asks = (askedAt?: number, of = complaintOf()) =>
    moved(resolve(of, { contact, reached: false, asking: { caseId: 'f1', askedAt } }, at()));

  expect(asks()).toMatchObject({
    next: { followUp: { plannedFor, caseId: 'f1' } },
    contact: { about: { what: 'decided' } },
    asking: { caseId: 'f1', plan: 'follow-up', dueAt: plannedFor },
  });
  expect(asks(plannedFor - 30 * DAY).next.followUp?.caseId).toBe('f1');
  for (const nobody of [
    asks(plannedFor - 30 * DAY + 1),
    asks(plannedFor),
    asks(undefined, complaintOf({ kind: 'inquiry' })),
  ]) {
    expect(nobody.next.followUp).toEqual({ plannedFor });
    expect(nobody.asking).toBeUndefined();
  }
});

test('reopened before the morning, the asking that its resolution opened is over unasked', () => {
  const of = moved(resolve(complaintOf(), { contact, reached: false, asking: { caseId: 'f1' } }, at())).next;

  expect(moved(reopen(of, at())).ends).toEqual(['f1']);
});

test('nothing is resolved without evidence that the answer reached the customer', () => {
  const of = complaintOf();
  const claim = (said: Partial<typeof contact | { confirmed: boolean; at: number }>, reached = false) =>
    resolve(of, { contact: { ...contact, ...said }, reached }, at());

  expect(claim({ confirmed: true })).toEqual({ refused: 'complaint.no-contact-evidence' });
  expect(claim({ at: START - 5 * MINUTE - 1 })).toEqual({ refused: 'complaint.no-contact-evidence' });
  expect(claim({ at: LATER + 5 * MINUTE + 1 })).toEqual({ refused: 'complaint.no-contact-evidence' });
  expect(moved(claim({ confirmed: true }, true)).next.status).toBe('RESOLVED');
});

test('who was told is told by another clock than ours: five minutes before the receipt or after now are no fault', () => {
  const claim = (at_: number) => resolve(complaintOf(), { contact: { ...contact, at: at_ }, reached: false }, at());

  expect(moved(claim(START - 5 * MINUTE)).next.status).toBe('RESOLVED');
  expect(moved(claim(LATER + 5 * MINUTE)).next.status).toBe('RESOLVED');
});

test('a customer was reached who answered, was spoken to, or agreed, since the complaint came in', () => {
  const of = complaintOf();
  const call = { n: 1, step: 'call', channel: 'call', audience: 'customer', state: 'RIGHT_PARTY', at: LATER } as const;

  expect(wasReached(of, [openedCase()])).toBe(false);
  expect(wasReached(of, [openedCase({ heardAt: LATER })])).toBe(true);
  expect(wasReached(of, [openedCase({ heardAt: START - 1 })])).toBe(false);
  expect(wasReached(of, [openedCase({ attempts: [call] })])).toBe(true);
  expect(wasReached(of, [openedCase({ attempts: [{ ...call, state: 'VOICEMAIL' }] })])).toBe(false);
});

test('an agreement shows that they were reached where their own message made it, not where staff entered it', () => {
  const agreed = { id: 'm1.a1', offerId: 'm1.o1', seq: 2, at: LATER } as const;

  expect(wasReached(complaintOf({ agreements: [agreed] }), [])).toBe(false);
  expect(wasReached(complaintOf({ agreements: [{ ...agreed, heard: true }] }), [])).toBe(true);
});

test('what reached the customer before a reopening shows nothing of the answer after it', () => {
  const again = complaintOf({ status: 'REOPENED', reopened: 1, rounds: [{ reopenedAt: LATER + DAY }] });
  const agreements = [{ id: 'm1.a1', offerId: 'm1.o1', seq: 2, at: LATER, heard: true }] as const;
  const after = { now: LATER + 2 * DAY };

  expect(wasReached({ ...again, agreements }, [openedCase({ heardAt: LATER })])).toBe(false);
  expect(wasReached(again, [openedCase({ heardAt: LATER + DAY })])).toBe(true);
  expect(resolve(again, { contact, reached: false }, { ...at(), ...after })).toEqual({
    refused: 'complaint.no-contact-evidence',
  });
});

test('whoever is content ends it, and the holds with it', () => {
  const done = moved(rateComplaint(resolved(), { rating: 4, heard: true }, at(LATER + DAY)));

  expect(done.next).toMatchObject({ status: 'FOLLOWED_UP_SATISFIED', followUp: { rating: 4, ratedAt: LATER + DAY } });
  expect(done.next).not.toHaveProperty('dueAt');
  expect(done.holds).toEqual({ do: 'lift' });
  expect(done.ends).toBeUndefined();
});

test.each([1, 2, 'dissatisfied'] as const)(
  'a rating of %s reopens it one stage higher, with another handler',
  (rating) => {
    const before = resolved();
    const { next, entry } = moved(rateComplaint(before, { rating, heard: true }, at(LATER + DAY)));

    expect(next).toMatchObject({
      status: 'REOPENED',
      stage: 'MEDIATION',
      formerHandlers: ['a1'],
      reopened: 1,
      receivedAt: before.receivedAt,
    });
    expect(next).not.toHaveProperty('handler');
    expect(next).not.toHaveProperty('decision');
    expect(next.clocks.find((clock) => clock.round === 1)?.state).toBe('RUNNING');
    expect(entry.effects).toMatchObject([{ type: 'complaint.reopened' }]);
  },
);

test('who is not content after the last reopening is a supervisor’s task, once, and nothing is reopened', () => {
  const before = { ...resolved({ reopened: 3 }), followUp: { plannedFor: LATER, caseId: 'k9' } };
  const told = moved(rateComplaint(before, { rating: 1, heard: true }, at(LATER + DAY)));

  expect(told.next).toMatchObject({ status: 'RESOLVED', reopened: 3, followUp: { rating: 1, ratedAt: LATER + DAY } });
  expect(told.entry).toMatchObject({
    type: 'complaint.not-content',
    facts: { rating: 1, reopened: 3 },
    effects: [{ type: 'case.escalated', data: { complaintId: 'm1', to: 'supervisor' } }],
  });
  expect(told.tasks).toMatchObject([{ kind: 'review', state: 'QUEUED', queue: 'hardship', escalated: true }]);
  const again = moved(rateComplaint(told.next, { rating: 2 }, at(LATER + 2 * DAY)));
  expect([again.tasks, again.entry.effects, again.next.followUp?.rating]).toEqual([[], [], 2]);
  expect(moved(followUp(again.next, { rating: 4 }, at(LATER + 3 * DAY))).next.status).toBe('FOLLOWED_UP_SATISFIED');
});

test('a late bad rating of a complaint that nobody answered about is not lost at the last reopening either', () => {
  const over = moved(followUp(resolved({ reopened: 3 }), {}, at())).next;
  const told = moved(rateComplaint(over, { rating: 'dissatisfied' }, at(LATER + DAY)));

  expect(told.next.status).toBe('FOLLOWED_UP_UNREACHED');
  expect(told.tasks).toHaveLength(1);
});

test('the stages go up to before court and no further', () => {
  expect(moved(rateComplaint(resolved({ stage: 'MEDIATION' }), { rating: 1 }, at())).next.stage).toBe('PRE_LITIGATION');
  expect(moved(rateComplaint(resolved({ stage: 'PRE_LITIGATION' }), { rating: 1 }, at())).next.stage).toBe(
    'PRE_LITIGATION',
  );
});

test('nobody reached is an end of its own, never satisfied; a late rating still counts', () => {
  const asked = { ...resolved(), followUp: { plannedFor: LATER, caseId: 'k9' } };
  const over = moved(followUp(asked, {}, at()));

  expect(over.next.status).toBe('FOLLOWED_UP_UNREACHED');
  expect(over).toMatchObject({ holds: { do: 'lift' }, ends: ['k9'] });
  expect(moved(followUp(over.next, { rating: 5 }, at())).next.status).toBe('FOLLOWED_UP_SATISFIED');
});

test('nobody is asked about an inquiry, nor about what a third party complained of', () => {
  const due = { now: LATER + 2 * DAY, book: complaintBook, tasks: [], caseId: 'k1' };
  const met = { clocks: complaintOf().clocks.map((clock) => ({ ...clock, endedAt: LATER, state: 'MET' as const })) };
  const inquiry = { ...resolved({ kind: 'inquiry' }), ...met };

  expect(moved(tick(inquiry, due)).entry).toMatchObject({
    type: 'complaint.unreached',
    facts: { why: 'nobody-to-ask' },
  });
  expect(moved(tick({ ...resolved({ audience: 'contact' }), ...met }, due)).next.status).toBe('FOLLOWED_UP_UNREACHED');
  expect(moved(tick({ ...resolved(), ...met }, due)).contact?.plan).toBe('follow-up');
});

test('an end is reopened within thirty days, three times at most, and holds the customer again', () => {
  const over = moved(rateComplaint(resolved(), { rating: 5 }, at())).next;

  expect(moved(reopen(over, at(LATER + 29 * DAY))).holds).toMatchObject({ do: 'add', holds: [{ cause: 'm1' }] });
  expect(reopen(over, at(LATER + 31 * DAY))).toEqual({ refused: 'complaint.reopen-too-late' });
  expect(reopen({ ...over, reopened: 3 }, at())).toEqual({ refused: 'complaint.reopen-too-late' });
  expect(moved(reopen(resolved(), at())).holds).toBeUndefined();
});

test('a withdrawal ends everything that hung on the complaint', () => {
  const over = moved(withdraw(complaintOf(), at()));

  expect(over.next.status).toBe('WITHDRAWN');
  expect(over.next.clocks.every(({ state }) => state === 'CANCELLED')).toBe(true);
  expect(over.holds).toEqual({ do: 'lift' });
});
