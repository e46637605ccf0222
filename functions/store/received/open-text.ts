import { createHash } from 'node:crypto';

/** Texts of others (sources, ids, principals) as a safe part of a key: 16 bytes of SHA-256, 22 characters. */
export const hashedPart = (value: string): string =>
  createHash('sha256').update(value, 'utf8').digest().subarray(0, 16).toString('base64url');
