import { expect, test } from 'vitest';
import { nextDueAt } from '#domain/complaint/clock.ts';
import { advanceClocks, type ClockEvent } from '#domain/complaint/clocks/advance.ts';
import type { Clocked } from '#domain/complaint/clocks/policy.ts';
import { rederiveClocks } from '#domain/complaint/clocks/rederive.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { slaBook } from '#policies/sla/book.ts';
import { at, clockedOf, clockOf, dueDay, good } from '../../../support/complaints/clocks.ts';

const then = (of: Clocked, what: ClockEvent['what'], when: number): Clocked => ({
  ...of,
  clocks: good(advanceClocks(of, { what, at: when }, slaBook)),
});
const march = (day: string): number => at(`2026-03-${day}T10:00:00+08:00`);
const cn = clockedOf('CN', '2026-03-02');
const stateOf = (of: Clocked, kind: 'ack' | 'decide' | 'followUp') => clockOf(of, 'cn-cbirc-2020', kind).state;

test('every policy that matches runs its clocks, each pinned to its version', () => {
  const of = clockedOf('CN', '2026-03-02', { channel: 'regulator', category: 'credit_record', flags: ['self_harm'] });

  expect(of.clocks.map((clock) => `${clock.policy}@${clock.version} ${clock.kind}`)).toEqual([
    'p1-incident@1 human',
    'p1-incident@1 action',
    'cn-cbirc-2020@1 ack',
    'cn-cbirc-2020@1 decide',
    'cn-12378@1 ack',
    'cn-12378@1 decide',
    'cn-credit-record@1 ack',
    'cn-credit-record@1 decide',
  ]);
});

test('the earliest due instant of what is still owed orders the board', () => {
  expect(nextDueAt(cn.clocks)).toBe(clockOf(cn, 'cn-cbirc-2020', 'ack').dueAt);
  expect(nextDueAt(then(cn, 'acknowledged', march('02')).clocks)).toBe(clockOf(cn, 'cn-cbirc-2020', 'decide').dueAt);
  expect(nextDueAt(then(cn, 'withdrawn', march('02')).clocks)).toBeUndefined();
});

test('praise, spam and a question run no clocks', () => {
  expect(clockedOf('CN', '2026-03-02', { kind: 'inquiry' }).clocks).toEqual([]);
});

test('acknowledged in time the first clock is met, and the decision runs on', () => {
  const heard = then(cn, 'acknowledged', march('03'));

  expect(stateOf(heard, 'ack')).toBe('MET');
  expect(clockOf(heard, 'cn-cbirc-2020', 'ack').endedAt).toBe(march('03'));
  expect(stateOf(heard, 'decide')).toBe('RUNNING');
});

test('what is done late was breached, and is done', () => {
  const late = clockOf(then(cn, 'acknowledged', march('04')), 'cn-cbirc-2020', 'ack');

  expect(late).toMatchObject({ state: 'BREACHED', endedAt: march('04') });
});

test('an event that comes a second time moves nothing', () => {
  const once = then(cn, 'acknowledged', march('03'));

  expect(then(once, 'acknowledged', march('09'))).toEqual(once);
});

test('the asking afterwards begins with the resolution and ends with a rating', () => {
  const resolved = then(cn, 'resolved', march('05'));

  expect(stateOf(resolved, 'decide')).toBe('MET');
  expect(dueDay(resolved, 'cn-cbirc-2020', 'followUp')).toBe('2026-03-10');
  expect(stateOf(then(resolved, 'satisfaction-recorded', march('06')), 'followUp')).toBe('MET');
  expect(stateOf(then(resolved, 'unreached', march('09')), 'followUp')).toBe('CANCELLED');
});

test('in China mediation stops the decision: its days do not count, those before and after do', () => {
  const mediating = then(cn, 'mediation-started', march('06'));
  const over = then(mediating, 'mediation-ended', march('09'));

  expect(stateOf(mediating, 'decide')).toBe('PAUSED');
  expect(stateOf(mediating, 'ack')).toBe('RUNNING');
  expect(dueDay(over, 'cn-cbirc-2020', 'decide')).toBe('2026-03-20');
  expect(stateOf(over, 'decide')).toBe('RUNNING');
});

test('mediation within one day takes nothing off the clock', () => {
  const over = then(then(cn, 'mediation-started', march('06')), 'mediation-ended', march('06') + HOUR);

  expect(dueDay(over, 'cn-cbirc-2020', 'decide')).toBe(dueDay(cn, 'cn-cbirc-2020', 'decide'));
});

test('in the United Kingdom mediation stops nothing', () => {
  const uk = clockedOf('UK', '2026-01-02');

  expect(then(uk, 'mediation-started', uk.receivedAt + DAY)).toEqual(uk);
});

test('a silent customer stops no clock that the law does not stop', () => {
  expect(then(cn, 'waiting-started', march('04'))).toEqual(cn);
});

test('a clock that is over is not saved by mediation', () => {
  const late = then(cn, 'mediation-started', march('20'));

  expect(stateOf(late, 'decide')).toBe('RUNNING');
});

test('decided during mediation is decided in time', () => {
  const mediating = then(cn, 'mediation-started', march('06'));

  expect(clockOf(then(mediating, 'decision-sent', march('30')), 'cn-cbirc-2020', 'decide')).toMatchObject({
    state: 'MET',
    endedAt: march('30'),
    pauses: [{ from: march('06'), to: march('30'), cause: 'MEDIATION' }],
  });
});

