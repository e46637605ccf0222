import { createHmac } from 'node:crypto';
import { type PointId, pointId } from '#domain/ids.ts';

/** Bytes of a point id: 128 bits, 22 characters in base64url. */
const POINT_BYTES = 16;

/**
 * Lookup id of a number or address: HMAC-SHA-256 under the deployment's secret, first 16 bytes, base64url. A plain hash
 * would be no protection: all numbers of one prefix can be tried in minutes.
 */
export function pointOf(secret: Uint8Array, address: string): PointId {
  const digest = createHmac('sha256', secret).update(sameAddress(address), 'utf8').digest();
  return pointId(digest.subarray(0, POINT_BYTES).toString('base64url'));
}

/**
 * One spelling for one address: an opt-out must not hide behind capitals. Numbers come in E.164 already; a mail address
 * (the only one with `@`) is compared in lower case and Unicode NFKC.
 */
export function sameAddress(address: string): string {
  const trimmed = address.trim();
  return trimmed.includes('@') ? trimmed.normalize('NFKC').toLowerCase() : trimmed;
}
