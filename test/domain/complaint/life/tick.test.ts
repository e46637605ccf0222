import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { advanceClocks } from '#domain/complaint/clocks/advance.ts';
import { isClockRefusal } from '#domain/complaint/clocks/policy.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { withdraw } from '#domain/complaint/life/handling.ts';
import { contactEnded, type TickAt, tick } from '#domain/complaint/life/tick.ts';
import type { Offer } from '#domain/complaint/offer.ts';
import { complaintTimer } from '#domain/complaint/timer.ts';
import { DAY, HOUR, type Instant } from '#domain/time.ts';
import { complaintBook, complaintOf, moved } from '../../../support/complaints/complaints.ts';

const at = (now: Instant, more: Partial<TickAt> = {}): TickAt => ({
  now,
  book: complaintBook,
  tasks: [],
  caseId: 'afterwards',
  ...more,
});

const offered = (of: Complaint, change: Partial<Offer> = {}): Offer => ({
  id: `${of.id}.o1`,
  state: 'OPEN',
  terms: { kind: 'term', months: 12 },
  madeBy: 'a1',
  madeByRole: 'agent',
  madeAt: of.receivedAt,
  expiresAt: of.receivedAt + DAY,
  caseId: 'c1',
  accountId: 'acc1',
  ...change,
});

const resolved = (change: Partial<Complaint> = {}): Complaint => {
  const of = complaintOf();
  const resolvedAt = of.receivedAt + DAY;
  const clocks = advanceClocks(of, { what: 'resolved', at: resolvedAt }, complaintBook);
  if (isClockRefusal(clocks)) throw new Error('the calendar has no such year');
  return { ...of, status: 'RESOLVED', resolvedAt, clocks, followUp: { plannedFor: resolvedAt + DAY }, ...change };
};

test('nothing is due of a complaint before its timer', () => {
  const of = complaintOf();
  const next = complaintTimer(of, complaintBook);
  expect(next).toBeGreaterThan(of.receivedAt);
  expect(tick(of, at((next ?? 0) - 1))).toBeUndefined();
});

test('every notice of every clock goes out once, at its instant, and then nothing is left to tell', () => {
  let of = complaintOf();
  const told: string[] = [];
  for (let timer = complaintTimer(of, complaintBook); timer !== undefined; timer = of.dueAt) {
    const transition = moved(tick(of, at(timer)));
    for (const effect of transition.entry.effects) {
      if (effect.do === 'notify') told.push(`${effect.type} ${effect.data.clock} ${effect.data.dueAt}`);
    }
    of = transition.next;
    expect(tick(of, at(timer))).toBeUndefined();
  }
  const breaches = told.filter((one) => one.startsWith('complaint.breached'));
  expect(breaches).toHaveLength(of.clocks.length);
  expect(new Set(breaches).size).toBe(breaches.length);
  expect(of.clocks.map((clock) => clock.state)).toEqual(of.clocks.map(() => 'BREACHED'));
});

test('a clock that ran out before its complaint ended, and of which nobody was told by then, is told once, and nothing else', () => {
  const of = complaintOf();
  const last = Math.max(...of.clocks.map((clock) => clock.dueAt));
  const tooLate = last + HOUR;
  const clocks = advanceClocks(of, { what: 'withdrawn', at: tooLate }, complaintBook);
  if (isClockRefusal(clocks)) throw new Error('the calendar has no such year');
  const ended = moved(withdraw(of, at(tooLate)));
  expect(ended.next.clocks).toEqual(clocks);
  expect(ended.next.dueAt).toBeLessThan(tooLate);

  const { next, entry, tasks } = moved(tick(ended.next, at(tooLate)));
  const told = entry.effects.flatMap((effect) => (effect.do === 'notify' ? [effect.type] : []));
  expect(told).toEqual(of.clocks.map(() => 'complaint.breached'));
  expect(tasks).toEqual([]);
  expect(next).toMatchObject({ status: 'WITHDRAWN' });
  expect(next.dueAt).toBeUndefined();
  expect(tick(next, at(tooLate + DAY))).toBeUndefined();
});

test('a complaint that ended in time has nothing left to look at', () => {
  const ended = moved(withdraw(complaintOf(), at(complaintOf().receivedAt + 1)));
  expect(ended.next.dueAt).toBeUndefined();
  expect(tick(ended.next, at(ended.next.receivedAt + 100 * DAY))).toBeUndefined();
});

test('a notice bears the due instant as its time', () => {
  const of = complaintOf();
  const last = Math.max(...of.clocks.map((clock) => clock.dueAt));
  const { entry } = moved(tick(of, at(last)));
  const times = entry.effects.flatMap((effect) => (effect.do === 'notify' ? [effect.time] : []));
  expect(times).toContain(last);
});

test('an escalation is a task for somebody above', () => {
  const of = complaintOf();
  const last = Math.max(...of.clocks.map((clock) => clock.dueAt));
  const { tasks } = moved(tick(of, at(last)));
  expect(tasks).toEqual([
    expect.objectContaining({ kind: 'review', state: 'QUEUED', escalated: true, queue: 'hardship' }),
  ]);
});

