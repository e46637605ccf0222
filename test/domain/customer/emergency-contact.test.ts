import { expect, test } from 'vitest';
import type { PointedAddress } from '#domain/customer/addresses.ts';
import type { EmergencyContact } from '#domain/customer/customer.ts';
import { contactPoints, removeContact, upsertContact } from '#domain/customer/emergency-contact.ts';
import type { ContactInput, Registered } from '#domain/customer/registry.ts';
import { sensitive } from '#domain/sensitive.ts';
import { DAY } from '#domain/time.ts';
import { NOON } from '../../support/cases.ts';
import { contactInput, pointedOf, removalInput } from '../../support/records.ts';

const LATER = NOON + DAY;
const LATEST = LATER + DAY;

function changed(result: Registered<EmergencyContact>): EmergencyContact {
  if (result.kind !== 'changed') throw new Error(`got ${result.kind}`);
  return result.next;
}
const upsert = (before: EmergencyContact | undefined, change: Partial<ContactInput<PointedAddress>> = {}) =>
  upsertContact(before, contactInput(change), change.asOf ?? NOON);
const known = changed(upsert(undefined));
const removed = changed(removeContact(known, removalInput({ asOf: LATER }), LATER));

test('an emergency contact is registered, changed and told again', () => {
  expect(upsert(undefined)).toMatchObject({
    kind: 'changed',
    entry: { type: 'contact.registered', facts: { contactId: 'k1', consent: true }, effects: [{ do: 'wake' }] },
  });
  expect(upsert(known, { order: 2, asOf: LATER })).toMatchObject({
    kind: 'changed',
    next: { order: 2 },
    entry: { type: 'contact.changed' },
  });
  expect(upsert(known)).toEqual({ kind: 'same' });
  expect(upsert(known, { asOf: LATER })).toEqual({ kind: 'newer', next: { ...known, asOf: LATER } });
});

test('refuses a record or a removal that is older than the one that stands', () => {
  const before = changed(upsert(known, { order: 2, asOf: LATEST }));

  expect(upsert(before, { asOf: LATER })).toMatchObject({ refused: 'event.older' });
  expect(removeContact(before, removalInput({ asOf: LATER }), LATEST)).toMatchObject({ refused: 'event.older' });
});

test('a removed contact keeps its place and the hashes of its numbers, not who it was', () => {
  expect(removed).toMatchObject({ removed: true, order: 1, consent: { given: false }, relation: '' });
  expect(removed.name.reveal()).toBe('');
  expect(removed.phone?.value.reveal()).toBe('');
  expect(removed.phone?.point).toBe(known.phone?.point);
  expect(contactPoints(removed)).toEqual([]);
});

test('an older record never revives a removed contact; a newer one registers it anew', () => {
  expect(upsert(removed, { asOf: NOON })).toMatchObject({ refused: 'event.older' });
  expect(upsert(removed, { asOf: LATER })).toMatchObject({ refused: 'event.older' });
  const back = upsert(removed, { asOf: LATEST });
  expect(back).toMatchObject({ kind: 'changed', entry: { type: 'contact.registered' } });
  expect(changed(back)).not.toHaveProperty('removed');
});

test('a removal that comes before the record it removes is remembered', () => {
  const place = changed(removeContact(undefined, removalInput({ asOf: LATER }), LATER));

  expect(upsert(place, { asOf: NOON })).toMatchObject({ refused: 'event.older' });
});

test('a removal told again changes nothing', () => {
  expect(removeContact(removed, removalInput({ asOf: LATER }), LATEST)).toEqual({ kind: 'same' });
  expect(removeContact(removed, removalInput({ asOf: LATEST }), LATEST)).toMatchObject({
    kind: 'newer',
    next: { removed: true, asOf: LATEST },
  });
});

test('who refused stays refused for as long as the number is the same, also over a removal', () => {
  const refused = { ...known, refusedAt: NOON };
  const gone = changed(removeContact(refused, removalInput({ asOf: LATER }), LATER));

  expect(changed(upsert(refused, { name: sensitive('李'), asOf: LATER })).refusedAt).toBe(NOON);
  expect(changed(upsert(gone, { asOf: LATEST })).refusedAt).toBe(NOON);
  expect(changed(upsert(refused, { phone: pointedOf('+8613900000088'), asOf: LATER })).refusedAt).toBeUndefined();
});

test('a number at which they refused is still refused when it comes back, in whatever way it had gone', () => {
  const refused = { ...known, refusedAt: NOON };
  const number = pointedOf('+8613900000088');
  const { phone: _none, ...withoutPhone } = contactInput({ asOf: LATER });
  const again = (from: EmergencyContact) => changed(upsert(from, { asOf: LATEST }));
  const other = changed(upsert(refused, { phone: number, asOf: LATER }));

  expect(again(other)).toMatchObject({ refusedAt: NOON });
  expect(again(other).refusals).toBeUndefined();
  expect(again(changed(upsertContact(refused, withoutPhone, LATER)))).toMatchObject({ refusedAt: NOON });
  expect(again(changed(removeContact(other, removalInput({ asOf: LATER }), LATER)))).toMatchObject({ refusedAt: NOON });
  const both = again({ ...other, refusedAt: LATER });
  expect(changed(upsert(both, { phone: number, asOf: LATEST + 1 })).refusedAt).toBe(LATER);
});

test('the entry names the points that left, and nothing in clear', () => {
  const moved = upsert(known, { phone: pointedOf('+8613900000088'), asOf: LATER });
  const gone = removeContact(known, removalInput({ asOf: LATER }), LATER);

  for (const result of [moved, gone]) {
    expect(result).toMatchObject({ entry: { facts: { left: [known.phone?.point] } } });
    expect(JSON.stringify('entry' in result ? result.entry : result)).not.toMatch(/王|1390000|brother/u);
  }
});

test('a contact may have a mail address and a language of its own; both are part of what is told', () => {
  const mail = pointedOf('wang@example.com');
  const { phone: _phone, ...bare } = contactInput();
  const first = changed(upsertContact(undefined, { ...bare, mail, locale: 'en' }, NOON));

  expect(contactPoints(first)).toEqual([mail.point]);
  expect(first).toMatchObject({ locale: 'en', mail: { since: 0 } });
  expect(upsertContact(first, { ...bare, mail, locale: 'en' }, LATER)).toEqual({ kind: 'same' });
  const gone = changed(removeContact({ ...first, refusedAt: NOON }, removalInput({ asOf: LATER }), LATER));
  expect(gone.mail?.value.reveal()).toBe('');
  const back = upsertContact(gone, { ...bare, mail: pointedOf('li@example.com'), asOf: LATEST }, LATEST);
  expect(changed(back)).toMatchObject({ refusedAt: NOON, mail: { since: LATEST } });
});
