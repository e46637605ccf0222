import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, customer, eventOf, help, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const { flagged, cleared } = accountEvents;
const of = (customerId: string, accountId = `${customerId}-a`) => ({ customerId, accountId });

test('a request for help opens an urgent welfare case; its repeat is a duplicate', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'h1' }));
  const event = help({ customerId: 'h1', note: '我被困在外地', location: '武海' });

  const first = await intake.one(event);
  const second = await intake.one(event);

  expect(first).toMatchObject({ status: 202, body: { accepted: 1, duplicates: 0, rejected: [] } });
  expect(second).toMatchObject({ status: 202, body: { accepted: 0, duplicates: 1, rejected: [] } });
  expect(await intake.casesOf('h1')).toMatchObject([
    { purpose: 'welfare', severity: 'high', lane: 'urgent', status: 'RECEIVED', mergedCount: 0 },
  ]);
});

test('what the caller said is kept sealed, nowhere in clear', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'h2' }));
  await intake.one(help({ customerId: 'h2', note: '我被困在外地', location: '武海' }));
  const [of1] = await intake.casesOf('h2');

  const whole = await intake.cases.whole(of1?.id ?? '');

  expect(JSON.stringify(whole)).not.toContain('武海');
  const person = await intake.needs.people.load('h2');
  const place = { pk: `CASE#${of1?.id}`, sk: 'E#00000001', attribute: 's' };
  const words = await intake.vault.open(
    person?.key ?? new Uint8Array(),
    place,
    whole?.entries[0]?.sealed ?? new Uint8Array(),
  );
  expect(Buffer.from(words).toString('utf8')).toBe('我被困在外地\n武海');
});

test('an overdue flag opens a debt case, and the account shows the new state', async () => {
  const intake = intakeOn(engine);

  const answer = await intake.one(flagged(1, of('d1')));

  expect(answer.status).toBe(202);
  const [debt] = await intake.casesOf('d1');
  expect(debt).toMatchObject({
    purpose: 'debt_reminder',
    kind: 'overdue',
    accountId: 'd1-a',
    reason: { code: 'overdue', sequence: 1, amount: { minor: 30_000, currency: 'CNY' }, tail: '1-a'.padStart(4, 'd') },
  });
  expect(await intake.account('d1-a')).toMatchObject({
    customerId: 'd1',
    state: { overdue: { minor: 30_000, currency: 'CNY' }, daysPastDue: 3 },
    openCases: [{ caseId: debt?.id, kind: 'overdue' }],
  });
});

test('the clearing resolves the debt case in the same write as the account', async () => {
  const intake = intakeOn(engine);
  await intake.one(flagged(1, of('d2')));

  await intake.one(cleared(2, of('d2')));

  expect(await intake.casesOf('d2')).toMatchObject([{ status: 'RESOLVED', outcome: 'CLEARED' }]);
  expect(await intake.account('d2-a')).toMatchObject({ state: { overdue: { minor: 0 } }, openCases: [] });
  expect((await intake.account('d2-a'))?.flaggedAt).toBeUndefined();
});

test('an emergency contact of a known customer is taken; of an unknown one refused', async () => {
  const intake = intakeOn(engine);
  const contact = (customerId: string) =>
    eventOf('liaison.contact.upserted.v1', {
      customerId,
      contactId: 'k1',
      name: '王大明',
      relation: 'brother',
      order: 1,
      phone: '+8613900000009',
      consent: true,
      source: 'contract',
    });
  await intake.one(customer({ customerId: 'c1' }));

  expect((await intake.one(contact('c1'))).status).toBe(202);
  expect(await intake.one(contact('nobody'))).toMatchObject({ status: 400, body: { code: 'event.customer-unknown' } });
  expect((await intake.needs.people.load('c1'))?.contacts).toMatchObject([
    { contactId: 'k1', consent: { given: true } },
  ]);
});
