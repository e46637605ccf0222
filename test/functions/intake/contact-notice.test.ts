import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PolicyBook } from '#domain/policy/book.ts';
import { bundledPolicies } from '#policies/book.ts';
import { sha256Hex } from '#runtime/ids.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { customer, eventOf, type IntakeUnderTest, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const shipped = bundledPolicies(sha256Hex);
const telling: PolicyBook = { ...shipped, limits: { ...shipped.limits, contactNotice: true } };

const named = (customerId: string, data: object = {}) =>
  eventOf('liaison.contact.upserted.v1', {
    customerId,
    contactId: 'k1',
    name: '李四',
    phone: '+8613900007001',
    consent: true,
    ...data,
  });
const kinds = async (intake: IntakeUnderTest, customerId: string) =>
  (await intake.casesOf(customerId)).map(({ kind, plan, about }) => [kind, plan.id, about]);
const NOTICE = ['contact-notice', 'contact-notice', { what: 'contact', contactId: 'k1' }];

test('as shipped nobody is told that they were named', async () => {
  const intake = intakeOn(engine);
  await intake.one(customer({ customerId: 'n1' }));
  await intake.one(named('n1'));
  expect(await kinds(intake, 'n1')).toEqual([]);
});

test('where policy asks for it, a contact is told once, and once more at a new number', async () => {
  const intake = intakeOn(engine, { book: telling });
  await intake.one(customer({ customerId: 'n2' }));
  await intake.one(named('n2'));
  await intake.one(named('n2', { name: '李四光' }));
  expect(await kinds(intake, 'n2')).toEqual([NOTICE]);

  await intake.one(named('n2', { phone: '+8613900007002' }));
  await intake.one(named('n2', { phone: '+8613900007001' }));
  expect(await kinds(intake, 'n2')).toEqual([NOTICE, NOTICE]);
});

test('nobody is told by a record that is entered for the record only, or without a number', async () => {
  const intake = intakeOn(engine, { book: telling });
  await intake.one(customer({ customerId: 'n3' }));
  await intake.one({ ...named('n3'), contactoff: true });
  await intake.one(named('n3', { contactId: 'k2', phone: undefined, mail: 'li@example.com' }));
  expect(await kinds(intake, 'n3')).toEqual([]);
});
