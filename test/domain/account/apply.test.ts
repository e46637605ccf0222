import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAccountEvent } from '#domain/account/apply.ts';
import { wordOn } from '#domain/account/state.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import {
  after,
  clearing,
  cny,
  credit,
  debit,
  flag,
  LATER,
  someStatements,
  statement,
} from '../../support/intake/account-events.ts';

test('the newest state wins by sequence, not by arrival', () => {
  const newer = statement(9, { status: 'closed', overdue: cny(0) });

  const { account } = after([newer, statement(5, { status: 'active', overdue: cny(30_000) })]);

  expect(account?.state).toMatchObject({ sequence: 9, status: 'closed', overdue: cny(0) });
});

test('a field keeps the newest word on itself, whoever said something else since', () => {
  const { account } = after([statement(7, { status: 'frozen' }), flag(5), statement(3, { status: 'active' })]);

  expect(account?.state).toMatchObject({
    sequence: 7,
    status: 'frozen',
    overdue: cny(30_000),
    older: { overdue: 5, daysPastDue: 5 },
  });
});

test('whose word stands on the debt and on the status is known, whoever said something else since', () => {
  const others = { source: 'urn:bank:cards', balance: cny(7) };
  const { account } = after([
    statement(3, { status: 'active', source: 'urn:bank:loans' }),
    flag(5),
    statement(9, others),
    statement(6, { daysPastDue: 4, source: 'urn:bank:loans' }),
    statement(4, { status: 'closed', overdue: cny(9) }),
  ]);

  expect(wordOn(account?.state, 'debt')).toEqual({ sequence: 6, asOf: NOON + 6 * HOUR, source: 'urn:bank:loans' });
  expect(wordOn(account?.state, 'status')).toEqual({ sequence: 4, asOf: NOON + 4 * HOUR, source: 'urn:bank:core' });
  expect(account?.state).toMatchObject({ sequence: 9, asOf: NOON + 9 * HOUR, source: 'urn:bank:cards' });
  expect(wordOn(after([statement(1, others)]).account?.state, 'debt')).toBeUndefined();
  expect(after([flag(1), statement(2, { status: 'active', daysPastDue: 2 })]).account?.state?.words).toBeUndefined();
});

test('the first flag of an episode is kept, later flags and states do not move it', () => {
  const { account } = after([flag(1), statement(2, { overdue: cny(30_000) }), flag(3)]);

  expect(account?.flaggedAt).toBe(NOON + HOUR);
});

test.each([
  ['a clearing', clearing(2)],
  ['a state that owes nothing', statement(2, { overdue: cny(0) })],
  ['a state of no days past due', statement(2, { daysPastDue: 0 })],
])('%s ends the episode, and the next flag begins another', (_what, end) => {
  const ended = after([flag(1), end]);
  expect(ended.found?.nothingOverdue).toBe(true);
  expect(ended.account?.flaggedAt).toBeUndefined();

  expect(after([flag(1), end, flag(3)]).account?.flaggedAt).toBe(NOON + 3 * HOUR);
});

test('a clearing that comes late moves the start of the episode to where it can have begun at the latest', () => {
  const { account, found } = after([flag(1), flag(4), clearing(3)]);

  expect(found).toMatchObject({ late: true, nothingOverdue: false });
  expect(account?.flaggedAt).toBe(NOON + 4 * HOUR);
});

test('a flag that comes after its clearing opens nothing', () => {
  const { account, found } = after([clearing(6), flag(5)]);

  expect(found).toMatchObject({ flagged: false, late: true });
  expect(account?.flaggedAt).toBeUndefined();
  expect(account?.state?.overdue).toBeUndefined();
});

test('a flag that comes after a state that still owes is noticed, its episode begins no earlier than that state', () => {
  const { account, found } = after([statement(6, { overdue: cny(30_000) }), flag(5)]);

  expect(found).toMatchObject({ flagged: true, late: true });
  expect(account?.flaggedAt).toBe(NOON + 6 * HOUR);
  expect(after([flag(4)], account).found).toMatchObject({ flagged: false });
  expect(after([flag(8)], account).account?.flaggedAt).toBe(NOON + 8 * HOUR);
  expect(after([flag(8), flag(9)], account).account?.flaggedAt).toBe(NOON + 8 * HOUR);
});

