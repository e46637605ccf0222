import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ledger } from '#store/ledger.ts';
import { receiveReply } from '../../../functions/replies/receive-reply.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { caseName, type ReplyWorld, replyWorld } from '../../support/replies.ts';
import { snsEnvelope } from '../../support/runtime/lambda-events.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

async function asked(world: ReplyWorld, id: string, number: string): Promise<void> {
  await world.bank(`u-${id}`, number);
  await world.open({ id, customerId: `u-${id}` });
  await world.work(caseName(id));
}

test('odd text is read like any other and kept readable: NUL, lone surrogates, zero-width characters', async () => {
  const world = replyWorld(engine);
  await asked(world, 'odd', '+8613800004101');
  await world.type('+8613800004101', 'not\u200b me\u0000\ud800');

  const { stored, entries } = await world.whole('odd');
  expect(stored.state.outcome).toBe('DENIED_NOT_ME');
  const reply = entries.find((entry) => entry.type === 'reply.received');
  const { key } = await world.person('u-odd');
  expect(reply === undefined ? '' : await world.opened(key, reply)).toBe('not\u200b me\uFFFD\uFFFD');
});

const enveloped = (message: unknown): string => snsEnvelope(message, new Date(NOON).toISOString());
const sms = (change: object = {}) => ({
  originationNumber: '+8613800004102',
  destinationNumber: '+8610690000',
  messageKeyword: 'K',
  messageBody: '1',
  inboundMessageId: 'odd-1',
  ...change,
});

test('what can never be read is set aside, sealed, and nothing moves', async () => {
  const world = replyWorld(engine);
  const bad: readonly unknown[] = [
    'no json',
    '{"Type":"Notification"}',
    enveloped('not json either'),
    enveloped(sms({ messageBody: undefined })),
    enveloped(sms({ messageBody: 7 })),
    enveloped(sms({ messageBody: 'x'.repeat(1_601) })),
    enveloped(sms({ inboundMessageId: 'with space' })),
    enveloped(sms({ inboundMessageId: '\ud800' })),
    enveloped(sms({ originationNumber: '+86\u0000138' })),
    enveloped(sms({ originationNumber: '' })),
    enveloped([sms()]),
    enveloped(null),
  ];
  for (const body of bad) {
    const { batchItemFailures } = await world.deliver(body);
    expect({ body, batchItemFailures }).toEqual({ body, batchItemFailures: [] });
  }

  const kept = await world.quarantined();
  expect(kept.filter((one) => one.code.startsWith('message.'))).toHaveLength(bad.length);
  expect(await world.inbox()).toEqual([]);
});

test('a carrier may send more fields than we read, and its own short names as senders', async () => {
  const world = replyWorld(engine);
  await world.deliver(enveloped(sms({ originationNumber: '10086', inboundMessageId: 'short', extra: { deep: [1] } })));

  expect((await world.inbox()).map((one) => [one.from, one.text])).toEqual([['10086', '1']]);
});

test('one number is one number however a carrier spells it', async () => {
  const world = replyWorld(engine);
  await asked(world, 'spelled', '+8613800004103');
  await world.type('0086 138-0000-4103', '2');

  expect(await world.caseOf('spelled')).toMatchObject({ outcome: 'DENIED_NOT_ME' });
});

/** A ledger before which something else moves, so many times. */
function overtaken(ledger: Ledger, times: number, move: () => Promise<void>): Ledger {
  let left = times;
  return {
    commit: async (change) => {
      if (left > 0) {
        left -= 1;
        await move();
      }
      return ledger.commit(change);
    },
  };
}

const message = (from: string, body: string, id: string) => ({
  originationNumber: from,
  messageBody: body,
  inboundMessageId: id,
});

test('a case that moves between reading and writing is read again', async () => {
  const world = replyWorld(engine);
  await asked(world, 'moves', '+8613800004104');
  const note = async (): Promise<void> => {
    await world.type('+8613800004104', 'HELP');
  };
  const store = { ...world.replies.store, ledger: overtaken(world.replies.store.ledger, 1, note) };

  const result = await receiveReply(
    message('+8613800004104', '1', 'overtaken'),
    { ...world.replies, store },
    { sentAt: world.now() },
  );

  expect(result).toBe('read');
  expect(await world.caseOf('moves')).toMatchObject({ status: 'RESOLVED' });
});

test('a case that never stands still is left to the queue, and its message is not lost', async () => {
  const world = replyWorld(engine);
  await asked(world, 'restless', '+8613800004105');
  const note = async (): Promise<void> => {
    await world.type('+8613800004105', 'HELP');
  };
  const store = { ...world.replies.store, ledger: overtaken(world.replies.store.ledger, 99, note) };

  const received = receiveReply(
    message('+8613800004105', '1', 'restless'),
    { ...world.replies, store },
    { sentAt: world.now() },
  );

  await expect(received).rejects.toThrow('store.conflict');
  expect((await world.caseOf('restless')).outcome).toBeUndefined();
  await world.type('+8613800004105', '1', { id: 'restless' });
  expect(await world.caseOf('restless')).toMatchObject({ outcome: 'CONFIRMED_GENUINE' });
});

test('nothing that was typed, and no number, is in a log line or in clear in the table', async () => {
  const world = replyWorld(engine);
  await asked(world, 'canary', '+8613800004177');
  await world.type('+8613800004177', 'CANARY-WORDS please complain to the ombudsman');
  await world.type('+8613800004178', 'CANARY-WORDS hello');
  await world.type('+8613800004178', 'STOP');

  expect(JSON.stringify(world.lines)).not.toMatch(/CANARY|1380000417/u);
  const items = await world.everything();
  expect(items.length).toBeGreaterThan(10);
  expect(JSON.stringify(items)).not.toMatch(/CANARY|1380000417/u);
});
