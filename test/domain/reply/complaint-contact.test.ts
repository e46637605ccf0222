import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import type { ContactAbout } from '#domain/case/contacts/about.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { expireOffers } from '#domain/complaint/offers/end.ts';
import { makeOffer } from '#domain/complaint/offers/make.ts';
import { type ComplaintReply, meantForComplaint, type ReplyAt } from '#domain/reply/complaint-contact.ts';
import type { Said } from '#domain/reply/meaning.ts';
import { DAY, HOUR } from '#domain/time.ts';
import type { Intent } from '#domain/words.ts';
import { openedCase } from '../../support/cases.ts';
import { at, clockedOf } from '../../support/complaints/clocks.ts';
import { complaintBook, complaintOf, moved } from '../../support/complaints/complaints.ts';
import { shipped } from '../../support/rules/policies.ts';

const NOW = at('2026-03-04T10:00:00+08:00');
const EXPIRES = NOW + 3 * DAY;
const cny = (minor: number) => ({ minor, currency: 'CNY' });
const asked = (yuan: number): Complaint => {
  const terms = { kind: 'instalments', count: 6, amount: cny(yuan * 100) } as const;
  const by = { staff: 'h1', role: 'head' } as const;
  return moved(
    makeOffer(complaintOf(), { terms, expiresAt: EXPIRES, caseId: 'k1' }, { now: NOW, by, book: complaintBook }),
  ).next;
};
const open = asked(6_000);
const offered = (of: Complaint): ContactAbout => {
  const [offer] = of.offers;
  if (offer === undefined) throw new Error('offer');
  return { what: 'offer', offerId: offer.id, terms: offer.terms, expiresAt: offer.expiresAt };
};

const reply = (
  intent: Intent,
  change: {
    readonly of?: Complaint;
    readonly said?: Partial<Said>;
    readonly about?: ContactAbout;
    readonly text?: string;
    readonly at?: number;
    readonly rating?: number;
  } = {},
): ComplaintReply => {
  const { of = open, text = '1', at: receivedAt = NOW + HOUR, rating } = change;
  const about = change.about ?? offered(of);
  const purpose = about.what === 'offer' ? 'negotiation_followup' : 'complaint_followup';
  const asks: Case = openedCase({ id: 'k1', status: 'WAITING', purpose, complaintId: of.id, about });
  return {
    complaint: of,
    text,
    heard: { inboundMessageId: 'in1', point: 'p1', from: '0001', trust: 2, textHash: 'h', receivedAt },
    said: {
      read: { intent, autoResolve: true, suppress: false, why: 'test', ...(rating === undefined ? {} : { rating }) },
      of: asks,
      audience: 'customer',
      trust: 2,
      open: true,
      certain: true,
      optedOut: false,
      complaintId: 'm2',
      ...change.said,
    },
  };
};

const by = (now = NOW + HOUR): ReplyAt => ({
  now,
  book: complaintBook,
  hash: (text) => text,
  caseId: 'k1',
  policies: shipped,
});
const stateAfter = (meant: ReturnType<typeof meantForComplaint>) => meant?.move?.next.offers[0]?.state;

test.each(['accept', 'confirm'] as const)(
  '%s agrees: the case is settled and the offer accepted in one move',
  (intent) => {
    const meant = meantForComplaint(reply(intent), by());

    expect(meant).toMatchObject({
      meaning: { do: 'settle' },
      answered: true,
      accepted: true,
      answer: 'complaint.agreed',
    });
    expect(meant?.move?.contact).toMatchObject({ plan: 'complaint-notice', about: { what: 'agreed' } });
    expect(stateAfter(meant)).toBe('ACCEPTED');
  },
);

test.each(['decline', 'deny'] as const)('%s declines, and needs no further text', (intent) => {
  const meant = meantForComplaint(reply(intent), by());

  expect([stateAfter(meant), meant?.meaning, meant?.answer]).toEqual(['DECLINED', { do: 'settle' }, undefined]);
});

test('terms named instead are a counter, read from the words, and somebody takes it up', () => {
  const meant = meantForComplaint(reply('counter', { text: '每期500，分12期，下个月5号开始' }), by());

  expect(meant?.move?.next.offers[0]).toMatchObject({
    state: 'COUNTERED',
    counter: { amount: cny(50_000), each: true, count: 12, until: '2026-04-05' },
  });
  expect(meant?.move?.tasks).toMatchObject([{ kind: 'review' }]);
});

test('an agreement above the confirming limit, or from a number that just changed, is not made by text', () => {
  expect(meantForComplaint(reply('accept', { of: asked(50_000) }), by())?.move).toBeDefined();
  expect(meantForComplaint(reply('accept', { of: asked(50_001) }), by())).toBeUndefined();
  expect(meantForComplaint(reply('accept', { said: { numberChangedAt: NOW - DAY } }), by())).toBeUndefined();
  expect(meantForComplaint(reply('accept', { said: { trust: 1 } }), by())).toBeUndefined();
});

test('an answer that may be meant for something else is asked back, not taken', () => {
  expect(meantForComplaint(reply('accept', { said: { certain: false } }), by())).toBeUndefined();
});

test('a third party accepts nothing', () => {
  expect(meantForComplaint(reply('accept', { said: { audience: 'contact' } }), by())).toBeUndefined();
});

