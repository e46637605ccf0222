import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { HOUR, MINUTE, SECOND } from '#domain/time.ts';
import { fromQueue } from '#runtime/from-queue.ts';
import { createReader } from '#store/reader.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import { joinQuarantine, joinReceipts } from '../../../functions/dispatch/live.ts';
import type { StoreParts } from '../../../functions/dispatch/live-store.ts';
import type { DispatchNeeds } from '../../../functions/dispatch/ports.ts';
import { ReceiptEvent } from '../../../functions/dispatch/receipts/receipts.contract.ts';
import { type ReceiptNeeds, recordReceipt } from '../../../functions/dispatch/receipts/record-receipt.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { nextFence } from '../../support/ledgers.ts';
import { addressOf, customerOf, pointOf } from '../../support/records.ts';
import { recordingSurroundings, standingClock } from '../../support/runtime/fakes-runtime.ts';
import { snsEnvelope, sqsEvent, sqsRecord } from '../../support/runtime/lambda-events.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let numbers = 0;
async function texted(world: World, id: string, purpose: 'fraud' | 'service' = 'fraud'): Promise<string> {
  const phone = `+86133${String((numbers += 1)).padStart(8, '0')}`;
  await world.customer(customerOf({ id: customerId(`u-${id}`), phones: [addressOf(phone, { verifiedAt: NOON })] }));
  const service = { purpose: 'account_service', kind: 'dormant', plan: { id: 'contact-data', version: 1 } } as const;
  await world.open({ id, customerId: `u-${id}`, ...(purpose === 'service' ? service : {}) });
  return phone;
}

/** Receipts as they are deployed; numbers are hashed as the records of these tests hash them. */
function receipts(world: World): ReceiptNeeds {
  return { ...world.needs, pointOf: (number) => Promise.resolve(pointOf(number)), fromWire: Number };
}

const eventOf = (to: string, change: Partial<ReceiptEvent> = {}): ReceiptEvent => ({
  eventType: 'TEXT_DELIVERED',
  eventTimestamp: NOON + 5 * SECOND,
  isFinal: true,
  destinationPhoneNumber: to,
  messageId: 'message-1',
  messageRequestTimestamp: NOON,
  context: {},
  ...change,
});
const note = (world: World, event: ReceiptEvent, receiveCount = 1) =>
  recordReceipt(event, receipts(world), { receiveCount });
const receiptOf = async (world: World, id: string) =>
  (await world.caseOf(id)).attempts.findLast((one) => one.channel === 'sms')?.receipt;

test('a receipt is noted at the attempt whose text it is about; the plan does not wait for it and is not moved by it', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'delivered');
  await world.work('CASE#delivered');
  const before = await world.caseOf('delivered');

  expect(await note(world, eventOf(phone))).toBe('recorded');

  expect(await receiptOf(world, 'delivered')).toBe('DELIVERED');
  expect(await world.caseOf('delivered')).toMatchObject({ dueAt: before.dueAt, step: before.step, status: 'WAITING' });
  expect((await world.whole('delivered')).entries.at(-1)).toMatchObject({
    type: 'receipt.recorded',
    at: NOON,
    facts: { reportedAt: NOON + 5_000 },
  });
});

test('doubled and out of order: never backwards, but DELIVERED corrects a failure and says so', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'order');
  await world.work('CASE#order');
  const seen = [];
  for (const eventType of [
    'TEXT_CARRIER_UNREACHABLE',
    'TEXT_PENDING',
    'TEXT_CARRIER_UNREACHABLE',
    'TEXT_DELIVERED',
    'TEXT_TTL_EXPIRED',
  ]) {
    seen.push([await note(world, eventOf(phone, { eventType })), await receiptOf(world, 'order')]);
  }

  expect(seen).toEqual([
    ['recorded', 'UNDELIVERED'],
    ['older', 'UNDELIVERED'],
    ['older', 'UNDELIVERED'],
    ['recorded', 'DELIVERED'],
    ['older', 'DELIVERED'],
  ]);
  expect((await world.whole('order')).entries.at(-1)?.facts).toMatchObject({ state: 'DELIVERED', corrected: true });
});

