import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Fault } from '#domain/errors.ts';
import { describeError } from '#runtime/log.ts';
import { recordingSurroundings } from '../../support/runtime/fakes-runtime.ts';

test('keeps allowed ids and words, drops every other key, masks what looks like a person', () => {
  const { log: kept, lines } = recordingSurroundings();
  const fields = {
    caseId: 'abcdefgh234567',
    customerId: '100001234567',
    count: 3,
    outcome: '王伟',
    code: '+8613800138000',
    step: '13800138000',
    channel: 'a@b.example',
    ruleIds: ['hours.closed', 'Mr Wang lives here'],
    name: 'Wang Wei',
    phone: '+8613800138000',
  };

  kept.info('case moved', fields);

  expect(lines).toEqual([
    {
      level: 'info',
      message: 'case moved',
      fields: {
        caseId: 'abcdefgh234567',
        channel: '***',
        code: '***',
        count: 3,
        customerId: '100001234567',
        outcome: '***',
        ruleIds: ['hours.closed', '***'],
        step: '***',
      },
    },
  ]);
});

test('a line may say no more than its message', () => {
  const { log: kept, lines } = recordingSurroundings();

  kept.info('started');
  kept.warn('slow');
  kept.error('failed', 'why');

  expect(lines).toMatchObject([
    { level: 'info', message: 'started', fields: {} },
    { level: 'warn', message: 'slow', fields: {} },
    { level: 'error', message: 'failed', fields: { failure: { name: 'string', at: [] } } },
  ]);
});

test('tells an error by name, code, status, facts and places, never by its words', () => {
  const cause = Object.assign(new Error('Invalid parameter: PhoneNumber +8613800138000'), {
    name: 'InvalidParameterException',
    $metadata: { httpStatusCode: 400 },
    code: 'E_CODE',
  });

  const told = describeError(new Fault('store.conflict', { facts: { tries: 5 }, cause }));

  expect(told).toMatchObject({
    name: 'Fault',
    code: 'store.conflict',
    facts: { tries: 5 },
    cause: { name: 'InvalidParameterException', status: 400, code: 'E_CODE' },
  });
  expect(told.at[0]).toContain('log.test.ts');
  expect(JSON.stringify(told)).not.toContain('13800138000');
});

test('tells things that are no errors, odd names and endless causes as well', () => {
  const endless = new Error('x');
  endless.cause = endless;
  const odd = Object.assign(new Error('x'), { name: 'Wang Wei', code: 'Wang Wei' });
  delete odd.stack;

  expect(describeError('text')).toEqual({ name: 'string', at: [] });
  expect(describeError(odd)).toEqual({ name: 'Error', at: [] });
  expect(JSON.stringify(describeError(endless)).split('"cause"')).toHaveLength(4);
});

/** The library takes its streams and its level from the process, so it is watched in one of its own. */
const LINES = `
  import { log } from './functions/runtime/log.ts';
  log.bind({ functionName: 'test', awsRequestId: 'request-1', memoryLimitInMB: '512', invokedFunctionArn: 'arn' });
  log.info('case moved', { caseId: 'c1' });
  log.warn('slow');
  log.error('failed', new Error('+8613800138000'));
`;

test('writes JSON lines through Powertools with the function and the request, and no message of an error', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', LINES], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { POWERTOOLS_LOG_LEVEL: 'INFO', POWERTOOLS_SERVICE_NAME: 'test' },
    encoding: 'utf8',
  });

  const lines = `${stdout}${stderr}`.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'INFO', message: 'case moved', service: 'test', caseId: 'c1', function_request_id: 'request-1' },
    { level: 'WARN', message: 'slow' },
    { level: 'ERROR', message: 'failed', failure: { name: 'Error' } },
  ]);
  expect(lines.join('')).not.toContain('13800138000');
});
