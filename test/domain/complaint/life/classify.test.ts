import { expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { classify } from '#domain/complaint/life/classify.ts';
import { decide, resolve } from '#domain/complaint/life/decide.ts';
import { reopen } from '#domain/complaint/life/follow-up.ts';
import { holdsOf, moveHolds } from '#domain/complaint/life/holds.ts';
import type { MoveAt } from '#domain/complaint/life/step.ts';
import { isComplaintRefusal } from '#domain/complaint/transition.ts';
import { DAY, MINUTE } from '#domain/time.ts';
import { complaintBook, complaintOf, moved } from '../../../support/complaints/complaints.ts';
import { customerOf } from '../../../support/rules/people.ts';

const of = complaintOf();
const at: MoveAt = {
  now: of.receivedAt + 3 * DAY,
  by: { staff: 'li.na', role: 'agent' },
  book: complaintBook,
  caseId: 'k1',
};
const bySupervisor: MoveAt = { ...at, by: { staff: 'chen.bo', role: 'supervisor' } };
const decideClock = ({ clocks }: Complaint, policy: string) =>
  clocks.find((clock) => clock.policy === policy && clock.kind === 'decide');

test('put into another category, a complaint has that category’s clocks as if from its first receipt', () => {
  const { next } = moved(classify(of, { category: 'credit_record' }, at));

  expect(next).toMatchObject({ category: 'credit_record', severity: 'P3', receivedAt: of.receivedAt });
  expect(decideClock(next, 'cn-credit-record')).toMatchObject({ state: 'RUNNING', startedAt: of.receivedAt });
  expect(decideClock(next, 'cn-cbirc-2020')).toEqual(decideClock(of, 'cn-cbirc-2020'));
  expect(next.categories).toEqual(of.categories);
});

test('the entry tells what it was and what it is, of what changed alone', () => {
  const { entry } = moved(classify(of, { category: 'credit_record', flags: ['legal_threat'] }, at));

  expect(entry).toMatchObject({ type: 'complaint.classified', actor: { kind: 'staff', id: 'li.na' } });
  expect(entry.facts).toEqual({
    was: { category: 'repayment_hardship', flags: [], severity: 'P3' },
    now: { category: 'credit_record', flags: ['legal_threat'], severity: 'P2' },
    due: { 'cn-credit-record.ack': [1_772_553_599_999], 'cn-credit-record.decide': [1_774_281_599_999] },
  });
});

test('severity follows from the rest, unless it is named', () => {
  expect(moved(classify(of, { flags: ['vulnerable'] }, at)).next.severity).toBe('P2');
  expect(moved(classify(of, { flags: ['vulnerable'], severity: 'P3' }, at)).next.severity).toBe('P3');
  expect(moved(classify(of, { kind: 'inquiry' }, bySupervisor)).next.severity).toBe('P4');
  expect(moved(classify({ ...of, caseId: 'k9' }, { category: 'not_owed' }, at)).next.severity).toBe('P2');
});

test('what turns out to be no complaint runs no clocks and holds nobody', () => {
  const { next, holds } = moved(classify(of, { kind: 'inquiry' }, bySupervisor));

  expect(decideClock(next, 'cn-cbirc-2020')).toMatchObject({ state: 'CANCELLED', endedAt: at.now });
  expect(holds).toEqual({ do: 'lift' });
});

test('an agent does not find that a complaint is none: its deadlines and its file would be over', () => {
  for (const kind of ['inquiry', 'praise', 'spam'] as const) {
    expect(classify(of, { kind }, at)).toEqual({ refused: 'complaint.needs-supervisor' });
    expect(moved(classify(of, { kind }, bySupervisor)).next.kind).toBe(kind);
    expect(moved(classify({ ...of, kind }, { kind: 'complaint' }, at)).next.kind).toBe('complaint');
  }
  expect(moved(classify(of, { kind: 'help_request' }, at)).next.kind).toBe('help_request');
});

test('danger found late is a task within five minutes, in the urgent lane, and the account is asked to be held', () => {
  const { next, tasks, entry } = moved(
    classify({ ...of, accountId: 'a7' }, { flags: ['fraud_in_progress'], category: 'fraud_unauthorised' }, at),
  );

  expect(next).toMatchObject({ severity: 'P1', lane: 'urgent' });
  expect(tasks).toMatchObject([{ kind: 'review', severity: 'critical', dueAt: at.now + 5 * MINUTE }]);
  expect(entry.effects).toContainEqual(
    expect.objectContaining({ do: 'notify', type: 'account.hold-requested', purpose: 'fraud_security' }),
  );
});

test('who asks not to be contacted is silenced with the correction, once; taking the flag away speaks for nobody', () => {
  const asks = moved(classify(of, { flags: ['stop_contact'] }, at));

  expect(asks.silences).toBe(true);
  expect(moved(classify(asks.next, { flags: ['stop_contact', 'vulnerable'] }, at)).silences).toBeUndefined();
  expect(moved(classify(asks.next, { flags: [] }, at)).silences).toBeUndefined();
});

test('an agent does not lower what is P1; a supervisor does', () => {
  const urgent: Complaint = { ...of, flags: ['self_harm'], severity: 'P1', lane: 'urgent' };

  expect(classify(urgent, { flags: [] }, at)).toEqual({ refused: 'complaint.needs-supervisor' });
  const lowered = moved(classify(urgent, { flags: [] }, { ...at, by: { staff: 'chen.bo', role: 'supervisor' } }));
  expect(lowered.next).toMatchObject({ severity: 'P3', lane: 'normal' });
});

test('what changes nothing, and what is over, is refused with the moves that are possible', () => {
  expect(classify(of, { category: of.category }, at)).toMatchObject({ refused: 'complaint.illegal-move' });
  const over = classify({ ...of, status: 'WITHDRAWN' }, { category: 'not_owed' }, at);
  expect(over).toMatchObject({ refused: 'complaint.illegal-move', legal: ['note', 'link'] });
});

test('days that cannot be counted refuse it as a whole', () => {
  const far = { ...of, receivedAt: of.receivedAt + 5_000 * DAY };

  const refused = classify(far, { category: 'credit_record' }, { ...at, now: far.receivedAt + DAY });

  expect(isComplaintRefusal(refused) && refused.refused).toBe('complaint.calendar-missing');
});

test('a debt said not to be owed is in dispute from then on; what is not held any more is asked again', () => {
  const disputed = moved(classify(of, { category: 'not_owed' }, at));

  expect(disputed.holds).toMatchObject({ do: 'add', holds: [{ rule: 'hold.complaint' }, { rule: 'hold.dispute' }] });
  const silenced: Complaint = { ...of, flags: ['harassment'] };
  const person = { ...customerOf(), holds: holdsOf(silenced, of.receivedAt) };
  const { holds } = moved(classify(silenced, { flags: [] }, at));
  expect(holds?.do).toBe('add');
  const by = { complaintId: of.id, actor: { kind: 'staff', id: 'li.na' }, now: at.now } as const;
  expect(moveHolds(person, holds ?? { do: 'lift' }, by)?.entry.effects).toEqual([
    { do: 'wake', customerId: person.id },
  ]);
});

test('a policy that joins after a reopening finds the first round decided in time, and has the time of the second look', () => {
  const day = (n: number) => of.receivedAt + n * DAY;
  const on = (now: number): MoveAt => ({ ...at, now });
  const rejected = { decision: 'rejected', closureCode: 'explanation' } as const;
  const contact = { channel: 'call', at: day(5), confirmed: false };
  const decided = moved(decide(of, rejected, on(day(5)))).next;
  const resolved = moved(resolve(decided, { contact, reached: false }, on(day(5)))).next;
  const again = moved(reopen(resolved, on(day(25)))).next;
  const now = moved(classify(again, { category: 'credit_record' }, on(day(26)))).next;
  const joined = now.clocks.filter(({ policy, kind }) => policy === 'cn-credit-record' && kind === 'decide');

  expect(joined.map(({ state, round, endedAt }) => [state, round, endedAt])).toEqual([
    ['MET', undefined, day(5)],
    ['RUNNING', 1, undefined],
  ]);
  expect(joined[1]?.startedAt).toBe(day(25));
});
