import { expect, test } from 'vitest';
import { isAskedLately, lastAsked } from '#domain/complaint/asking.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { resolve } from '#domain/complaint/life/decide.ts';
import { rateComplaint } from '#domain/complaint/life/follow-up.ts';
import { link } from '#domain/complaint/life/handling.ts';
import { followLinked, linkBack, linkEarlier, sameMatter } from '#domain/complaint/life/linked.ts';
import { awaitedContacts, tick } from '#domain/complaint/life/tick.ts';
import { makeOffer } from '#domain/complaint/offers/make.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { complaintBook, complaintOf, moved } from '../../../support/complaints/complaints.ts';

const START = complaintOf().receivedAt;
const LATER = START + HOUR;
const at = (now = LATER) => ({ now, by: { staff: 'a1', role: 'agent' } as const, book: complaintBook, caseId: 'k1' });
const contact = { channel: 'call', at: LATER, confirmed: false } as const;
const resolved = (change: Partial<Complaint> = {}, now = LATER) =>
  moved(resolve(complaintOf(change), { contact, reached: false }, at(now))).next;

const second = (change: Partial<Complaint> = {}) =>
  complaintOf({ id: 'm2', receivedAt: START + HOUR / 2, version: 1, status: 'RECEIVED', ...change });

test('the same matter within thirty days is linked, both ways; others are not', () => {
  const first = complaintOf();
  const linked = moved(linkEarlier(second(), [first], at())).next;
  const back = moved(linkBack(first, linked, at())).next;

  expect(linked.linked).toEqual([{ complaintId: 'm1', relation: 'same-matter' }]);
  expect(back.linked).toEqual([{ complaintId: 'm2', relation: 'same-matter' }]);
  expect(linkBack(back, linked, at())).toBeUndefined();
  expect(sameMatter(second({ category: 'fees_interest' }), [first])).toBeUndefined();
  expect(sameMatter(second({ category: 'other' }), [complaintOf({ category: 'other' })])).toBeUndefined();
  expect(sameMatter(second({ receivedAt: START + 31 * DAY }), [first])).toBeUndefined();
});

test('one decision closes all that are linked: decided, resolved and ended with it, and nobody is told or asked twice', () => {
  const links = { linked: [{ complaintId: 'm1', relation: 'same-matter' }] };
  const of = second(links);
  const leader = resolved({ linked: [{ complaintId: 'm2', relation: 'same-matter' }] });
  const closed = moved(followLinked(of, [leader], at()));
  const ended = moved(rateComplaint(leader, { rating: 5 }, at()));

  expect(closed.next).toMatchObject({ status: 'RESOLVED', decision: { decision: 'upheld', of: 'm1' } });
  expect(closed.next).not.toHaveProperty('followUp');
  expect(closed.contact).toBeUndefined();
  expect(followLinked(closed.next, [leader], at())).toBeUndefined();
  expect(ended.entry.effects).toContainEqual({ do: 'look', complaintId: 'm2' });
  expect(moved(followLinked(closed.next, [ended.next], at())).next.status).toBe('FOLLOWED_UP_SATISFIED');
});

const TO_LEADER = { linked: [{ complaintId: 'm1', relation: 'same-matter' }] };
const REOPENED_AT = LATER + DAY;
/** A leader that was resolved and reopened, and the one that was closed with it. */
function reopenedLeader(change: Partial<Complaint> = {}) {
  const first = resolved({ linked: [{ complaintId: 'm2', relation: 'same-matter' }], handler: 'a7' });
  const closed = moved(followLinked(second({ ...TO_LEADER, ...change }), [first], at())).next;
  return { first, closed, reopening: moved(rateComplaint(first, { rating: 1 }, at(REOPENED_AT))) };
}

test('a complaint that was closed with another is reopened with it, and no breach of its asking is told', () => {
  const { closed, reopening } = reopenedLeader();
  const late = REOPENED_AT + 60 * DAY;
  const again = moved(followLinked(closed, [reopening.next], at(late)));
  const asked = again.next.clocks.find(({ kind }) => kind === 'followUp');
  const secondLook = again.next.clocks.find(({ round }) => round === 1);

  expect(reopening.entry.effects).toContainEqual({ do: 'look', complaintId: 'm2' });
  expect(again.next).toMatchObject({
    status: 'REOPENED',
    stage: 'MEDIATION',
    reopened: 1,
    formerHandlers: ['a1', 'a7'],
  });
  expect(again.entry).toMatchObject({ type: 'complaint.reopened', facts: { of: 'm1' } });
  expect(again.next).not.toHaveProperty('decision');
  expect(asked).toMatchObject({ state: 'CANCELLED', endedAt: REOPENED_AT });
  expect(secondLook).toMatchObject({ kind: 'decide', startedAt: REOPENED_AT, state: 'RUNNING' });
  expect(followLinked(again.next, [reopening.next], at(late))).toBeUndefined();
  expect(tick(again.next, { ...at(secondLook?.startedAt), tasks: [] })).toBeUndefined();
});

