import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Strayed, strayedClocks } from '#domain/complaint/clocks/due-dates.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { handlersSaid, isSameHandlers } from '#domain/complaint/handlers.ts';
import { classify } from '#domain/complaint/life/classify.ts';
import { decide, resolve } from '#domain/complaint/life/decide.ts';
import { followUp, reopen } from '#domain/complaint/life/follow-up.ts';
import { acknowledge, assign, extend, note, transfer, withdraw } from '#domain/complaint/life/handling.ts';
import { followLinked } from '#domain/complaint/life/linked.ts';
import { endMediation, startMediation } from '#domain/complaint/life/mediate.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import type { Moved } from '#domain/complaint/life/step.ts';
import { tick } from '#domain/complaint/life/tick.ts';
import { withdrawOffers } from '#domain/complaint/offers/end.ts';
import { makeOffer } from '#domain/complaint/offers/make.ts';
import { isComplaintRefusal } from '#domain/complaint/transition.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { DAY, HOUR, type Instant } from '#domain/time.ts';
import { NOON } from '../../../support/cases.ts';
import { complaintBook as book, complaintOf, toldComplaint } from '../../../support/complaints/complaints.ts';

type Said = Pick<EntryDraft, 'type' | 'at' | 'facts'> & { readonly seq: number };
type Life = { readonly of: Complaint; readonly said: readonly Said[] };
type Move = (of: Complaint, now: Instant) => Moved | undefined;

const at = (now: Instant, staff = 'a1') =>
  ({ now, by: { staff, role: 'head' }, book, caseId: `k${now}`, tasks: [] }) as const;
const decided = (now: Instant): Complaint =>
  complaintOf({
    id: 'm0',
    status: 'RESOLVED',
    receivedAt: NOON - DAY,
    resolvedAt: now,
    linked: [{ complaintId: 'm1', relation: 'same-matter' }],
    decision: { decision: 'upheld', closureCode: 'explanation', at: now, seq: 2 },
  });

/** The same, looked at again since by nobody who had it. */
const reopenedLater = (now: Instant): Complaint => {
  const { decision: _over, resolvedAt: _then, ...of } = decided(now);
  return { ...of, status: 'REOPENED', formerHandlers: ['a7'], rounds: [{ reopenedAt: now - 1 }] };
};

/** Every move that a clock listens to or that names a handler, and some beside; one that is refused says nothing. */
const MOVES: Readonly<Record<string, Move>> = {
  acknowledge: (of, now) => acknowledge(of, at(now)),
  assign: (of, now) => assign(of, { handler: `h${now % 3}` }, at(now)),
  transfer: (of, now) => transfer(of, { department: now % 2 === 0 ? 'payments' : 'hardship' }, at(now)),
  note: (of, now) => note(of, at(now)),
  extend: (of, now) => extend(of, { days: 5, reason: 'complex', approver: 's1', role: 'head' }, at(now)),
  mediate: (of, now) => (of.status === 'IN_MEDIATION' ? endMediation(of, at(now)) : startMediation(of, at(now))),
  credit: (of, now) => classify(of, { category: 'credit_record' }, at(now)),
  hardship: (of, now) => classify(of, { category: 'repayment_hardship', flags: [] }, at(now)),
  danger: (of, now) => classify(of, { flags: ['self_harm'] }, at(now)),
  decide: (of, now) => decide(of, { decision: 'partly', closureCode: 'explanation' }, at(now, 'b9')),
  resolve: (of, now) =>
    resolve(of, { contact: { channel: 'call', at: now, confirmed: true }, reached: true }, at(now, 'b9')),
  content: (of, now) => followUp(of, { rating: 5 }, at(now)),
  bad: (of, now) => followUp(of, { rating: 1 }, at(now)),
  unanswered: (of, now) => followUp(of, {}, at(now)),
  reopen: (of, now) => reopen(of, at(now)),
  withdraw: (of, now) => withdraw(of, at(now)),
  tick: (of, now) => tick(of, { ...at(now), askedAt: now }),
  offer: (of, now) =>
    makeOffer(
      of,
      { terms: { kind: 'goodwill', amount: { minor: 100, currency: 'CNY' } }, expiresAt: now + DAY, caseId: `o${now}` },
      at(now),
    ),
  takenBack: (of, now) => withdrawOffers(of, { reason: { code: 'account.cleared' } }, at(now)),
  linked: (of, now) =>
    followLinked({ ...of, linked: [{ complaintId: 'm0', relation: 'same-matter' }] }, [decided(now)], at(now)),
  linkedAgain: (of, now) =>
    followLinked({ ...of, linked: [{ complaintId: 'm0', relation: 'same-matter' }] }, [reopenedLater(now)], at(now)),
};

