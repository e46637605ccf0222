import { afterAll, beforeAll, expect, test } from 'vitest';
import { move } from '#domain/case/transition.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { type Entry, GENESIS } from '#store/codecs/entry.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { type Fold, take } from '../../../functions/console/views/attempt-fold.ts';
import { claimedCase, NOON, openedCase } from '../../support/cases.ts';
import { agent, consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
let records: ReturnType<typeof recordsOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  records = recordsOn(engine, api.vault);
  await records.customer();
});
afterAll(() => engine.stop());

const collections = { role: 'agent', departments: ['collections'] } as const;
const held = {
  since: NOON,
  ruleIds: ['hold.first-flag'],
  recheckAt: NOON + MINUTE,
  cause: 'hold.first-flag',
  rechecks: 0,
} as const;
const idsIn = (told: { body: Readonly<Record<string, unknown>> }): string[] =>
  (told.body['items'] as { id: string }[]).map(({ id }) => id);

test('lists the open cases of a queue, longest open first, page by page', async () => {
  for (const [index, status] of (['WAITING', 'HUMAN', 'HELD', 'RESOLVED', 'RECEIVED'] as const).entries()) {
    const openedAt = NOON - index * MINUTE;
    await records.opened(
      openedCase({ id: `q${index}`, department: 'branch', status, openedAt, ...(status === 'HELD' ? { held } : {}) }),
    );
  }
  const as = { role: 'supervisor', departments: ['branch'] } as const;

  const first = await api.ask('GET /v1/cases', {}, { as, query: { queue: 'branch', limit: '3' } });
  const second = await api.ask(
    'GET /v1/cases',
    {},
    { as, query: { queue: 'branch', limit: '3', cursor: String(first.body['cursor']) } },
  );

  expect([idsIn(first), idsIn(second)]).toEqual([['q4', 'q2', 'q1'], ['q0']]);
  expect(second.body).not.toHaveProperty('cursor');
});

test('lists of a queue only what is asked for by status and purpose', async () => {
  const as = { role: 'head' } as const;
  const ask = (query: Record<string, string>) =>
    api.ask('GET /v1/cases', {}, { as, query: { queue: 'branch', ...query } });

  expect(idsIn(await ask({ status: 'HELD' }))).toEqual(['q2']);
  expect(idsIn(await ask({ status: 'RECEIVED' }))).toEqual(['q4']);
  expect(idsIn(await ask({ purpose: 'welfare' }))).toEqual([]);
  expect(await ask({ status: 'CLOSED' })).toMatchObject({ status: 400, body: { issues: [{ pointer: '/status' }] } });
});

test('lists the cases of a customer, newest first, as far as they are of the caller’s departments', async () => {
  await records.opened(openedCase({ id: 'm1', customerId: 'many', openedAt: NOON, status: 'RESOLVED' }));
  await records.opened(openedCase({ id: 'm2', customerId: 'many', openedAt: NOON + 1, department: 'collections' }));
  await records.opened(openedCase({ id: 'm3', customerId: 'many', openedAt: NOON + 2 }));

  const told = await api.ask('GET /v1/cases', {}, { as: agent, query: { customerId: 'many' } });
  const first = await api.ask('GET /v1/cases', {}, { query: { customerId: 'many', limit: '2' } });
  const rest = await api.ask(
    'GET /v1/cases',
    {},
    { query: { customerId: 'many', cursor: String(first.body['cursor']) } },
  );
  const resolved = await api.ask('GET /v1/cases', {}, { query: { customerId: 'many', status: 'RESOLVED' } });

  expect(idsIn(told)).toEqual(['m3', 'm1']);
  expect([...idsIn(first), ...idsIn(rest)]).toEqual(['m3', 'm2', 'm1']);
  expect(idsIn(resolved)).toEqual(['m1']);
});

test.each([{}, { queue: 'branch', customerId: 'u1' }])('refuses a list of neither or both: %j', async (query) => {
  expect(await api.ask('GET /v1/cases', {}, { query })).toMatchObject({
    status: 400,
    body: { code: 'request.invalid' },
  });
});

test.each(['garbage', 'x'.repeat(600), Buffer.from('CASE#1').toString('base64url'), '%%%', ''])(
  'refuses the cursor %s',
  async (cursor) => {
    const told = await api.ask('GET /v1/cases', {}, { query: { customerId: 'u1', cursor } });

    expect(told.status).toBe(400);
    expect(['request.cursor-invalid', 'request.invalid']).toContain(told.body['code']);
  },
);

test.each(['0', '101', '-1', '1e2', 'many'])('refuses the limit %s', async (limit) => {
  const told = await api.ask('GET /v1/cases', {}, { query: { customerId: 'u1', limit } });

  expect(told).toMatchObject({ status: 400, body: { issues: [{ pointer: '/limit' }] } });
});

test('a case of another department, and its queue, are not there', async () => {
  await records.opened(openedCase({ id: 'other1' }));

  for (const route of ['GET /v1/cases/{id}', 'GET /v1/cases/{id}/why', 'POST /v1/cases/{id}/close']) {
    const body = route.startsWith('POST') ? { body: { reason: 'x' } } : {};
    const told = await api.ask(route, { id: 'other1' }, { as: collections, ...body });
    expect(told).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
  }
  const list = await api.ask('GET /v1/cases', {}, { as: collections, query: { queue: 'fraud-desk' } });
  expect(list.status).toBe(404);
});

