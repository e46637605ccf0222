import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeStep } from '#domain/case/step.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { claimOf, moved, NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import {
  accountEvents,
  at,
  customer,
  eventOf,
  help,
  type IntakeUnderTest,
  intakeOn,
} from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const reported = (customerId: string, data: object = {}) =>
  eventOf('liaison.anomaly.reported.v1', { customerId, kind: 'odd-login', at: at(0), ...data });

test('an unreachable customer is a welfare case of medium severity', async () => {
  const intake = intakeOn(engine);

  await intake.one(eventOf('liaison.customer.unreachable.v1', { customerId: 'u10', reason: 'mail returned' }));

  expect(await intake.casesOf('u10')).toMatchObject([{ purpose: 'welfare', severity: 'medium', kind: 'unreachable' }]);
});

test.each([
  ['a kind nobody mapped', {}, { purpose: 'account_service', severity: 'medium', plan: { id: 'contact-data' } }],
  ['a mapped kind', { kind: 'SIM_swap' }, { purpose: 'fraud_security', severity: 'critical', kind: 'sim-swap' }],
  ['a severity of the sender', { kind: 'sim-swap', severity: 'low' }, { purpose: 'fraud_security', severity: 'low' }],
  ['a purpose of the sender', { purpose: 'welfare' }, { purpose: 'welfare', plan: { id: 'welfare-urgent' } }],
])('an anomaly of the bank’s own detector with %s opens what policy says', async (what, data, opened) => {
  const intake = intakeOn(engine);
  const who = `k-${what.length}`;

  await intake.one(reported(who, data));

  expect(await intake.casesOf(who)).toMatchObject([opened]);
});

test.each([
  ['one sum', { amount: { amount: '60000.00', currency: 'CNY' } }, 6_000_000],
  ['a sum side by side with its currency', { amount: 60_000, currency: 'CNY' }, 6_000_000],
  [
    'several sums, the greatest',
    [{ amount: '1.00', currency: 'CNY' }, { was: { amount: '9.50', currency: 'CNY' } }],
    950,
  ],
  ['no sum', { ip: '192.0.2.1', tries: 3 }, undefined],
])('what is at stake is read from evidence with %s', async (what, evidence, minor) => {
  const intake = intakeOn(engine);
  const who = `ev-${what.length}`;

  await intake.one(reported(who, { accountId: who, evidence }));

  const [opened] = await intake.casesOf(who);
  expect(opened?.reason.amount).toEqual(minor === undefined ? undefined : { minor, currency: 'CNY' });
});

test('refuses a purpose for which nobody has made a contact plan', async () => {
  const answer = await intakeOn(engine).one(reported('k1', { purpose: 'survey' }));

  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'event.invalid', issues: [{ pointer: '/data/purpose' }] },
  });
});

test('another request of the same kind joins the open case; another kind is a case of its own', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'u11' }));

  await intake.one(help({ customerId: 'u11' }));
  intake.clockTo(NOON + 3 * DAY);
  await intake.one(help({ customerId: 'u11' }, { time: at(3 * DAY) }));
  await intake.one(help({ customerId: 'u11', kind: 'locked-out' }, { time: at(3 * DAY) }));

  const cases = await intake.casesOf('u11');
  expect(cases).toMatchObject([{ mergedCount: 1 }, { kind: 'locked-out', mergedCount: 0 }]);
  expect((await intake.needs.people.load('u11'))?.customer.state.openCases).toHaveLength(2);
});

test('a graver anomaly of the same matter makes its open case as grave and asks for the hold, once', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'u13' }));
  const fraud = (severity: string) => reported('u13', { purpose: 'fraud_security', severity });

  for (const severity of ['medium', 'critical', 'high', 'critical']) await intake.one(fraud(severity));

  const [only, ...others] = await intake.casesOf('u13');
  const entries = (await intake.cases.whole(only?.id ?? ''))?.entries ?? [];
  const notices = entries.flatMap(({ effects }) => effects.flatMap((one) => (one.do === 'notify' ? one.type : [])));
  expect(others).toEqual([]);
  expect(only).toMatchObject({ severity: 'critical', protectiveHold: true, mergedCount: 3 });
  expect(notices).toEqual(['case.opened', 'account.hold-requested']);
});

test('a request for an unknown customer is kept as a case, and joins by its window', async () => {
  const intake = intakeOn(engine);

  await intake.batch([help({ customerId: 'ghost' }), help({ customerId: 'ghost' })]);

  expect(await intake.casesOf('ghost')).toMatchObject([{ status: 'RECEIVED', mergedCount: 1 }]);
});

test('a request that is a day old opens nothing', async () => {
  const intake = intakeOn(engine);

  const answer = await intake.one(help({ customerId: 'u12', at: at(-25 * HOUR) }));

  expect(answer.body).toMatchObject({ accepted: 1 });
  expect(await intake.casesOf('u12')).toEqual([]);
});

test('an older record of a customer is refused, a repeated one a duplicate, numbers that ring nowhere invalid', async () => {
  const intake = intakeOn(engine);
  const newest = customer({ customerId: 'u13', asOf: at(0) });
  await intake.one(newest);

  expect(await intake.one(customer({ customerId: 'u13', asOf: at(-DAY) }))).toMatchObject({
    body: { code: 'event.older' },
  });
  expect((await intake.one(newest)).body).toMatchObject({ duplicates: 1 });
  expect((await intake.one({ ...newest, data: { ...newest.data, name: '别人' } })).status).toBe(409);
  const bad = customer({ customerId: 'u13', phones: [{ number: '+8613900000001' }, { number: '+8613900001' }] });
  expect((await intake.one(bad)).body).toMatchObject({ issues: [{ pointer: '/data/phones/1' }] });
});