test('whoever resolved it before the other has its asking ended where it is reopened, or content, with that one', () => {
  const { closed, reopening, first } = reopenedLeader();
  const asking = { ...closed, followUp: { plannedFor: REOPENED_AT + DAY, caseId: 'f2' } };
  const content = moved(rateComplaint(first, { rating: 5 }, at(REOPENED_AT))).next;

  expect(moved(followLinked(asking, [reopening.next], at(REOPENED_AT))).ends).toEqual(['f2']);
  expect(moved(followLinked(asking, [content], at(REOPENED_AT))).ends).toEqual(['f2']);
});

test('what was reopened with another takes its new decision over, and ends as it ends', () => {
  const { closed, reopening } = reopenedLeader();
  const again = moved(followLinked(closed, [reopening.next], at(REOPENED_AT))).next;
  const then = REOPENED_AT + DAY;
  const told = { contact: { ...contact, at: then }, reached: false };
  const decided = { ...reopening.next, decision: { decision: 'partly', closureCode: 'x', at: then, seq: 9 } } as const;
  const anew = moved(resolve(decided, told, at(then))).next;
  const late = moved(followLinked(closed, [anew], at(then + DAY))).next;

  for (const one of [again, late]) {
    const closedAnew = moved(followLinked(one, [anew], at(then + DAY))).next;
    const content = moved(rateComplaint(anew, { rating: 4 }, at(then + DAY))).next;
    expect(closedAnew).toMatchObject({ status: 'RESOLVED', decision: { decision: 'partly', of: 'm1' } });
    expect(moved(followLinked(closedAnew, [content], at(then + DAY))).next.status).toBe('FOLLOWED_UP_SATISFIED');
  }
});

test('what has ended with another is reopened with it, and holds again; what was withdrawn stays so', () => {
  const { first, closed, reopening } = reopenedLeader();
  const content = moved(rateComplaint(first, { rating: 5 }, at())).next;
  const ended = moved(followLinked(closed, [content], at())).next;

  expect(moved(followLinked(ended, [reopening.next], at(REOPENED_AT)))).toMatchObject({
    next: { status: 'REOPENED' },
    holds: { do: 'add', holds: [{ rule: 'hold.complaint', cause: 'm2' }] },
  });
  expect(followLinked({ ...ended, status: 'WITHDRAWN' }, [reopening.next], at(REOPENED_AT))).toBeUndefined();
});

test('a reopened complaint is not closed again by what another was told before', () => {
  const { reopening } = reopenedLeader();
  const own = resolved({ id: 'm3' });

  expect(followLinked(reopening.next, [own], at(REOPENED_AT))).toBeUndefined();
  expect(moved(followLinked(reopening.next, [resolved({ id: 'm3' }, REOPENED_AT + 1)], at())).next.status).toBe(
    'RESOLVED',
  );
});

test('what was decided before a complaint came in does not close it, and its own decision keeps it with its own people', () => {
  const leader = resolved();
  const own = { decision: 'rejected', closureCode: 'explanation', at: LATER, seq: 2 } as const;

  expect(followLinked(second({ receivedAt: LATER + 1 }), [leader], at())).toBeUndefined();
  expect(followLinked(second({ decision: own }), [leader], at())).toBeUndefined();
});

test('a link by somebody who could not move the other is followed within one department alone', () => {
  const alike = { relation: 'same', alike: true } as const;
  const leader = resolved({ linked: [{ complaintId: 'm2', ...alike }] });
  const far = moved(linkBack(second({ department: 'credit-record' }), leader, at())).next;
  const { alike: _bound, ...bound } = { complaintId: 'm2', ...alike };
  const binding = { ...leader, linked: [bound] };

  expect(far.linked).toEqual([{ complaintId: 'm1', ...alike }]);
  expect(followLinked(far, [leader], at())).toBeUndefined();
  expect(linkBack(far, leader, at())).toBeUndefined();
  expect(moved(followLinked({ ...far, department: 'hardship' }, [leader], at())).next.status).toBe('RESOLVED');
  const near = moved(linkBack(far, binding, at())).next;
  expect(near.linked).toEqual([{ complaintId: 'm1', relation: 'same' }]);
  expect(moved(followLinked(near, [binding], at())).next.status).toBe('RESOLVED');
});

