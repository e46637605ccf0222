import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, HOUR, SECOND } from '#domain/time.ts';
import { INBOX_POSITION } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { type AnswerDeps, createAnswerStore, type Repeatable } from '#store/received/idempotency-store.ts';
import { createInboxStore, type Unmatched } from '#store/received/inbox-store.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn, nextFence } from '../../support/ledgers.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
let vault: Vault;
beforeAll(async () => {
  engine = await startEngine();
  vault = vaultOn(engine);
});
afterAll(() => engine.stop());

const reader = () => createReader(engine.client, engine.tableName);
const answers = (change: Partial<AnswerDeps> = {}) =>
  createAnswerStore({
    db: engine.client,
    tableName: engine.tableName,
    vault,
    fence: nextFence,
    wallNow: () => NOON,
    ...change,
  });
const asked = (key: string, change: Partial<Repeatable> = {}): Repeatable => ({
  principal: 'client#1',
  key,
  said: '{"text":"hello"}',
  ...change,
});
const answer = { status: 201, body: { id: 'c1', name: '王小明' } };

async function ticketOf(key: string, store = answers()) {
  const begun = await store.begin(asked(key));
  if (begun.kind !== 'begun') throw new Error(`got ${begun.kind}`);
  return begun.ticket;
}

test('AP-45, AP-46: a request is done once; its repeat gets the first answer, another body is told', async () => {
  const ticket = await ticketOf('k1');
  expect(await answers().begin(asked('k1'))).toEqual({ kind: 'running' });

  await answers().keep(ticket, answer);

  expect(await answers().begin(asked('k1'))).toEqual({ kind: 'answered', answer });
  expect(await answers().begin(asked('k1', { said: 'other' }))).toEqual({ kind: 'other' });
  expect(await answers().begin(asked('k1', { principal: 'client' }))).toMatchObject({ kind: 'begun' });
});

test('an answer stands sealed, and one without a body is kept too', async () => {
  const ticket = await ticketOf('k2');
  await answers().keep(ticket, answer);
  const empty = await ticketOf('k3');
  await answers().keep(empty, { status: 204, body: undefined });

  const item = await reader().get(ticket.key);
  expect(Buffer.from(item?.['a']?.B ?? []).toString('utf8')).not.toContain('王');
  expect(await answers().begin(asked('k3'))).toEqual({ kind: 'answered', answer: { status: 204, body: null } });
});

test('AP-47: a request that came to nothing may be made again, also with another body', async () => {
  await answers().drop(await ticketOf('k4'));

  expect(await answers().begin(asked('k4', { said: 'other' }))).toMatchObject({ kind: 'begun' });
});

test('a reservation that ran out may be taken over by the same request; whoever is late neither keeps nor drops', async () => {
  const late = await ticketOf('k5');
  const later = answers({ wallNow: () => NOON + 30 * SECOND });
  expect(await answers({ wallNow: () => NOON + 29 * SECOND }).begin(asked('k5'))).toEqual({ kind: 'running' });
  expect(await later.begin(asked('k5', { said: 'other' }))).toEqual({ kind: 'other' });

  const taken = await ticketOf('k5', later);
  await answers().keep(late, { status: 500, body: {} });
  await answers().drop(late);
  await later.keep(taken, answer);

  expect(await later.begin(asked('k5'))).toEqual({ kind: 'answered', answer });
});

test('a key is free again after a day, though the table has not forgotten it yet', async () => {
  await answers().keep(await ticketOf('k6'), answer);

  const nextDay = answers({ wallNow: () => NOON + 24 * HOUR });

  expect(await nextDay.begin(asked('k6', { said: 'other' }))).toMatchObject({ kind: 'begun' });
});

test('a reservation whose answer was lost is recognised as our own when the client repeats it', async () => {
  const same = Uint8Array.from([9, 9, 9, 9, 9, 9, 9, 9]);
  const store = answers({ fence: () => same });

  expect(await store.begin(asked('k7'))).toMatchObject({ kind: 'begun' });
  expect(await store.begin(asked('k7'))).toMatchObject({ kind: 'begun' });
});

const unmatched = (id: string, change: Partial<Unmatched> = {}): Unmatched => ({
  id,
  at: NOON,
  from: '+8613900000001',
  text: '我是王小明',
  point: 'p1',
  ...change,
});
const inbox = () => createInboxStore(reader(), vault);
async function given(message: Unmatched, wallNow = NOON) {
  return ledgerOn(engine).commit({ advances: [], also: [await inbox().put(message, wallNow)] });
}

test('AP-48: unmatched texts are listed newest first, page by page, over days', async () => {
  const days = [0, 0, 1, 3, 20];
  const messages = days.map((day, index) =>
    unmatched(`m${9 - index}`, {
      at: NOON - day * DAY,
      ...(index === 0 ? { customerId: 'u1', matchedContactId: 'k1' } : {}),
    }),
  );
  for (const message of messages) await given(message);

  const first = await inbox().page({ now: NOON, limit: 2 });
  const second = await inbox().page({ now: NOON, limit: 2, before: first.next ?? '' });
  const third = await inbox().page({ now: NOON, limit: 2, before: second.next ?? '' });

  expect(first.next).toMatch(INBOX_POSITION);
  expect([...first.messages, ...second.messages, ...third.messages]).toEqual(messages);
  expect(third.next).toBeUndefined();
});

test('what comes late is listed by when it came, however old its words are', async () => {
  const now = NOON + 200 * DAY;
  await given(unmatched('late', { at: NOON - 100 * DAY, arrivedAt: now }));

  expect((await inbox().page({ now, limit: 5 })).messages).toEqual([unmatched('late', { at: NOON - 100 * DAY })]);
});

test('an unmatched text is kept once and sealed, and shown for three weeks', async () => {
  const message = unmatched('sealed', { at: NOON - 100 * DAY });
  expect(await given(message)).toEqual({ kind: 'committed' });
  expect(await given(message)).toMatchObject({ kind: 'stale' });

  const [item] = await reader().collection(`INB#2026-02-23#0`);
  expect(item?.['exp']?.N).toBe(String((NOON + 21 * DAY) / SECOND));
  const bytes = ['fr', 'tx'].map((name) => Buffer.from(item?.[name]?.B ?? []).toString('utf8')).join('');
  expect(bytes).not.toMatch(/王|139/u);
  const page = await inbox().page({ now: NOON, limit: 100 });
  expect(page.messages.map((one) => one.id)).not.toContain('sealed');
});