test('shows a case with its timeline, and who read its texts is on the customer’s record, once an hour', async () => {
  await records.opened(openedCase({ id: 'read1' }));
  const key = (await api.needs.people.load('u1'))?.key ?? new Uint8Array();
  const place = { ...entryKey(aggregateName('case', 'read1'), 2), attribute: 's' };
  const sealed = await api.vault.seal(key, place, '是我本人 1');
  const said = {
    type: 'reply.received',
    actor: { kind: 'customer' },
    at: NOON,
    facts: { intent: 'confirm', trust: 2, audience: 'customer', token: '4K' },
  } as const;
  const joinedAmount = { minor: 6_000_000, currency: 'CNY' };
  await records.moved('read1', (of) => move(of, { joinedAmount }, said), sealed);

  const told = await api.ask('GET /v1/cases/{id}', { id: 'read1' }, { as: agent });
  await api.ask('GET /v1/cases/{id}', { id: 'read1' }, { as: agent });
  await api.ask('GET /v1/cases/{id}', { id: 'read1' }, { as: { ...agent, staff: 'other' } });
  api.time.now = NOON + 61 * MINUTE;
  await api.ask('GET /v1/cases/{id}', { id: 'read1' }, { as: agent });
  api.time.now = NOON;

  expect(told).toMatchObject({
    status: 200,
    body: {
      id: 'read1',
      customerId: 'u1',
      version: 2,
      plan: { id: 'fraud-card', version: 1 },
      step: 'push',
      reason: { code: 'unusual-amount' },
      joinedAmount: { amount: '60000.00', currency: 'CNY' },
      replies: [{ intent: 'confirm', trust: 2, token: '4K', text: '是我本人 1' }],
      timeline: [
        { seq: 1, type: 'case.opened' },
        { seq: 2, type: 'reply.received', text: '是我本人 1' },
      ],
    },
  });
  const notes = (await api.needs.customerEntries('u1', 20)).filter(({ facts }) => facts['of'] === 'read1');
  expect(notes.map(({ type, actor, at }) => [type, actor, at])).toEqual([
    ['texts.read', { kind: 'staff', id: 'li.na' }, NOON + 61 * MINUTE],
    ['texts.read', { kind: 'staff', id: 'other' }, NOON],
    ['texts.read', { kind: 'staff', id: 'li.na' }, NOON],
  ]);
});

test('looking at a case without texts, or moving one with them, leaves no note', async () => {
  await records.customer({ id: 'quiet' as never });
  await records.opened(openedCase({ id: 'quiet1', customerId: 'quiet' }));
  await api.ask('GET /v1/cases/{id}', { id: 'quiet1' }, { as: agent });

  const moved = await api.ask(
    'POST /v1/cases/{id}/hold',
    { id: 'quiet1' },
    { as: agent, body: { reason: '客户要求' } },
  );

  expect(moved.status).toBe(200);
  expect(JSON.stringify(moved.body)).not.toContain('客户要求');
  expect((await api.needs.customerEntries('quiet', 20)).map(({ type }) => type)).toEqual(['customer.registered']);
});

test('a text whose key is gone stays closed, and the case is told without it', async () => {
  await records.opened(openedCase({ id: 'gone1' }));
  const stranger = await api.vault.newSubjectKey();
  const sealed = stranger.seal({ ...entryKey(aggregateName('case', 'gone1'), 2), attribute: 's' }, 'secret');
  await records.moved(
    'gone1',
    (of) => move(of, {}, { type: 'note', actor: { kind: 'customer' }, at: NOON, facts: {} }),
    sealed,
  );

  const told = await api.ask('GET /v1/cases/{id}', { id: 'gone1' }, { as: agent });

  expect(told.status).toBe(200);
  expect(JSON.stringify(told.body)).not.toContain('secret');
});

test('tells of each attempt the receipt by now: none within three days is told as such', async () => {
  const claimed = claimedCase({ id: 'receipt1' });
  const attempts = claimed.attempts.map((one) => ({ ...one, state: 'ACCEPTED' as const }));
  await records.opened({ ...claimed, attempts });
  const seen = async () => (await api.ask('GET /v1/cases/{id}', { id: 'receipt1' }, { as: agent })).body['attempts'];

  expect(await seen()).toMatchObject([{ state: 'ACCEPTED', receipt: 'NONE', receipts: [] }]);
  api.time.now = NOON + 73 * HOUR;
  expect(await seen()).toMatchObject([{ state: 'ACCEPTED', receipt: 'NO_RECEIPT' }]);
  api.time.now = NOON;
});

test('a text of which only the answer to it tells is shown as taken, when the case has long gone on, too', () => {
  const entry = (seq: number, type: string, facts: Entry['facts']): Entry => ({
    aggregate: 'CASE#long1',
    seq,
    type,
    at: NOON,
    actor: { kind: 'customer' },
    facts,
    effects: [],
    previous: GENESIS,
    hash: GENESIS,
  });
  const at = { id: 'sms1', channel: 'sms', audience: 'customer' };
  const claimed = entry(1, 'contact.claimed', { attempt: 1, at, decision: { verdict: 'ALLOW' } });
  const fold: Fold = { caseId: 'long1', told: new Map(), last: 0 };

  take(fold, claimed);
  take(fold, entry(2, 'reply.received', { attempt: 1 }));
  expect(fold.told.get(1)).toMatchObject({ state: 'CLAIMED' });
  take(fold, entry(3, 'reply.received', { attempt: 1, settles: 'CLAIMED' }));
  expect(fold.told.get(1)).toMatchObject({ state: 'ACCEPTED' });
});
