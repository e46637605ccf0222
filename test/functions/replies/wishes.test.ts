import { afterAll, beforeAll, expect, test } from 'vitest';
import { openedNumber } from '#domain/contact/point.ts';
import { DAY, HOUR, SECOND } from '#domain/time.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { caseName, pointName, type ReplyWorld, replyWorld } from '../../support/replies.ts';

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

test('an opt-out holds from the transaction that records it, its words sealed under the number itself', async () => {
  const world = replyWorld(engine);
  await asked(world, 'stop', '+8613800002101');
  await world.type('+8613800002101', '请不要再给我发短信了');

  const point = await world.number('+8613800002101');
  expect(point.optOut).toMatchObject({ at: world.now(), purposes: 'all' });
  const entry = (await world.entries('+8613800002101')).find((one) => one.seq === point.optOut?.seq);
  const plain = entry === undefined || point.key === undefined ? '' : await world.opened(point.key, entry);
  expect(openedNumber(plain)).toEqual({ number: '+8613800002101', text: '请不要再给我发短信了' });
  expect((await world.caseOf('stop')).status).toBe('WAITING');
});

test('an opt-out is confirmed once; saying it again changes and costs nothing', async () => {
  const world = replyWorld(engine);
  await asked(world, 'twice', '+8613800002102');
  await world.type('+8613800002102', 'STOP');
  const first = await world.answered(caseName('twice'));
  await world.type('+8613800002102', 'stop!!');

  expect(first).toHaveLength(1);
  expect(await world.answered(caseName('twice'))).toEqual([]);
  expect((await world.entries('+8613800002102')).filter((one) => one.type === 'point.opted-out')).toHaveLength(1);
});

test('a number nobody knows can opt out too, and hears that it was heard', async () => {
  const world = replyWorld(engine);
  const stranger = '+8613800002103';
  await world.type(stranger, 'Stop texting me');

  expect((await world.number(stranger)).optOut).toMatchObject({ purposes: 'all' });
  const answers = await world.answered(pointName(await world.pointAt(stranger)));
  expect(answers).toEqual([expect.stringContaining('opted out')]);
  expect((await world.inbox()).filter((one) => one.from === stranger)).toEqual([]);
});

test('a doubtful wish is obeyed first where no fraud is asked about', async () => {
  const world = replyWorld(engine);
  await world.bank('u-doubt', '+8613800002104');
  const kind = { kind: 'contact-data', purpose: 'account_service', plan: { id: 'contact-data', version: 1 } } as const;
  await world.open({ id: 'doubt', customerId: 'u-doubt', severity: 'low', ...kind });
  await world.work(caseName('doubt'));
  await world.type('+8613800002104', 'stop it now');

  expect((await world.number('+8613800002104')).optOut).toBeDefined();
});

test('START lifts an opt-out; without one it changes nothing', async () => {
  const world = replyWorld(engine);
  await asked(world, 'start', '+8613800002105');
  const before = (await world.number('+8613800002105')).version;
  await world.type('+8613800002105', 'START');
  expect((await world.number('+8613800002105')).version).toBe(before);
  await world.type('+8613800002105', 'T');
  await world.type('+8613800002105', '开通');

  expect((await world.number('+8613800002105')).optOut).toBeUndefined();
  expect((await world.entries('+8613800002105')).map((one) => one.type).slice(-2)).toEqual([
    'point.opted-out',
    'point.opted-in',
  ]);
});

test('a wrong number without any case: quarantined, and a task for whoever lists it', async () => {
  const world = replyWorld(engine);
  const number = '+8613800002106';
  await world.bank('u-listed', number);
  await world.type(number, 'You have the wrong person');

  expect(await world.number(number)).toMatchObject({ quarantine: { reason: 'wrong-person' } });
  const [id] = await world.needs.store.cases.idsOfCustomer('u-listed', 10);
  expect((await world.whole(id ?? '')).tasks).toMatchObject([
    { kind: 'refresh', state: 'QUEUED', customerId: 'u-listed' },
  ]);
  expect(await world.answered(pointName(await world.pointAt(number)))).toEqual([expect.stringContaining('sorry')]);
  await world.type(number, 'wrong number, I said');
  expect(await world.needs.store.cases.idsOfCustomer('u-listed', 10)).toHaveLength(1);
});

