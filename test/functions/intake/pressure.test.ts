import { type DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, help, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const named = (name: string, more: object = {}): Error => Object.assign(new Error(name), { name, ...more });
const { flagged, state } = accountEvents;

/** The engine, but for writes, which `instead` may answer. */
function writesAnsweredBy(instead: (send: () => Promise<unknown>) => Promise<unknown>): DynamoDBClient {
  const send = (command: never): Promise<unknown> => {
    const real = (): Promise<unknown> => engine.client.send(command);
    const writes =
      (command as object) instanceof TransactWriteItemsCommand || (command as object) instanceof PutItemCommand;
    return writes ? instead(real) : real();
  };
  return { send } as unknown as DynamoDBClient;
}

test('the same event five times at once over HTTP and queue is one case', async () => {
  const intake = intakeOn(engine);
  const event = help({ customerId: 'five' });

  const answers = await Promise.all([
    intake.one(event),
    intake.one(event),
    intake.one(event),
    intake.receive(event),
    intake.receive(event),
  ]);

  expect(answers.slice(3)).toEqual([[], []]);
  const bodies = answers.slice(0, 3).map((one) => ('body' in one ? one.body : {}));
  expect(bodies.every((body) => Number(body['accepted']) + Number(body['duplicates']) === 1)).toBe(true);
  expect(await intake.casesOf('five')).toMatchObject([{ mergedCount: 0, version: 1 }]);
});

test('the same flag five times at once is one debt case', async () => {
  const intake = intakeOn(engine);
  const flag = flagged(1, { customerId: 'five', accountId: 'five-a' });

  const answers = await Promise.all(Array.from({ length: 5 }, () => intake.one(flag)));

  expect(answers.map((one) => one.body['accepted']).filter((count) => count === 1)).toHaveLength(1);
  expect((await intake.casesOf('five')).filter((one) => one.kind === 'overdue')).toMatchObject([{ mergedCount: 0 }]);
});

test('six different events of one account at once all stand', async () => {
  const intake = intakeOn(engine);
  const of = { customerId: 'six', accountId: 'six-a' };

  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => intake.one(state(n + 1, of))));

  expect(answers.every((one) => one.status === 202)).toBe(true);
  expect((await intake.account('six-a'))?.window).toHaveLength(6);
});

test('when the table pushes back the whole request is answered 503 with a time to wait, and nothing is changed', async () => {
  const throttled = writesAnsweredBy(() => Promise.reject(named('ProvisionedThroughputExceededException')));
  const intake = intakeOn(engine, { db: throttled });

  const answer = await intake.one(state(1, { customerId: 'slow', accountId: 'slow-a' }));

  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { code: 'store.throttled' } });
  expect(await intake.account('slow-a')).toBeUndefined();
  expect(await intake.receive(help({ customerId: 'slow' }))).toHaveLength(1);
});

test('a batch that is pushed back half way is repeated whole: what stood already comes back as duplicate', async () => {
  let calls = 0;
  const second = writesAnsweredBy((send) => {
    calls += 1;
    return calls === 2 ? Promise.reject(named('ThrottlingException')) : send();
  });
  const events = [1, 2, 3].map((n) => help({ customerId: `half-${n}` }));
  const shaky = intakeOn(engine, { db: second });
  expect((await shaky.batch(events)).status).toBe(503);

  const answer = await intakeOn(engine).batch(events);

  expect(answer.body).toMatchObject({ accepted: 1, duplicates: 2 });
});

test('lines of a batch that fail beside the first are told in the log, each by its name', async () => {
  const throttled = writesAnsweredBy(() => Promise.reject(named('ThrottlingException')));
  const intake = intakeOn(engine, { db: throttled });

  expect((await intake.batch([1, 2, 3].map((n) => help({ customerId: `lost-${n}` })))).status).toBe(503);

  const told = intake.around.lines.filter(({ level }) => level === 'error');
  expect(told.map(({ message }) => message)).toEqual(['events failed', 'events failed', 'request failed']);
  expect(told[0]?.fields).toMatchObject({ failure: { name: 'ThrottlingException' } });
});

test('an account that others keep moving is given up after eight rounds, and the caller may come again', async () => {
  const moving = writesAnsweredBy(() => Promise.reject(named('ConditionalCheckFailedException', { Item: {} })));
  const intake = intakeOn(engine, { db: moving });

  const answer = await intake.one(state(1, { customerId: 'busy', accountId: 'busy-a' }));

  expect(answer).toMatchObject({ status: 503, body: { code: 'store.conflict' } });
});

test('an answer that was lost on the way back is told by its fence: the event stands once', async () => {
  let lost = false;
  const losing = writesAnsweredBy(async (send) => {
    await send();
    if (lost) return undefined;
    lost = true;
    throw named('TimeoutError');
  });
  const intake = intakeOn(engine, { db: losing });

  const answer = await intake.one(flagged(1, { customerId: 'lost', accountId: 'lost-a' }));

  expect(answer).toMatchObject({ status: 202, body: { accepted: 1 } });
  expect(await intake.casesOf('lost')).toHaveLength(1);
});
