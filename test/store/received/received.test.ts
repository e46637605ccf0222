import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, HOUR } from '#domain/time.ts';
import { QUARANTINE_ID } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { createFeedStore } from '#store/received/feed-store.ts';
import { createIdentityStore, identityPut } from '#store/received/identity-store.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
let vault: Vault;
beforeAll(async () => {
  engine = await startEngine();
  vault = vaultOn(engine);
});
afterAll(() => engine.stop());

const reader = () => createReader(engine.client, engine.tableName);
const feeds = () => createFeedStore(reader(), engine.client, engine.tableName);
const quarantine = () => createQuarantineStore({ reader: reader(), db: engine.client, table: engine.tableName, vault });
const bad = (name: string, change: object = {}) => ({
  name,
  at: NOON,
  code: 'event.invalid',
  issues: [{ pointer: '/data/amount', message: 'expected a decimal' }],
  door: 'queue' as const,
  senderId: '000000000000',
  body: '{"customer":"王小明"}',
  ...change,
});

test('AP-14: an event is taken once; what it said the first time can be compared', async () => {
  const hash = Uint8Array.of(1, 2, 3);
  const identity = identityPut({ source: 'urn:bank#core', id: 'e 1', hash, keepDays: 90, wallNow: NOON });
  const identities = createIdentityStore(reader());

  expect(await identities.find('urn:bank#core', 'e 1')).toBeUndefined();
  expect(await ledgerOn(engine).commit({ advances: [], also: [identity] })).toEqual({ kind: 'committed' });
  expect(await ledgerOn(engine).commit({ advances: [], also: [identity] })).toMatchObject({ kind: 'stale' });
  expect(await identities.find('urn:bank#core', 'e 1')).toEqual({ hash });
  expect(await identities.find('urn:bank', 'core#e 1')).toBeUndefined();
});

test('an identity is kept for its days of wall time', () => {
  const op = identityPut({ source: 's', id: 'i', hash: Uint8Array.of(1), keepDays: 21, wallNow: NOON + 999 });

  expect(op).toMatchObject({ item: { exp: { N: String((NOON + 21 * DAY) / 1_000) } } });
});

test('AP-15, AP-16: a source is as old as its newest sign of life, in whatever order they come', async () => {
  const source = 'urn:bank:cards';

  expect(await feeds().newest(source)).toBeUndefined();
  await feeds().beat(source, NOON);
  await feeds().beat(source, NOON - HOUR);
  expect(await feeds().newest(source)).toBe(NOON);
  await feeds().beat(source, NOON + HOUR);
  expect(await feeds().newest(source)).toBe(NOON + HOUR);
});

test('AP-17, AP-18: what could not be applied is kept once, as it came, with its reason', async () => {
  const id = await quarantine().put(bad('m1'), NOON);

  expect(id).toMatch(QUARANTINE_ID);
  expect(await quarantine().put(bad('m1'), NOON)).toBe(id);
  const { name: _name, ...kept } = bad('m1');
  expect(await quarantine().get(id)).toEqual({ id, ...kept });
  expect(await quarantine().get('no id')).toBeUndefined();
  expect(await quarantine().get(id.replace('.', '.x').slice(0, id.length))).toBeUndefined();
});

test('a quarantined body stands sealed, and one longer than any event is kept in part', async () => {
  const id = await quarantine().put(bad('m2', { body: '王'.repeat(1_000_000) }), NOON);

  const item = await reader().get({ pk: 'QUA#2026-06#0', sk: id });
  expect(JSON.stringify(item)).not.toContain('王');
  expect(Buffer.from(item?.['b']?.B ?? []).toString('utf8')).not.toContain('王');
  expect((await quarantine().get(id))?.body).toHaveLength(100_000);
});

test('AP-19: quarantine is listed newest first, page by page, over months', async () => {
  const own = createQuarantineStore({ reader: reader(), db: engine.client, table: engine.tableName, vault });
  const now = NOON + 400 * DAY;
  const times = [now - 80 * DAY, now - 40 * DAY, now - 40 * DAY + 1, now - HOUR, now];
  for (const [index, at] of times.entries()) await own.put(bad(`p${index}`, { at }), at);

  const first = await own.page({ now, limit: 2 });
  const second = await own.page({ now, limit: 2, ...(first.next === undefined ? {} : { before: first.next }) });
  const third = await own.page({ now, limit: 2, ...(second.next === undefined ? {} : { before: second.next }) });

  const shown = [first, second, third].map((page) => page.items.map((one) => one.at));
  expect(shown).toEqual([[times[4], times[3]], [times[2], times[1]], [times[0]]]);
  expect(third.next).toBeUndefined();
});

test('AP-20: of two who take the same item out of quarantine one wins', async () => {
  const id = await quarantine().put(bad('m3'), NOON);

  expect((await Promise.all([quarantine().remove(id), quarantine().remove(id)])).filter(Boolean)).toEqual([true]);
  expect(await quarantine().get(id)).toBeUndefined();
  expect(await quarantine().remove('no id')).toBe(false);
});
