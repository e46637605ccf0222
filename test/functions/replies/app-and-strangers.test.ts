import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { DAY } from '#domain/time.ts';
import { hashedId } from '#runtime/ids.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { webhooksOn } from '../../support/intake/webhooks.ts';
import { customerOf } from '../../support/records.ts';
import { type ReplyWorld, replyWorld } from '../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** A customer with the bank's app, asked there about a payment: the question `4K` is open at its endpoint. */
async function askedInTheApp(world: ReplyWorld, id: string): Promise<string> {
  const endpoint = `arn:aws:sns:eu-west-2:000000000000:endpoint/GCM/MyBank/${id}`;
  const point = await world.pointAt(endpoint);
  await world.customer(customerOf({ id: customerId(id), phones: [], mails: [] }), []);
  await world.open({ id, customerId: id, purpose: 'fraud_security' });
  await world.point(point, {
    questions: [
      {
        token: '4K',
        caseId: id,
        attempt: 1,
        purpose: 'fraud_security',
        audience: 'customer',
        askedAt: world.now(),
        until: world.now() + 3 * DAY,
      },
    ],
  });
  return endpoint;
}

test('an answer in the app, after login, is believed: the case is settled', async () => {
  const world = replyWorld(engine);
  const from = await askedInTheApp(world, 'a-settled');

  await webhooksOn(world)('chat', { from, text: '4K1', customerId: 'a-settled' });

  expect(await world.caseOf('a-settled')).toMatchObject({ status: 'RESOLVED', outcome: 'CONFIRMED_GENUINE' });
  expect((await world.whole('a-settled')).entries.at(-1)).toMatchObject({ facts: { intent: 'confirm', trust: 4 } });
});

test.each([
  ['without a login', {}],
  ['by somebody else’s login', { customerId: 'a-other' }],
])('a confirmation in the app %s is kept for a person and settles nothing', async (what, login) => {
  const world = replyWorld(engine);
  const id = `a-unsure-${what.length}`;
  const from = await askedInTheApp(world, id);

  await webhooksOn(world)('chat', { from, text: '4K1', ...login });

  const { outcome, status } = await world.caseOf(id);
  expect([outcome, status]).toEqual([undefined, 'HUMAN']);
});

const complaintIn = async (world: ReplyWorld, sender: string, messageId: string) =>
  world.complaint(hashedId(['complaint', await world.pointAt(sender), messageId]));

test.each([
  ['mail', 'stranger@example.com', 'stranger@example.com', 'I want to complain: you charged me a fee twice.'],
  ['web', 'form-99', 'web:form-99', '手机银行转账3000元,钱已经扣了,对方三天还没收到,客服只会让我等'],
] as const)(
  'a complaint by %s of somebody nobody knows is taken down without a customer, its words sealed under a key of its own',
  async (channel, from, sender, text) => {
    const world = replyWorld(engine);

    await webhooksOn(world)(channel, { from, text, messageId: `unknown-${channel}` });

    const { stored, entries } = await complaintIn(world, sender, `unknown-${channel}`);
    const { customerId: customer, key, clocks } = stored.state;
    expect([customer, stored.state.status, stored.state.channel]).toEqual([undefined, 'RECEIVED', channel]);
    expect(clocks.length).toBeGreaterThan(0);
    const [received] = entries;
    expect(received !== undefined && key !== undefined && (await world.opened(key, received))).toBe(text);
    expect(await world.inbox()).toContainEqual(expect.objectContaining({ from, text }));
    expect(world.provider.taken).toEqual([]);
  },
);

test('what nobody known asks or praises by web form is no complaint, and waits for staff', async () => {
  const world = replyWorld(engine);

  await webhooksOn(world)('web', { from: 'form-7', text: '请问几点开门?', messageId: 'question-7' });

  await expect(complaintIn(world, 'web:form-7', 'question-7')).rejects.toThrow('got no complaint');
  expect(await world.inbox()).toContainEqual(expect.objectContaining({ from: 'form-7' }));
});
