import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR } from '#domain/time.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createReader } from '#store/reader.ts';
import { advanceComplaint } from '../../../functions/complaints/advance-complaint.ts';
import { joinComplaints } from '../../../functions/complaints/live.ts';
import { NOON } from '../../support/cases.ts';
import { complaintDesk, supervisor } from '../../support/complaints/desk.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { nextFence } from '../../support/ledgers.ts';
import { standingClock } from '../../support/runtime/fakes-runtime.ts';

let engine: Engine;
beforeEach(async () => {
  engine = await startEngine();
});
afterEach(() => engine.stop());

async function desk(now = NOON + HOUR) {
  const of = await complaintDesk(engine);
  const store = createComplaintStore(createReader(engine.client, engine.tableName));
  const needs = joinComplaints({
    db: engine.client,
    tableName: engine.tableName,
    vault: of.api.vault,
    clock: standingClock(now),
    ids: { fence: nextFence, random: () => 0.5 },
  });
  return {
    ...of,
    look: (id: string) => advanceComplaint({ a: `CMP#${id}`, hops: 0 }, needs),
    state: async (id: string) => (await store.load(id))?.state,
    types: async (id: string) => ((await store.whole(id))?.entries ?? []).map(({ type }) => type),
  };
}

test('a second complaint of the same matter is linked both ways, once, and one decision closes both', async () => {
  const { received, move, look, state, types } = await desk();
  await received('n1', { receivedAt: NOON - HOUR });
  await received('n2', { channel: 'regulator' });

  expect(await look('n2')).toBe('moved');
  expect(await look('n2')).toBe('nothing');
  expect((await state('n2'))?.linked).toEqual([{ complaintId: 'n1', relation: 'same-matter' }]);
  expect((await state('n1'))?.linked).toEqual([{ complaintId: 'n2', relation: 'same-matter' }]);
  expect((await state('n2'))?.clocks.map(({ policy }) => policy)).toContain('cn-12378');

  const contact = { channel: 'phone', at: new Date(NOON).toISOString(), confirmed: false };
  const told = await move('n1', 'resolve', { answer: '已更正', rootCause: 'posting', contact }, supervisor);
  expect(told.status).toBe(200);
  expect(await look('n2')).toBe('moved');

  expect(await state('n2')).toMatchObject({ status: 'RESOLVED', decision: { of: 'n1', decision: 'upheld' } });
  expect(await types('n2')).toEqual(['complaint.received', 'complaint.linked', 'complaint.resolved']);
});

test('a reopening reopens what was closed with it, once, each on its own clocks', async () => {
  const { received, move, look, state } = await desk(NOON);
  await received('n1', { receivedAt: NOON - HOUR });
  await received('n2', { channel: 'regulator', receivedAt: NOON - HOUR / 2 });
  await look('n2');
  const contact = { channel: 'phone', at: new Date(NOON).toISOString(), confirmed: false };
  await move('n1', 'resolve', { answer: '已更正', rootCause: 'posting', contact }, supervisor);
  await look('n2');

  expect((await move('n1', 'reopen', { reason: '客户不满意' }, supervisor)).status).toBe(200);
  expect(await look('n2')).toBe('moved');
  expect(await look('n2')).toBe('nothing');
  expect(await look('n1')).toBe('nothing');

  const again = await state('n2');
  const clocks = again?.clocks.filter(({ policy }) => policy === 'cn-12378') ?? [];
  expect(again).toMatchObject({ status: 'REOPENED', reopened: 1 });
  expect(clocks.find(({ kind }) => kind === 'followUp')?.state).toBe('CANCELLED');
  expect(clocks.find(({ round }) => round === 1)).toMatchObject({ kind: 'decide', state: 'RUNNING' });
});

test('a department that a complaint has left does not close it by another that it links to it', async () => {
  const { received, move, look, state } = await desk();
  await received('n7');
  await move('n7', 'transfer', { department: 'credit-record', reason: '转办' });
  await received('n8');
  expect((await move('n8', 'link', { complaintId: 'n7', relation: 'same' })).body).toMatchObject({
    linked: [{ complaintId: 'n7', alike: true }],
  });
  const contact = { channel: 'phone', at: new Date(NOON).toISOString(), confirmed: false };
  await move('n8', 'resolve', { answer: '已更正', rootCause: 'posting', contact });

  expect(await look('n8')).toBe('nothing');
  expect(await look('n7')).toBe('nothing');
  expect(await state('n7')).toMatchObject({ status: 'RECEIVED', linked: [{ complaintId: 'n8', alike: true }] });
});
