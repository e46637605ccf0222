import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR } from '#domain/time.ts';
import { customerErased } from '#store/people/erasure.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, at, customer, eventOf, help, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('words about a customer nobody has told us of wait where staff read them, once', async () => {
  const intake = intakeOn(engine);
  const event = help({ customerId: 'early-1', note: 'please call my sister' });
  await intake.one(event);
  await intake.one(event);

  const kept = (await intake.inbox()).filter(({ customerId }) => customerId === 'early-1');
  expect(kept).toMatchObject([{ text: 'please call my sister', from: 'urn:bank:core' }]);
});

test('words about a known customer are sealed on the case, and not in the inbox', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'early-2' }));
  await intake.one(help({ customerId: 'early-2', note: 'please call my brother' }));

  expect((await intake.inbox()).filter(({ customerId }) => customerId === 'early-2')).toEqual([]);
});

test('a case opened before its customer is known is pointed to from the first day of the record, and joined', async () => {
  const intake = intakeOn(engine);
  await intake.one(help({ customerId: 'early-3' }));
  const [opened] = await intake.casesOf('early-3');

  await intake.one(customer({ customerId: 'early-3' }));
  const known = await intake.needs.people.load('early-3');
  expect(known?.customer.state.openCases).toEqual([{ caseId: opened?.id, kind: 'family-emergency' }]);

  await intake.one(help({ customerId: 'early-3' }));
  expect(await intake.casesOf('early-3')).toMatchObject([{ id: opened?.id, mergedCount: 1 }]);
});

test('a case of an account is pointed to by the account, not by the customer who comes later', async () => {
  const intake = intakeOn(engine);
  await intake.one(accountEvents.flagged(1, { customerId: 'early-4', accountId: 'early-4-a' }));
  await intake.one(customer({ customerId: 'early-4' }));

  expect((await intake.needs.people.load('early-4'))?.customer.state.openCases).toEqual([]);
});

test.each([
  ['phone', [NOON - HOUR, 0]],
  ['password', [NOON - HOUR, 0]],
  ['mail', [0, NOON - HOUR]],
  ['address', [0, 0]],
] as const)('a changed %s before the first record counts from then on, as one after it does', async (field, since) => {
  const intake = intakeOn(engine);
  const customerId = `early-${field}`;
  const changed = eventOf('liaison.customer.profile-changed.v1', { customerId, field, at: at(-HOUR) });
  expect(await intake.one(changed)).toMatchObject({ status: 202, body: { accepted: 1 } });
  expect(await intake.one(changed)).toMatchObject({ status: 202, body: { duplicates: 1 } });

  await intake.one(customer({ customerId, phones: ['+8613900000991'], mails: ['before@example.com'] }));

  const state = (await intake.needs.people.load(customerId))?.customer.state;
  expect([...(state?.phones ?? []), ...(state?.mails ?? [])].map((one) => one.since)).toEqual(since);
});

test('of somebody who was erased a changed profile keeps nothing', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'early-gone' }));
  const person = await intake.needs.people.load('early-gone');
  if (person === undefined) throw new Error('expected a customer');
  const actor = { kind: 'system', name: 'privacy' } as const;
  const erased = { type: 'customer.erased', actor, at: NOON, facts: {}, effects: [] };
  await intake.needs.ledger.commit({ advances: [customerErased(person.customer, erased)] });

  const changed = eventOf('liaison.customer.profile-changed.v1', {
    customerId: 'early-gone',
    field: 'phone',
    at: at(0),
  });
  expect(await intake.one(changed)).toMatchObject({ status: 202, body: { accepted: 1 } });
  expect(await intake.needs.early.of('early-gone')).toEqual({});
});

test('an account of two customers keeps one order in a batch: none of its own events is too late', async () => {
  const intake = intakeOn(engine);
  const events = Array.from({ length: 100 }, (_, n) =>
    accountEvents.spent(n + 1, { accountId: 'joint-a', customerId: n < 50 ? 'joint-1' : 'joint-2' }),
  );
  const mixed = [...events.filter((_, n) => n % 2 === 1), ...events.filter((_, n) => n % 2 === 0)];

  const answer = await intake.batch(mixed);

  expect(answer).toMatchObject({ status: 202, body: { accepted: 100, rejected: [] } });
  expect((await intake.account('joint-a'))?.window[0]?.sequence).toBe(100);
});
