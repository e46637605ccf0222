import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeStep } from '#domain/case/step.ts';
import type { Then } from '#domain/case/turn.ts';
import { DAY, HOUR } from '#domain/time.ts';
import type { RuleId } from '#domain/words.ts';
import { moved, NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, at, type IntakeUnderTest, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const { flagged, state, spent } = accountEvents;
const of = (customerId: string) => ({ customerId, accountId: `${customerId}-a` });
const owed = { amount: '300.00', currency: 'CNY' };
const LATER = NOON + 80 * HOUR;

/** The customer's one case, held by these rules at this instant. */
async function hold(intake: IntakeUnderTest, customerId: string, ruleIds: readonly RuleId[]): Promise<string> {
  const [opened] = await intake.casesOf(customerId);
  const stored = await intake.cases.load(opened?.id ?? '');
  if (stored === undefined) throw new Error('not opened');
  const then: Then = { do: 'hold', decision: {}, ruleIds, knownEnd: LATER + DAY };
  const transition = moved(takeStep(stored.state, { position: { step: 0, round: 0 }, skipped: [], then }, LATER));
  const { advance, also } = intake.needs.caseChange(stored, transition);
  await intake.needs.ledger.commit({ advances: [advance], also });
  return stored.state.id;
}

async function heldDebt(customerId: string, ...ruleIds: readonly RuleId[]) {
  const intake = intakeOn(engine);
  await intake.one(flagged(1, of(customerId)));
  const id = await hold(intake, customerId, ruleIds);
  intake.clockTo(LATER);
  return { intake, whole: async () => (await intake.cases.whole(id)) ?? { stored: undefined, entries: [] } };
}

test('a case held for a fresh state goes on with the event that brings it', async () => {
  const { intake, whole } = await heldDebt('h1', 'evidence.stale');

  await intake.one(state(2, { ...of('h1'), overdueAmount: owed, asOf: at(80 * HOUR) }));

  const { stored, entries } = await whole();
  expect(stored?.state).toMatchObject({ status: 'WAITING', dueAt: LATER });
  expect(stored?.state.held).toBeUndefined();
  expect(entries.at(-1)).toMatchObject({
    type: 'case.resumed',
    actor: { kind: 'producer' },
    facts: { what: 'state-changed', sequence: 2 },
    effects: [{ do: 'work', lane: 'bulk' }],
  });
});

test('a state that is as old as the one before ends no hold', async () => {
  const { intake, whole } = await heldDebt('h2', 'evidence.stale');

  await intake.one(state(2, { ...of('h2'), overdueAmount: owed, asOf: at(HOUR) }));

  expect((await whole()).stored?.state).toMatchObject({ status: 'HELD', version: 2 });
});

test('another flag joins the held case and lets it go on, in one entry', async () => {
  const { intake, whole } = await heldDebt('h3', 'evidence.stale');

  await intake.one(flagged(2, { ...of('h3'), asOf: at(80 * HOUR) }));

  const { stored, entries } = await whole();
  expect(stored?.state).toMatchObject({ status: 'WAITING', mergedCount: 1, version: 3 });
  expect(entries.at(-1)).toMatchObject({ type: 'case.merged', effects: [{ do: 'work' }] });
});

test('a hold with another cause beside it stays', async () => {
  const { intake, whole } = await heldDebt('h4', 'evidence.stale', 'hold.complaint');

  await intake.one(state(2, { ...of('h4'), overdueAmount: owed, asOf: at(80 * HOUR) }));

  expect((await whole()).stored?.state).toMatchObject({ status: 'HELD', version: 2 });
});

test('a payment that posts lets nobody be reminded; the statement after it that still owes does', async () => {
  const { intake, whole } = await heldDebt('h5', 'payment.pending');
  const paid = { ...of('h5'), transactionId: 'p', amount: owed, direction: 'credit', postedAt: at(79 * HOUR) };
  await intake.one(spent(2, { ...paid, status: 'pending' }));
  await intake.one(state(3, { ...of('h5'), overdueAmount: owed, asOf: at(80 * HOUR) }));
  expect((await whole()).stored?.state.status).toBe('HELD');

  await intake.one(spent(4, { ...paid, status: 'posted' }));
  expect((await whole()).stored?.state.status).toBe('HELD');

  await intake.one(state(5, { ...of('h5'), overdueAmount: owed, asOf: at(80 * HOUR) }));
  expect((await whole()).stored?.state.status).toBe('WAITING');
});
