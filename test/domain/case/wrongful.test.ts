import { expect, test } from 'vitest';
import type { Attempt, Case } from '#domain/case/case.ts';
import { clearCase, foundWrongful } from '#domain/case/ends/clear.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { attempt, callingCase, moved, NOON } from '../../support/cases.ts';

const call = (n: number, state: Attempt['state'], at: number, change: Partial<Attempt> = {}) =>
  attempt(n, { step: 'call', channel: 'call', state, at, ...change });

/** What is found wrongful where the debt was gone at noon, and that was told an hour later. */
function wrongful(change: Partial<Case>): unknown {
  const by = { what: 'overdue-cleared', asOf: NOON, sequence: 8, source: 'urn:bank:core' };
  const { next, entry } = moved(clearCase(callingCase(change), by, { now: NOON + HOUR }));
  expect(next.wrongful === true).toBe(entry.facts['wrongful'] !== undefined);
  return entry.facts['wrongful'];
}

test('a call in which the debtor was spoken to is a contact that may be wrongful, whatever became of the call since', () => {
  const talks = [NOON + MINUTE];
  const found = [{ attempt: 1, at: NOON + MINUTE, channel: 'call' }];

  expect(wrongful({ talks, attempts: [call(1, 'RIGHT_PARTY', NOON + 2 * MINUTE)] })).toEqual(found);
  expect(wrongful({ talks, attempts: [call(1, 'QUEUED', NOON + 2 * MINUTE)] })).toEqual(found);
  expect(wrongful({ talks: [NOON - 1], attempts: [call(1, 'WRAPPED', NOON + MINUTE)] })).toBeUndefined();
});

test('a call that reached nobody is no contact; one that reached somebody else is', () => {
  for (const state of ['NO_ANSWER', 'BUSY', 'VOICEMAIL', 'INVALID'] as const)
    expect(wrongful({ attempts: [call(1, state, NOON + MINUTE)] })).toBeUndefined();
  for (const state of ['WRONG_PARTY', 'THIRD_PARTY'] as const)
    expect(wrongful({ attempts: [call(1, state, NOON + MINUTE)] })).toHaveLength(1);
});

test('each conversation belongs to its own call, and texts count as before', () => {
  const attempts = [
    attempt(1, { at: NOON + 1 }),
    call(2, 'NO_ANSWER', NOON + 5 * MINUTE),
    call(3, 'WRAPPED', NOON + 30 * MINUTE),
    attempt(4, { at: NOON + 2, answer: true }),
  ];

  expect(wrongful({ talks: [NOON + 20 * MINUTE], attempts })).toEqual([
    { attempt: 1, at: NOON + 1, channel: 'sms' },
    { attempt: 3, at: NOON + 20 * MINUTE, channel: 'call' },
  ]);
});

test('a call with an emergency contact is a contact where they were on the line', () => {
  const kin = { audience: 'contact', contactId: 'k1' } as const;

  expect(wrongful({ attempts: [call(1, 'RIGHT_PARTY', NOON + MINUTE, kin)] })).toHaveLength(1);
  expect(wrongful({ attempts: [call(1, 'NO_ANSWER', NOON + MINUTE, kin)] })).toBeUndefined();
});

test('an upheld complaint marks the calls of its time as it does the texts', () => {
  const of = callingCase({ talks: [NOON], attempts: [call(1, 'WRAPPED', NOON + MINUTE)] });
  const by = { actor: { kind: 'system', name: 'complaints' }, facts: {}, now: NOON + HOUR } as const;

  expect(foundWrongful(of, { from: 0, until: NOON }, by)?.entry.facts['wrongful']).toEqual([
    { attempt: 1, at: NOON, channel: 'call' },
  ]);
  expect(foundWrongful(of, { from: 0, until: NOON - 1 }, by)).toBeUndefined();
});