test.each([
  ['TEXT_SUCCESSFUL', false, 'SENT'],
  ['TEXT_SUCCESSFUL', true, 'DELIVERED'],
  ['TEXT_BLOCKED', true, 'UNDELIVERED'],
  ['TEXT_TTL_EXPIRED', true, 'EXPIRED'],
  ['TEXT_UNKNOWN', true, 'NO_RECEIPT'],
] as const)('%s (final: %s) means %s', async (eventType, isFinal, receipt) => {
  const world = dispatchWorld(engine);
  const id = `means-${eventType.toLowerCase().replaceAll('_', '-')}-${isFinal}`;
  const phone = await texted(world, id);
  await world.work(`CASE#${id}`);
  await note(world, eventOf(phone, { eventType, isFinal }));

  expect(await receiptOf(world, id)).toBe(receipt);
});

test('events that are about no text say nothing', async () => {
  const world = dispatchWorld(engine);

  expect(await note(world, eventOf('+8613300009999', { eventType: 'VOICE_ANSWERED' }))).toBe('ignored');
  expect(await note(world, eventOf('+8613300009999', { eventType: 'toString' }))).toBe('ignored');
});

test('an unknown message is counted and let go at once where every text to the number is noted, or none ever went', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'unknown');
  await world.work('CASE#unknown');

  expect(await note(world, eventOf(phone, { messageId: 'of-somebody-else' }), 1)).toBe('unmatched');
  expect(await note(world, eventOf('+8613800009999', { messageId: 'of-nobody' }), 1)).toBe('unmatched');
  expect(world.figures.get('ReceiptUnmatched')).toBe(2);
  expect(await receiptOf(world, 'unknown')).toBeUndefined();
});

test('while a text to the number is not noted yet, an unknown message may have overtaken its note: it comes again three times', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'overtaken');
  const dying: DispatchNeeds = { ...world.needs, sms: { send: () => Promise.reject(new Error('killed')) } };
  await expect(world.work('CASE#overtaken', dying)).rejects.toThrow('killed');
  const stranger = eventOf(phone, { messageId: 'of-somebody-else', messageRequestTimestamp: NOON - HOUR });

  for (const count of [1, 2, 3]) {
    await expect(note(world, stranger, count)).rejects.toMatchObject({ code: 'receipt.unmatched', retry: 'later' });
  }
  expect(await note(world, stranger, 4)).toBe('unmatched');
  expect(world.figures.get('ReceiptUnmatched')).toBe(1);
});

test('the receipt of a text whose sender died settles the doubt, and it is not sent again', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'died', 'service');
  const { sms } = world.needs;
  const dying: DispatchNeeds = {
    ...world.needs,
    sms: {
      send: async (text) => {
        await sms.send(text);
        throw new Error('killed');
      },
    },
  };
  await expect(world.work('CASE#died', dying)).rejects.toThrow('killed');
  const event = eventOf(phone, { messageId: 'never-noted', messageRequestTimestamp: NOON + 2 * SECOND });

  await expect(note(world, event, 1)).rejects.toMatchObject({ code: 'receipt.unmatched' });
  world.later(2 * MINUTE);
  expect(await note(world, event, 2)).toBe('recorded');

  const of = await world.caseOf('died');
  expect(of.attempts).toMatchObject([{ state: 'ACCEPTED', receipt: 'DELIVERED' }]);
  expect(of).toMatchObject({ status: 'WAITING', step: 1 });
  await world.run('died', 6 * HOUR);
  expect(world.provider.taken).toHaveLength(1);
  expect(await note(world, eventOf(phone, { messageId: 'never-noted' }), 1)).toBe('older');
});