const received = (channel: Complaint['channel'], told: boolean): Life => after(undefined, receiveOf(channel, told));
const receiveOf = (channel: Complaint['channel'], told: boolean): Moved =>
  receiveComplaint(toldComplaint({ channel, told, receivedAt: NOON - HOUR }), { now: NOON, book });

function after(life: Life | undefined, made: Moved | undefined): Life {
  if (made === undefined || isComplaintRefusal(made)) {
    if (life === undefined) throw new Error('complaint: got none');
    return life;
  }
  const { type, at: when, facts } = made.entry;
  // Through JSON, as entries are kept.
  const kept = JSON.parse(JSON.stringify({ type, at: when, facts, seq: made.next.version })) as Said;
  return { of: made.next, said: [...(life?.said ?? []), kept] };
}

const live = (start: Life, moves: readonly (readonly [string, number])[]): Life => {
  let now = NOON;
  return moves.reduce((life, [name, hours]) => {
    now += hours * HOUR + 1;
    return after(life, MOVES[name]?.(life.of, now));
  }, start);
};

const lives = fc
  .tuple(
    fc.constantFrom('sms' as const, 'web' as const, 'regulator' as const),
    fc.boolean(),
    fc.array(fc.tuple(fc.constantFrom(...Object.keys(MOVES)), fc.integer({ min: 0, max: 9 * 24 })), { maxLength: 14 }),
  )
  .map(([channel, told, moves]) => live(received(channel, told), moves));

