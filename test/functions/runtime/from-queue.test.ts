import type { SQSRecord } from 'aws-lambda';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Fault } from '#domain/errors.ts';
import { type BadMessage, fromQueue, type MessageInfo, type QueueStage } from '#runtime/from-queue.ts';
import { countOf, recordingSurroundings, standingClock } from '../../support/runtime/fakes-runtime.ts';
import { lambdaContext, snsEnvelope, sqsEvent, sqsRecord } from '../../support/runtime/lambda-events.ts';

const Order = v.strictObject({ id: v.string(), hops: v.optional(v.number()), note: v.optional(v.string()) });
type Order = v.InferOutput<typeof Order>;

/** A stage that records what it ran and set aside; `run` may be replaced. */
function stageWith(more: Partial<QueueStage<Order, object>> = {}) {
  const ran: { message: Order; info: MessageInfo }[] = [];
  const aside: BadMessage[] = [];
  const around = recordingSurroundings();
  const handler = fromQueue<Order, object>({
    schema: Order,
    live: () => ({}),
    run: async (message, _deps, info) => {
      ran.push({ message, info });
    },
    quarantine: async (bad) => {
      aside.push(bad);
    },
    clock: standingClock(0),
    around,
    ...more,
  });
  return { handler, ran, aside, around };
}

const failedIds = (answer: { batchItemFailures: { itemIdentifier: string }[] }): string[] =>
  answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

test('runs every message of a batch in its order and answers that none failed', async () => {
  const { handler, ran, around } = stageWith();

  const answer = await handler(sqsEvent(sqsRecord({ id: 'a' }), sqsRecord({ id: 'b' })), lambdaContext());

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(ran.map(({ message }) => message.id)).toEqual(['a', 'b']);
  expect(countOf(around.figures, 'MessageHandled')).toBe(2);
});

test('names exactly the messages that failed, whichever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }), async (poison) => {
      const { handler } = stageWith({
        run: async (message) => {
          if (poison[Number(message.id)] === true) throw new Error('poison');
        },
      });
      const records = poison.map((_, index) => sqsRecord({ id: String(index) }, { messageId: `m-${index}` }));

      const answer = await handler(sqsEvent(...records));

      expect(failedIds(answer)).toEqual(poison.flatMap((bad, index) => (bad ? [`m-${index}`] : [])));
    }),
  );
});

test.each([
  ['no JSON', '{', 'message.not-json'],
  ['another shape', { id: 7 }, 'message.invalid'],
  ['an unknown field', { id: 'a', name: 'Wang' }, 'message.invalid'],
  ['a NUL in a text', '{"id":"a\\u0000"}', 'message.odd-text'],
  ['a lone surrogate', '{"id":"\\ud800"}', 'message.odd-text'],
  ['bottomless nesting', `{"id":${'['.repeat(40)}${']'.repeat(40)}}`, 'message.too-deep'],
  ['eight hops behind it', { id: 'a', hops: 8 }, 'message.too-many-hops'],
])('sets a message with %s aside and consumes it', async (_, body, code) => {
  const { handler, ran, aside, around } = stageWith();

  const answer = await handler(sqsEvent(sqsRecord(body)), lambdaContext());

  expect(failedIds(answer)).toEqual([]);
  expect(ran).toEqual([]);
  expect(aside).toMatchObject([{ code, body: typeof body === 'string' ? body : JSON.stringify(body) }]);
  expect(around.figures).toContainEqual({ name: 'MessageQuarantined', value: 1, dimensions: { code } });
});

test('tells in the quarantine which fields were wrong, never what stood there', async () => {
  const { handler, aside } = stageWith();

  await handler(sqsEvent(sqsRecord({ id: 13_800_000_000, note: 5 })));

  expect(aside[0]?.issues).toEqual([
    { pointer: '/id', detail: 'got number, expected string' },
    { pointer: '/note', detail: 'got number, expected string' },
  ]);
});

test('lets a message with seven hops through', async () => {
  const { handler, ran } = stageWith();

  await handler(sqsEvent(sqsRecord({ id: 'a', hops: 7 })));

  expect(ran).toHaveLength(1);
});

test('reads odd texts where the stage asks for them: what people type is read, not refused', async () => {
  const { handler, ran } = stageWith({ oddText: 'keep' });

  await handler(sqsEvent(sqsRecord('{"id":"a\\u0000"}')));

  expect(ran.map(({ message }) => message.id)).toEqual(['a\u0000']);
});

test('sends a message that can never succeed to the dead letters when the stage has no quarantine', async () => {
  const { handler } = stageWith({ quarantine: undefined } as unknown as Partial<QueueStage<Order, object>>);

  const answer = await handler(sqsEvent(sqsRecord('{', { messageId: 'bad' }), sqsRecord({ id: 'good' })));

  expect(failedIds(answer)).toEqual(['bad']);
});

