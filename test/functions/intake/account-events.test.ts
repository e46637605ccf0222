import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeStep } from '#domain/case/step.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { claimOf, moved, NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, at, customer, eventOf, intakeOn } from '../../support/intake/doors.ts';
import { meterUnits, type UnitMeter } from '../../support/table/units.ts';

let engine: Engine;
let meter: UnitMeter;
beforeAll(async () => {
  engine = await startEngine();
  meter = meterUnits(engine.client);
});
afterAll(() => engine.stop());

const { flagged, cleared, state, spent } = accountEvents;
const of = (customerId: string, accountId = `${customerId}-a`) => ({ customerId, accountId });
const month = (who: object, days = 30) =>
  Array.from({ length: days }, (_, day) => spent(day + 1, { ...who, postedAt: at((day - days) * DAY) }));

test('a normal event costs one write unit and at most one read unit', async () => {
  const intake = intakeOn(engine);
  for (const event of month(of('n1'), 20)) await intake.one(event);
  meter.reset();

  await intake.one(spent(21, of('n1')));

  expect(meter.spent()).toEqual({ reads: 1, writes: 1, requests: 2 });
});

test('the same sequence with another body is refused, alone by 409', async () => {
  const intake = intakeOn(engine);
  await intake.one(flagged(1, of('r1')));

  const answer = await intake.one(flagged(1, { ...of('r1'), daysPastDue: 99 }));

  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'event.id-reused', accepted: 0, rejected: [{ index: 0 }] },
  });
  expect((await intake.account('r1-a'))?.state?.daysPastDue).toBe(3);
});

test('a redelivery under another id and time is still the same event of the account', async () => {
  const intake = intakeOn(engine);
  const event = flagged(1, of('r2'));
  await intake.one(event);

  expect((await intake.one({ ...event, id: 'other', time: at(HOUR) })).body).toMatchObject({ duplicates: 1 });
});

test('fifty past events in one batch, in any order, all feed the baseline and open nothing', async () => {
  const intake = intakeOn(engine);
  const events = Array.from({ length: 50 }, (_, n) => spent(n + 1, { ...of('p1'), postedAt: at((n - 60) * DAY) }));

  const answer = await intake.batch(events.toReversed());

  expect(answer).toMatchObject({ status: 202, body: { accepted: 50, duplicates: 0, rejected: [] } });
  expect((await intake.batch(events)).body).toMatchObject({ accepted: 0, duplicates: 48 });
  expect(await intake.casesOf('p1')).toEqual([]);
});

test('what lies below the window is refused as too late and never applied', async () => {
  const intake = intakeOn(engine);
  await intake.batch(Array.from({ length: 49 }, (_, n) => spent(n + 10, of('l1'))));

  const answer = await intake.one(state(1, { ...of('l1'), status: 'closed' }));

  expect(answer).toMatchObject({ status: 400, body: { code: 'event.too-late' } });
  expect((await intake.account('l1-a'))?.state?.status).toBeUndefined();
});

test('a sequence that goes backwards inside the window is taken, the newer state stays', async () => {
  const intake = intakeOn(engine);
  await intake.one(state(9, { ...of('b1'), status: 'frozen' }));

  expect((await intake.one(state(4, { ...of('b1'), status: 'active' }))).body).toMatchObject({ accepted: 1 });
  expect(await intake.account('b1-a')).toMatchObject({ state: { status: 'frozen', sequence: 9 }, gaps: 4 });
});

test('a large amount far from the customer’s own opens a fraud case and asks for a protective hold', async () => {
  const intake = intakeOn(engine);
  await intake.batch(month(of('f1')));

  await intake.one(spent(31, { ...of('f1'), amount: { amount: '9800.00', currency: 'CNY' }, counterparty: 'x' }));

  const [fraud] = await intake.casesOf('f1');
  expect(fraud).toMatchObject({
    purpose: 'fraud_security',
    kind: 'unusual-amount',
    severity: 'high',
    protectiveHold: true,
    reason: { code: 'unusual-amount', amount: { minor: 980_000 }, sequence: 31 },
  });
  const whole = await intake.cases.whole(fraud?.id ?? '');
  expect(whole?.entries[0]?.facts).toMatchObject({ codes: ['unusual-amount'] });
  expect(Number(whole?.entries[0]?.facts['score'])).toBeGreaterThan(0.5);
  expect(whole?.entries[0]?.effects).toContainEqual(expect.objectContaining({ type: 'account.hold-requested' }));
});

test('the same amount found two hours and a minute later updates the account and contacts nobody', async () => {
  const intake = intakeOn(engine, { now: NOON + 2 * HOUR + 60_000 });
  await intake.batch(month(of('f2')));

  await intake.one(spent(31, { ...of('f2'), amount: { amount: '9800.00', currency: 'CNY' } }));

  expect(await intake.casesOf('f2')).toEqual([]);
  expect(intake.around.figures).toContainEqual(expect.objectContaining({ name: 'EventTooOldToContact', value: 1 }));
});

test('an account that was silent for a hundred days and moves opens a fraud case', async () => {
  const intake = intakeOn(engine);
  await intake.batch(
    month(of('m1'), 20).map((event) => ({ ...event, data: { ...event.data, postedAt: at(-100 * DAY) } })),
  );

  await intake.one(spent(21, of('m1')));

  expect(await intake.casesOf('m1')).toMatchObject([{ kind: 'dormant-moving', purpose: 'fraud_security' }]);
});

