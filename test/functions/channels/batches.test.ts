import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { inBatches } from '#channels/batches.ts';
import { sqsSender } from '#channels/queue.ts';
import { cloudEventOf, type Notice, snsNotices } from '#channels/topic.ts';
import { fakeNetwork } from '../../support/runtime/aws-calls.ts';

const unpaced = () => Promise.resolve();
const QUEUE = 'https://sqs.eu-west-2.amazonaws.com/000000000000/work';
const messages = (count: number) => Array.from({ length: count }, (_, n) => ({ body: { a: `CASE#${n}`, hops: 0 } }));

/** The queue's answer, with the entries it refused. */
const sqsAnswer = (failed: readonly { Id: string; SenderFault: boolean }[] = []) => ({
  body: JSON.stringify({ Successful: [], Failed: failed.map((one) => ({ ...one, Code: 'X' })) }),
});

test('messages go ten a request, with their delay', async () => {
  const network = fakeNetwork(() => sqsAnswer());
  const sender = sqsSender(() => new SQSClient(network.settings), unpaced);

  expect(await sender.sendAll(QUEUE, [...messages(12), { body: { a: 'CASE#late' }, delaySeconds: 60 }])).toEqual([]);

  const sent = network.calls.map((call) => JSON.parse(call.body) as { Entries: { DelaySeconds?: number }[] });
  expect(sent.map(({ Entries }) => Entries.length)).toEqual([10, 3]);
  expect(sent[1]?.Entries[2]).toMatchObject({ MessageBody: '{"a":"CASE#late"}', DelaySeconds: 60 });
});

test('what is refused for the moment is tried again, what is refused for good is not, and both are named', async () => {
  const network = fakeNetwork((_call, nth) =>
    nth === 1
      ? sqsAnswer([
          { Id: '1', SenderFault: false },
          { Id: '2', SenderFault: true },
        ])
      : sqsAnswer(),
  );
  const sender = sqsSender(() => new SQSClient(network.settings), unpaced);

  expect(await sender.sendAll(QUEUE, messages(4))).toEqual([2]);
  expect(network.calls).toHaveLength(2);
});

test('an entry that is refused three times is given back to the caller', async () => {
  const refusedAlways = await inBatches([1, 2], () => Promise.resolve([{ at: 0, again: true }]), unpaced);

  expect(refusedAlways).toEqual([0]);
});

test('a whole request that fails is an error, not an answer', async () => {
  const network = fakeNetwork(() => ({ status: 400, body: JSON.stringify({ __type: 'QueueDoesNotExist' }) }));

  await expect(sqsSender(() => new SQSClient(network.settings), unpaced).sendAll(QUEUE, messages(1))).rejects.toThrow(
    /QueueDoesNotExist|Unknown/u,
  );
});

test('the depth of a queue is what is visible, in flight and delayed; what is not told counts as none', async () => {
  const network = fakeNetwork(() => ({
    body: JSON.stringify({ Attributes: { ApproximateNumberOfMessages: '7', ApproximateNumberOfMessagesDelayed: '2' } }),
  }));

  expect(await sqsSender(() => new SQSClient(network.settings)).depth(QUEUE)).toEqual({
    visible: 7,
    inFlight: 0,
    delayed: 2,
  });
});

const notice: Notice = {
  id: 'c1#3',
  type: 'liaison.case.opened.v1',
  subject: 'c1',
  time: '2026-06-03T02:00:00Z',
  sequence: 3,
  data: { caseId: 'c1' },
  attributes: { purpose: 'welfare', department: 'contact-centre' },
};

test('a notice is a CloudEvent with ids only, and attributes that departments filter by', async () => {
  const network = fakeNetwork(() => ({
    body: '<PublishBatchResponse><PublishBatchResult><Successful/><Failed/></PublishBatchResult></PublishBatchResponse>',
  }));
  const publisher = snsNotices(
    () => new SNSClient(network.settings),
    () => 'arn:aws:sns:eu-west-2:000000000000:outcomes',
    unpaced,
  );

  expect(await publisher.publishAll([notice])).toEqual([]);

  const fields = new URLSearchParams(network.calls[0]?.body);
  expect(JSON.parse(fields.get('PublishBatchRequestEntries.member.1.Message') ?? '{}')).toEqual({
    specversion: '1.0',
    id: 'c1#3',
    source: 'urn:liaison',
    type: 'liaison.case.opened.v1',
    subject: 'c1',
    time: '2026-06-03T02:00:00Z',
    sequence: 3,
    datacontenttype: 'application/json',
    data: { caseId: 'c1' },
  });
  expect([...fields].filter(([name]) => name.endsWith('.Name')).map(([, value]) => value)).toEqual([
    'type',
    'purpose',
    'department',
  ]);
  expect(cloudEventOf(notice)).toMatchObject({ id: 'c1#3', sequence: 3 });
});
