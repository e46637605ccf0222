import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessageToSend } from '#channels/queue.ts';
import type { Notice } from '#channels/topic.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { MINUTE, SECOND } from '#domain/time.ts';
import { fromStream } from '#runtime/from-stream.ts';
import { chain, GENESIS, type toItem } from '#store/codecs/entry.ts';
import { entriesOf } from '#store/codecs/feed/new-entries.ts';
import { createReader } from '#store/reader.ts';
import { joinRelay } from '../../../functions/ledger/live.ts';
import { relay } from '../../../functions/ledger/relay.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { recordingSurroundings } from '../../support/runtime/fakes-runtime.ts';
import { streamEvent, streamRecord } from '../../support/runtime/lambda-events.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const entryOf = (change: Partial<EntryDraft>, seq = 1) =>
  chain(
    { type: 'case.opened', actor: { kind: 'system', name: 'test' }, at: NOON, facts: {}, effects: [], ...change },
    { aggregate: 'CASE#c1', seq, previous: GENESIS },
  );

/** The relay joined to queues and a topic that keep what they are given; `refuse` names what they do not take. */
function joined(refuse: { queue?: readonly number[]; topic?: readonly number[] } = {}) {
  const sent: [string, MessageToSend][] = [];
  const told: Notice[] = [];
  const needs = joinRelay({
    queue: {
      sendAll: (url, messages) => {
        sent.push(...messages.map((message): [string, MessageToSend] => [url, message]));
        return Promise.resolve(refuse.queue ?? []);
      },
    },
    urls: { urgent: 'urgent', normal: 'normal', bulk: 'bulk', complaints: 'complaints' },
    notices: {
      publishAll: (notices) => {
        told.push(...notices);
        return Promise.resolve(refuse.topic ?? []);
      },
    },
    now: () => NOON,
  });
  return { needs, sent, told };
}

test('work goes to its lane at once, or delayed to its second with the instant it is for', async () => {
  const { needs, sent } = joined();
  const entry = entryOf({
    effects: [
      { do: 'work', lane: 'urgent' },
      { do: 'work', lane: 'bulk', at: NOON + 15 * SECOND + 1 },
      { do: 'wake', customerId: 'u1' },
      { do: 'work', lane: 'bulk', at: NOON - MINUTE },
      { do: 'work', lane: 'bulk', at: NOON + 60 * MINUTE },
    ],
  });

  expect(await relay([entry], needs)).toEqual({ work: 5, notices: 0 });

  const body = { a: 'CASE#c1', seq: 1, hops: 0 };
  expect(sent).toEqual([
    ['urgent', { body }],
    ['bulk', { body: { ...body, due: NOON + 15 * SECOND + 1 }, delaySeconds: 16 }],
    ['bulk', { body: { ...body, due: NOON - MINUTE } }],
    ['bulk', { body: { ...body, due: NOON + 60 * MINUTE }, delaySeconds: 900 }],
    ['normal', { body }],
  ]);
});

test('a notice has a stable id, the time of its fact and no word beyond ids', async () => {
  const { needs, told } = joined();
  const notify = {
    do: 'notify',
    type: 'case.opened',
    purpose: 'welfare',
    department: 'contact-centre',
    data: { caseId: 'c1', customerId: 'u1' },
  } as const;
  const entry = entryOf({ effects: [notify, { ...notify, type: 'account.hold-requested' }] }, 4);

  await relay([entry], needs);
  await relay([entry], needs);

  expect(told.slice(0, 2)).toEqual([
    {
      id: 'c1#4',
      subject: 'c1',
      type: 'liaison.case.opened.v1',
      time: '2026-06-03T02:00:00Z',
      sequence: 4,
      data: { caseId: 'c1', customerId: 'u1' },
      attributes: { purpose: 'welfare', department: 'contact-centre' },
    },
    expect.objectContaining({ id: 'c1#4.2', type: 'liaison.account.hold-requested.v1' }),
  ]);
  expect(told.slice(2)).toEqual(told.slice(0, 2));
});

test('what a queue or the topic does not take fails the batch, so that it comes again', async () => {
  const work = entryOf({ effects: [{ do: 'work', lane: 'urgent' }] });
  const notice = entryOf({ effects: [{ do: 'notify', type: 'case.opened', data: {} }] });

  await expect(relay([work], joined({ queue: [0] }).needs)).rejects.toMatchObject({ code: 'channel.queue-refused' });
  await expect(relay([notice], joined({ topic: [0] }).needs)).rejects.toMatchObject({ code: 'channel.topic-refused' });
});

test('an aggregate nobody knows yet is relayed like any other', async () => {
  const { needs, told } = joined();
  const probe = { ...entryOf({ effects: [{ do: 'notify', type: 'case.opened', data: {} }] }), aggregate: 'PROBE#7' };

  await relay([probe], needs);

  expect(told).toMatchObject([{ id: '7#1', subject: '7' }]);
});

/** An item as the stream's trigger delivers it: bytes are base64 text. */
const wire = (item: ReturnType<typeof toItem>) =>
  JSON.parse(
    JSON.stringify(item, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ),
  ) as Parameters<typeof streamRecord>[1];

test('the stream’s entry reads new timeline entries as the ledger wrote them, and nothing else', async () => {
  const world = dispatchWorld(engine);
  await world.open({ id: 'streamed' });
  const items = await createReader(engine.client, engine.tableName).collection('CASE#streamed', 'E#');
  const { needs, sent, told } = joined();
  const around = recordingSurroundings();
  const handler = fromStream({
    run: async (records, relaying: typeof needs) => {
      await relay(entriesOf(records), relaying);
      return undefined;
    },
    live: () => needs,
    around,
  });
  const records = items.map((item, index) => streamRecord(String(index), wire(item)));
  const changed = streamRecord('8', wire(items[0] ?? {}), 'MODIFY');
  const removed = streamRecord('9', {}, 'REMOVE');

  expect(await handler(streamEvent(...records, changed, removed))).toEqual({ batchItemFailures: [] });

  expect(sent).toEqual([['urgent', { body: { a: 'CASE#streamed', seq: 1, hops: 0 } }]]);
  expect(told.map((notice) => notice.id)).toEqual(['streamed#1']);
});

test('an entry that cannot be read fails its batch and is not passed over', async () => {
  const around = recordingSurroundings();
  const { needs } = joined();
  const handler = fromStream({
    run: async (records, relaying: typeof needs) => {
      await relay(entriesOf(records), relaying);
      return undefined;
    },
    live: () => needs,
    around,
  });

  expect(await handler(streamEvent(streamRecord('5', { pk: { S: 'CASE#c1' }, sk: { S: 'E#00000001' } })))).toEqual({
    batchItemFailures: [{ itemIdentifier: '5' }],
  });
});
