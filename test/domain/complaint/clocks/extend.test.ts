import { expect, test } from 'vitest';
import { advanceClocks } from '#domain/complaint/clocks/advance.ts';
import { type ExtensionInput, extendClock } from '#domain/complaint/clocks/extend.ts';
import type { Clocked } from '#domain/complaint/clocks/policy.ts';
import { DAY } from '#domain/time.ts';
import { slaBook } from '#policies/sla/book.ts';
import { at, clockedOf, clockOf, dueDay, good } from '../../../support/complaints/clocks.ts';

const cn = clockedOf('CN', '2026-03-02');
const asked = { days: 15, reason: 'an expert is asked', approver: 's1', role: 'supervisor' } as const;
const extend = (of: Clocked, change: Partial<ExtensionInput> = {}, now = of.receivedAt + DAY) =>
  extendClock(of, { ...asked, ...change }, { now, book: slaBook });
const after = (of: Clocked, change?: Partial<ExtensionInput>): Clocked => ({
  ...of,
  clocks: good(extend(of, change)).clocks,
});

test('with a reason and an approver the days are added to the total, and the customer is told of the new date', () => {
  const extended = good(extend(cn));

  expect(dueDay({ ...cn, clocks: extended.clocks }, 'cn-cbirc-2020', 'decide')).toBe('2026-04-01');
  expect(extended.notice).toBe(true);
  expect(extended.dueAt).toBe(clockOf(extended, 'cn-cbirc-2020', 'decide').dueAt);
  expect(clockOf(extended, 'cn-cbirc-2020', 'decide').extensions).toEqual([
    { days: 15, approver: 's1', role: 'supervisor', at: cn.receivedAt + DAY },
  ]);
  expect(clockOf(extended, 'cn-cbirc-2020', 'ack')).toEqual(clockOf(cn, 'cn-cbirc-2020', 'ack'));
});

test('nobody extends without an approver', () => {
  const { approver: _approver, ...nobody } = asked;

  expect(extendClock(cn, nobody, { now: cn.receivedAt, book: slaBook })).toEqual({
    refused: 'complaint.approver-missing',
  });
  expect(extend(cn, { role: 'agent' })).toEqual({ refused: 'complaint.approver-missing' });
});

test('nobody extends without a reason', () => {
  expect(extend(cn, { reason: '  ' })).toEqual({ refused: 'complaint.reason-missing' });
});

test('nobody extends a clock that is over, breached or met', () => {
  const decided = advanceClocks(cn, { what: 'decision-sent', at: cn.receivedAt + DAY }, slaBook);

  expect(extend(cn, {}, at('2026-03-18T00:00:00+08:00'))).toEqual({ refused: 'complaint.clock-ended' });
  expect(extend({ ...cn, clocks: good(decided) })).toEqual({ refused: 'complaint.clock-ended' });
});

test('a second extension needs a head, and there is no third', () => {
  const once = after(cn);
  const twice = after(once, { days: 30, role: 'head' });

  expect(extend(once)).toEqual({ refused: 'complaint.needs-head' });
  expect(dueDay(twice, 'cn-cbirc-2020', 'decide')).toBe('2026-05-06');
  expect(extend(twice, { role: 'head' })).toEqual({ refused: 'complaint.not-extendable', limit: 0 });
});

test.each([16, 0, -1, 1.5])('no first extension of %d days: 30 in all is what the law permits', (days) => {
  expect(extend(cn, { days })).toEqual({ refused: 'complaint.not-extendable', limit: 15 });
});

test('what the regulator forwarded is extended with the complaint, a credit record is not', () => {
  const of = clockedOf('CN', '2026-03-02', { channel: 'regulator', category: 'credit_record' });
  const now = after(of);

  expect(dueDay(now, 'cn-12378', 'decide')).toBe('2026-04-01');
  expect(dueDay(now, 'cn-credit-record', 'decide')).toBe(dueDay(of, 'cn-credit-record', 'decide'));
});

test('a policy that grants no extension has none', () => {
  const of = clockedOf('CN', '2026-03-02', { category: 'credit_record' });
  const alone = { ...of, clocks: of.clocks.filter((clock) => clock.policy === 'cn-credit-record') };

  expect(extend(alone)).toEqual({ refused: 'complaint.not-extendable', limit: 0 });
});

test('working days are extended by working days, calendar days where the law changes to them', () => {
  const uk = clockedOf('UK', '2026-04-02', { category: 'transfer_payment' });
  const us = clockedOf('US', '2026-06-26', { category: 'transfer_payment' });

  expect(extend(uk, { days: 21 })).toEqual({ refused: 'complaint.not-extendable', limit: 20 });
  expect(extend(us, { days: 40 })).toEqual({ refused: 'complaint.not-extendable', limit: 28 });
});

test('a paused clock is extended too, and keeps its pause', () => {
  const mediating = good(advanceClocks(cn, { what: 'mediation-started', at: cn.receivedAt + DAY }, slaBook));
  const extended = good(extend({ ...cn, clocks: mediating }, {}, at('2026-03-25T10:00:00+08:00')));
  const over = advanceClocks(
    { ...cn, clocks: extended.clocks },
    { what: 'mediation-ended', at: cn.receivedAt + 25 * DAY },
    slaBook,
  );

  expect(clockOf(extended, 'cn-cbirc-2020', 'decide').state).toBe('PAUSED');
  // 15 and 15 and 24 days are Saturday the 25th of April.
  expect(dueDay({ ...cn, clocks: good(over) }, 'cn-cbirc-2020', 'decide')).toBe('2026-04-27');
});

test('a clock that was paused only after it had run out is not extended', () => {
  const from = at('2026-03-27T10:00:00+08:00');
  const paused = { state: 'PAUSED', pauses: [{ from, cause: 'MEDIATION' }] } as const;
  const clocks = cn.clocks.map((clock) => (clock.kind === 'decide' ? { ...clock, ...paused } : clock));

  expect(extend({ ...cn, clocks }, {}, from + DAY)).toEqual({ refused: 'complaint.clock-ended' });
});

test('an extension through a year without data is refused', () => {
  const december = clockedOf('CN', '2026-12-10');

  expect(extend(december)).toEqual({ refused: 'complaint.calendar-missing', owner: 'cn-statutory', year: 2027 });
});
