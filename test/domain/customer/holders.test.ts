import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Holder } from '#domain/contact/point.ts';
import { holdersAfter, holdersOn, MAX_HOLDERS, recordPoints, sameHolders } from '#domain/customer/holders.ts';
import { NOON } from '../../support/cases.ts';
import { addressOf, contactOf, customerOf, pointOf } from '../../support/records.ts';

const shared = '+8613900000001';
const held = (customerId: string, verifiedAt?: number): Holder => ({
  kind: 'customer',
  customerId,
  ...(verifiedAt === undefined ? {} : { verifiedAt }),
});

test('a number is held by the customer and by every emergency contact listed with it', () => {
  const contact = contactOf({ phone: addressOf(shared), verifiedAt: NOON - 1 });

  expect(holdersOn(pointOf(shared), customerOf(), [contact])).toEqual([
    { kind: 'customer', customerId: 'u1', verifiedAt: NOON },
    { kind: 'contact', customerId: 'u1', contactId: 'k1', verifiedAt: NOON - 1 },
  ]);
});

test('a removed contact holds nothing', () => {
  const contact = contactOf({ phone: addressOf('+8613900000009'), removed: true });

  expect(holdersOn(pointOf('+8613900000009'), customerOf(), [contact])).toEqual([]);
  expect(recordPoints(customerOf(), [contact])).not.toContain(pointOf('+8613900000009'));
});

test('the newest verified holder outranks the others, whoever was listed first', () => {
  const before = [held('u2', NOON - 1), held('u3'), held('u1', NOON - 9)];

  expect(holdersAfter(before, 'u1', [held('u1', NOON)])).toEqual([held('u1', NOON), held('u2', NOON - 1), held('u3')]);
});

test('a number that left the record loses that holder and no other', () => {
  expect(holdersAfter([held('u2', NOON), held('u1')], 'u1', [])).toEqual([held('u2', NOON)]);
});

test('bringing holders up to date twice is the same as once, and never more than the bound', () => {
  const anyHolder = fc.record({ id: fc.nat({ max: 20 }), at: fc.option(fc.nat(), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(anyHolder, { maxLength: 20 }), fc.option(fc.nat(), { nil: undefined }), (others, at) => {
      const before = others.map(({ id, at: verified }) => held(`o${id}`, verified));
      const once = holdersAfter(before, 'u1', [held('u1', at)]);
      expect(sameHolders(holdersAfter(once, 'u1', [held('u1', at)]), once)).toBe(true);
      expect(once.length).toBeLessThanOrEqual(MAX_HOLDERS);
    }),
  );
});

test('an address of a contact counts as verified when the address is, else when the person is', () => {
  const own = contactOf({ phone: addressOf(shared, { verifiedAt: NOON + 1 }), verifiedAt: NOON });
  const { verifiedAt: _never, ...unverified } = contactOf({ phone: addressOf(shared) });

  expect(holdersOn(pointOf(shared), customerOf({ phones: [] }), [own, unverified])).toEqual([
    { kind: 'contact', customerId: 'u1', contactId: 'k1', verifiedAt: NOON + 1 },
    { kind: 'contact', customerId: 'u1', contactId: 'k1' },
  ]);
});
