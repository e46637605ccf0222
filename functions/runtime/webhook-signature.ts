import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed request brings. Source: Standard Webhooks 1.0, "Webhook Metadata". */
export type SignedRequest = {
  /** `webhook-id`: one delivery, the same over its repeats. */
  readonly id: string;
  /** `webhook-timestamp`: seconds since 1970. */
  readonly timestamp: string;
  /** `webhook-signature`: one or several, by space. */
  readonly signature: string;
  /** As it came, byte by byte. */
  readonly body: string;
};

export type SignatureVerdict = 'good' | 'unsigned' | 'too-old' | 'wrong';

/** Older, or further ahead, than this is no delivery of now. */
export const TOLERANCE_MS = 5 * 60_000;
const ID = /^[\x21-\x2d\x2f-\x7e]{1,128}$/u;
const SECONDS = /^\d{1,12}$/u;
const VERSION = 'v1,';
/** More signatures than a sender has keys are an attempt to guess. */
const MAX_SIGNATURES = 8;

/**
 * Was this sent by somebody who has one of the secrets, and just now? Wall time: the sender's clock knows no other. The
 * comparison takes as long for a wrong signature as for a right one.
 */
export function verifySignature(
  request: SignedRequest,
  secrets: readonly Uint8Array[],
  wallNow: number,
): SignatureVerdict {
  const { id, timestamp, signature } = request;
  if (!ID.test(id) || !SECONDS.test(timestamp) || signature === '') return 'unsigned';
  if (Math.abs(wallNow - Number(timestamp) * 1_000) > TOLERANCE_MS) return 'too-old';
  const given = signature
    .split(' ')
    .slice(0, MAX_SIGNATURES)
    .filter((one) => one.startsWith(VERSION))
    .map((one) => Buffer.from(one.slice(VERSION.length), 'base64'));
  const right = secrets.map((secret) => signatureBytes(request, secret));
  // Every pair is compared, so that the time says nothing about which one nearly fits.
  const fitting = right.flatMap((one) =>
    given.map((other) => one.length === other.length && timingSafeEqual(one, other)),
  );
  return fitting.includes(true) ? 'good' : 'wrong';
}

function signatureBytes({ id, timestamp, body }: SignedRequest, secret: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest();
}

/** The header's text for one secret: what a sender writes. */
export const signatureOf = (request: Omit<SignedRequest, 'signature'>, secret: Uint8Array): string =>
  VERSION + signatureBytes({ ...request, signature: '' }, secret).toString('base64');

const PREFIX = 'whsec_';
/** Source: Standard Webhooks 1.0, "Signature scheme": 24 to 64 bytes. */
const LEAST_BYTES = 24;

/** Secrets as they are kept: base64, each may begin with `whsec_`, several by white space while one replaces another. */
export function readSecrets(text: string): readonly Uint8Array[] {
  return text
    .split(/\s+/u)
    .map((one) => Uint8Array.from(Buffer.from(one.startsWith(PREFIX) ? one.slice(PREFIX.length) : one, 'base64')))
    .filter((one) => one.length >= LEAST_BYTES);
}