test('after the end nothing is agreed: a task for the department, and the person is told', () => {
  const expired = moved(expireOffers(open, { now: EXPIRES, book: complaintBook })).next;
  for (const over of [open, expired]) {
    const late = { of: over, about: offered(open), at: EXPIRES + HOUR };
    const meant = meantForComplaint(reply('accept', late), by(EXPIRES + HOUR));

    expect(meant).toMatchObject({ meaning: { do: 'late', reopen: false }, answer: 'answer.late' });
    expect(meant?.move?.tasks).toMatchObject([{ kind: 'offer-ended', complaintId: 'm1' }]);
    expect(meant?.move?.next.agreements).toEqual([]);
  }
});

test('neither is once the complaint is withdrawn, though the answer had come in time', () => {
  const expired = moved(expireOffers(open, { now: EXPIRES, book: complaintBook })).next;
  const of: Complaint = { ...expired, status: 'WITHDRAWN' };
  const meant = meantForComplaint(reply('accept', { of, at: EXPIRES - HOUR }), by(EXPIRES + HOUR));

  expect(meant).toMatchObject({ meaning: { do: 'late' }, answer: 'answer.late', move: { next: { agreements: [] } } });
  expect(meant?.move?.tasks).toMatchObject([{ kind: 'offer-ended' }]);
});

test('neither is on an offer that another replaced', () => {
  const replaced = moved(
    makeOffer(
      open,
      { terms: { kind: 'goodwill', amount: cny(100) }, expiresAt: EXPIRES, caseId: 'k2' },
      { now: NOW, by: { staff: 'a1', role: 'agent' }, book: complaintBook },
    ),
  ).next;
  const meant = meantForComplaint(reply('accept', { of: replaced, about: offered(open) }), by());

  expect(meant?.move?.tasks).toMatchObject([{ kind: 'offer-ended' }]);
  expect(meant?.move?.next.offers.map((offer) => offer.state)).toEqual(['REPLACED', 'OPEN']);
});

test('a no to an offer that is over is noted, and so is a yes that was said before', () => {
  const accepted = meantForComplaint(reply('accept'), by())?.move?.next ?? open;

  expect(meantForComplaint(reply('decline', { at: EXPIRES + 1 }), by(EXPIRES + 1))?.move).toBeUndefined();
  expect(meantForComplaint(reply('accept', { of: accepted }), by())).toMatchObject({ meaning: { do: 'late' } });
  expect(meantForComplaint(reply('accept', { of: accepted }), by())?.move).toBeUndefined();
});

test('what came in time is taken though it is read when the case is over', () => {
  const expired = moved(expireOffers(open, { now: EXPIRES, book: complaintBook })).next;
  const said = { of: openedCase({ status: 'RESOLVED', complaintId: 'm1', about: offered(open) }) };
  const meant = meantForComplaint(reply('accept', { of: expired, about: offered(open), said }), by(EXPIRES + HOUR));

  expect(stateAfter(meant)).toBe('ACCEPTED');
  expect(meant?.meaning).toEqual({ do: 'late', reopen: false });
});

test('other words about an offer mean what they would for any case', () => {
  for (const intent of ['stop', 'complaint', 'info', 'wrong_person', 'why', 'unclear'] as const) {
    expect(meantForComplaint(reply(intent), by())).toBeUndefined();
  }
});

const followUp = { about: { what: 'follow-up' }, of: complaintOf({ status: 'RESOLVED' }) } as const;

test('a rating settles the asking afterwards; a low one opens the complaint again and is answered', () => {
  const good = meantForComplaint(reply('rating', { ...followUp, rating: 5 }), by());
  const bad = meantForComplaint(reply('rating', { ...followUp, rating: 2 }), by());

  expect(good).toMatchObject({
    meaning: { do: 'settle' },
    answered: true,
    move: { next: { status: 'FOLLOWED_UP_SATISFIED' } },
  });
  expect(good?.answer).toBeUndefined();
  expect(bad).toMatchObject({ answer: 'answer.thanks', move: { next: { status: 'REOPENED' } } });
});

test('a rating of what is rated already, or of a notice that asked nothing, moves nothing', () => {
  const over = { ...followUp, of: complaintOf({ status: 'FOLLOWED_UP_SATISFIED' }), rating: 1 };

  expect(meantForComplaint(reply('rating', over), by())).toMatchObject({ meaning: { do: 'late' } });
  expect(meantForComplaint(reply('rating', over), by())?.move).toBeUndefined();
  expect(meantForComplaint(reply('rating', { about: { what: 'acknowledged' }, rating: 1 }), by())).toBeUndefined();
});

test('where the next year’s calendar is not known yet, whoever is not content is heard, and a person sees to the deadline', () => {
  const { receivedAt, clocks } = clockedOf('CN', '2026-12-04');
  const of = complaintOf({ status: 'RESOLVED', receivedAt, clocks });
  const bad = reply('rating', { ...followUp, of, rating: 2 });

  expect(meantForComplaint(bad, by(receivedAt + 5 * DAY))).toMatchObject({
    answer: 'answer.thanks',
    move: { next: { status: 'REOPENED' }, tasks: [{ kind: 'review', note: 'calendar-missing' }] },
  });
});
