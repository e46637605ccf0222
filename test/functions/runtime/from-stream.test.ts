import { expect, test } from 'vitest';
import { fromStream, readImage, type StreamRecord, type StreamStage } from '#runtime/from-stream.ts';
import { countOf, recordingSurroundings, standingClock } from '../../support/runtime/fakes-runtime.ts';
import { streamEvent, streamRecord } from '../../support/runtime/lambda-events.ts';

const written = 1_767_225_600_000;

function stageWith(run: StreamStage<object>['run']) {
  const around = recordingSurroundings();
  const handler = fromStream({ live: () => ({}), run, clock: standingClock(written + 4_000), around });
  return { handler, around };
}

test('hands over the records of a batch in order, with bytes as bytes', async () => {
  let seen: readonly StreamRecord[] = [];
  const { handler } = stageWith(async (records) => {
    seen = records;
    return undefined;
  });

  const answer = await handler(
    streamEvent(streamRecord('100', { v: { N: '1' }, h: { B: 'AQID' } }), streamRecord('101', {}, 'REMOVE')),
  );

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(seen).toMatchObject([
    {
      kind: 'INSERT',
      sequenceNumber: '100',
      image: { v: { N: '1' }, h: { B: Uint8Array.from([1, 2, 3]) } },
      writtenAt: written,
    },
    { kind: 'REMOVE', sequenceNumber: '101' },
  ]);
});

test('names the first record that is not done, so that everything from there comes again', async () => {
  const { handler, around } = stageWith(async () => 1);

  const answer = await handler(streamEvent(...['1', '2', '3'].map((number) => streamRecord(number, {}))));

  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(countOf(around.figures, 'StreamRecordHandled')).toBe(1);
  expect(countOf(around.figures, 'StreamRecordFailed')).toBe(2);
  expect(countOf(around.figures, 'StreamLag')).toBe(4_000);
});

test('brings the whole batch back after an error', async () => {
  const { handler, around } = stageWith(async () => {
    throw new Error('away');
  });

  const answer = await handler(streamEvent(streamRecord('1', {}), streamRecord('2', {})));

  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  expect(around.lines.map(({ level }) => level)).toEqual(['error']);
});

test('asks nothing of the stage for an empty batch or a record without a number', async () => {
  const { handler } = stageWith(async () => {
    throw new Error('must not run');
  });

  expect(await handler({ Records: [] })).toEqual({ batchItemFailures: [] });
  expect(await handler({ Records: [{ eventName: 'INSERT' }] })).toEqual({ batchItemFailures: [] });
});

test('reads every kind of attribute', () => {
  const image = readImage({
    s: { S: 'x' },
    n: { N: '1' },
    b: { B: 'AA==' },
    bs: { BS: ['AA==', 'AQ=='] },
    l: { L: [{ B: 'AQ==' }, { S: 'y' }] },
    m: { M: { inner: { B: 'Ag==' } } },
    f: { BOOL: false },
    none: { NULL: true },
  });

  expect(image).toEqual({
    s: { S: 'x' },
    n: { N: '1' },
    b: { B: Uint8Array.from([0]) },
    bs: { BS: [Uint8Array.from([0]), Uint8Array.from([1])] },
    l: { L: [{ B: Uint8Array.from([1]) }, { S: 'y' }] },
    m: { M: { inner: { B: Uint8Array.from([2]) } } },
    f: { BOOL: false },
    none: { NULL: true },
  });
});