test('an offer is over at its instant, and the question about it with it', () => {
  const of = complaintOf();
  const open = { ...of, status: 'AWAITING_CUSTOMER' as const, offers: [offered(of)], offerCount: 1 };
  expect(tick(open, at(of.receivedAt + HOUR))).toBeUndefined();
  const { next, ends } = moved(tick(open, at(of.receivedAt + DAY)));
  expect(next.offers.map((offer) => offer.state)).toEqual(['EXPIRED']);
  expect(ends).toEqual(['c1']);
});

test('the day after its resolution the customer is asked, once', () => {
  const of = resolved();
  const { next, contact } = moved(tick(of, at(of.followUp?.plannedFor ?? 0)));
  expect(contact).toEqual({ caseId: 'afterwards', plan: 'follow-up', about: { what: 'follow-up' } });
  expect(next.followUp?.caseId).toBe('afterwards');
  expect(tick(next, at(of.followUp?.plannedFor ?? 0))).toBeUndefined();
});

test('whoever was asked within thirty days is not asked again, and does not count as satisfied', () => {
  const of = resolved();
  const now = of.followUp?.plannedFor ?? 0;
  const { next, contact, entry } = moved(tick(of, at(now, { askedAt: now - 29 * DAY })));
  expect(next.status).toBe('FOLLOWED_UP_UNREACHED');
  expect(contact).toBeUndefined();
  expect(entry.facts).toMatchObject({ why: 'asked-lately' });
  expect(moved(tick(of, at(now, { askedAt: now - 30 * DAY }))).next.followUp?.caseId).toBe('afterwards');
});

test('an account that clears takes the offer back, with the reason', () => {
  const of = complaintOf();
  const open = { ...of, status: 'AWAITING_CUSTOMER' as const, offers: [offered(of)], offerCount: 1 };
  const contact = { id: 'c1', accountId: 'acc1', outcome: 'CLEARED', reason: { sequence: 1 } } as Case;
  const { next } = moved(contactEnded(open, { contact, sequence: 9 }, at(of.receivedAt + HOUR)));
  expect(next.offers[0]).toMatchObject({ state: 'WITHDRAWN', reason: { code: 'account.cleared', sequence: 9 } });
  expect(next.status).toBe('IN_WORK');
});

test('a question afterwards that nobody answers ends the complaint unreached and lifts what it holds', () => {
  const of = resolved({ followUp: { plannedFor: 0, caseId: 'f1' } });
  const contact = { id: 'f1', outcome: 'UNREACHABLE', reason: {} } as Case;
  const { next, holds } = moved(contactEnded(of, { contact }, at((of.resolvedAt ?? 0) + HOUR)));
  expect(next.status).toBe('FOLLOWED_UP_UNREACHED');
  expect(holds).toEqual({ do: 'lift' });
  expect(next.dueAt).toBeUndefined();
});

test.each<[string, Partial<Case>]>([
  ['refused on the telephone', { status: 'RESOLVED', outcome: 'REFUSED' }],
  ['answered by somebody else', { status: 'RESOLVED', outcome: 'WRONG_PERSON' }],
  ['spent after words that rated nothing', { status: 'RESOLVED', heardAt: 1 }],
  ['closed by staff', { status: 'CLOSED', outcome: 'STOPPED_BY_OPS' }],
  ['given up at the gate', { status: 'SUPPRESSED' }],
])('an asking afterwards that was %s ends the complaint unrated: nobody waits for ever', (_how, ended) => {
  const of = resolved({ followUp: { plannedFor: 0, caseId: 'f1' } });
  const contact = { id: 'f1', reason: {}, ...ended } as Case;
  const { next, entry, holds } = moved(contactEnded(of, { contact }, at((of.resolvedAt ?? 0) + HOUR)));
  expect(next.status).toBe('FOLLOWED_UP_UNREACHED');
  expect(entry.facts).toMatchObject({ why: 'not-rated' });
  expect(holds).toEqual({ do: 'lift' });
});

test('a contact that ended with an answer is none of the clock’s business', () => {
  const of = resolved({ followUp: { plannedFor: 0, caseId: 'f1', rating: 1, ratedAt: 1 } });
  const contact = { id: 'f1', reason: {} } as Case;
  expect(contactEnded(of, { contact }, at((of.resolvedAt ?? 0) + DAY))).toBeUndefined();
});

test('of two complaints of one customer that were resolved in one moment exactly one asks, whoever looks first', () => {
  const planned = (id: string, caseId: string) => {
    const of = resolved({ id });
    return { ...of, followUp: { plannedFor: (of.resolvedAt ?? 0) + HOUR, caseId } };
  };
  const [one, other] = [planned('m1', 'f1'), planned('m2', 'f2')];
  const looks = (of: Complaint, rival: Complaint) => tick(of, at((of.resolvedAt ?? 0) + 1, { others: [rival] }));
  const gave = moved(looks(other, one));

  expect(looks(one, other)).toBeUndefined();
  expect(gave).toMatchObject({ entry: { type: 'complaint.gave-way' }, ends: ['f2'] });
  expect(gave.next.followUp).toEqual({ plannedFor: other.followUp.plannedFor });
  expect(gave.next.dueAt).toBe(other.followUp.plannedFor);
  expect(looks(gave.next, one)).toBeUndefined();
  expect(looks(one, gave.next)).toBeUndefined();
  expect(tick(other, at(other.followUp.plannedFor, { others: [one] }))).toBeUndefined();
});
