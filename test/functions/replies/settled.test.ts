import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { caseName, type ReplyWorld, replyWorld } from '../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** A customer who was just asked whether a payment was theirs. */
async function asked(world: ReplyWorld, id: string, number: string): Promise<string> {
  await world.bank(`u-${id}`, number);
  await world.open({ id, customerId: `u-${id}` });
  await world.work(caseName(id));
  return (await world.caseOf(id)).token ?? '';
}

test('the token and a full-width digit settle the question, and the words are kept sealed as they were typed', async () => {
  const world = replyWorld(engine);
  const token = await asked(world, 'width', '+8613800000101');

  const { batchItemFailures } = await world.type('+8613800000101', `${token}１`);

  expect(batchItemFailures).toEqual([]);
  const { stored, entries } = await world.whole('width');
  expect(stored.state).toMatchObject({ status: 'RESOLVED', outcome: 'CONFIRMED_GENUINE' });
  const reply = entries.find((entry) => entry.type === 'reply.received');
  expect(reply?.facts).toMatchObject({ intent: 'confirm', trust: 2, token, meaning: { do: 'settle' } });
  const { key } = await world.person('u-width');
  expect(reply === undefined ? '' : await world.opened(key, reply)).toBe(`${token}１`);
  expect((await world.number('+8613800000101')).questions).toEqual([]);
});

test('a settled question costs no further text', async () => {
  const world = replyWorld(engine);
  await asked(world, 'quiet', '+8613800000102');
  await world.type('+8613800000102', '1');

  expect(await world.answered(caseName('quiet'))).toEqual([]);
  expect(world.provider.taken).toHaveLength(1);
});

test('the same message delivered again, and at the same time, counts once', async () => {
  const world = replyWorld(engine);
  await asked(world, 'again', '+8613800000103');
  const sent = () => world.type('+8613800000103', '2', { id: 'same-id' });

  await Promise.all([sent(), sent(), sent()]);
  await sent();

  const { entries, tasks } = await world.whole('again');
  expect(entries.filter((entry) => entry.type === 'reply.received')).toHaveLength(1);
  expect(tasks.filter((task) => task.state === 'QUEUED')).toHaveLength(1);
});

test('a known id with another text is no message of the provider: set aside, nothing moves', async () => {
  const world = replyWorld(engine);
  await asked(world, 'reused', '+8613800000104');
  await world.type('+8613800000104', '?', { id: 'reused-id' });
  const before = (await world.caseOf('reused')).version;

  const { batchItemFailures } = await world.type('+8613800000104', '1', { id: 'reused-id' });

  expect(batchItemFailures).toEqual([]);
  expect((await world.caseOf('reused')).version).toBe(before);
  expect((await world.quarantined()).map((one) => one.code)).toContain('message.id-reused');
});

test('what was typed before a question was asked answers an earlier one, however late it is read', async () => {
  const world = replyWorld(engine);
  const number = '+8613800000121';
  const token = await asked(world, 'earlier', number);
  await world.type(number, `${token}1`);
  const typedAt = world.now();
  world.later(10 * MINUTE);
  await world.open({ id: 'afterwards', customerId: 'u-earlier' });
  await world.work(caseName('afterwards'));

  await world.type(number, '1', { at: typedAt });
  expect((await world.caseOf('afterwards')).status).toBe('WAITING');

  await world.type(number, `${(await world.caseOf('afterwards')).token}1`);
  await world.type(number, '退订', { at: typedAt });
  const late = async (id: string) =>
    (await world.whole(id)).entries.filter(({ facts }) => facts['late'] === true).map(({ facts }) => facts['intent']);
  expect(await late('earlier')).toEqual(['confirm', 'stop']);
  expect(await late('afterwards')).toEqual([]);
});

test('a denial keeps the hold, goes to a person at once, and says so', async () => {
  const world = replyWorld(engine);
  await asked(world, 'denied', '+8613800000105');
  await world.type('+8613800000105', '不是本人');

  const { stored, tasks } = await world.whole('denied');
  expect(stored.state).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
  expect(tasks).toMatchObject([{ kind: 'review', queue: 'fraud-desk', severity: 'high' }]);
  expect(await world.answered(caseName('denied'))).toEqual([expect.stringContaining('已收到您的回复')]);
});

test('after a denial no later yes confirms', async () => {
  const world = replyWorld(engine);
  const token = await asked(world, 'changed-mind', '+8613800000106');
  await world.type('+8613800000106', `${token}2`);
  await world.type('+8613800000106', `${token}1`);
  await world.type('+8613800000106', '是的');

  expect(await world.caseOf('changed-mind')).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
});