test('consumes a message whose fault is for ever, and brings back one whose fault may pass', async () => {
  const { handler, aside } = stageWith({
    run: async ({ id }) => {
      throw id === 'for-ever' ? new Fault('clock.not-a-time') : new Fault('store.throttled');
    },
  });

  const answer = await handler(
    sqsEvent(sqsRecord({ id: 'for-ever' }, { messageId: 'm1' }), sqsRecord({ id: 'passing' }, { messageId: 'm2' })),
  );

  expect(failedIds(answer)).toEqual(['m2']);
  expect(aside.map(({ code }) => code)).toEqual(['clock.not-a-time']);
});

test('brings a message back when even its quarantine cannot take it', async () => {
  const { handler } = stageWith({
    quarantine: async () => {
      throw new Error('table away');
    },
  });

  const answer = await handler(sqsEvent(sqsRecord('{', { messageId: 'bad' })));

  expect(failedIds(answer)).toEqual(['bad']);
});

test('begins no message when too little time is left, and fails it instead', async () => {
  const { handler, ran } = stageWith();
  const records = ['m1', 'm2', 'm3'].map((messageId) => sqsRecord({ id: messageId }, { messageId }));

  const answer = await handler(sqsEvent(...records), lambdaContext(4_000, 1_000));

  expect(ran.length + failedIds(answer).length).toBe(3);
  expect(failedIds(answer)).toContain('m3');
});

test('answers before the function is ended: what hangs is failed, what is done stays done', async () => {
  const { handler } = stageWith({
    run: async ({ id }) => {
      if (id === 'hangs') await new Promise(() => {});
    },
  });
  const records = [
    sqsRecord({ id: 'fine' }, { messageId: 'm1' }),
    sqsRecord({ id: 'hangs' }, { messageId: 'm2' }),
    sqsRecord({ id: 'waits' }, { messageId: 'm3' }),
  ];

  const answer = await handler(sqsEvent(...records), lambdaContext(2_520));

  expect(failedIds(answer)).toEqual(['m2', 'm3']);
}, 5_000);

test('keeps the order within a key and lets other keys go ahead', async () => {
  const seen: string[] = [];
  const { handler } = stageWith({
    orderOf: ({ id }) => id.slice(0, 1),
    run: async ({ id }) => {
      if (id === 'a1') await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(id);
    },
  });

  await handler(sqsEvent(sqsRecord({ id: 'a1' }), sqsRecord({ id: 'a2' }), sqsRecord({ id: 'b1' })));

  expect(seen).toEqual(['b1', 'a1', 'a2']);
});

test('fails the rest of a first-in-first-out group behind a failed message', async () => {
  const { handler, ran } = stageWith({
    run: async ({ id }) => {
      if (id === 'g1-first') throw new Error('away');
      ran.push({ message: { id }, info: {} as MessageInfo });
    },
  });
  const fifo = (id: string, group: string): SQSRecord =>
    sqsRecord(
      { id },
      {
        messageId: id,
        eventSourceARN: 'arn:aws:sqs:eu-west-2:000000000000:work.fifo',
        attributes: { ...sqsRecord({}).attributes, MessageGroupId: group },
      },
    );

  const answer = await handler(sqsEvent(fifo('g1-first', 'g1'), fifo('g2-first', 'g2'), fifo('g1-second', 'g1')));

  expect(failedIds(answer)).toEqual(['g1-first', 'g1-second']);
  expect(ran.map(({ message }) => message.id)).toEqual(['g2-first']);
});

test('opens the envelope of a topic and takes time and id from it', async () => {
  const { handler, ran } = stageWith({ envelope: 'sns', clock: standingClock(0, 1_000) });

  await handler(sqsEvent(sqsRecord(snsEnvelope({ id: 'a' })), sqsRecord({ id: 'raw' })));

  expect(ran).toMatchObject([
    { message: { id: 'a' }, info: { notificationId: 'notification-1', sentAt: Date.UTC(2026, 0, 1, 0, 0, 6) } },
    { message: { id: 'raw' }, info: { sentAt: 1_767_225_601_000, senderId: 'AIDAEXAMPLE', receiveCount: 1 } },
  ]);
});

test('hands text attributes over', async () => {
  const { handler, ran } = stageWith();
  const attribute = { stringValue: 'v', dataType: 'String' };

  await handler(
    sqsEvent(sqsRecord({ id: 'a' }, { messageAttributes: { kind: attribute, raw: { dataType: 'Binary' } } })),
  );

  expect(ran[0]?.info.attributes).toEqual({ kind: 'v' });
});

test('logs a failure by name and place, without the words of the error', async () => {
  const { handler, around } = stageWith({
    run: async () => {
      throw new Error('number +8613800138000 is odd');
    },
  });

  await handler(sqsEvent(sqsRecord({ id: 'a' }, { messageId: 'm1' })), lambdaContext());

  expect(JSON.stringify(around.lines)).not.toContain('13800138000');
  expect(around.lines).toMatchObject([{ level: 'error', fields: { messageId: 'm1', failure: { name: 'Error' } } }]);
});
