import { expect, test } from 'vitest';
import type { Call } from '../calls.ts';
import { changeOf, createMeetings } from './meetings.ts';

const claim = (customerId: string, type: string): Call => ({
  by: 'advance-case',
  service: 'dynamodb',
  operation: 'TransactWriteItems',
  body: JSON.stringify({ cu: { S: customerId }, ty: { S: type } }),
  command: 'c1',
});

test('what is to overtake a call begins when that call is asked, once, and only that call waits for it', () => {
  const begun: string[] = [];
  const { plan, heldFor } = createMeetings();
  plan({ when: changeOf('u1', 'contact.claimed'), begin: () => begun.push('stop') });

  expect(heldFor(claim('u10', 'contact.claimed'))).toBe(0);
  expect(heldFor(claim('u1', 'contact.accepted'))).toBe(0);
  expect(heldFor({ ...claim('u1', 'contact.claimed'), by: 'receive-reply' })).toBe(0);
  expect(begun).toEqual([]);
  expect(heldFor(claim('u1', 'contact.claimed'))).toBeGreaterThan(0);
  expect(heldFor(claim('u1', 'contact.claimed'))).toBe(0);
  expect(begun).toEqual(['stop']);
});
