import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailToSend } from '#channels/mail.ts';
import type { PushToSend } from '#channels/push.ts';
import { messageMark } from '#domain/contact/message-mark.ts';
import type { ProviderAnswer } from '#domain/contact/outcome.ts';
import { customerId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { MINUTE } from '#domain/time.ts';
import type { DispatchNeeds } from '../../../functions/dispatch/ports.ts';
import { forwardLogs } from '../../../functions/dispatch/receipts/forward-logs.ts';
import { ReceiptMessage } from '../../../functions/dispatch/receipts/receipts.contract.ts';
import { recordReceipt } from '../../../functions/dispatch/receipts/record-receipt.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, customerOf } from '../../support/records.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const ENDPOINT = 'arn:aws:sns:eu-west-2:000000000000:endpoint/GCM/MyBank/0b9c';

/** Dispatch with every channel on; the providers take what they are given. */
function everyChannel(world: World, pushing: ProviderAnswer = { kind: 'ACCEPTED', messageId: 'p-1' }) {
  const mails: MailToSend[] = [];
  const pushes: PushToSend[] = [];
  const needs: DispatchNeeds = {
    ...world.needs,
    settings: { ...world.needs.settings, channelsOn: ['sms', 'mail', 'push', 'call'] },
    mail: {
      send: (mail) => {
        mails.push(mail);
        return Promise.resolve({ kind: 'ACCEPTED', messageId: `m-${mails.length}` });
      },
    },
    push: {
      send: (push) => {
        pushes.push(push);
        return Promise.resolve(pushing);
      },
    },
  };
  return { needs, mails, pushes };
}

const pointIdOf = (address: string) => vaultOn(engine).pointOf(address);

async function welfare(world: World, id: string): Promise<string> {
  const to = `${id}@example.com`;
  const mail = addressOf(to, { verifiedAt: NOON, point: await pointIdOf(to) });
  await world.customer(customerOf({ id: customerId(`u-${id}`), phones: [], mails: [mail] }));
  await world.open({
    id,
    customerId: `u-${id}`,
    purpose: 'welfare',
    kind: 'help',
    severity: 'high',
    plan: { id: 'welfare-urgent', version: 1 },
  });
  return to;
}

const receiptNeeds = (needs: DispatchNeeds) => ({ ...needs, pointOf: pointIdOf, fromWire: readTime });
const readTime = (time: string | number): number => (typeof time === 'number' ? time : NOON);
const note = (message: unknown, needs: DispatchNeeds) =>
  recordReceipt(v.parse(ReceiptMessage, message), receiptNeeds(needs), { receiveCount: 4 });

const mailEvent = (eventType: string, to: string, change: object = {}) => ({
  eventType,
  mail: { messageId: 'm-1', timestamp: '2026-03-02T04:00:00.000Z', destination: [to], tags: {} },
  ...change,
});

test('a customer without a phone is mailed: the question stands at the mail address, its token in the subject', async () => {
  const world = dispatchWorld(engine);
  const { needs, mails } = everyChannel(world);
  const to = await welfare(world, 'mailed');

  expect(await world.work('CASE#mailed', needs)).toBe('sent');

  const point = await world.pointOf(await pointIdOf(to));
  const token = point.questions[0]?.token ?? '';
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toContain(`[${token}]`);
  expect(mails[0]?.text.reveal()).toContain(`${token}1`);
  const sent = { channel: 'mail', state: 'ACCEPTED', message: messageMark('m-1') };
  expect((await world.caseOf('mailed')).attempts.at(-1)).toMatchObject(sent);
  expect(point.recent).toMatchObject([{ caseId: 'mailed' }]);
});

test('what becomes of a mail is noted at its attempt; a bounce for good makes the address suspect', async () => {
  const world = dispatchWorld(engine);
  const { needs } = everyChannel(world);
  const to = await welfare(world, 'bounced');
  await world.work('CASE#bounced', needs);

  expect(await note(mailEvent('Send', to), needs)).toBe('recorded');
  expect(await note(mailEvent('Bounce', to, { bounce: { bounceType: 'Permanent' } }), needs)).toBe('recorded');
  expect(await note(mailEvent('Open', to), needs)).toBe('ignored');

  expect((await world.caseOf('bounced')).attempts.at(-1)).toMatchObject({ receipt: 'UNDELIVERED' });
  expect((await world.pointOf(await pointIdOf(to))).suspect).toMatchObject({ reason: 'Bounce.Permanent' });
});

test('a mail that its reader called spam arrived, and was the last one to that address', async () => {
  const world = dispatchWorld(engine);
  const { needs } = everyChannel(world);
  const to = await welfare(world, 'spam');
  await world.work('CASE#spam', needs);

  await note(mailEvent('Complaint', to, { complaint: {} }), needs);

  expect((await world.caseOf('spam')).attempts.at(-1)).toMatchObject({ receipt: 'DELIVERED' });
  expect((await world.pointOf(await pointIdOf(to))).optOut).toMatchObject({ purposes: 'all' });
});

test.each([
  ['goes by mail with the words of the answer', 'by-mail', true],
  ['is told by a text where there is no mail address', 'by-text', false],
] as const)('a decision %s, and by nothing else', async (_what, id, isMailed) => {
  const world = dispatchWorld(engine);
  const { needs, mails } = everyChannel(world);
  const to = `${id}@example.com`;
  const mail = addressOf(to, { verifiedAt: NOON, point: await pointIdOf(to) });
  await world.customer(customerOf({ id: customerId(`u-${id}`), mails: isMailed ? [mail] : [] }));
  await world.open({
    id,
    customerId: `u-${id}`,
    purpose: 'complaint_followup',
    kind: 'decided',
    complaintId: `m-${id}`,
    plan: { id: 'complaint-answer', version: 1 },
    about: { what: 'decided', decision: 'upheld', routes: ['review'], answer: 4 },
  });
  const answerIn = () => Promise.resolve('The fee was charged twice; we have paid it back.');

  await world.work(`CASE#${id}`, { ...needs, store: { ...needs.store, answerIn } });

  expect([mails.length, world.provider.taken.length]).toEqual(isMailed ? [1, 0] : [0, 1]);
  expect(mails[0]?.text.reveal() ?? '').toContain(isMailed ? 'we have paid it back' : '');
  expect(JSON.stringify(world.provider.taken)).not.toContain('paid it back');
});

async function app(world: World, id: string): Promise<void> {
  const phone = addressOf(`+86134${String(id.length).padStart(8, '0')}`, { verifiedAt: NOON });
  const customer = customerOf({ id: customerId(`u-${id}`), phones: [phone], mails: [] });
  await world.customer({ ...customer, pushEndpoints: [sensitive(ENDPOINT)] });
  await world.open({ id, customerId: `u-${id}` });
}

test('a suspicious payment is pushed to the app first, then texted; the log of SNS says that it arrived', async () => {
  const world = dispatchWorld(engine);
  const { needs, pushes } = everyChannel(world);
  await app(world, 'app');

  expect(await world.work('CASE#app', needs)).toBe('sent');
  expect(pushes.map(({ to, attemptId }) => [to.reveal(), attemptId])).toEqual([[ENDPOINT, 'app.1']]);

  const log = {
    notification: { messageId: 'p-1', timestamp: '2026-03-02 04:00:00.123' },
    delivery: { destination: ENDPOINT, statusCode: 200, providerResponse: '{}' },
    status: 'SUCCESS',
  };
  expect(await note(log, needs)).toBe('recorded');
  expect((await world.caseOf('app')).attempts).toMatchObject([{ channel: 'push', receipt: 'DELIVERED' }]);

  world.later(MINUTE);
  expect(await world.work('CASE#app', needs)).toBe('sent');
  expect(world.provider.taken.map(({ attemptId }) => attemptId)).toEqual(['app.2']);
});

test('an endpoint that is disabled ends nothing: the plan goes on with the text', async () => {
  const world = dispatchWorld(engine);
  const { needs } = everyChannel(world, { kind: 'NOT_SENT', retry: 'final', reason: 'EndpointDisabled' });
  await app(world, 'disabled');

  expect(await world.work('CASE#disabled', needs)).toBe('not-sent');
  expect(await world.work('CASE#disabled', needs)).toBe('sent');
  expect((await world.caseOf('disabled')).attempts).toMatchObject([
    { channel: 'push', state: 'NOT_SENT' },
    { channel: 'sms', state: 'ACCEPTED' },
  ]);
});

test('lines of a delivery log go to the receipts’ queue as they are; a control message and a torn line do not', async () => {
  const sent: unknown[] = [];
  const queue = {
    sendAll: (_url: string, messages: readonly unknown[]) => {
      sent.push(...messages);
      return Promise.resolve([]);
    },
  };
  const zipped = (batch: object) => ({
    awslogs: { data: gzipSync(JSON.stringify(batch)).toString('base64') },
  });
  const logEvents = [{ message: '{"status":"SUCCESS"}' }, { message: '{"status":' }];

  expect(await forwardLogs(zipped({ messageType: 'DATA_MESSAGE', logEvents }), { queue, url: 'q' })).toBe(1);
  expect(await forwardLogs(zipped({ messageType: 'CONTROL_MESSAGE', logEvents }), { queue, url: 'q' })).toBe(0);
  expect(sent).toEqual([{ body: { status: 'SUCCESS' } }]);
});
