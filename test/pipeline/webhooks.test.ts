import { expect, test } from 'vitest';
import { handIn } from '../../tools/doors/webhook-door.ts';
import { apiFetch } from '../../tools/local/api.ts';
import { mintToken } from '../../tools/local/tokens.ts';
import { deployed, factsOf } from '../support/deployed/stage.ts';

const { stage, scene } = await deployed();
const { token } = await mintToken(stage, { role: 'admin' });
const message = { messageId: 'chat-1', from: 'wx-77', text: '请问几点开门?', at: '2026-06-01T00:00:00Z' };

test('a message signed with the secret of its channel is taken, once, and waits where staff read it', async () => {
  const first = await handIn(stage, { channel: 'chat', message, id: 'msg_chat_1' });
  expect(first).toMatchObject({ status: 202, json: { accepted: true } });
  expect(await handIn(stage, { channel: 'chat', message, id: 'msg_chat_1' })).toMatchObject({ status: 202 });

  const { json } = await apiFetch(stage, '/v1/inbox?limit=100', { token });
  expect(JSON.stringify(json).split('请问几点开门?')).toHaveLength(2);
});

test('a message without a right signature changes nothing', async () => {
  await scene.settled();
  const before = await factsOf(stage);
  const headers = {
    'webhook-id': 'msg_forged',
    'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
    'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
  };

  const forged = await apiFetch(stage, '/v1/webhooks/chat', { method: 'POST', body: message, headers });
  expect(forged).toMatchObject({ status: 401, json: { code: 'webhook.signature-wrong' } });
  expect(await apiFetch(stage, '/v1/webhooks/chat', { method: 'POST', body: message })).toMatchObject({
    status: 401,
    json: { code: 'webhook.unsigned' },
  });
  expect(await factsOf(stage)).toBe(before);
});
