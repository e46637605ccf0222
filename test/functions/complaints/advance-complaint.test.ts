import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '#domain/time.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createReader } from '#store/reader.ts';
import { advanceComplaint } from '../../../functions/complaints/advance-complaint.ts';
import { joinComplaints } from '../../../functions/complaints/live.ts';
import { complaintDesk, supervisor } from '../../support/complaints/desk.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { standingClock } from '../../support/runtime/fakes-runtime.ts';

let engine: Engine;
beforeEach(async () => {
  engine = await startEngine();
});
afterEach(() => engine.stop());

async function desk() {
  const of = await complaintDesk(engine);
  const reader = createReader(engine.client, engine.tableName);
  const complaints = createComplaintStore(reader);
  let fences = 0;
  const advance = (id: string, now: Instant) =>
    advanceComplaint(
      { a: `CMP#${id}`, hops: 0 },
      joinComplaints({
        db: engine.client,
        tableName: engine.tableName,
        vault: of.api.vault,
        clock: standingClock(now),
        ids: {
          fence: () => Uint8Array.of(9, 9, 9, 9, 9, 9, 9, (fences += 1)),
          random: () => 0.5,
        },
      }),
    );
  const stored = async (id: string) => (await complaints.load(id))?.state;
  const types = async (id: string) => ((await complaints.whole(id))?.entries ?? []).map(({ type }) => type);
  return { ...of, advance, stored, types, cases: createCaseStore(reader) };
}

test('notices of a clock are written once, at their time, however often the message comes', async () => {
  const { received, advance, stored, types } = await desk();
  await received('m7');
  const due = (await stored('m7'))?.clocks.map((clock) => clock.dueAt) ?? [];
  const last = Math.max(...due);

  expect(await advance('m7', last)).toBe('moved');
  expect(await advance('m7', last)).toBe('nothing');

  expect((await types('m7')).filter((type) => type === 'complaint.clocks-told')).toHaveLength(1);
  expect((await stored('m7'))?.clocks.map((clock) => clock.state)).toEqual(due.map(() => 'BREACHED'));
});

test('a resolved complaint asks its customer the next morning by a case of its own, opened with the resolution', async () => {
  const { received, move, advance, stored, cases } = await desk();
  await received('m8');
  const contact = {
    channel: 'phone',
    at: new Date((await stored('m8'))?.receivedAt ?? 0).toISOString(),
    confirmed: false,
  };
  const told = await move('m8', 'resolve', { answer: '已处理', rootCause: 'delay', contact }, supervisor);
  expect(told.status).toBe(200);
  const plannedFor = (await stored('m8'))?.followUp?.plannedFor ?? 0;

  expect(await advance('m8', plannedFor)).toBe('nothing');
  const caseId = (await stored('m8'))?.followUp?.caseId ?? '';
  expect((await cases.load(caseId))?.state).toMatchObject({
    complaintId: 'm8',
    about: { what: 'follow-up' },
    plan: { id: 'follow-up' },
    status: 'RECEIVED',
    dueAt: plannedFor,
  });
});

test('two complaints of a customer resolved at once ask once: one gives way before the morning', async () => {
  const { received, move, advance, stored } = await desk();
  await Promise.all([received('m8'), received('m9')]);
  const at = new Date((await stored('m8'))?.receivedAt ?? 0).toISOString();
  const contact = { channel: 'phone', at, confirmed: false };
  const resolving = { answer: '已处理', rootCause: 'delay', contact };
  await Promise.all(['m8', 'm9'].map((id) => move(id, 'resolve', resolving, supervisor)));
  const { resolvedAt = 0 } = (await stored('m9')) ?? {};

  await Promise.all(['m8', 'm9'].map((id) => advance(id, resolvedAt)));

  const asking = [(await stored('m8'))?.followUp?.caseId, (await stored('m9'))?.followUp?.caseId];
  expect(asking.filter((caseId) => caseId !== undefined)).toHaveLength(1);
});

test('a message that names no complaint, or one that is not there, changes nothing', async () => {
  const { advance } = await desk();

  expect(await advance('none', 1)).toBe('unknown');
});