test('a dormant status opens an account service case, another status clears it', async () => {
  const intake = intakeOn(engine);

  await intake.one(state(1, { ...of('z1'), status: 'DORMANT' }));
  expect(await intake.casesOf('z1')).toMatchObject([
    { purpose: 'account_service', kind: 'dormant', status: 'RECEIVED' },
  ]);
  await intake.one(state(2, { ...of('z1'), status: 'dormant' }));
  await intake.one(state(3, { ...of('z1'), status: 'active' }));

  expect(await intake.casesOf('z1')).toMatchObject([{ status: 'RESOLVED', outcome: 'CLEARED', mergedCount: 0 }]);
});

test('a second flag joins the open case, a state that is still overdue only confirms it', async () => {
  const intake = intakeOn(engine);
  await intake.batch([flagged(1, of('j1')), flagged(2, { ...of('j1'), daysPastDue: 4 })]);

  await intake.one(state(3, { ...of('j1'), overdueAmount: { amount: '310.00', currency: 'CNY' } }));

  expect(await intake.casesOf('j1')).toMatchObject([{ mergedCount: 1, version: 2, status: 'RECEIVED' }]);
  expect((await intake.account('j1-a'))?.openCases).toHaveLength(1);
});

test('a flag after the clearing of the same day begins a new case', async () => {
  const intake = intakeOn(engine);
  await intake.batch([flagged(1, of('j2')), cleared(2, of('j2')), flagged(3, of('j2'))]);

  const cases = await intake.casesOf('j2');

  expect(cases.map((one) => one.status).toSorted()).toEqual(['RECEIVED', 'RESOLVED']);
  expect((await intake.account('j2-a'))?.openCases).toHaveLength(1);
});

test('the clearing cancels what was not sent and the task that owned the case', async () => {
  const intake = intakeOn(engine);
  await intake.one(flagged(1, of('k1')));
  const [opened] = await intake.casesOf('k1');
  const stored = await intake.cases.load(opened?.id ?? '');
  if (stored === undefined) throw new Error('not opened');
  const step = { position: { step: 0, round: 0 }, skipped: [], then: { ...claimOf(), do: 'call', tries: 3 } as never };
  const { advance, also } = intake.needs.caseChange(stored, moved(takeStep(stored.state, step, NOON)));
  await intake.needs.ledger.commit({ advances: [advance], also });

  await intake.one(cleared(2, of('k1')));

  const whole = await intake.cases.whole(opened?.id ?? '');
  expect(whole?.stored.state).toMatchObject({ status: 'RESOLVED', outcome: 'CLEARED' });
  expect(whole?.stored.state.attempts).toMatchObject([{ state: 'CANCELLED' }]);
  expect(whole?.tasks).toMatchObject([{ state: 'CANCELLED' }]);
});

test('an event of the future is taken as said now', async () => {
  const intake = intakeOn(engine);

  await intake.one(state(1, { ...of('t1'), asOf: at(400 * DAY) }));

  expect((await intake.account('t1-a'))?.state?.asOf).toBe(NOON);
});

test('jumps are counted', async () => {
  const intake = intakeOn(engine);
  await intake.one(state(1, of('g1')));

  await intake.one(state(6, of('g1')));

  expect(intake.around.figures).toContainEqual(expect.objectContaining({ name: 'EventGapSeen', value: 4 }));
});

test('a clearing also clears a debt that the bank’s own detector reported for the account', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'q1' }));
  const report = { ...of('q1'), kind: 'rate-arrears', severity: 'low', purpose: 'debt_reminder', at: at(0) };
  await intake.one(eventOf('liaison.anomaly.reported.v1', report));
  expect(await intake.casesOf('q1')).toMatchObject([{ purpose: 'debt_reminder', severity: 'low', status: 'RECEIVED' }]);

  await intake.one(cleared(1, of('q1')));

  expect(await intake.casesOf('q1')).toMatchObject([{ status: 'RESOLVED', outcome: 'CLEARED' }]);
});

test('an account of two customers opens a case for each, and the account’s next word reaches both', async () => {
  const intake = intakeOn(engine);
  const both = [of('w1', 'joint'), of('w2', 'joint')];
  for (const [n, who] of both.entries()) await intake.one(flagged(n + 1, who));

  expect(await intake.casesOf('w1')).toMatchObject([{ mergedCount: 0, accountId: 'joint' }]);
  expect(await intake.casesOf('w2')).toMatchObject([{ mergedCount: 0, accountId: 'joint' }]);
  await intake.one(flagged(3, of('w1', 'joint')));
  expect(await intake.casesOf('w1')).toMatchObject([{ mergedCount: 1 }]);

  await intake.one(cleared(4, of('w1', 'joint')));

  expect([...(await intake.casesOf('w1')), ...(await intake.casesOf('w2'))]).toMatchObject([
    { outcome: 'CLEARED' },
    { outcome: 'CLEARED' },
  ]);
});

test('a debt case stays in sight of its clearing, however many matters are reported beside it', async () => {
  const intake = intakeOn(engine);
  await intake.one(flagged(1, of('v1')));
  for (const kind of ['new-payee', 'sim-swap', 'unusual-location', 'card-not-present']) {
    await intake.one(eventOf('liaison.anomaly.reported.v1', { ...of('v1'), kind, at: at(0) }));
  }
  expect((await intake.account('v1-a'))?.openCases).toHaveLength(4);

  await intake.one(cleared(2, of('v1')));

  const debt = (await intake.casesOf('v1')).find((one) => one.purpose === 'debt_reminder');
  expect(debt).toMatchObject({ outcome: 'CLEARED' });
});

test('a flag that comes after a later state that still owes opens its case all the same', async () => {
  const intake = intakeOn(engine);
  await intake.one(state(6, { ...of('y1'), overdueAmount: { amount: '300.00', currency: 'CNY' } }));

  await intake.one(flagged(5, of('y1')));

  expect(await intake.casesOf('y1')).toMatchObject([{ purpose: 'debt_reminder', status: 'RECEIVED' }]);
});
