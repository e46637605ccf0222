import { gzipSync } from 'node:zlib';
import { ENV } from '#runtime/env.contract.ts';
import { apiEvent } from '../../support/runtime/lambda-events.ts';
import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import { APP, type Customer } from './customers.ts';
import { CHANNELS, handIn, SECRET_NAMES } from './webhooks.ts';

const MINUTE = 60_000;

/** What the deployment says of webhooks, of receipts, and of mails and pushes, which it has. */
export const DOOR_ENV = {
  [ENV.webhookSecrets]: JSON.stringify(SECRET_NAMES),
  [ENV.receiptsUrl]: 'https://sqs.eu-west-2.amazonaws.com/000000000000/receipts',
  [ENV.mail]: JSON.stringify({ from: 'Jiayi Bank <notice@example.com>', configurationSet: 'mails' }),
  [ENV.pushApplications]: JSON.stringify([APP]),
};

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

/** Somebody writes elsewhere than by text. */
export function webhook({ machine, chance, customers }: At, mostTries?: number): void {
  const channel = chance.pick(CHANNELS);
  // Half of those whom the bank knows by name have somebody else on record: whoever reads them reads these too.
  const named = customers.filter(({ kin }) => kin !== undefined);
  const among = named.length > 0 && chance.happens(50) ? named : customers;
  const known = customers.length > 0 && chance.happens(60) ? { customerId: chance.pick(among).id } : {};
  const from = channel === 'mail' ? 'someone@example.com' : 'someone';
  handIn(machine, {
    channel,
    message: { from, text: chance.pick(WRITTEN), ...known },
    ...(mostTries === undefined ? {} : { mostTries }),
  });
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
  const texts = machine.provider.texts.filter(({ channel }) => channel === 'sms');
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
