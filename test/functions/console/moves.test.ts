import { afterAll, beforeAll, expect, test } from 'vitest';
import { toPerson } from '#domain/case/task.ts';
import { move } from '#domain/case/transition.ts';
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

const body = { reason: '客户来电要求' };
const ask = (route: string, id: string, more: object = body) =>
  api.ask(`POST /v1/cases/{id}/${route}`, { id }, { as: agent, body: more });
const entriesOf = async (id: string) => (await api.needs.cases.whole(id))?.entries ?? [];

test('closes a case by decision of a person: the reason stands sealed in the entry, never in clear', async () => {
  await records.opened(openedCase({ id: 'close1' }));

  const told = await ask('close', 'close1');

  expect(told).toMatchObject({
    status: 200,
    body: { id: 'close1', status: 'CLOSED', outcome: 'STOPPED_BY_OPS', version: 2 },
  });
  const closed = (await entriesOf('close1'))[1];
  expect(closed).toMatchObject({
    type: 'case.closed',
    actor: { kind: 'staff', id: 'li.na' },
    facts: { reason: 'noted' },
  });
  const seen = await api.ask('GET /v1/cases/{id}', { id: 'close1' }, { as: agent });
  expect(seen.body['timeline']).toMatchObject([{ seq: 1 }, { seq: 2, text: '客户来电要求' }]);
});

test('a closed case leaves its queue', async () => {
  await records.opened(openedCase({ id: 'close2', department: 'payments' }));
  const as = { role: 'agent', departments: ['payments'] } as const;
  await api.ask('POST /v1/cases/{id}/close', { id: 'close2' }, { as, body });

  const told = await api.ask('GET /v1/cases', {}, { as, query: { queue: 'payments' } });

  expect(told.body).toEqual({ items: [] });
});

test('holds a case and lets it go on at once', async () => {
  await records.opened(openedCase({ id: 'hold1' }));

  const held = await ask('hold', 'hold1');
  const resumed = await ask('resume', 'hold1');

  expect(held.body).toMatchObject({ status: 'HELD', held: { ruleIds: ['hold.staff'], cause: 'staff' } });
  expect(resumed.body).toMatchObject({ status: 'WAITING', version: 3 });
  expect(resumed.body).not.toHaveProperty('held');
  expect((await entriesOf('hold1'))[2]?.effects).toContainEqual({ do: 'work', lane: 'urgent' });
});

test.each([
  ['close', 'CLOSED', 'case.ended', []],
  ['hold', 'RESOLVED', 'case.ended', ['close']],
  ['hold', 'CLOSED', 'case.ended', []],
  ['resume', 'WAITING', 'case.not-held', ['hold', 'close']],
  ['resume', 'RESOLVED', 'case.not-held', ['close']],
] as const)('refuses to %s a case that is %s, and says what is possible', async (route, status, code, legal) => {
  const id = `illegal-${route}-${status}`;
  await records.opened(openedCase({ id, status }));

  const told = await ask(route, id);

  expect(told).toMatchObject({
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
    body: { code, legal },
  });
  expect(await entriesOf(id)).toHaveLength(1);
});

test('refuses a second hold by staff', async () => {
  await records.opened(openedCase({ id: 'hold2' }));
  await ask('hold', 'hold2');

  expect(await ask('hold', 'hold2')).toMatchObject({
    status: 409,
    body: { code: 'case.already-held', legal: ['resume', 'close'] },
  });
});

test('refuses a decision made on a version that has passed, and takes one made on the newest', async () => {
  await records.opened(openedCase({ id: 'version1' }));
  await ask('hold', 'version1');

  const stale = await ask('close', 'version1', { ...body, expectedVersion: 1 });
  const fresh = await ask('close', 'version1', { ...body, expectedVersion: 2 });

  expect(stale).toMatchObject({ status: 409, body: { code: 'case.version-moved' } });
  expect(fresh).toMatchObject({ status: 200, body: { status: 'CLOSED', version: 3 } });
});

test('two decisions at once: without an expected version both are made, one after the other', async () => {
  await records.opened(openedCase({ id: 'race1' }));

  const told = await Promise.all([ask('hold', 'race1'), ask('close', 'race1')]);

  expect(told.map(({ status }) => status)).toContain(200);
  const types = (await entriesOf('race1')).map(({ type }) => type);
  expect(types).toContain('case.closed');
});

test('two decisions on the same version: one is made, the other is told', async () => {
  await records.opened(openedCase({ id: 'race2' }));
  const on = { ...body, expectedVersion: 1 };

  const told = await Promise.all([ask('hold', 'race2', on), ask('hold', 'race2', on)]);

  expect(told.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
  expect(await entriesOf('race2')).toHaveLength(2);
});

test('a case that others move without end is not decided on: the caller is asked to come back', async () => {
  await records.opened(openedCase({ id: 'busy1' }));
  const busy = consoleOn(engine, { needs: { ...api.needs, move: () => Promise.resolve('stale') } });

  const told = await busy.ask('POST /v1/cases/{id}/close', { id: 'busy1' }, { as: agent, body });

  expect(told).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { code: 'store.conflict' } });
});