test('due dates and handlers of a complaint always follow from its entries, whatever was done with it', () => {
  fc.assert(
    fc.property(lives, ({ of, said }) => {
      expect(strayedClocks(of.clocks, said, of.version)).toEqual([]);
      expect(isSameHandlers(of, handlersSaid(said))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a due date that was moved by a day is never overlooked, and its clock is named', () => {
  fc.assert(
    fc.property(lives, fc.nat(), ({ of, said }, nth) => {
      const index = nth % Math.max(1, of.clocks.length);
      const clock = of.clocks[index];
      fc.pre(clock !== undefined);
      const clocks = of.clocks.map((one) => (one === clock ? { ...one, dueAt: one.dueAt + DAY } : one));

      const strayed = strayedClocks(clocks, said, of.version);

      expect(strayed).toMatchObject([{ clock: expect.stringMatching(`${clock.policy}.${clock.kind}`) as string }]);
    }),
    { numRuns: 300 },
  );
});

const forged = (life: Life, change: (of: Complaint) => Partial<Complaint>): readonly Strayed[] =>
  strayedClocks({ ...life.of, ...change(life.of) }.clocks, life.said, life.of.version);
const moves = (...names: readonly string[]): Life =>
  live(
    received('sms', true),
    names.map((name) => [name, 24]),
  );

test('the entry from which a due date follows is named: the receipt, an extension, the end of a mediation', () => {
  const later = (of: Complaint) => ({ clocks: of.clocks.map((one) => ({ ...one, dueAt: one.dueAt + DAY })) });
  const decideOf = (life: Life) => forged(life, later).find(({ clock }) => clock === 'cn-cbirc-2020.decide')?.seq;

  expect(decideOf(moves('acknowledge'))).toBe(1);
  expect(decideOf(moves('acknowledge', 'extend', 'note'))).toBe(3);
  expect(decideOf(moves('acknowledge', 'extend', 'mediate', 'mediate', 'note'))).toBe(5);
});

test('an extension taken away with its days, and a clock that is gone, are found', () => {
  const life = moves('acknowledge', 'extend');
  const before = moves('acknowledge');

  expect(forged(life, () => ({ clocks: before.of.clocks }))).toEqual([{ clock: 'cn-cbirc-2020.decide', seq: 3 }]);
  expect(forged(life, (of) => ({ clocks: of.clocks.filter(({ kind }) => kind !== 'decide') }))).toEqual([
    { clock: 'cn-cbirc-2020.decide', seq: 3 },
  ]);
});

test('a clock that no entry set is told with the newest of them', () => {
  const life = moves('acknowledge', 'note');
  const another = (of: Complaint) => ({ clocks: of.clocks.map((one) => ({ ...one, policy: 'uk-psd' })) });

  expect(forged(life, another)).toContainEqual({ clock: 'uk-psd.decide', seq: 3 });
});

test('a handler whom no entry named, and a former one who was left out, are not who had it', () => {
  const life = moves('acknowledge', 'assign', 'resolve', 'reopen', 'assign');
  const said = handlersSaid(life.said);

  expect(isSameHandlers(life.of, said)).toBe(true);
  expect(isSameHandlers({ ...life.of, handler: 'somebody.else' }, said)).toBe(false);
  expect(isSameHandlers({ ...life.of, formerHandlers: [] }, said)).toBe(false);
});

test('a reopening that follows another is kept from whoever had that one', () => {
  const life = moves('acknowledge', 'assign', 'linked', 'linkedAgain');

  expect(life.of).toMatchObject({ status: 'REOPENED', formerHandlers: expect.arrayContaining(['a7']) as string[] });
  expect(strayedClocks(life.of.clocks, life.said, life.of.version)).toEqual([]);
  expect(isSameHandlers(life.of, handlersSaid(life.said))).toBe(true);
});

test('what a calendar lacked at the receipt is set where it is taken up, whatever came between', () => {
  const start = Date.UTC(2026, 11, 20, 12);
  const received2027 = (home: Pick<Complaint, 'jurisdiction' | 'timezone'>): Life =>
    after(
      undefined,
      receiveComplaint(toldComplaint({ ...home, receivedAt: start, triage: { category: 'fraud_unauthorised' } }), {
        now: start,
        book: booked(2026),
      }),
    );
  const through = (life: Life, ...made: readonly Move[]): Life =>
    made.reduce((one, move, day) => after(one, move(one.of, start + (day + 1) * DAY)), life);
  const credited: Move = (of, now) =>
    classify(of, { category: 'transfer_payment', flags: ['vulnerable'] }, { ...at(now), book: booked(2027) });
  const again: Move = (of, now) => reopen(of, { ...at(now), book: booked(2027) });
  const extended: Move = (of, now) => MOVES['extend']?.(of, now);
  const mediated: Move = (of, now) => MOVES['mediate']?.(of, now);
  const resolved: Move = (of, now) => MOVES['resolve']?.(of, now);
  const british = received2027({ jurisdiction: 'UK', timezone: 'Europe/London' });
  const chinese = received2027({ jurisdiction: 'CN', timezone: 'Asia/Shanghai' });

  for (const life of [
    through(british, extended, credited),
    through(british, extended, resolved, again),
    through(chinese, mediated, mediated, credited),
    through(chinese, mediated, resolved, again),
  ]) {
    expect(life.said[0]?.facts).toHaveProperty('calendarMissing');
    expect(life.said).toHaveLength(life.of.version);
    expect(life.of.clocks.length).toBeGreaterThan(0);
    expect(strayedClocks(life.of.clocks, life.said, life.of.version)).toEqual([]);
  }
});

/** The book whose calendars go up to that year. */
function booked(year: number): typeof book {
  const calendar: typeof book.calendar = (id) => {
    const found = book.calendar(id);
    if (found === undefined) return undefined;
    return { ...found, years: new Set([...found.years, 2027].filter((one) => one <= year)) };
  };
  return { ...book, calendar };
}