test('above the limit a yes by text is kept, and a person asks', async () => {
  const world = replyWorld(engine);
  await world.bank('u-large', '+8613800000107');
  const reason = { code: 'unusual-amount', source: 'urn:bank:core', eventId: 'e1', at: world.now(), tail: '1234' };
  await world.open({
    id: 'large',
    customerId: 'u-large',
    reason: { ...reason, amount: { minor: 5_000_001, currency: 'CNY' } },
  });
  await world.open({
    id: 'limit',
    customerId: 'u-large',
    reason: { ...reason, amount: { minor: 5_000_000, currency: 'CNY' } },
  });
  await world.work(caseName('large'));
  await world.work(caseName('limit'));
  await world.type('+8613800000107', `${(await world.caseOf('large')).token}1`);
  await world.type('+8613800000107', `${(await world.caseOf('limit')).token}1`);

  expect(await world.caseOf('large')).toMatchObject({ status: 'HUMAN' });
  expect((await world.caseOf('large')).outcome).toBeUndefined();
  expect(await world.caseOf('limit')).toMatchObject({ status: 'RESOLVED', outcome: 'CONFIRMED_GENUINE' });
});

test('for seven days a new number is not enough to confirm; it always is to deny', async () => {
  const world = replyWorld(engine);
  for (const [id, number, age] of [
    ['fresh', '+8613800000108', 6 * DAY],
    ['settled-in', '+8613800000109', 8 * DAY],
  ] as const) {
    await asked(world, id, number);
    const { state } = (await world.person(`u-${id}`)).customer;
    await world.change(`u-${id}`, { phones: state.phones.map((one) => ({ ...one, since: world.now() - age })) });
    await world.type(number, '1');
  }

  expect(await world.caseOf('fresh')).toMatchObject({ status: 'HUMAN' });
  expect(await world.caseOf('settled-in')).toMatchObject({ status: 'RESOLVED' });
  await world.type('+8613800000108', '2');
  expect(await world.caseOf('fresh')).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
});

test('a bare digit answers what was asked in the last 24 hours; after that the token is asked for, once', async () => {
  const world = replyWorld(engine);
  await world.bank('u-slow', '+8613800000110');
  const kind = { kind: 'contact-data', purpose: 'account_service', plan: { id: 'contact-data', version: 1 } } as const;
  await world.open({ id: 'slow', customerId: 'u-slow', severity: 'low', ...kind });
  await world.work(caseName('slow'));
  world.later(25 * HOUR);
  await world.type('+8613800000110', '1');

  expect(await world.caseOf('slow')).toMatchObject({ status: 'CLARIFYING', clarified: true });
  const [asks] = await world.answered(caseName('slow'));
  const token = (await world.caseOf('slow')).token;
  expect(asks).toContain(`${token}1`);
  await world.type('+8613800000110', `${token}1`);
  expect(await world.caseOf('slow')).toMatchObject({ status: 'RESOLVED', outcome: 'CONTACT_DATA_UPDATED' });
});

test('one clarifying question, then a person', async () => {
  const world = replyWorld(engine);
  await asked(world, 'unclear', '+8613800000111');
  await world.type('+8613800000111', 'hmm');
  expect((await world.caseOf('unclear')).status).toBe('CLARIFYING');
  world.later(MINUTE);
  await world.type('+8613800000111', 'no idea');

  expect((await world.caseOf('unclear')).status).toBe('HUMAN');
});

test('the message that was answered names the question, where the carrier tells it', async () => {
  const world = replyWorld(engine);
  await asked(world, 'first', '+8613800000112');
  await world.open({ id: 'second', customerId: 'u-first', accountId: 'a2' });
  await world.work(caseName('second'));
  const [first] = world.provider.taken;
  await world.type('+8613800000112', '1', { answers: first?.messageId ?? '' });

  expect((await world.caseOf('first')).status).toBe('RESOLVED');
  expect((await world.caseOf('second')).status).toBe('WAITING');
});

test('a text that waited for hours in a queue is read as of when it was sent, and gets no answer any more', async () => {
  const world = replyWorld(engine);
  await asked(world, 'queued', '+8613800000113');
  const sentAt = world.now() + SECOND;
  world.later(3 * HOUR);
  await world.type('+8613800000113', '不是本人', { at: sentAt });

  expect(await world.caseOf('queued')).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
  expect(await world.answered(caseName('queued'))).toEqual([]);
});

test('why the bank wrote is answered at once, and moves nothing', async () => {
  const world = replyWorld(engine);
  await asked(world, 'why', '+8613800000114');
  await world.type('+8613800000114', '为什么联系我？');

  expect((await world.caseOf('why')).status).toBe('WAITING');
  expect(await world.answered(caseName('why'))).toEqual([expect.stringContaining('与您联系')]);
});