test('after a changed password every number counts as new', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'u14', mails: ['wang@example.com'] }));
  const changed = eventOf('liaison.customer.profile-changed.v1', { customerId: 'u14', field: 'password', at: at(0) });

  await intake.one(changed);

  const person = await intake.needs.people.load('u14');
  expect(person?.customer.state.phones).toMatchObject([{ since: NOON }]);
  expect(person?.customer.state.mails).toMatchObject([{ since: 0 }]);
  expect((await intake.one(changed)).body).toMatchObject({ duplicates: 1 });
});

test('a profile change of somebody unknown is taken and changes nothing', async () => {
  const event = eventOf('liaison.customer.profile-changed.v1', { customerId: 'nobody', field: 'phone', at: at(0) });

  expect((await intakeOn(engine).one(event)).body).toMatchObject({ accepted: 1 });
});

test('a failed delivery makes the number suspect, an older failure does not', async () => {
  const intake = intakeOn(engine);
  const failed = (ms: number, reason: string) =>
    eventOf('liaison.contact-point.delivery-failed.v1', { address: '+8613900000444', reason, at: at(ms) });

  await intake.one(failed(0, 'absent subscriber'));
  await intake.one(failed(-DAY, 'older'));

  const point = await intake.needs.points.load(await intake.vault.pointOf('+8613900000444'));
  expect(point?.state).toMatchObject({ version: 1, suspect: { at: NOON, reason: 'absent subscriber' } });
});

test('refuses a failed delivery to what is no address', async () => {
  const event = eventOf('liaison.contact-point.delivery-failed.v1', { address: '12', at: at(0) });

  expect((await intakeOn(engine).one(event)).body).toMatchObject({ issues: [{ pointer: '/data/address' }] });
});

test('a heartbeat says that its source is alive', async () => {
  const intake = intakeOn(engine);
  const beat = eventOf('liaison.feed.heartbeat.v1', { asOf: at(-HOUR) });

  expect((await intake.one(beat)).body).toMatchObject({ accepted: 1 });
  expect((await intake.one(beat)).body).toMatchObject({ duplicates: 1 });
  expect((await intake.one(eventOf('liaison.feed.heartbeat.v1', { asOf: at(-2 * HOUR) }))).body).toMatchObject({
    accepted: 1,
  });
});

const retracted = (event: { readonly [name: string]: unknown }, data: object) =>
  eventOf('liaison.event.retracted.v1', { source: event['source'], id: event['id'], reason: 'wrong account', ...data });

async function claimFirstText(intake: IntakeUnderTest, caseId: string): Promise<void> {
  const stored = await intake.cases.load(caseId);
  if (stored === undefined) throw new Error('not opened');
  const step = { position: { step: 0, round: 0 }, skipped: [], then: claimOf({ id: 'sms' }) };
  const { advance, also } = intake.needs.caseChange(stored, moved(takeStep(stored.state, step, NOON)));
  await intake.needs.ledger.commit({ advances: [advance], also });
}

test('a retracted event clears the case whose reason it is; what was sent for it is marked wrongful', async () => {
  const intake = intakeOn(engine);
  const flag = accountEvents.flagged(1, { customerId: 'u15', accountId: 'u15-a' });
  await intake.one(flag);
  const [debt] = await intake.casesOf('u15');
  await claimFirstText(intake, debt?.id ?? '');
  const event = retracted(flag, { customerId: 'u15', accountId: 'u15-a' });

  const answer = await intake.one(event);

  expect(answer.body).toMatchObject({ accepted: 1 });
  expect(await intake.casesOf('u15')).toMatchObject([{ status: 'RESOLVED', outcome: 'CLEARED', wrongful: true }]);
  expect((await intake.one(event)).body).toMatchObject({ duplicates: 1 });
  expect((await intake.cases.whole(debt?.id ?? ''))?.entries.map((entry) => entry.type)).toEqual([
    'case.opened',
    'contact.claimed',
    'case.retracted',
    'case.cleared',
  ]);
});

test('a retraction touches no other case, and nothing of another customer', async () => {
  const intake = intakeOn(engine);
  const asked = help({ customerId: 'u16' });
  await intake.one(asked);
  await intake.one(help({ customerId: 'u16', kind: 'locked-out' }));

  await intake.one(retracted(asked, { customerId: 'somebody-else' }));
  expect((await intake.casesOf('u16')).map((one) => one.status)).toEqual(['RECEIVED', 'RECEIVED']);
  await intake.one(retracted(asked, { customerId: 'u16' }));

  const cases = await intake.casesOf('u16');
  expect(cases.map((one) => `${one.kind} ${one.status} ${one.wrongful === true}`).toSorted()).toEqual([
    'family-emergency RESOLVED false',
    'locked-out RECEIVED false',
  ]);
});

test('nobody was verified in the future: a sender’s clock keeps no number fresh', async () => {
  const intake = intakeOn(engine);
  const phones = [{ number: '+8613900000555', source: 'branch', verifiedAt: at(400 * DAY) }];
  await intake.one(customer({ customerId: 'u17', phones }));
  const contact = { customerId: 'u17', contactId: 'k1', name: 'K', phone: '+8613900000556', verifiedAt: at(DAY) };
  await intake.one(eventOf('liaison.contact.upserted.v1', contact));

  const person = await intake.needs.people.load('u17');

  expect(person?.customer.state.phones).toMatchObject([{ verifiedAt: NOON }]);
  expect(person?.contacts).toMatchObject([{ verifiedAt: NOON, phone: { verifiedAt: NOON } }]);
});
