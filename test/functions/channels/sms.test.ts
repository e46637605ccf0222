import { expect, test } from 'vitest';
import { reportOf } from '#channels/one-request.ts';
import { smsClient, snsSmsSender } from '#channels/sms.ts';
import { sensitive } from '#domain/sensitive.ts';
import { type Behaviour, provider } from '../../support/provider.ts';

const sms = { to: sensitive('+8613800000000'), text: sensitive('【示例银行】你好'), attemptId: 'c1.2' };

async function sendTo(behaviour: Behaviour) {
  const texts = provider();
  texts.will(behaviour);
  const outcome = await snsSmsSender(() => texts.client).send(sms);
  return { outcome, requests: texts.requests(), taken: texts.taken };
}

test('a text carries its attempt and is sent as transactional, in the words it was given', async () => {
  const { outcome, taken } = await sendTo('takes');

  expect(outcome).toEqual({ kind: 'ACCEPTED', messageId: 'message-1' });
  expect(taken).toEqual([
    { to: '+8613800000000', text: '【示例银行】你好', attemptId: 'c1.2', messageId: 'message-1' },
  ]);
});

test.each([
  ['lost', { kind: 'IN_DOUBT', reason: 'ECONNRESET' }, 1],
  ['fails', { kind: 'IN_DOUBT', reason: 'http-500' }, 1],
  ['throttles', { kind: 'NOT_SENT', retry: 'retryable', reason: 'Throttling' }, 0],
  ['is-not-permitted', { kind: 'NOT_SENT', retry: 'retryable', reason: 'AuthorizationError' }, 0],
  ['refuses', { kind: 'NOT_SENT', retry: 'final', reason: 'InvalidParameter' }, 0],
  ['unreachable', { kind: 'NOT_SENT', retry: 'retryable', reason: 'ECONNREFUSED' }, 0],
] as const)('when the provider %s, one request is made and no second one', async (behaviour, expected, taken) => {
  const result = await sendTo(behaviour);

  expect(result.outcome).toMatchObject({ kind: expected.kind });
  expect(result.outcome).toMatchObject('retry' in expected ? { retry: expected.retry } : {});
  expect(result.requests).toBe(1);
  expect(result.taken).toHaveLength(taken);
});

test('a request that never left the process is surely not sent', async () => {
  const client = smsClient({
    region: 'eu-west-2',
    credentials: () => Promise.reject(new Error('no credentials')),
  });

  expect(await snsSmsSender(() => client).send(sms)).toMatchObject({ kind: 'NOT_SENT', retry: 'retryable' });
});

test('an error is told by names and codes; what it quotes is dropped', () => {
  const error = Object.assign(new Error('no route to +8613800000000'), { name: 'InvalidParameterException' });

  expect(JSON.stringify(reportOf(error, true))).not.toContain('138');
  expect(reportOf('thrown text', true)).toEqual({
    answered: false,
    handedOver: true,
    name: 'Error',
    serviceError: false,
  });
});

test('a connection that never stood is told apart from one that broke', () => {
  const timedOut = Object.assign(new Error('Socket did not establish a connection with the server'), {
    name: 'TimeoutError',
  });
  const everyAddress = Object.assign(new AggregateError([], 'all addresses'), {
    code: 'ETIMEDOUT',
    errors: [{ syscall: 'connect' }],
  });

  expect(reportOf(timedOut, true)).toMatchObject({ code: 'CONNECT_TIMEOUT' });
  expect(reportOf(everyAddress, true)).toMatchObject({ code: 'ETIMEDOUT', syscall: 'connect' });
});
