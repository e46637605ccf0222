import { PublishCommand } from '@aws-sdk/client-sns';
import { putOnBus } from '../../../../tools/doors/bus-door.ts';
import { sendToQueue } from '../../../../tools/doors/queue-door.ts';
import { handIn } from '../../../../tools/doors/webhook-door.ts';
import { apiFetch } from '../../../../tools/local/api.ts';
import { requireOutput } from '../../../../tools/local/outputs.ts';
import { installApp } from '../../../../tools/running/app.ts';
import { topicClient } from '../../../../tools/running/clients.ts';
import type { Visit } from './visit.ts';

/** Somebody whose name, numbers and addresses are looked for, with an emergency contact of whom the same holds. */
export type Bird = {
  readonly id: string;
  readonly contactId: string;
  readonly phone: string;
  readonly mail: string;
  readonly endpoint: string;
};

/** What account systems tell of a person, in every field that holds words of theirs, and as it may not be told. */
export async function systemsTell(visit: Visit, id: string): Promise<Bird> {
  const { scene, words, stage } = visit;
  const asOf = await scene.now();
  const [phone, mail] = [words.phone(), words.mail('own')];
  const endpoint = words.also(await installApp(stage, words.phone()));
  const contactId = `${id}-c`;
  const known = {
    customerId: id,
    name: words.said('name'),
    locale: 'zh-CN',
    timezone: 'Asia/Shanghai',
    jurisdiction: 'CN',
    phones: [{ number: phone, source: 'contract', verifiedAt: asOf }],
    mails: [{ address: mail, source: 'contract', verifiedAt: asOf }],
    pushEndpoints: [endpoint],
    asOf,
  };
  const contact = {
    customerId: id,
    contactId,
    name: words.said('contact'),
    relation: 'sister',
    order: 1,
    phone: words.phone(),
    mail: words.mail('contact'),
    consent: { given: true, proof: words.said('proof'), at: asOf },
    source: 'branch_form',
    verifiedAt: asOf,
    asOf,
  };
  await scene.pushOnly(
    { type: 'customer.upserted', data: known },
    { type: 'contact.upserted', data: contact },
    { type: 'account.transaction-posted', data: { ...payment(id, asOf), counterparty: words.said('counterparty') } },
    {
      type: 'anomaly.reported',
      data: { customerId: id, kind: 'odd-login', evidence: { seen: words.said('evidence'), from: words.phone() } },
    },
    {
      type: 'customer.help-requested',
      data: { customerId: id, kind: 'family-emergency', note: words.said('note'), location: words.said('location') },
    },
    { type: 'contact-point.delivery-failed', data: { address: words.mail('failed'), reason: 'bounce', at: asOf } },
    { type: 'event.retracted', data: { source: 'urn:bank:core', id: 'none', customerId: id, reason: words.said('r') } },
  );
  await visit.settled();
  await badEvents(visit, known);
  return { id, contactId, phone, mail, endpoint };
}

const payment = (customerId: string, postedAt: string) => ({
  accountId: `${customerId}-acc`,
  customerId,
  transactionId: 't1',
  amount: { amount: '12.00', currency: 'CNY' },
  direction: 'debit',
  sequence: 1,
  postedAt,
});

/** The same words where they may not stand: refused over HTTP, set aside from queue and bus. */
async function badEvents({ ask, stage, settled, words }: Visit, known: Readonly<Record<string, unknown>>) {
  const bad = (door: string) => ({
    specversion: '1.0',
    id: `${String(known['customerId'])}-${door}`,
    source: 'urn:bank:core',
    type: 'liaison.customer.upserted.v1',
    data: { ...known, name: words.said(door), phones: [words.phone(), words.said(door)], [words.said('field')]: 1 },
  });
  const contentType = 'application/cloudevents+json';
  await ask(4, '/v1/events', { method: 'POST', contentType, body: bad('http') });
  await ask(4, '/v1/events', { method: 'POST', contentType, body: `{"${words.said('torn')}` });
  await sendToQueue(stage, [bad('queue'), words.said('queue'), `{"a":"${words.phone()}"`]);
  await putOnBus(stage, [bad('bus')]);
  await settled();
}

/** What people send and what providers say, whole and broken; the answer to the bank's question comes last. */
export async function peopleWrite(visit: Visit, bird: Bird): Promise<void> {
  const { scene, stage, words, settled } = visit;
  await scene.answer(bird.phone, words.said('reply'));
  await scene.answer(words.phone(), words.said('stranger'));
  await scene.answer(bird.phone, `我要投诉 ${words.said('complaint')}`);
  for (const topic of ['InboundSmsTopicArn', 'DeliveryReceiptsTopicArn']) {
    const TopicArn = requireOutput(stage.outputs, topic);
    const whole = { messageId: 'nobody', destinationPhoneNumber: words.phone(), eventType: words.said('event') };
    for (const Message of [
      words.said('topic'),
      JSON.stringify(whole),
      JSON.stringify({ messageBody: words.said('b') }),
    ])
      await topicClient(stage).send(new PublishCommand({ TopicArn, Message }));
  }
  const at = await scene.now();
  const handed = (channel: string, from: string) => ({
    messageId: `${bird.id}-${channel}`,
    from,
    text: `I complain: ${words.said(channel)}`,
    at,
  });
  for (const channel of ['mail', 'chat', 'social', 'web'] as const) {
    const from = channel === 'mail' ? bird.mail : channel === 'chat' ? bird.endpoint : words.said(`${channel}-from`);
    await handIn(stage, { channel, message: { ...handed(channel, from), subject: words.said('subject') } });
    const odd = await handIn(stage, { channel, message: { ...handed(channel, from), [words.said('field')]: 1 } });
    const unsigned = await apiFetch(stage, `/v1/webhooks/${channel}`, { method: 'POST', body: handed(channel, from) });
    visit.refused.push(odd.text, unsigned.text);
  }
  await settled();
}
