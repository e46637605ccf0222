import { expect, test } from 'vitest';
import { type Entry, GENESIS } from '#store/codecs/entry.ts';
import type { Seen } from '../violation.ts';
import { askedWithProof } from './proof.ts';

const MINUTE = 60_000;

type Said = readonly [type: string, at: number, facts: object];
const sms = (audience: string): object => ({ id: 's', channel: 'sms', audience });
const called = { id: 'c', channel: 'call', audience: 'customer' };

const OPENED: Said = ['case.opened', 0, { purpose: 'welfare' }];
const TEXTED: readonly Said[] = [
  ['contact.claimed', 1, { attempt: 1, at: sms('customer') }],
  ['contact.accepted', 1, { attempt: 1 }],
];
const CALLED: readonly Said[] = [
  ['call.queued', 10 * MINUTE, { attempt: 2, at: called }],
  ['call.concluded', 20 * MINUTE, { attempt: 2, outcome: 'NO_ANSWER' }],
];
const asked = (minute: number): Said => ['contact.claimed', minute * MINUTE, { attempt: 9, at: sms('contact') }];
const wrote = (trust: number, minute = 25): Said => [
  'reply.received',
  minute * MINUTE,
  { audience: 'customer', trust, meaning: {} },
];
const TEXTED_AGAIN: readonly Said[] = [
  ['contact.claimed', 26 * MINUTE, { attempt: 3, at: sms('customer') }],
  ['contact.accepted', 26 * MINUTE, { attempt: 3 }],
];

async function found(...said: readonly Said[]): Promise<number> {
  const entries = said.map(([type, at, facts], index) => ({
    aggregate: 'CASE#c1',
    seq: index + 1,
    type,
    at,
    facts,
    actor: { kind: 'customer' },
    effects: [],
    previous: GENESIS,
    hash: GENESIS,
  })) as unknown as readonly Entry[]; // facts of our own making
  const record = { timelines: new Map([['CASE#c1', entries]]) } as unknown as Seen['record']; // all that is read of it
  return (await askedWithProof({ record } as Seen)).length;
}

test('I8: a contact who is asked without a call, too soon, or after the customer wrote is found', async () => {
  expect(await found(OPENED, ...TEXTED, ...CALLED, asked(31))).toBe(0);

  expect(await found(OPENED, ...TEXTED, asked(31))).toBe(1);
  expect(await found(OPENED, ...TEXTED, ...CALLED, asked(29))).toBe(1);
  expect(await found(OPENED, ...TEXTED, ...CALLED, wrote(2), asked(31))).toBe(1);
  expect(await found(OPENED, ...TEXTED, ...CALLED, wrote(0), asked(31))).toBe(0);
});

test('I8: what was tried before the customer wrote counts neither as a text nor as a call', async () => {
  expect(await found(OPENED, ...TEXTED, wrote(2, 5), ...CALLED, asked(60))).toBe(1);
  expect(await found(OPENED, ...TEXTED, ...CALLED, wrote(2), ...TEXTED_AGAIN, asked(60))).toBe(1);
  expect(await found(OPENED, ...TEXTED, ...CALLED, wrote(0), ...TEXTED_AGAIN, asked(60))).toBe(0);
});
