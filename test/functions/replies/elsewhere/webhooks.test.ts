import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { ANSWERED_SUBJECT, askedByMail, webhooksOn } from '../../../support/intake/webhooks.ts';
import { replyWorld } from '../../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('a mail that denies is believed as much as denying needs: the case goes to a person, protected', async () => {
  const world = replyWorld(engine);
  const hand = webhooksOn(world);
  const from = await askedByMail(world, 'm-denies');

  expect(await hand('mail', { from, subject: ANSWERED_SUBJECT, text: '2\n\n> 1 yes 2 no' })).toEqual({
    status: 202,
    body: { accepted: true },
  });

  expect(await world.caseOf('m-denies')).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
  expect(world.provider.taken).toEqual([]);
});

test('a mail that confirms is kept and settles nothing: a person is asked, the question stays', async () => {
  const world = replyWorld(engine);
  const from = await askedByMail(world, 'm-confirms');

  await webhooksOn(world)('mail', { from: from.toUpperCase(), subject: ANSWERED_SUBJECT, text: '1' });

  const { stored, entries, tasks } = await world.whole('m-confirms');
  expect(stored.state).toMatchObject({ status: 'HUMAN' });
  expect(stored.state.outcome).toBeUndefined();
  expect(tasks).toMatchObject([{ state: 'QUEUED' }]);
  expect(entries.at(-1)).toMatchObject({ facts: { intent: 'confirm', trust: 1, token: '4K' } });
  expect((await world.number(from)).questions).toHaveLength(1);
});

test('a mail that asks for silence silences the address, and no text goes out for it', async () => {
  const world = replyWorld(engine);
  const from = await askedByMail(world, 'm-stops', 'debt_reminder');

  await webhooksOn(world)('mail', { from, subject: ANSWERED_SUBJECT, text: 'STOP' });

  const address = await world.number(from);
  expect(address.optOut).toMatchObject({ purposes: 'all' });
  expect(address.pending).toBeUndefined();
});

test('a mail from another address than was asked settles nothing, whatever reference it bears', async () => {
  const world = replyWorld(engine);
  await askedByMail(world, 'm-asked');
  const before = await world.caseOf('m-asked');

  await webhooksOn(world)('mail', { from: 'stranger@example.com', subject: ANSWERED_SUBJECT, text: '1' });

  expect(await world.caseOf('m-asked')).toEqual(before);
  expect(await world.inbox()).toContainEqual(expect.objectContaining({ from: 'stranger@example.com', text: '1' }));
});

test('a repeat of the same delivery, and the same message in another, get the same answer and move nothing', async () => {
  const world = replyWorld(engine);
  const hand = webhooksOn(world);
  const mail = { from: await askedByMail(world, 'm-again'), subject: ANSWERED_SUBJECT, text: '2', messageId: 'm-1' };
  const first = await hand('mail', mail, { id: 'again-1' });
  const { version } = await world.caseOf('m-again');

  expect(await hand('mail', mail, { id: 'again-1' })).toEqual(first);
  expect(await hand('mail', mail, { id: 'again-2' })).toEqual(first);
  expect((await world.caseOf('m-again')).version).toBe(version);

  const other = await hand('mail', { ...mail, text: 'another story' }, { id: 'again-1' });
  expect(other).toMatchObject({ status: 409, body: { code: 'message.id-reused' } });
});

test.each([
  ['signed with the secret of another channel', { signedBy: 'web' }, 'webhook.signature-wrong'],
  ['signed with nothing', { signature: '' }, 'webhook.unsigned'],
  ['signed long ago', { timestamp: 1_600_000_000 }, 'webhook.too-old'],
] as const)('a message %s is refused before anything of it is looked at', async (what, how, code) => {
  const world = replyWorld(engine);
  const from = await askedByMail(world, `m-${code}`);
  const before = await world.everything();

  const answer = await webhooksOn(world)('mail', { from, subject: ANSWERED_SUBJECT, text: what }, how);

  expect(answer).toMatchObject({ status: 401, body: { code } });
  expect(await world.everything()).toEqual(before);
});

test.each([
  ['no text', { from: 'a@example.com', text: undefined }, '/text'],
  ['a sender that is no address', { from: 'somebody' }, '/from'],
  ['a text beyond all measure', { from: 'a@example.com', text: 'x'.repeat(8_001) }, '/text'],
  ['a field nobody knows', { from: 'a@example.com', colour: 'red' }, '/colour'],
  ['a time that is none', { from: 'a@example.com', at: 'yesterday' }, '/at'],
])('a mail with %s is refused with the place', async (_what, message, pointer) => {
  const answer = await webhooksOn(replyWorld(engine))('mail', message);
  expect(answer).toMatchObject({ status: 400, body: { issues: [expect.objectContaining({ pointer })] } });
});

test('what is said in a chat and is no complaint waits for staff, with whom the channel has signed in', async () => {
  const world = replyWorld(engine);
  await world.bank('w-chat', '+8613800006101');

  await webhooksOn(world)('chat', { from: '+8613800006101', text: '请问几点开门?', customerId: 'w-chat' });

  expect(await world.inbox()).toContainEqual(
    expect.objectContaining({ from: '+8613800006101', text: '请问几点开门?', customerId: 'w-chat' }),
  );
});

test('a complaint by web form is taken down for whom the form has signed in, and nobody is texted', async () => {
  const world = replyWorld(engine);
  await world.bank('w-web', '+8613800006201');

  await webhooksOn(world)('web', { from: 'form-17', text: '我要投诉！你们乱扣费！', customerId: 'w-web' });

  const { customer } = await world.person('w-web');
  const [hold] = customer.state.holds;
  expect(hold).toMatchObject({ rule: 'hold.complaint' });
  expect((await world.complaint(hold?.cause ?? '')).stored.state).toMatchObject({
    channel: 'web',
    customerId: 'w-web',
  });
  expect(world.provider.taken).toEqual([]);
});
