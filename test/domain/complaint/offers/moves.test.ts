import { expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical-json.ts';
import { acceptOffer, counterOffer, declineOffer } from '#domain/complaint/offers/answer.ts';
import { endOfLocalDay, expireOffers, offersWithdrawn, withdrawOffers } from '#domain/complaint/offers/end.ts';
import { makeOffer } from '#domain/complaint/offers/make.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { at } from '../../../support/complaints/clocks.ts';
import { complaintBook as book, complaintOf, moved } from '../../../support/complaints/complaints.ts';
import {
  agent,
  answer,
  cny,
  EXPIRES,
  first,
  hash,
  heard,
  input,
  made,
  NOW,
  open,
  waiting,
} from '../../../support/complaints/offers.ts';

test('within the author’s authority the customer is asked at once, and the complaint waits for them', () => {
  const { next, entry, tasks, contact } = made();

  expect(first(next)).toMatchObject({ id: 'm1.o1', state: 'OPEN', madeBy: 'a1', caseId: 'k1', accountId: 'acc1' });
  expect(next.status).toBe('AWAITING_CUSTOMER');
  expect(contact).toEqual({
    caseId: 'k1',
    plan: 'offer',
    accountId: 'acc1',
    about: { what: 'offer', offerId: 'm1.o1', terms: input().terms, expiresAt: EXPIRES },
  });
  expect(tasks).toEqual([]);
  expect(entry).toMatchObject({ type: 'offer.made', actor: { kind: 'staff', id: 'a1' } });
});

test('an answer that came in time but is read after the end agrees to nothing once another offer was made', () => {
  const over = moved(expireOffers(open, { now: EXPIRES + 1, book })).next;
  const again = moved(
    makeOffer(over, { ...input(), expiresAt: EXPIRES + DAY, caseId: 'k2' }, { now: EXPIRES + 2, by: agent, book }),
  ).next;

  expect(moved(acceptOffer(...answer(over, EXPIRES + 3))).next.agreements).toHaveLength(1);
  expect(acceptOffer(...answer(again, EXPIRES + 3))).toEqual({ refused: 'offer.expired' });
});

test('an answer that came in time agrees to nothing once its complaint is over', () => {
  const over = moved(expireOffers(open, { now: EXPIRES + 1, book })).next;

  for (const status of ['WITHDRAWN', 'RESOLVED'] as const) {
    expect(acceptOffer(...answer({ ...over, status }, EXPIRES + 3))).toEqual({ refused: 'offer.not-open' });
  }
});

test('a new offer replaces the open one: its case ends, its approval is asked no more', () => {
  const again = moved(makeOffer(open, { ...input(), caseId: 'k2' }, { now: NOW, by: agent, book }));
  const instead = moved(
    makeOffer(waiting.next, { ...input(), caseId: 'k2' }, { now: NOW, by: agent, book, tasks: waiting.tasks }),
  );

  expect(again.next.offers.map((offer) => offer.state)).toEqual(['REPLACED', 'OPEN']);
  expect(again.ends).toEqual(['k1']);
  expect(again.contact?.caseId).toBe('k2');
  expect(instead.tasks).toMatchObject([{ id: 'm1.t4', state: 'CANCELLED' }]);
  expect(instead.ends).toBeUndefined();
});

test('the snapshot keeps the newest four offers, and counts them all', () => {
  let of = complaintOf();
  for (let n = 1; n <= 6; n += 1) of = made(of).next;

  expect(of.offers.map((offer) => offer.id)).toEqual(['m1.o3', 'm1.o4', 'm1.o5', 'm1.o6']);
  expect(of.offerCount).toBe(6);
});

test('no offer whose end has passed, whose terms cannot be kept, or to a complaint that is over', () => {
  const by = { now: NOW, by: agent, book };

  expect(makeOffer(complaintOf(), { ...input(), expiresAt: NOW }, by)).toEqual({ refused: 'offer.expiry-passed' });
  expect(makeOffer(complaintOf(), input(0), by)).toEqual({ refused: 'offer.terms-invalid' });
  expect(makeOffer(complaintOf({ status: 'RESOLVED' }), input(), by)).toEqual({ refused: 'complaint.illegal-move' });
});

test('an offer to somebody nobody knows is made, and its answer is entered by staff', () => {
  const { customerId: _nobody, ...of } = complaintOf();

  expect(made(of).contact).toBeUndefined();
});

test('accepted by the customer’s own words it becomes an agreement that anybody can check', () => {
  const { next, entry, ends, tasks } = moved(acceptOffer(...answer()));

  expect(first(next)?.state).toBe('ACCEPTED');
  expect(next.status).toBe('IN_WORK');
  const value = cny(600_000);
  const agreed = { id: 'm1.a1', offerId: 'm1.o1', seq: next.version, at: heard.receivedAt, heard: true, value };
  expect(next.agreements).toEqual([agreed]);
  const terms = { kind: 'instalments', count: 6, amount: { amount: '6000.00', currency: 'CNY' } };
  expect(entry).toMatchObject({
    type: 'offer.accepted',
    actor: { kind: 'customer' },
    facts: {
      offerId: 'm1.o1',
      agreementId: 'm1.a1',
      terms,
      termsHash: hash(canonicalJson(terms)),
      offeredBy: 'a1',
      agreedAt: '2026-03-04T03:00:00Z',
      fromTail: '0001',
      point: 'p1',
      textHash: hash('4K1'),
      inboundMessageId: 'in1',
      trust: 2,
    },
  });
  // The reply settles its own case.
  expect([ends, tasks]).toEqual([undefined, []]);
});

test('entered by staff, the case that asks ends with it, and the entry says who entered it', () => {
  const { entry, ends } = moved(
    acceptOffer(open, { offerId: 'm1.o1' }, { now: NOW, by: agent, book, hash, caseId: 'k1' }),
  );

  expect(ends).toEqual(['k1']);
  expect(entry).toMatchObject({ actor: { kind: 'staff', id: 'a1' }, facts: { enteredBy: 'a1' } });
});

test('an answer counts by when it was received, not by when it was read', () => {
  const inTime = { ...heard, receivedAt: EXPIRES };
  const expired = moved(expireOffers(open, { now: EXPIRES + HOUR, book })).next;
  const late = { now: EXPIRES + HOUR, book, hash, caseId: 'k1' };

  expect(first(moved(acceptOffer(open, { offerId: 'm1.o1', heard: inTime }, late)).next)?.state).toBe('ACCEPTED');
  expect(first(moved(acceptOffer(expired, { offerId: 'm1.o1', heard: inTime }, late)).next)?.state).toBe('ACCEPTED');
  for (const over of [open, expired]) {
    expect(acceptOffer(over, { offerId: 'm1.o1', heard: { ...heard, receivedAt: EXPIRES + 1 } }, late)).toEqual({
      refused: 'offer.expired',
    });
  }
});

test('what was replaced, declined or never made is not accepted', () => {
  const replaced = made(open).next;
  const declined = moved(declineOffer(...answer())).next;

  expect(acceptOffer(...answer(replaced))).toEqual({ refused: 'offer.not-open' });
  expect(acceptOffer(...answer(declined))).toEqual({ refused: 'offer.not-open' });
  expect(acceptOffer(...answer(waiting.next))).toEqual({ refused: 'offer.not-open' });
  expect(acceptOffer(...answer(complaintOf()))).toEqual({ refused: 'offer.unknown' });
});

test('declined, the complaint goes on', () => {
  const { next, entry } = moved(declineOffer(...answer()));

  expect([first(next)?.state, next.status, entry.type]).toEqual(['DECLINED', 'IN_WORK', 'offer.declined']);
});

test('countered, what was named stands on the offer, and somebody reads it', () => {
  const [of, said, by] = answer();
  const { next, tasks, entry } = moved(counterOffer(of, { ...said, amount: cny(50_000), count: 12 }, by));

  expect(first(next)).toMatchObject({
    state: 'COUNTERED',
    counter: { amount: cny(50_000), count: 12, seq: next.version },
  });
  expect(tasks).toMatchObject([{ kind: 'review', queue: 'hardship' }]);
  expect(entry.facts).toMatchObject({ counter: { amount: cny(50_000), count: 12 } });
});

test('at its instant an offer is over, approved or not, and its case with it', () => {
  const { next, ends, entry } = moved(expireOffers(open, { now: EXPIRES, book }));
  const unapproved = moved(expireOffers(waiting.next, { now: EXPIRES, book, tasks: waiting.tasks }));

  expect([first(next)?.state, next.status, entry.type]).toEqual(['EXPIRED', 'IN_WORK', 'offer.expired']);
  expect(ends).toEqual(['k1']);
  expect(unapproved.tasks).toMatchObject([{ state: 'CANCELLED' }]);
  expect(expireOffers(open, { now: EXPIRES - 1, book })).toBeUndefined();
  expect(expireOffers(next, { now: EXPIRES + DAY, book })).toBeUndefined();
});

test('while an offer is open the complaint looks at itself no later than its end', () => {
  const soon = moved(makeOffer(complaintOf(), { ...input(), expiresAt: NOW + HOUR }, { now: NOW, by: agent, book }));

  expect(soon.next.dueAt).toBeLessThanOrEqual(NOW + HOUR);
});

test('an account that clears takes its offers back, with the event that cleared it', () => {
  const reason = { code: 'account.cleared', sequence: 42 };
  const { next, ends } = moved(withdrawOffers(open, { accountId: 'acc1', reason }, { now: NOW, book }));

  expect(first(next)).toMatchObject({ state: 'WITHDRAWN', reason });
  expect(ends).toEqual(['k1']);
  expect(withdrawOffers(open, { accountId: 'acc2', reason }, { now: NOW, book })).toBeUndefined();
});

test('a complaint that comes to its end takes what is pending with it', () => {
  expect(offersWithdrawn(open, { code: 'complaint.withdrawn' })).toMatchObject({
    offers: [{ state: 'WITHDRAWN' }],
    ends: ['k1'],
  });
});

test('a date alone ends with its last millisecond where the customer is', () => {
  expect(endOfLocalDay('2026-03-31', 'Asia/Shanghai')).toBe(at('2026-03-31T23:59:59.999+08:00'));
  // The night the clocks went forward.
  expect(endOfLocalDay('2026-03-08', 'America/New_York')).toBe(at('2026-03-08T23:59:59.999-04:00'));
});