test('a receipt that comes long after its text sets no timer in the past', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'overdue');
  const dying: DispatchNeeds = { ...world.needs, sms: { send: () => Promise.reject(new Error('killed')) } };
  await expect(world.work('CASE#overdue', dying)).rejects.toThrow('killed');
  world.later(15 * MINUTE);

  expect(await note(world, eventOf(phone, { messageId: 'late', messageRequestTimestamp: NOON }), 2)).toBe('recorded');

  expect(await world.caseOf('overdue')).toMatchObject({ status: 'WAITING', dueAt: NOON + 15 * MINUTE });
  expect((await world.whole('overdue')).entries.at(-1)?.effects).toEqual([{ do: 'work', lane: 'urgent' }]);
});

test('of two doubtful texts at one number a receipt without a name settles neither', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'two-1');
  await world.open({ id: 'two-2', customerId: 'u-two-1' });
  world.provider.will('lost', 'lost');
  await world.work('CASE#two-1');
  await world.work('CASE#two-2');
  const event = eventOf(phone, { messageId: 'either' });

  await expect(note(world, event, 3)).rejects.toMatchObject({ code: 'receipt.unmatched' });
  expect(await note(world, event, 4)).toBe('unmatched');
});

test('a message that names its attempt is matched by it, but only at the number the attempt went to', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'named');
  await world.work('CASE#named');
  const context = { attemptId: 'named.2' };

  expect(await note(world, eventOf(phone, { messageId: 'other', context }))).toBe('recorded');
  expect(await note(world, eventOf('+8613300008888', { messageId: 'other', context }), 4)).toBe('unmatched');
  expect(await note(world, eventOf(phone, { context: { attemptId: 'nobody.1' } }), 4)).toBe('unmatched');
});

test('a number that is none is suspect from then on, and the plan goes on without it', async () => {
  const world = dispatchWorld(engine);
  const phone = await texted(world, 'invalid');
  await world.work('CASE#invalid');

  await note(world, eventOf(phone, { eventType: 'TEXT_INVALID' }));
  await world.run('invalid', 0);

  expect((await world.caseOf('invalid')).attempts.at(-1)).toMatchObject({ step: 'call', state: 'QUEUED' });
  expect(world.provider.taken).toHaveLength(1);

  const point = await world.pointOf(pointOf(phone));
  expect(point.suspect).toEqual({ at: NOON + 5 * SECOND, reason: 'TEXT_INVALID' });
  expect(await world.needs.store.timeline.entry('point', point.id, point.version)).toMatchObject({
    type: 'contact-point.suspected',
  });
});

test('the queue’s entry reads the topic’s envelope; what is no receipt is kept sealed and does not come again', async () => {
  const world = dispatchWorld(engine);
  const vault = vaultOn(engine);
  const around = recordingSurroundings();
  const clock = standingClock(NOON);
  const parts: StoreParts = {
    db: engine.client,
    tableName: engine.tableName,
    vault,
    clock,
    ids: { fence: nextFence, random: () => 0 },
    count: around.metrics.count,
  };
  const handler = fromQueue({
    schema: ReceiptEvent,
    envelope: 'sns',
    run: recordReceipt,
    quarantine: (bad, needs) => needs.quarantine(bad),
    live: () => ({ ...joinReceipts(parts), ...receipts(world), quarantine: joinQuarantine(parts) }),
    clock,
    around,
  });
  const phone = await texted(world, 'entry');
  await world.work('CASE#entry');

  const good = sqsRecord(snsEnvelope(eventOf(phone)));
  const bad = sqsRecord(snsEnvelope({ eventType: 'TEXT_DELIVERED', destinationPhoneNumber: phone }));
  const none = sqsRecord('no json');
  expect(await handler(sqsEvent(good, bad, none))).toEqual({ batchItemFailures: [] });

  expect(await receiptOf(world, 'entry')).toBe('DELIVERED');
  const reader = createReader(engine.client, engine.tableName);
  const kept = await createQuarantineStore({ reader, db: engine.client, table: engine.tableName, vault }).page({
    now: clock.fromWire('1767225600000'),
    limit: 10,
  });
  expect(kept.items.map((item) => item.code).toSorted()).toEqual(['message.invalid', 'message.not-json']);
});
