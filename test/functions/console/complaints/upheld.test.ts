import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, HOUR } from '#domain/time.ts';
import { attempt, caseOf, NOON, withAttempts } from '../../../support/cases.ts';
import { complaintDesk } from '../../../support/complaints/desk.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
});
afterAll(() => engine.stop());

const DECISION = { answer: '您并无欠款', reason: '核对无误', closureCode: 'explanation' };
const decide = (id: string, decision: string) => desk.move(id, 'decide', { decision, ...DECISION });
/** A debt case that sent a text an hour before noon, and one an hour after. */
const contacted = (id: string, openedAt = NOON - DAY, accountId = 'a1') =>
  desk.records.opened(
    withAttempts(
      caseOf('debt', { id, openedAt, accountId, status: 'RESOLVED', outcome: 'DISPUTED', resolvedAt: NOON }),
      [attempt(1, { at: NOON - HOUR }), attempt(2, { at: NOON + HOUR })],
    ),
  );
const stored = (id: string) => desk.api.needs.cases.load(id);

test('an upheld complaint about a contact marks its case: what it had sent up to the complaint', async () => {
  await contacted('up1');
  await desk.received('cmp-up1', { category: 'not_owed', caseId: 'up1' });

  expect(await decide('cmp-up1', 'upheld')).toMatchObject({ status: 200 });

  expect((await stored('up1'))?.state).toMatchObject({ wrongful: true, status: 'RESOLVED', outcome: 'DISPUTED' });
  const told = await desk.api.ask('GET /v1/cases/{id}', { id: 'up1' });
  expect(told.body['timeline']).toMatchObject([{}, { type: 'case.found-wrongful', actor: { kind: 'staff' } }]);
});

test('a complaint that came by another way finds the newest debt contact of its customer', async () => {
  await contacted('up2', NOON - 3 * DAY, 'a2');
  await contacted('up3', NOON - 2 * DAY, 'a2');
  await desk.received('cmp-up3', { category: 'other', flags: ['false_overdue'], accountId: 'a2' });

  await decide('cmp-up3', 'upheld');

  expect((await stored('up3'))?.state.wrongful).toBe(true);
  expect((await stored('up2'))?.state.wrongful).toBeUndefined();
});

test.each([
  ['rejected', { category: 'not_owed', caseId: 'up4' }, 'rejected'],
  ['about something else', { category: 'credit_record', caseId: 'up4' }, 'upheld'],
] as const)('a complaint that is %s marks nothing', async (how, change, decision) => {
  if ((await stored('up4')) === undefined) await contacted('up4');
  await desk.received(`cmp-${how.length}`, change);

  expect(await decide(`cmp-${how.length}`, decision)).toMatchObject({ status: 200 });

  expect((await stored('up4'))?.state.wrongful).toBeUndefined();
});