async function doubtful(id: string): Promise<void> {
  const claimed = claimedCase({ id });
  const attempts = claimed.attempts.map((one) => ({ ...one, state: 'IN_DOUBT' as const }));
  await records.opened({ ...claimed, attempts, version: 1 });
  const said = { type: 'contact.in-doubt', actor: { kind: 'system', name: 'sweep' }, at: NOON, facts: {} } as const;
  await records.moved(id, (of) => toPerson(of, { task: { kind: 'unknown-send', attempt: 1 }, said }, NOON));
}

test.each(['ACCEPTED', 'NOT_SENT'] as const)(
  'decides that a text of unknown fate was %s: its task is done, the plan goes on',
  async (state) => {
    const id = `doubt-${state}`;
    await doubtful(id);
    const attemptId = `${id}.1`;

    const told = await ask('resolve-unknown', id, { attemptId, state, reason: '运营商已查' });

    expect(told).toMatchObject({ status: 200, body: { status: 'WAITING', attempts: [{ id: attemptId, state }] } });
    expect((await api.needs.cases.whole(id))?.tasks).toMatchObject([{ kind: 'unknown-send', state: 'DONE' }]);
  },
);

test('refuses to decide on an attempt that is not in doubt, of another case, or that never was', async () => {
  await doubtful('doubt3');
  const of = (attemptId: string) => ask('resolve-unknown', 'doubt3', { attemptId, state: 'ACCEPTED', reason: 'x' });
  await of('doubt3.1');

  expect(await of('doubt3.1')).toMatchObject({ status: 409, body: { code: 'case.attempt-not-in-doubt' } });
  expect(await of('doubt3.9')).toMatchObject({ status: 409, body: { code: 'case.no-such-attempt' } });
  expect(await of('doubt-ACCEPTED.1')).toMatchObject({ status: 409, body: { code: 'case.no-such-attempt' } });
  expect(await of('rubbish')).toMatchObject({ status: 400, body: { issues: [{ pointer: '/attemptId' }] } });
});

test('answers why: what was known at each contact, what kept one from going out, and what came later', async () => {
  await records.opened(openedCase({ id: 'why1' }));
  const decision = {
    verdict: 'ALLOW',
    rules: [],
    evidence: [{ kind: 'account', source: 'urn:bank:core', sequence: 7, asOf: NOON, hash: 'ab' }],
    counters: [{ rule: 'cap.number', before: 1, limit: 5 }],
    localTime: '2026-06-03T10:00:00+08:00',
    zone: 'Asia/Shanghai',
    policy: { plan: 'fraud-card@1:abc', jurisdictions: ['CN@1:def'] },
    templateId: 'fraud.ask.zh-CN.L2@1',
    textHash: 'cd',
  };
  const at = { id: 'sms', channel: 'sms', audience: 'customer' };
  const actor = { kind: 'system', name: 'dispatch' } as const;
  await records.moved('why1', (of) =>
    move(of, {}, { type: 'contact.claimed', actor, at: NOON, facts: { attempt: 1, at, decision } }),
  );
  const refused = { ...decision, verdict: 'HOLD', rules: ['evidence.stale'] };
  await records.moved('why1', (of) =>
    move(of, {}, { type: 'case.held', actor, at: NOON, facts: { decision: refused } }),
  );
  await records.moved('why1', (of) =>
    move(of, {}, { type: 'case.cleared', actor, at: NOON, facts: { what: 'account.state', asOf: NOON, sequence: 9 } }),
  );

  const told = await api.ask('GET /v1/cases/{id}/why', { id: 'why1' }, { as: agent });

  expect(told.body).toMatchObject({
    caseId: 'why1',
    contacts: [
      {
        decisionId: 'why1#2',
        verdict: 'ALLOW',
        evidence: [{ kind: 'account', sequence: 7, asOf: '2026-06-03T02:00:00Z', hash: 'ab' }],
        counters: [{ rule: 'cap.number', before: 1, limit: 5 }],
        localTime: '2026-06-03T10:00:00+08:00',
        zone: 'Asia/Shanghai',
        templateId: 'fraud.ask.zh-CN.L2@1',
        textHash: 'cd',
        policy: { plan: 'fraud-card@1:abc', jurisdictions: ['CN@1:def'] },
      },
    ],
    refused: [{ decisionId: 'why1#3', verdict: 'HOLD', rules: ['evidence.stale'] }],
    laterChanges: [{ sequence: 9, asOf: '2026-06-03T02:00:00Z', what: 'account.state' }],
  });
});
