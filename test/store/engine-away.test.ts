import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { createAccountStore } from '#store/account-store.ts';
import { tableName } from '#store/client.ts';
import { createDueStore } from '#store/due-store.ts';
import { createReader } from '#store/reader.ts';
import { createFeedStore } from '#store/received/feed-store.ts';
import { createAnswerStore } from '#store/received/idempotency-store.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import { createSystemStore } from '#store/system-store.ts';
import { fieldKey } from '#store/vault/crypto.ts';
import { accountOf } from '../support/accounts.ts';
import { NOON } from '../support/cases.ts';

/** An engine that is away: every call fails as the network does. */
const db = { send: () => Promise.reject(new Error('engine away')) } as unknown as DynamoDBClient;
const table = 'liaison';
const reader = createReader(db, table);
const subject = { ...fieldKey(new Uint8Array(32)), wrapped: new Uint8Array(65) };
const vault = {
  newSubjectKey: () => Promise.resolve(subject),
  subjectKey: () => Promise.resolve(subject),
  open: () => Promise.resolve(new Uint8Array(0)),
};
const given = process.env['TABLE_NAME'];
afterEach(() => {
  if (given === undefined) delete process.env['TABLE_NAME'];
  else process.env['TABLE_NAME'] = given;
});

const answers = createAnswerStore({ db, tableName: table, vault, fence: () => new Uint8Array(8), wallNow: () => NOON });
const ticket = { key: { pk: 'KEY#a#b', sk: 'ANSWER' }, fence: new Uint8Array(8) };
const quarantine = createQuarantineStore({ reader, db, table, vault });
const bad = { name: 'm', at: NOON, code: 'event.invalid', issues: [], door: 'bus', body: '' } as const;

test.each([
  ['a read', () => reader.get({ pk: 'a', sk: 'b' })],
  ['an account', () => createAccountStore(reader, db, table).write(undefined, accountOf())],
  ['a cursor', () => createDueStore(reader, db, table).moveCursor('urgent', 0, 'x')],
  ['a sign of life', () => createFeedStore(reader, db, table).beat('s', NOON)],
  ['a reservation', () => answers.begin({ principal: 'p', key: 'k', said: '' })],
  ['an answer', () => answers.keep(ticket, { status: 200, body: {} })],
  ['a freed key', () => answers.drop(ticket)],
  ['a quarantined message', () => quarantine.put(bad, NOON)],
  ['a secret', () => createSystemStore({ db: () => db, tableName: () => table }).create('keys', 'k', {})],
])('when the engine is away %s is an error, never taken for done', async (_what, call) => {
  await expect(call()).rejects.toThrow('engine away');
});

test('a process without the name of its table says what is missing', () => {
  delete process.env['TABLE_NAME'];
  expect(() => tableName()).toThrow('environment TABLE_NAME');
  process.env['TABLE_NAME'] = '';
  expect(() => tableName()).toThrow('environment TABLE_NAME');
  process.env['TABLE_NAME'] = 'liaison';
  expect(tableName()).toBe('liaison');
});
