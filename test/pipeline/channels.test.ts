import { expect, test } from 'vitest';
import { handIn } from '../../tools/doors/webhook-door.ts';
import { installApp } from '../../tools/running/app.ts';
import type { Sent } from '../../tools/running/outbox.ts';
import { command, deployed, helpOf, newCustomer } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();

/** What this address was handed, as the command line shows it. */
async function outbox(channel: string, to: string): Promise<readonly Sent[]> {
  const { exit, json } = await command('outbox', '--channel', channel, '--to', to);
  expect(exit).toBe(0);
  return json as readonly Sent[];
}

const MINUTE = 60_000;
const pass = async (ms: number): Promise<void> => scene.until(Date.parse(await scene.now()) + ms);
const receiptOf = async (customerId: string, messageId: string): Promise<unknown> => {
  const { id } = await scene.caseOf(customerId);
  const { attempts } = (await scene.registry.ask(`/v1/cases/${id}`)) as { attempts: { messageId?: string }[] };
  return attempts.find((one) => one.messageId === messageId);
};

test('a mail is handed over with its question, its receipt finds it, and an answer to it by its token settles the case', async () => {
  const address = 'mailed@customer.example';
  const { id, record } = newCustomer('mailed', { phones: [], mails: [address] });
  await scene.push(record);
  await scene.push(helpOf(id));
  await pass(11 * MINUTE);

  const [mail, ...more] = await outbox('mail', address);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ channel: 'mail', to: address, purpose: 'welfare' });
  expect(mail?.attemptId).toMatch(new RegExp(`^${mail?.aggregateId}\\.\\d$`, 'u'));
  const token = /\[(\w\w)\]/u.exec(mail?.subject ?? '')?.[1] ?? '';
  expect(mail?.body).toContain(`${token}1`);

  const messageId = mail?.messageId ?? '';
  expect((await command('receipt', '--message', messageId, '--status', 'delivered')).exit).toBe(0);
  await scene.settled();
  expect(await receiptOf(id, messageId)).toMatchObject({ channel: 'mail', receipt: 'DELIVERED' });

  const message = {
    messageId: 'm-1',
    from: address,
    subject: `Re: ${mail?.subject}`,
    text: '2',
    at: await scene.now(),
  };
  expect(await handIn(stage, { channel: 'mail', message })).toMatchObject({ status: 202 });
  await scene.settled();
  const answered = await scene.caseOf(id);
  expect(answered.replies).toMatchObject([{ intent: 'deny', trust: 1 }]);
  expect(answered.status).toBe('HUMAN');
});

test('a push shows on the phone, its receipt comes by the log of SNS, and the app’s own answer settles the case', async () => {
  const { id, phone, record } = newCustomer('pushed', { phones: [] });
  const endpoint = await installApp(stage, phone);
  await scene.push({ ...record, data: { ...record.data, pushEndpoints: [endpoint] } });
  await scene.push({
    type: 'anomaly.reported',
    data: { customerId: id, accountId: `acc-${id}`, kind: 'new-payee', severity: 'high', evidence: {} },
  });

  const [push, ...more] = await outbox('push', endpoint);
  expect(more).toEqual([]);
  expect(push).toMatchObject({
    channel: 'push',
    to: endpoint,
    purpose: 'fraud_security',
  });
  const token = /([2346789][ACDEFHJKMPQUVWX])1/u.exec(push?.body ?? '')?.[1] ?? '';

  const messageId = push?.messageId ?? '';
  expect((await command('receipt', '--message', messageId, '--status', 'delivered')).exit).toBe(0);
  await expect
    .poll(async () => receiptOf(id, messageId), { timeout: 10_000 })
    .toMatchObject({
      receipt: 'DELIVERED',
    });

  const message = { messageId: 'a-1', from: endpoint, text: `${token}1`, customerId: id, at: await scene.now() };
  expect(await handIn(stage, { channel: 'chat', message })).toMatchObject({ status: 202 });
  await scene.settled();
  const answered = await scene.caseOf(id);
  expect(answered).toMatchObject({ status: 'RESOLVED', outcome: 'CONFIRMED_GENUINE' });
  expect(answered.replies).toMatchObject([{ intent: 'confirm', trust: 4 }]);
});

test('a text’s receipt by the log of SNS is noted at its attempt', async () => {
  const { id, phone, record } = newCustomer('logged');
  await scene.push(record);
  await scene.push(helpOf(id));
  const [text] = await outbox('sms', phone);
  const messageId = text?.messageId ?? '';

  expect((await command('receipt', '--message', messageId, '--status', 'undelivered', '--log')).exit).toBe(0);

  await expect
    .poll(async () => receiptOf(id, messageId), { timeout: 10_000 })
    .toMatchObject({
      receipt: 'UNDELIVERED',
    });
});