test('a stranger who claims to be the wrong person is read by staff: there is nothing to quarantine', async () => {
  const world = replyWorld(engine);
  await world.type('+8613800002107', '打错了');

  expect((await world.number('+8613800002107')).quarantine).toBeUndefined();
  expect((await world.inbox()).map((one) => [one.from, one.text])).toContainEqual(['+8613800002107', '打错了']);
});

test('a wrong number on a case of the customer: its own refresh task, the plan goes on with the next address', async () => {
  const world = replyWorld(engine);
  await asked(world, 'wrong', '+8613800002108');
  await world.type('+8613800002108', '打错了');

  const { stored, tasks } = await world.whole('wrong');
  expect(tasks).toMatchObject([{ kind: 'refresh', audience: 'customer', state: 'QUEUED' }]);
  expect(stored.state).toMatchObject({ status: 'WAITING', dueAt: world.now() });
  expect((await world.number('+8613800002108')).questions).toEqual([]);
});

test('five automatic answers without an accepted one, then silence; an accepted reply makes the budget whole', async () => {
  const world = replyWorld(engine);
  const number = '+8613800002109';
  await asked(world, 'budget', number);
  let answers = 0;
  for (let time = 0; time < 7; time += 1) {
    await world.type(number, '为什么联系我');
    answers += (await world.answered(caseName('budget'))).length;
    world.later(SECOND);
  }
  expect(answers).toBe(5);
  expect((await world.number(number)).answers.unanswered).toBe(5);

  await world.type(number, '2');
  expect(await world.answered(caseName('budget'))).toHaveLength(1);
});

test('a customer who asks for nothing we know is read by staff, with whose number it is', async () => {
  const world = replyWorld(engine);
  await world.bank('u-hello', '+8613800002110', { contacts: ['+8613800002111'] });
  await world.type('+8613800002110', '你好，利率多少');
  await world.type('+8613800002111', 'hello');

  const inbox = await world.inbox();
  expect(inbox.find((one) => one.from === '+8613800002110')).toMatchObject({ customerId: 'u-hello' });
  expect(inbox.find((one) => one.from === '+8613800002111')).toMatchObject({
    customerId: 'u-hello',
    matchedContactId: 'u-hello-k1',
  });
});

test('a reply later than thirty days after the end is no reply any more', async () => {
  const world = replyWorld(engine);
  await asked(world, 'long-over', '+8613800002112');
  await world.type('+8613800002112', '1');
  world.later(31 * DAY);
  const before = (await world.caseOf('long-over')).version;
  await world.type('+8613800002112', '不是本人');

  expect((await world.caseOf('long-over')).version).toBe(before);
  expect((await world.inbox()).map((one) => one.from)).toContain('+8613800002112');
});

test('an answer to a question whose token has run out is late: noted, a person looks, nothing is confirmed', async () => {
  const world = replyWorld(engine);
  await asked(world, 'expired', '+8613800002113');
  const { token } = await world.caseOf('expired');
  world.later(25 * HOUR);
  await world.type('+8613800002113', `${token}1`);

  expect((await world.caseOf('expired')).outcome).toBeUndefined();
  expect((await world.whole('expired')).entries.at(-1)?.facts).toMatchObject({ late: true, intent: 'confirm' });
});

test('a denial that also says stop does both, and one word tells that it was heard', async () => {
  const world = replyWorld(engine);
  await asked(world, 'both', '+8613800002114');
  await world.type('+8613800002114', 'Not me, and stop texting me');

  expect(await world.caseOf('both')).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
  expect((await world.number('+8613800002114')).optOut).toBeDefined();
  expect(await world.answered(caseName('both'))).toEqual([expect.stringContaining('已为您退订')]);
});
