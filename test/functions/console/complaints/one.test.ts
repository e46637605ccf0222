import { afterAll, beforeAll, expect, test } from 'vitest';
import { move } from '#domain/case/transition.ts';
import type { Department } from '#domain/words.ts';
import { NOON, openedCase } from '../../../support/cases.ts';
import { complaintDesk, head, stranger } from '../../../support/complaints/desk.ts';
import type { As } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
});
afterAll(() => engine.stop());

test('shows a complaint with its words, and who read them is on the customer’s record', async () => {
  await desk.received('cm1', { category: 'not_owed', severity: 'P2', flags: ['false_overdue'] });

  const told = await desk.shown('cm1');

  expect(told).toMatchObject({
    status: 200,
    body: {
      id: 'cm1',
      customerId: 'u1',
      channel: 'sms',
      kind: 'complaint',
      category: 'not_owed',
      severity: 'P2',
      department: 'hardship',
      status: 'RECEIVED',
      stage: 'NEGOTIATION',
      receivedAt: '2026-06-03T02:00:00Z',
      clocks: [{ policy: 'cn-cbirc-2020', kind: 'ack', state: 'RUNNING' }, { kind: 'decide' }],
      flags: ['false_overdue'],
      offers: [],
      evidence: [],
      timeline: [{ seq: 1, type: 'complaint.received', text: '请帮我分期' }],
    },
  });
  expect((await desk.api.needs.customerEntries('u1', 1))[0]).toMatchObject({
    type: 'texts.read',
    actor: { kind: 'staff', id: 'li.na' },
    facts: { of: 'cm1' },
  });
});

test('a complaint about a contact shows what that contact rested on', async () => {
  await desk.records.opened(openedCase({ id: 'about1' }));
  const decision = {
    verdict: 'ALLOW',
    evidence: [{ kind: 'account', source: 'urn:bank:core', sequence: 7, asOf: NOON, hash: 'ab' }],
  };
  const facts = { attempt: 1, at: { id: 'sms', channel: 'sms', audience: 'customer' }, decision };
  const said = { type: 'contact.claimed', actor: { kind: 'system', name: 'dispatch' }, at: NOON, facts } as const;
  await desk.records.moved('about1', (of) => move(of, {}, said));
  await desk.received('cm2', { caseId: 'about1' });

  const told = await desk.shown('cm2');

  expect(told.body).toMatchObject({
    caseId: 'about1',
    evidence: [{ decisionId: 'about1#2', reasonTrueAtSend: true, sequence: 7, asOf: '2026-06-03T02:00:00Z' }],
  });
});

test('a contact that was found wrongful since had no true reason when it went out', async () => {
  await desk.records.opened(openedCase({ id: 'about2' }));
  const actor = { kind: 'system', name: 'dispatch' } as const;
  const facts = { attempt: 1, at: { id: 'sms', channel: 'sms', audience: 'customer' }, decision: { verdict: 'ALLOW' } };
  await desk.records.moved('about2', (of) => move(of, {}, { type: 'contact.claimed', actor, at: NOON, facts }));
  const wrongful = [{ attempt: 1, at: NOON, channel: 'sms' }];
  const found = { type: 'case.found-wrongful', actor, at: NOON + 1, facts: { wrongful } } as const;
  await desk.records.moved('about2', (of) => move(of, { wrongful: true }, found));
  await desk.received('cm10', { caseId: 'about2' });

  expect((await desk.shown('cm10')).body).toMatchObject({
    evidence: [{ decisionId: 'about2#2', reasonTrueAtSend: false }],
  });
});

test('a complaint of another department, or none, is not there', async () => {
  await desk.received('cm3');

  expect((await desk.shown('cm3', stranger)).status).toBe(404);
  expect((await desk.shown('nobody')).status).toBe(404);
});

test('a complaint’s record can be verified by whoever may see it', async () => {
  await desk.received('cm4');
  const verify = (as: As) => desk.api.ask('GET /v1/audit/{aggregateId}/verify', { aggregateId: 'CMP#cm4' }, { as });

  expect(await verify({ role: 'supervisor', departments: ['hardship'] })).toMatchObject({
    status: 200,
    body: { ok: true, entries: 1 },
  });
  expect((await verify({ role: 'supervisor', departments: ['collections'] })).status).toBe(404);
});

test('a complaint of nobody we know is read by its own key, and who read it is on its own record', async () => {
  const key = (await desk.api.vault.newSubjectKey()).wrapped;
  await desk.received('cm7', { customerId: undefined, key } as object);

  const told = await desk.shown('cm7');
  const again = await desk.shown('cm7');

  expect(told.body).toMatchObject({ version: 2, timeline: [{ text: '请帮我分期' }, { type: 'texts.read' }] });
  expect(again.body).toMatchObject({ version: 2 });
});

test('an answer to a regulator names the references of all complaints that it closes', async () => {
  await desk.received('cm8', { externalRef: 'CBIRC-8' });
  await desk.received('cm9', { externalRef: 'CBIRC-9', linked: [{ complaintId: 'cm8', relation: 'same-matter' }] });
  const body = { decision: 'partly', answer: 'x', reason: 'y', closureCode: 'explanation' };
  await desk.move('cm9', 'decide', body);

  expect((await desk.shown('cm9')).body).toMatchObject({ decision: { externalRefs: ['CBIRC-9', 'CBIRC-8'] } });
});

test('where a complaint was decided with another, its decision tells which one holds the answer', async () => {
  const decision = { decision: 'upheld', closureCode: 'explanation', at: NOON, seq: 2 } as const;
  await desk.received('taken1', { decision: { ...decision, of: 'cm8' } });
  await desk.received('taken2', { decision });

  expect((await desk.shown('taken1')).body).toMatchObject({ decision: { decision: 'upheld', of: 'cm8' } });
  expect((await desk.shown('taken2')).body['decision']).not.toHaveProperty('of');
});

test('a head of departments that are none here stands above no other', async () => {
  await desk.received('elsewhere');
  const elsewhere = { ...head, departments: ['wealth-management' as Department] };

  expect((await desk.shown('elsewhere', head)).status).toBe(200);
  expect((await desk.shown('elsewhere', elsewhere)).status).toBe(404);
});
