import { expect, test, vi } from 'vitest';
import { Fault } from '#domain/errors.ts';
import { describeError, log } from '#runtime/log.ts';
import { recordingSurroundings } from '../../support/fakes-runtime.ts';
import { lambdaContext } from '../../support/lambda-events.ts';

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

test('writes JSON lines through Powertools with the function and the request', () => {
  // The library writes to the process's own stream; there is no other place to see what it really prints.
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });

  try {
    log.bind(lambdaContext());
    log.info('case moved', { caseId: 'c1' });
    log.warn('slow');
    log.error('failed', new Error('+8613800138000'));
  } finally {
    spy.mockRestore();
  }

  const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toMatchObject([
    { level: 'INFO', message: 'case moved', caseId: 'c1', function_request_id: 'request-1' },
    { level: 'WARN', message: 'slow' },
  ]);
  expect(written.join('')).not.toContain('13800138000');
});
