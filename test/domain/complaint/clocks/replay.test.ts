import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClockEvent } from '#domain/complaint/clocks/advance.ts';
import { dueOf } from '#domain/complaint/clocks/due.ts';
import { type Clocked, isClockRefusal, type Matter } from '#domain/complaint/clocks/policy.ts';
import { HOUR } from '#domain/time.ts';
import { slaBook } from '#policies/sla/book.ts';
import { at, clockedOf, startClocks } from '../../../support/complaints/clocks.ts';
import { type ClockChange, changeClocks, replayClocks } from '../../../support/complaints/replay.ts';

const EVENTS = [
  'acknowledged',
  'decision-sent',
  'resolved',
  'satisfaction-recorded',
  'unreached',
  'mediation-started',
  'mediation-ended',
  'human-took',
  'action-taken',
  'reopened',
  'withdrawn',
] as const satisfies readonly ClockEvent['what'][];

const matter: fc.Arbitrary<Partial<Matter>> = fc.record({
  category: fc.constantFrom('credit_record' as const, 'transfer_payment' as const, 'fees_interest' as const),
  flags: fc.constantFrom([], ['self_harm' as const], ['legal_threat' as const]),
});
const change: fc.Arbitrary<ClockChange> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom(...EVENTS), at: fc.constant(0) }) },
  fc.record({
    what: fc.constant('extended' as const),
    at: fc.constant(0),
    days: fc.integer({ min: 1, max: 30 }),
    approver: fc.constant('h1'),
    role: fc.constant('head' as const),
  }),
  fc.record({ what: fc.constant('changed' as const), at: fc.constant(0), to: matter }),
);
const changes = fc
  .array(fc.tuple(change, fc.integer({ min: 1, max: 12 * 24 })), { maxLength: 10 })
  .map((drawn) => ({ drawn }));
const receipt = fc
  .tuple(
    fc.constantFrom('CN' as const, 'UK' as const, 'US' as const),
    fc.integer({ min: 0, max: 150 * 24 }),
    fc.constantFrom('web' as const, 'regulator' as const),
    matter,
  )
  .map(([jurisdiction, hours, channel, of]) => {
    const known = clockedOf(jurisdiction, '2026-01-05', { channel, ...of });
    return { ...known, receivedAt: at('2026-01-05T00:00:00Z') + hours * HOUR };
  });

/** What a complaint would store: each change in turn, those that are refused left out. */
function live(of: Clocked, drawn: readonly (readonly [ClockChange, number])[]) {
  const started = startClocks(of, slaBook);
  if (isClockRefusal(started)) throw new Error('calendar');
  let now: Clocked = { ...of, clocks: started };
  let when = of.receivedAt;
  const said: ClockChange[] = [];
  for (const [one, hours] of drawn) {
    when += hours * HOUR;
    const next = changeClocks(now, { ...one, at: when }, slaBook);
    if (isClockRefusal(next)) continue;
    now = next;
    said.push({ ...one, at: when });
  }
  return { now, said };
}

test('replaying a complaint from its receipt and its entries gives the due dates it stores', () => {
  fc.assert(
    fc.property(receipt, changes, (of, { drawn }) => {
      const { now, said } = live(of, drawn);
      // Through JSON, as entries are kept.
      const kept = JSON.parse(JSON.stringify(said)) as ClockChange[];

      expect(replayClocks(of, kept, slaBook)).toEqual(now.clocks);
    }),
    { numRuns: 300 },
  );
});

test('every stored due date follows from the start, the pauses and the extensions that stand beside it', () => {
  fc.assert(
    fc.property(receipt, changes, (of, { drawn }) => {
      const { now } = live(of, drawn);
      for (const clock of now.clocks) expect(dueOf(clock, { of: now, book: slaBook })).toBe(clock.dueAt);
    }),
    { numRuns: 300 },
  );
});

test('no change moves a due date to an earlier day, and none moves it while time runs', () => {
  fc.assert(
    fc.property(receipt, changes, (of, { drawn }) => {
      const before = live(of, drawn.slice(0, -1)).now;
      const after = live(of, drawn).now;
      for (const [index, clock] of before.clocks.entries()) {
        expect(after.clocks[index]?.dueAt).toBeGreaterThanOrEqual(clock.dueAt);
      }
    }),
    { numRuns: 300 },
  );
});

test('every clock has at most one end, and none goes on after it', () => {
  fc.assert(
    fc.property(receipt, changes, (of, { drawn }) => {
      const { now } = live(of, drawn);
      for (const clock of now.clocks) {
        const over = clock.state === 'MET' || clock.state === 'CANCELLED';
        if (over) expect(clock.endedAt).toBeDefined();
        if (clock.state === 'RUNNING' || clock.state === 'PAUSED') expect(clock.endedAt).toBeUndefined();
        if (clock.state === 'MET') expect(clock.endedAt).toBeLessThanOrEqual(clock.dueAt);
      }
      expect(now.receivedAt).toBe(of.receivedAt);
    }),
    { numRuns: 200 },
  );
});