test('a link that binds is not loosened by whoever could not have made it', () => {
  const bound = complaintOf({ linked: [{ complaintId: 'm2', relation: 'same-matter' }] });

  expect(moved(link(bound, { complaintId: 'm2', relation: 'x', alike: true }, at())).next.linked).toEqual([
    { complaintId: 'm2', relation: 'x' },
  ]);
});

const ofNobody = ({ customerId: _unknown, ...of }: Complaint): Complaint => of;

test("a link to another customer's complaint, or to one of nobody we know, says that they are alike and decides nothing", () => {
  const links = { linked: [{ complaintId: 'm1', relation: 'similar' }] };

  expect(followLinked(second(links), [resolved({ customerId: 'u2' })], at())).toBeUndefined();
  expect(followLinked(ofNobody(second(links)), [resolved()], at())).toBeUndefined();
  expect(followLinked(ofNobody(second(links)), [ofNobody(resolved())], at())).toBeUndefined();
});

test('resolved with another, its open offers end: nobody accepts what is closed', () => {
  const links = { linked: [{ complaintId: 'm1', relation: 'same-matter' }] };
  const terms = { kind: 'goodwill', amount: { minor: 5_000, currency: 'CNY' } } as const;
  const offer = { terms, accountId: 'acc1', caseId: 'asks1', expiresAt: LATER + DAY };
  const asked = moved(makeOffer(second(links), offer, at(LATER - 1))).next;
  const closed = moved(followLinked(asked, [resolved()], at()));

  expect(closed.next.offers).toMatchObject([{ state: 'WITHDRAWN', reason: { code: 'complaint.resolved' } }]);
  expect(closed.ends).toEqual(['asks1']);
});

test('whoever was asked and was not content is asked about nothing else for thirty days, however soon the other is resolved', () => {
  const asked = { ...resolved(), followUp: { plannedFor: LATER, caseId: 'f1' } };
  const again = moved(rateComplaint(asked, { rating: 1 }, at())).next;

  expect(again).toMatchObject({ status: 'REOPENED', followUp: { plannedFor: LATER, caseId: 'f1' } });
  expect(again.followUp).not.toHaveProperty('rating');
  expect(lastAsked([again])).toBe(LATER);
  expect(isAskedLately(lastAsked([again]), LATER + 30 * DAY - 1)).toBe(true);
});

test('reopened, and resolved with another, nobody’s old asking ends it: it waits for the one that is asked now', () => {
  const asked = { ...resolved({ linked: [{ complaintId: 'm2', relation: 'same-matter' }] }), id: 'm2' };
  const links = { linked: [{ complaintId: 'm1', relation: 'same-matter' }] };
  const again = moved(
    rateComplaint({ ...asked, ...links, followUp: { plannedFor: LATER, caseId: 'f1' } }, { rating: 1 }, at()),
  ).next;
  const closed = moved(followLinked(again, [resolved({}, LATER + 1)], at(LATER + 2))).next;

  expect(again.followUp).toMatchObject({ caseId: 'f1' });
  expect(closed.status).toBe('RESOLVED');
  expect(closed).not.toHaveProperty('followUp');
  expect(awaitedContacts(closed)).toEqual([]);
  expect(lastAsked([closed])).toBe(LATER);
});

test('a decision that was taken over is nobody’s once the one who made it is looked at again', () => {
  const source = resolved({ linked: [{ complaintId: 'm2', relation: 'same-matter' }] });
  const links = [
    { complaintId: 'm1', relation: 'same-matter' },
    { complaintId: 'm2', relation: 'same-matter' },
  ];
  const taken = moved(followLinked(second(TO_LEADER), [source], at())).next;
  const again = moved(rateComplaint(source, { rating: 1 }, at(REOPENED_AT))).next;
  const third = second({ id: 'm3', linked: links });

  expect(followLinked(third, [source, taken], at())).not.toBeUndefined();
  expect(followLinked(third, [again, taken], at(REOPENED_AT + 1))).toBeUndefined();
});
