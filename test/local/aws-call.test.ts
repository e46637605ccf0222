import { describe, expect, test } from 'vitest';
import { AwsCallError, askedAgain } from '../../tools/local/aws-call.ts';

/** A service that fails this often with this status before it answers. */
function failing(times: number, status: number) {
  const service = { asked: 0, ask };
  async function ask(): Promise<string> {
    service.asked += 1;
    if (service.asked <= times) throw new AwsCallError('Some', { code: 'InternalError', status, message: 'lost' });
    return 'answer';
  }
  return service;
}

describe('a call to a service whose own fault it is', () => {
  test('is made again where it only reads', async () => {
    const service = failing(2, 500);
    await expect(askedAgain({ operation: 'DescribeLogGroups' }, service.ask)).resolves.toBe('answer');
    expect(service.asked).toBe(3);
  });

  test('fails as the service says after three', async () => {
    const service = failing(3, 503);
    await expect(askedAgain({ operation: 'GetSecretValue' }, service.ask)).rejects.toThrow('InternalError: lost');
    expect(service.asked).toBe(3);
  });

  test.each([
    ['it would change something', 'PutEvents', 500],
    ['the fault is the caller’s', 'GetSecretValue', 400],
  ])('is made once where %s', async (_what, operation, status) => {
    const service = failing(1, status);
    await expect(askedAgain({ operation }, service.ask)).rejects.toThrow(AwsCallError);
    expect(service.asked).toBe(1);
  });
});
