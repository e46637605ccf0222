import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSecrets, signatureOf, verifySignature } from '#runtime/webhook-signature.ts';

/** The example of the specification. Source: Standard Webhooks 1.0, "Signature scheme" and its reference libraries. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const EXAMPLE = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330', body: '{"test": 2432232314}' };
const SIGNED = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const THEN = 1_614_265_330_000;

const [secret = new Uint8Array()] = readSecrets(SECRET);
const other = Uint8Array.from({ length: 32 }, (_, at) => at);

test('the example of the specification is good', () => {
  expect(signatureOf(EXAMPLE, secret)).toBe(SIGNED);
  expect(verifySignature({ ...EXAMPLE, signature: SIGNED }, [secret], THEN)).toBe('good');
});

test('one of several signatures, by one of several secrets, is enough: both sides may replace theirs', () => {
  const signature = `v1,bm9ib2R5 ${signatureOf(EXAMPLE, other)} v1a,something`;
  expect(verifySignature({ ...EXAMPLE, signature }, [secret, other], THEN)).toBe('good');
  expect(verifySignature({ ...EXAMPLE, signature }, [secret], THEN)).toBe('wrong');
  expect(verifySignature({ ...EXAMPLE, signature: SIGNED }, [], THEN)).toBe('wrong');
});

test.each([
  ['five minutes', 300_000, 'good'],
  ['five minutes and a second', 301_000, 'too-old'],
  ['five minutes to come', -300_000, 'good'],
  ['longer to come', -301_000, 'too-old'],
] as const)('a signature that is %s old', (_what, age, verdict) => {
  expect(verifySignature({ ...EXAMPLE, signature: SIGNED }, [secret], THEN + age)).toBe(verdict);
});

test.each([
  ['no id', { id: '' }],
  ['an id with a point in it, which would shift what is signed', { id: 'msg.1' }],
  ['no time', { timestamp: '' }],
  ['a time that is none', { timestamp: '1614265330.5' }],
  ['no signature', { signature: '' }],
])('a request with %s is unsigned', (_what, change) => {
  expect(verifySignature({ ...EXAMPLE, signature: SIGNED, ...change }, [secret], THEN)).toBe('unsigned');
});

test('nothing that was changed after it was signed is good', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('id', 'timestamp', 'body', 'signature'),
      fc.nat({ max: 100 }),
      fc.integer({ min: 33, max: 126 }),
      (part, at, code) => {
        const signed = { ...EXAMPLE, signature: SIGNED };
        const before = signed[part];
        const place = at % before.length;
        const after = before.slice(0, place) + String.fromCodePoint(code) + before.slice(place + 1);
        // The last letter of base64 carries two bits that say nothing.
        const same = Buffer.from(after.slice(3), 'base64').equals(Buffer.from(before.slice(3), 'base64'));
        fc.pre(part === 'signature' ? !same || !after.startsWith('v1,') : after !== before);
        expect(verifySignature({ ...signed, [part]: after }, [secret], THEN)).not.toBe('good');
      },
    ),
    { numRuns: 10_000 },
  );
});

test('secrets are read with and without their prefix, several by white space, and none that is too short', () => {
  expect(readSecrets(`${SECRET}\n${Buffer.from(other).toString('base64')} whsec_c2hvcnQ=`)).toEqual([secret, other]);
  expect(readSecrets('')).toEqual([]);
  expect(readSecrets('A'.repeat(48))).toHaveLength(1);
});