test('a flag without an amount is overdue all the same, also after a zero', () => {
  const { overdue: _amount, daysPastDue: _days, ...bare } = flag(2);

  const { account, found } = after([statement(1, { overdue: cny(0), daysPastDue: 0 }), bare]);

  expect(found?.flagged).toBe(true);
  expect(account?.state).toMatchObject({ daysPastDue: 1 });
  expect(account?.state?.overdue).toBeUndefined();
});

test('a status of dormant is noticed once, when it begins', () => {
  const dormant = (sequence: number) => statement(sequence, { status: 'dormant' });

  expect(after([dormant(1)]).found?.fellDormant).toBe(true);
  expect(after([dormant(1), dormant(2)]).found?.fellDormant).toBe(false);
  expect(after([dormant(1), statement(2, { status: 'active' })]).found).toMatchObject({ notDormant: true });
});

test('the reason version stands still for payments and moves with what a reason rests on', () => {
  const start = after([flag(1)]).account;
  const versionAfter = (...events: Parameters<typeof after>[0]): number =>
    (after(events, start).account?.reasonVersion ?? 0) - (start?.reasonVersion ?? 0);

  expect(versionAfter(debit(2), debit(3), credit(4), statement(5, { balance: cny(7) }))).toBe(0);
  expect(versionAfter(statement(2, { status: 'frozen' }))).toBe(1);
  expect(versionAfter(statement(2, { overdue: cny(20_000) }))).toBe(1);
  expect(versionAfter(statement(2, { daysPastDue: 4 }))).toBe(1);
  expect(versionAfter(credit(2, { amount: cny(30_000), pending: true, at: LATER }))).toBe(1);
  expect(versionAfter(credit(2, { amount: cny(29_999), pending: true, at: LATER }))).toBe(0);
});

test('pending credits add up until five days have passed', () => {
  const pending = (sequence: number, ref: number) =>
    credit(sequence, { ref, pending: true, amount: cny(10_000), at: LATER - HOUR });

  const both = after([pending(1, 70), pending(2, 71)]).account;
  expect(both?.pending?.sum).toEqual(cny(20_000));
  expect(after([credit(3, { ref: 70, amount: cny(10_000) })], both).account?.pending?.sum).toEqual(cny(10_000));
  expect(after([pending(1, 70), credit(2, { ref: 70 })]).account?.pending).toBeUndefined();
  const later = applyAccountEvent(both, debit(9), LATER + 5 * DAY);
  expect(later.kind === 'applied' && later.next.pending).toBeFalsy();
});

test('a transaction counts once: when it is pending, and not again when it posts', () => {
  const { account } = after([debit(1, { ref: 70, pending: true, at: LATER - HOUR })]);
  const posted = after([debit(2, { ref: 70, at: LATER })], account);

  expect(posted.found?.scored).toBeUndefined();
  expect(posted.account?.baseline).toEqual(account?.baseline);
});

test('any order of the statements in a window gives the same state, and no earlier start of an episode', () => {
  const statements = someStatements(20);
  fc.assert(
    fc.property(
      statements.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
      ([inOrder, shuffled]) => {
        const [one, other] = [after(inOrder).account, after(shuffled).account];
        expect(other?.state?.status).toEqual(one?.state?.status);
        expect(other?.state?.sequence).toEqual(one?.state?.sequence);
        expect(wordOn(other?.state, 'debt')).toEqual(wordOn(one?.state, 'debt'));
        expect(wordOn(other?.state, 'status')).toEqual(wordOn(one?.state, 'status'));
        expect({ window: other?.window, gaps: other?.gaps }).toEqual({ window: one?.window, gaps: one?.gaps });
        expect(other?.flaggedAt === undefined || other.flaggedAt >= (one?.flaggedAt ?? 0)).toBe(true);
      },
    ),
  );
});

test('redeliveries change nothing, whichever and whenever', () => {
  const events = fc.array(fc.constantFrom(debit, flag, clearing, credit), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(events, fc.infiniteStream(fc.nat()), (makers, choices) => {
      const once = makers.map((make, index) => make(index + 1));
      const again = once.flatMap((event, index) => {
        const redelivered = once[(choices.next().value ?? 0) % (index + 1)];
        return redelivered === undefined ? [event] : [event, redelivered];
      });
      expect(after(again).account).toEqual(after(once).account);
    }),
  );
});
