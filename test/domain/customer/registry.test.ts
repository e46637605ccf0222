import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PointedAddress } from '#domain/customer/addresses.ts';
import type { Customer } from '#domain/customer/customer.ts';
import { type CustomerInput, upsertCustomer } from '#domain/customer/registry.ts';
import { sensitive } from '#domain/sensitive.ts';
import { DAY } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { customerInput, pointedOf } from '../../support/records.ts';
import { anyCustomer } from '../../support/table/any-person.ts';

const LATER = NOON + DAY;

/** The customer after the record, or a test failure that says what else came of it. */
function recorded(before: Customer | undefined, input: CustomerInput<PointedAddress>, now = NOON): Customer {
  const result = upsertCustomer(before, input, now);
  if (result.kind !== 'changed') throw new Error(`got ${result.kind}`);
  return result.next;
}
const known = recorded(undefined, customerInput());

test('a customer nobody knew is registered as told, and whoever waits for it is woken', () => {
  const result = upsertCustomer(undefined, customerInput({ flags: { vulnerable: true, minor: false } }), NOON);

  expect(result).toMatchObject({
    kind: 'changed',
    next: { id: 'u1', gateVersion: 1, flags: ['vulnerable'], holds: [], openCases: [], asOf: NOON },
    entry: {
      type: 'customer.registered',
      facts: { flags: ['vulnerable'], consents: 'contract' },
      effects: [{ do: 'wake', customerId: 'u1' }],
    },
  });
});

test('refuses a record that is older than the one that stands', () => {
  const before = recorded(undefined, customerInput({ asOf: LATER }));

  expect(upsertCustomer(before, customerInput({ asOf: NOON, name: sensitive('other') }), LATER)).toEqual({
    kind: 'older',
    refused: 'event.older',
  });
});

test('a record that says nothing new changes nothing, but older ones are refused from then on', () => {
  expect(upsertCustomer(known, customerInput(), LATER)).toEqual({ kind: 'same' });
  expect(upsertCustomer(known, customerInput({ asOf: LATER }), LATER)).toEqual({
    kind: 'newer',
    next: { ...known, asOf: LATER },
  });
});

test('a record replaces the whole record: what it leaves out is gone', () => {
  const full = recorded(
    undefined,
    customerInput({ consents: [], preferences: { channel: 'sms' }, flags: { minor: true } }),
  );
  const { timezone: _zone, jurisdiction: _law, ...bare } = customerInput({ asOf: LATER, phones: [], mails: [] });

  const next = recorded(full, bare, LATER);

  expect(next).toMatchObject({ phones: [], mails: [], preferences: {}, flags: [] });
  for (const field of ['timezone', 'jurisdiction', 'consents']) expect(next).not.toHaveProperty(field);
});

test('no consents field and an empty list are told apart', () => {
  const next = recorded(known, customerInput({ consents: [], asOf: LATER }), LATER);

  expect(known.consents).toBeUndefined();
  expect(next.consents).toEqual([]);
  expect(upsertCustomer(next, customerInput({ consents: [], asOf: LATER }), LATER)).toEqual({ kind: 'same' });
});

test('never lifts a hold, forgets a send or an open case, whatever the record says', () => {
  fc.assert(
    fc.property(anyCustomer, fc.integer({ min: 0, max: 9 * DAY }), (before, later) => {
      const result = upsertCustomer(before, customerInput({ asOf: before.asOf + later }), before.asOf + later);
      if (!('next' in result)) throw new Error(`got ${result.kind}`);
      const { holds, sends, openCases, revision, version } = before;
      expect(result.next).toMatchObject({ holds, sends, openCases, revision, version });
    }),
  );
});

test('everything that bears on contact moves the gate version by one', () => {
  const changes: Partial<CustomerInput<PointedAddress>>[] = [
    { name: sensitive('李') },
    { locale: 'en' },
    { timezone: 'Europe/London' },
    { jurisdiction: 'UK' },
    { phones: [] },
    { mails: [pointedOf('li@example.com')] },
    { pushEndpoints: [sensitive('arn:push')] },
    { preferences: { quiet: true } },
    { consents: [] },
    { flags: { deceased: true } },
  ];
  for (const change of changes) {
    const result = upsertCustomer(known, customerInput({ ...change, asOf: LATER }), LATER);
    expect(result).toMatchObject({
      kind: 'changed',
      next: { gateVersion: known.gateVersion + 1 },
      entry: { type: 'customer.changed', facts: { changed: Object.keys(change) } },
    });
  }
});

test('numbers of the first record stand from the first, a number added later from then on', () => {
  const phones = [...customerInput().phones, pointedOf('+8613900000003')];

  const next = recorded(known, customerInput({ phones, asOf: LATER }), LATER);

  expect(known.phones.map((one) => one.since)).toEqual([0, 0]);
  expect(next.phones.map((one) => one.since)).toEqual([0, 0, LATER]);
});

test('a number that left the record and comes back is new', () => {
  const [first, second] = customerInput().phones;
  if (first === undefined || second === undefined) throw new Error('two phones expected');
  const without = recorded(known, customerInput({ phones: [first], asOf: LATER }), LATER);

  const back = recorded(without, customerInput({ phones: [first, second], asOf: LATER + DAY }), LATER + DAY);

  expect(back.phones.map((one) => one.since)).toEqual([0, LATER + DAY]);
});

test('a number that says its kind and when it was verified is told apart from one that does not', () => {
  const phones = [pointedOf('+8613900000001', { kind: 'mobile', verifiedAt: NOON })];
  const before = recorded(undefined, customerInput({ phones }));

  expect(upsertCustomer(before, customerInput({ phones, asOf: LATER }), LATER)).toMatchObject({ kind: 'newer' });
  expect(recorded(before, customerInput({ asOf: LATER, phones: [pointedOf('+8613900000001')] }), LATER)).toMatchObject({
    gateVersion: 2,
  });
});

test('a number said twice stands once', () => {
  const phone = pointedOf('+8613900000001', { verifiedAt: NOON });

  const next = recorded(undefined, customerInput({ phones: [phone, { ...phone, source: 'branch' }] }));

  expect(next.phones).toHaveLength(1);
  expect(next.phones[0]).toMatchObject({ source: 'contract', verifiedAt: NOON });
});

test('the entry names the points that left the record, and nothing in clear', () => {
  const result = upsertCustomer(known, customerInput({ phones: [], asOf: LATER }), LATER);

  expect(result).toMatchObject({ entry: { facts: { left: known.phones.map((one) => one.point), phones: 0 } } });
  expect(JSON.stringify(result)).not.toMatch(/王|1390000/u);
});