test('withdrawn ends every clock, and what was late stays late', () => {
  const withdrawn = then(cn, 'withdrawn', march('05'));

  expect(stateOf(withdrawn, 'decide')).toBe('CANCELLED');
  expect(stateOf(withdrawn, 'ack')).toBe('BREACHED');
});

test('reopened, the receipt stays, the old clocks keep their ends, and a second look has its own time', () => {
  const resolved = then(cn, 'resolved', march('05'));
  const reopened = then(resolved, 'reopened', march('07'));
  const [first, second] = reopened.clocks.filter((clock) => clock.kind === 'decide');

  expect(first).toMatchObject({ state: 'MET', startedAt: cn.receivedAt, endedAt: march('05') });
  expect(second).toMatchObject({ state: 'RUNNING', startedAt: march('07'), round: 1 });
  // 30 days from the 7th of March is the 6th of April, a holiday.
  expect(dueDay(reopened, 'cn-cbirc-2020', 'decide')).toBe('2026-04-07');
  expect(stateOf(reopened, 'followUp')).toBe('CANCELLED');
  expect(stateOf(then(reopened, 'resolved', march('09')), 'followUp')).toBe('RUNNING');
});

const changed = (of: Clocked, to: Partial<Clocked>, when: number): Clocked => {
  const next = { ...of, ...to };
  return { ...next, clocks: good(rederiveClocks(next, when, slaBook)) };
};

test('another category counts from the original receipt', () => {
  const now = changed(cn, { category: 'credit_record' }, march('09'));

  expect(clockOf(now, 'cn-credit-record', 'decide').startedAt).toBe(cn.receivedAt);
  expect(dueDay(now, 'cn-credit-record', 'decide')).toBe('2026-03-23');
});

test('another category keeps the pauses there were', () => {
  const mediated = then(then(cn, 'mediation-started', march('06')), 'mediation-ended', march('09'));
  const flagged = changed(mediated, { severity: 'P2', flags: ['legal_threat'] }, march('10'));

  expect(flagged.clocks).toEqual(mediated.clocks);
  expect(changed({ ...cn, clocks: [] }, {}, march('10')).clocks).toEqual(cn.clocks);
  expect(
    changed({ ...cn, clocks: [], mediationSince: march('06') }, {}, march('10')).clocks.map((clock) => clock.state),
  ).toEqual(['RUNNING', 'PAUSED']);
});

test('a clock that had run out before mediation began is not saved by another category or kind', () => {
  const inquiry = clockedOf('CN', '2026-03-02', { kind: 'inquiry' });
  const late = changed({ ...inquiry, mediationSince: march('27') }, { kind: 'complaint' }, march('28'));
  const spam = changed(cn, { kind: 'spam' }, march('09'));
  const back = changed({ ...spam, mediationSince: march('27') }, { kind: 'complaint' }, march('28'));

  for (const one of [late, back]) {
    expect(clockOf(one, 'cn-cbirc-2020', 'decide')).toMatchObject({ state: 'RUNNING', pauses: [] });
    expect(dueDay(one, 'cn-cbirc-2020', 'decide')).toBe(dueDay(cn, 'cn-cbirc-2020', 'decide'));
  }
});

test('mediation that ended while no clock ran counts as long as it is known, and stands still for ever on none', () => {
  const mediating = { ...then(cn, 'mediation-started', march('06')), mediationSince: march('06') };
  const { mediationSince: _over, ...spam } = changed(mediating, { kind: 'spam' }, march('09'));
  const back = changed(spam, { kind: 'complaint' }, march('16'));

  expect(stateOf(back, 'decide')).toBe('RUNNING');
  expect(dueDay(back, 'cn-cbirc-2020', 'decide')).toBe('2026-03-20');
});

test('what was told of a clock before it was cancelled is not told again when it comes back', () => {
  const told = { ...cn, clocks: cn.clocks.map((clock) => ({ ...clock, told: 1 })) };
  const mediated = then(then(told, 'mediation-started', march('06')), 'mediation-ended', march('07'));
  const warned = { ...mediated, clocks: mediated.clocks.map((clock) => ({ ...clock, told: 1 })) };
  const back = changed(changed(warned, { kind: 'spam' }, march('16')), { kind: 'complaint' }, march('17'));

  expect(clockOf(back, 'cn-cbirc-2020', 'decide')).toEqual(clockOf(warned, 'cn-cbirc-2020', 'decide'));
});

test('a policy that joins late knows what was done before', () => {
  const heard = { ...then(cn, 'acknowledged', march('03')), acknowledgedAt: march('03') };
  const now = changed(heard, { category: 'credit_record' }, march('09'));

  expect(clockOf(now, 'cn-credit-record', 'ack')).toMatchObject({ state: 'MET', endedAt: march('03') });
});

test('a policy that no longer speaks for a complaint is cancelled, and comes back as if it had never left', () => {
  const credit = clockedOf('CN', '2026-03-02', { category: 'credit_record' });
  const other = changed(credit, { category: 'fees_interest' }, march('03'));
  const back = changed(other, { category: 'credit_record' }, march('05'));

  expect(clockOf(other, 'cn-credit-record', 'decide')).toMatchObject({ state: 'CANCELLED', endedAt: march('03') });
  expect(clockOf(back, 'cn-credit-record', 'decide')).toEqual(clockOf(credit, 'cn-credit-record', 'decide'));
});

test('danger found later counts from the receipt too', () => {
  const now = changed(cn, { flags: ['fraud_in_progress'], severity: 'P1' }, march('03'));

  expect(clockOf(now, 'p1-incident', 'human').dueAt).toBe(cn.receivedAt + 5 * 60_000);
});
