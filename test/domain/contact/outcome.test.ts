import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classifySend, type SendReport } from '#domain/contact/outcome.ts';

type Unanswered = Omit<Extract<SendReport, { answered: false }>, 'answered'>;
const failure = (report: Partial<Unanswered>): SendReport => ({
  answered: false,
  handedOver: true,
  name: 'Error',
  serviceError: false,
  ...report,
});
const refusal = (httpStatus: number, name: string): SendReport => failure({ name, httpStatus, serviceError: true });

test('counts a text as accepted only with the id the provider gave it', () => {
  expect(classifySend({ answered: true, messageId: 'm-1' })).toEqual({ kind: 'ACCEPTED', messageId: 'm-1' });
  expect(classifySend({ answered: true }).kind).toBe('IN_DOUBT');
  expect(classifySend({ answered: true, messageId: '' }).kind).toBe('IN_DOUBT');
});

test.each([
  ['no credentials', failure({ handedOver: false, name: 'CredentialsProviderError' })],
  ['nobody listens', failure({ code: 'ECONNREFUSED', syscall: 'connect' })],
  ['the name is not known', failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
  ['the name service is away', failure({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' })],
  ['the connection did not stand in time', failure({ name: 'TimeoutError', code: 'CONNECT_TIMEOUT' })],
  ['the host cannot be reached', failure({ code: 'EHOSTUNREACH', syscall: 'connect' })],
  ['the network cannot be reached', failure({ code: 'ENETUNREACH', syscall: 'connect' })],
  ['the connection timed out while it was made', failure({ code: 'ETIMEDOUT', syscall: 'connect' })],
  ['the look-up of the name timed out', failure({ code: 'ETIMEDOUT', syscall: 'getaddrinfo' })],
  ['the provider throttles', refusal(400, 'Throttling')],
  ['too many requests', refusal(429, 'ThrottledException')],
  ['the role may not send', refusal(403, 'AuthorizationErrorException')],
  ['the key service throttles', refusal(400, 'KMSThrottlingException')],
  ['the key service does not take what it was asked', refusal(400, 'KMSInvalidParameterException')],
])('knows that nothing was sent and another try may succeed when %s', (_, report) => {
  expect(classifySend(report)).toMatchObject({ kind: 'NOT_SENT', retry: 'retryable' });
});

test.each([
  'InvalidParameter',
  'InvalidParameterException',
  'InvalidParameterValueException',
  'ValidationException',
  'OptedOutException',
])('knows that this text will never be taken when the provider says %s', (name) => {
  expect(classifySend(refusal(400, name))).toEqual({ kind: 'NOT_SENT', retry: 'final', reason: name });
});

test.each([
  ['the connection was reset', failure({ code: 'ECONNRESET', syscall: 'read' })],
  ['the pipe broke', failure({ code: 'EPIPE', syscall: 'write' })],
  ['no answer came in time', failure({ name: 'TimeoutError', code: 'ETIMEDOUT' })],
  ['the host vanished while we were talking', failure({ code: 'EHOSTUNREACH', syscall: 'read' })],
  ['the connection was reset as soon as it stood', failure({ code: 'ECONNRESET', syscall: 'connect' })],
  ['the host vanished, nobody knows when', failure({ code: 'EHOSTUNREACH' })],
  ['an error without a code', failure({ name: 'AbortError' })],
  ['the provider failed (500)', refusal(500, 'InternalErrorException')],
  ['the provider is away (503)', refusal(503, 'ServiceUnavailable')],
  ['the provider stopped reading (408)', refusal(408, 'RequestTimeout')],
  ['the provider says that it failed, but with 200', refusal(200, 'InvalidParameterException')],
  ['an answer nobody can read came with 400', failure({ name: 'SyntaxError', httpStatus: 400 })],
  ['an answer nobody can read came with 200', failure({ name: 'SyntaxError', httpStatus: 200 })],
])('is in doubt when %s', (_, report) => {
  expect(classifySend(report).kind).toBe('IN_DOUBT');
});

test.each([
  ['an answer without an id', { answered: true } as const, 'answer-without-message-id'],
  ['the code of the system', failure({ name: 'Error', code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  ['the code of a doubt', failure({ name: 'Error', code: 'ECONNRESET' }), 'ECONNRESET'],
  ['the name of an error without a code', failure({ name: 'AbortError' }), 'AbortError'],
  ['the status of an answer in doubt', refusal(503, 'ServiceUnavailable'), 'http-503'],
  ['the name of a refusal', refusal(429, 'ThrottledException'), 'ThrottledException'],
])('gives as its reason %s', (_, report, reason) => {
  expect(classifySend(report)).toMatchObject({ reason });
});

test('never calls a send that left the process surely unsent without an answer or a connection that never stood', () => {
  const code = fc.constantFrom('ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_X', undefined);
  const syscall = fc.constantFrom('read', 'write', undefined);
  fc.assert(
    fc.property(code, syscall, fc.string(), (seen, call, name) => {
      const report = failure({
        name,
        ...(seen === undefined ? {} : { code: seen }),
        ...(call === undefined ? {} : { syscall: call }),
      });

      expect(classifySend(report).kind).toBe('IN_DOUBT');
    }),
  );
});
