import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fault, isFault } from '#domain/errors.ts';
import { chain, once, prime } from '#runtime/chain.ts';
import { readEnv } from '#runtime/env.ts';
import { caseIdOf, createIds, hashedId, ids, sha256, sha256Hex } from '#runtime/ids.ts';
import { createMeter } from '#runtime/metrics/metrics.ts';
import { invalidRequest, isPushback, problem } from '#runtime/problem.ts';
import { type Figure, recordingSurroundings, recordingWriter } from '../../support/runtime/fakes-runtime.ts';

test('names every missing environment name, not only the first', () => {
  const read = () => readEnv(['A', 'B', 'C'], { B: 'b', C: '' });

  expect(read).toThrow('runtime.env-missing: names A C');
});

test('reads a complete environment', () => {
  expect(readEnv(['A'], { A: 'a', other: 'x' })).toEqual({ A: 'a' });
});

test('gives the same case id for the same customer, account, kind and window, and another for any other', () => {
  const of = { customerId: 'c1', accountId: 'a1', kind: 'overdue', window: '2026-01' };

  expect(caseIdOf(of)).toBe(caseIdOf({ ...of }));
  expect(caseIdOf(of)).toMatch(/^[a-z2-7]{20}$/u);
  const others = [
    { ...of, customerId: 'c2' },
    { ...of, accountId: 'a2' },
    { ...of, kind: 'x' },
    { ...of, window: '' },
  ];
  expect(new Set([of, ...others, { customerId: 'c1', kind: 'overdue', window: '2026-01' }].map(caseIdOf)).size).toBe(6);
});

test('never confuses parts that run into each other', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.array(fc.string(), { maxLength: 4 }), (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);

      expect(hashedId(one) === hashedId(other)).toBe(same);
    }),
  );
});

test('gives ids whose text order is the order of time, and which rise within one millisecond', () => {
  const made = [5, 5, 5, 6, 4, 1_767_225_600_000].map((now) => createIdsOnce.sortable(now));

  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((id) => /^[0-9a-hjkmnp-tv-z]{26}$/u.test(id))).toBe(true);
});
const createIdsOnce = createIds((count) => new Uint8Array(count).fill(255));

test('gives fences of eight random bytes and jitter below one', () => {
  expect(ids.fence()).toHaveLength(8);
  expect(Buffer.from(ids.fence()).equals(ids.fence())).toBe(false);
  expect(ids.random()).toBeGreaterThanOrEqual(0);
  expect(createIds((count) => new Uint8Array(count).fill(255)).random()).toBeLessThan(1);
});

/** Source: FIPS 180-4, example "abc". */
test('hashes by SHA-256', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  expect(sha256Hex('abc')).toBe(abc);
  expect(Buffer.from(sha256(Uint8Array.of(97, 98, 99))).toString('hex')).toBe(abc);
});

test('writes figures once per flush, added up, a line for each set of dimensions', () => {
  const figures: Figure[] = [];
  const writer = recordingWriter(figures);
  const meter = createMeter(() => writer);

  meter.count('EventAccepted');
  meter.count('EventAccepted', 2);
  meter.count('EventRejected', 0);
  meter.count('StreamLag', 5);
  meter.count('StreamLag', 3);
  meter.count('SendAccepted', 1, { purpose: 'welfare', channel: 'sms' });
  meter.count('SendAccepted', 1, { channel: 'sms', purpose: 'welfare' });
  meter.count('SendInDoubt', 0, { purpose: 'survey' });
  meter.flush();
  meter.flush();

  expect(figures).toEqual([
    { name: 'EventAccepted', value: 3, dimensions: {} },
    { name: 'StreamLag', value: 5, dimensions: {} },
    { name: 'SendAccepted', value: 2, dimensions: { purpose: 'welfare', channel: 'sms' } },
  ]);
});

test('writes figures even when the work fails', async () => {
  const around = recordingSurroundings();
  const handler = chain(async () => {
    around.metrics.count('MessageFailed');
    throw new Fault('store.throttled');
  }, around);

  const error = await handler({}).catch((raised: unknown) => raised);

  expect(isFault(error, 'store.')).toBe(true);
  expect(around.figures).toHaveLength(1);
});

test('builds live dependencies when they are first needed, once', () => {
  let built = 0;
  const live = once(() => {
    built += 1;
    return built;
  });

  expect(built).toBe(0);
  expect([live(), live()]).toEqual([1, 1]);
});

test('primes in Lambda only, ignores what goes wrong, and never waits for ever', async () => {
  let read = 0;
  const count = async (): Promise<void> => {
    read += 1;
    throw new Error('away');
  };

  await prime(count);
  expect(read).toBe(0);

  process.env['AWS_LAMBDA_FUNCTION_NAME'] = 'f';
  try {
    await prime(count);
    await prime(async () => new Promise(() => {}));
  } finally {
    delete process.env['AWS_LAMBDA_FUNCTION_NAME'];
  }
  expect(read).toBe(1);
});

test('writes a problem document as RFC 9457 has it', () => {
  expect(problem(409, 'case.not-open', 'got CLOSED, expected an open case')).toEqual({
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
    body: {
      type: 'urn:liaison:problem:case.not-open',
      title: 'Conflict',
      status: 409,
      code: 'case.not-open',
      detail: 'got CLOSED, expected an open case',
    },
  });
  expect(problem(418, 'a.b', '').body).toMatchObject({ title: 'Error' });
  expect(invalidRequest([{ pointer: '/a', detail: 'missing' }]).body).toMatchObject({
    code: 'request.invalid',
    issues: [{ pointer: '/a', detail: 'missing' }],
  });
});

test('takes only an engine that asks for patience as pushing back', () => {
  expect(isPushback(Object.assign(new Error('x'), { name: 'ThrottlingException' }))).toBe(true);
  expect(isPushback(Object.assign(new Error('x'), { code: 'ECONNRESET' }))).toBe(true);
  expect(isPushback(Object.assign(new Error('x'), { CancellationReasons: [{}, { Code: 'ThrottlingError' }] }))).toBe(
    true,
  );
  expect(isPushback(Object.assign(new Error('x'), { CancellationReasons: [{ Code: 'None' }] }))).toBe(false);
  expect(isPushback(new Error('ThrottlingException'))).toBe(false);
  expect(isPushback('ThrottlingException')).toBe(false);
});
