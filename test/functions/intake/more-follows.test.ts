import { afterAll, beforeAll, expect, test } from 'vitest';
import { move, without } from '#domain/case/transition.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, at, eventOf, type IntakeUnderTest, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const payment = (customerId: string, amount: string, severity = 'high') =>
  eventOf('liaison.anomaly.reported.v1', {
    customerId,
    at: at(0),
    kind: 'new-payee',
    purpose: 'fraud_security',
    severity,
    amount: { amount, currency: 'CNY' },
  });

async function confirm(intake: IntakeUnderTest, customerId: string): Promise<void> {
  const [first] = await intake.casesOf(customerId);
  const stored = first === undefined ? undefined : await intake.cases.load(first.id);
  if (stored === undefined) throw new Error('not opened');
  const said = { type: 'case.resolved', actor: { kind: 'staff', id: 'li.na' }, at: NOON, facts: {} } as const;
  const to = { ...without('dueAt'), status: 'RESOLVED', outcome: 'CONFIRMED_GENUINE' } as const;
  const { advance, also } = intake.needs.caseChange(stored, move(stored.state, to, said));
  await intake.needs.ledger.commit({ advances: [advance], also });
}

test('a payment about more than one that was confirmed is a case of its own, an equal one joins what is over', async () => {
  const intake = intakeOn(engine);
  await intake.one(payment('u18', '900.00'));
  await confirm(intake, 'u18');

  await intake.one(payment('u18', '900.00'));
  expect(await intake.casesOf('u18')).toMatchObject([{ status: 'RESOLVED', mergedCount: 1 }]);
  await intake.one(payment('u18', '60000.00'));

  expect((await intake.casesOf('u18')).map(({ status }) => status).toSorted()).toEqual(['RECEIVED', 'RESOLVED']);
});

test('so is one that is graver', async () => {
  const intake = intakeOn(engine);
  await intake.one(payment('u20', '900.00', 'medium'));
  await confirm(intake, 'u20');

  await intake.one(payment('u20', '900.00', 'critical'));

  expect((await intake.casesOf('u20')).map(({ severity }) => severity).toSorted()).toEqual(['critical', 'medium']);
});

test('a debt that is flagged with more joins the one that has ended: its sum is the account’s, and is asked for by its plan', async () => {
  const intake = intakeOn(engine);
  const of = { customerId: 'u21', accountId: 'u21-a' };
  await intake.one(accountEvents.flagged(1, of));
  await confirm(intake, 'u21');

  await intake.one(accountEvents.flagged(2, { ...of, overdueAmount: { amount: '9000.00', currency: 'CNY' } }));

  expect(await intake.casesOf('u21')).toMatchObject([{ status: 'RESOLVED', mergedCount: 1 }]);
});

test('a retraction of the first payment leaves what joined it about more to be asked about', async () => {
  const intake = intakeOn(engine);
  const [small, large] = [payment('u19', '900.00'), payment('u19', '60000.00')];
  await intake.one(small);
  await intake.one(large);
  expect(await intake.casesOf('u19')).toMatchObject([{ joinedAmount: { minor: 6_000_000, currency: 'CNY' } }]);

  const { source, id } = small;
  const retracted = { source, id, reason: 'wrong account', customerId: 'u19' };
  await intake.one(eventOf('liaison.event.retracted.v1', retracted));

  expect(await intake.casesOf('u19')).toMatchObject([{ status: 'RECEIVED' }]);
});
