import { gzipSync } from 'node:zlib';
import { ENV } from '#runtime/env.contract.ts';
import { readSecrets, signatureOf } from '#runtime/webhook-signature.ts';
import { webhookEvent } from '../../support/intake/webhook-event.ts';
import { apiEvent } from '../../support/runtime/lambda-events.ts';
import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import type { Customer } from './customers.ts';

const MINUTE = 60_000;
const CHANNELS = ['mail', 'chat', 'social', 'web'] as const;
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** What the deployment says of webhooks, and the secrets themselves by their names. */
export const DOOR_ENV = {
  [ENV.webhookSecrets]: JSON.stringify(Object.fromEntries(CHANNELS.map((one) => [one, `webhooks/${one}`]))),
  [ENV.receiptsUrl]: 'https://sqs.eu-west-2.amazonaws.com/000000000000/receipts',
};
export const DOOR_SECRETS = Object.fromEntries(CHANNELS.map((one) => [`webhooks/${one}`, SECRET]));

/** Systems that hand things in beside the bank's core: what people write elsewhere, logs of deliveries, and nonsense. */
export type Doors = { readonly requests: () => number };

const WRITTEN = [
  '我要投诉：多收了我的手续费，请退还',
  '手机银行登录不上，一直报错',
  'I cannot log in to the app, it crashes every time',
  '请问你们几点开门？',
  '你们再逼我，我就不想活了',
];
const NONSENSE = ['not json', '{}', '[]', '{"originationNumber":7}'];

type At = { readonly machine: Machine; readonly chance: Chance; readonly customers: readonly Customer[] };

/** Opens them: each does something now and then, until `isOver`. */
export function openDoors(at: At, isOver: () => boolean): Doors {
  const { machine, chance } = at;
  let requests = 0;
  const doings: readonly (() => unknown)[] = [
    () => webhook(at),
    () => webhook(at),
    () => webhook(at),
    () => badEvent(at),
    () => deliveryLog(at),
    () => void machine.queues.send('receipts', chance.pick(NONSENSE)),
    () => void machine.queues.send('inbound', chance.pick(NONSENSE)),
  ];
  const next = (): void => {
    machine.time.after(chance.between(MINUTE, 14 * MINUTE), () => {
      if (isOver()) return;
      requests += 1;
      next();
      return void chance.pick(doings)();
    });
  };
  next();
  return { requests: () => requests };
}

/** How often a message is handed in, a minute apart, before it is given up. */
const HANDED_IN = 5;

/** A message is handed in again, under the same id, until somebody said that it was taken. */
export function webhook({ machine, chance, customers }: At, mostTries = HANDED_IN): unknown {
  const channel = chance.pick(CHANNELS);
  const id = `hook-${machine.calls()}`;
  // Half of those whom the bank knows by name have somebody else on record: whoever reads them reads these too.
  const named = customers.filter(({ kin }) => kin !== undefined);
  const among = named.length > 0 && chance.happens(50) ? named : customers;
  const known = customers.length > 0 && chance.happens(60) ? { customerId: chance.pick(among).id } : {};
  const message = {
    messageId: `m-${id}`,
    from: channel === 'mail' ? 'someone@example.com' : 'someone',
    text: chance.pick(WRITTEN),
    at: new Date(machine.time.now()).toISOString(),
    ...known,
  };
  const hand = async (tries: number): Promise<void> => {
    const timestamp = String(Math.floor(machine.time.now() / 1_000));
    const body = JSON.stringify(message);
    const signature = signatureOf({ id, timestamp, body }, readSecrets(SECRET)[0] ?? new Uint8Array());
    const event = webhookEvent(channel, { id, timestamp, signature, body });
    const ended = await machine.invoke('accept-webhook', event, 28);
    const taken = ended.kind === 'answered' && (ended.result as { statusCode?: number }).statusCode === 202;
    if (!taken && tries < mostTries) machine.time.after(MINUTE, () => void hand(tries + 1));
  };
  return void hand(1);
}

/** One event of a batch that cannot be understood: it is set aside, over HTTP as by the queue. */
function badEvent({ machine, chance }: At): unknown {
  const bad = { specversion: '1.0', id: `bad-${machine.calls()}`, source: 'urn:bank:core', type: 'liaison.nothing.v1' };
  const unfit = { ...bad, type: 'liaison.customer.upserted.v1', data: { customerId: 'nobody' } };
  const body = JSON.stringify([chance.pick([bad, unfit])]);
  const claims = { client_id: 'core', scope: 'liaison/producer', sub: 'core' };
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  return void machine.invoke('accept-events', apiEvent({ headers, body, claims }), 28);
}

/** What the provider's log says of texts that went out; a batch that was not taken comes again. */
function deliveryLog({ machine, chance }: At): unknown {
  const { texts } = machine.provider;
  const told = texts.length === 0 ? [] : Array.from({ length: chance.between(1, 3) }, () => chance.pick(texts));
  const lines = told.map(({ messageId, to, at }) => ({
    message: JSON.stringify({
      notification: { messageId, timestamp: new Date(at).toISOString() },
      delivery: { phoneCarrier: 'x', destination: to, priceInUSD: 0, smsType: 'Transactional', providerResponse: 'ok' },
      status: 'SUCCESS',
    }),
  }));
  const data = gzipSync(JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents: lines })).toString('base64');
  const hand = async (tries: number): Promise<void> => {
    const ended = await machine.invoke('read-delivery-logs', { awslogs: { data } }, 28);
    if (ended.kind !== 'answered' && tries < 5) machine.time.after(MINUTE, () => void hand(tries + 1));
  };
  return void hand(1);
}
