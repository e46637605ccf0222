import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { Fault } from '#domain/errors.ts';

/**
 * The one format of personal data: `v1 | keyId | nonce | ciphertext | tag` in one binary attribute with fixed offsets,
 * AES-256-GCM (NIST SP 800-38D), additional data = the bytes before the nonce, table key and attribute. 33 bytes more
 * than the plain text.
 */
const VERSION = 1;
const KEY_ID_AT = 1;
const NONCE_AT = 5;
const TEXT_AT = 17;
/** NIST SP 800-38D §8.2.2: 96 random bits. One key seals one person's fields: far below the bound of 2^32 uses. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Bytes that sealing adds. */
export const SEAL_OVERHEAD = TEXT_AT + TAG_BYTES;
export const KEY_BYTES = 32;

/** Where a field lives: sealed for one place, it opens nowhere else. */
export type Place = { readonly pk: string; readonly sk: string; readonly attribute: string };

/** A key that seals and opens fields; the raw bytes do not leave it. */
export type FieldKey = {
  /** First 4 bytes of the key's own SHA-256, in hex: tells which key sealed a field. */
  readonly id: string;
  readonly seal: (place: Place, plain: string | Uint8Array) => Uint8Array;
  /** @throws Fault `crypto.malformed`, `crypto.other-key`, `crypto.not-authentic` */
  readonly open: (place: Place, sealed: Uint8Array) => Uint8Array;
  /** As `open`, read as UTF-8. */
  readonly openText: (place: Place, sealed: Uint8Array) => string;
};

/** Makes a field key of 32 bytes. `nonce` is given by tests only. */
export function fieldKey(raw: Uint8Array, nonce: () => Uint8Array = () => randomBytes(NONCE_BYTES)): FieldKey {
  if (raw.length !== KEY_BYTES) throw new Fault('crypto.malformed', { facts: { length: raw.length } });
  const key = createSecretKey(raw);
  const id = Uint8Array.from(createHash('sha256').update('liaison key id').update(raw).digest().subarray(0, 4));
  const open = (place: Place, sealed: Uint8Array): Uint8Array => openField({ key, id }, place, sealed);
  return {
    id: hex(id),
    seal: (place, plain) => sealField({ key, id, nonce: nonce() }, place, plain),
    open,
    openText: (place, sealed) => Buffer.from(open(place, sealed)).toString('utf8'),
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Parts are JSON, so that no two places give the same bytes. */
function additional(header: Uint8Array, place: Place): Uint8Array {
  return Buffer.concat([header, Buffer.from(JSON.stringify([place.pk, place.sk, place.attribute]), 'utf8')]);
}

function sealField(
  by: { key: KeyObject; id: Uint8Array; nonce: Uint8Array },
  place: Place,
  plain: string | Uint8Array,
): Uint8Array {
  const header = Uint8Array.from([VERSION, ...by.id]);
  const cipher = createCipheriv('aes-256-gcm', by.key, by.nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additional(header, place));
  const text = cipher.update(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain);
  return Uint8Array.from(Buffer.concat([header, by.nonce, text, cipher.final(), cipher.getAuthTag()]));
}

function openField(by: { key: KeyObject; id: Uint8Array }, place: Place, sealed: Uint8Array): Uint8Array {
  if (sealed.length < SEAL_OVERHEAD || sealed[0] !== VERSION) {
    throw new Fault('crypto.malformed', { facts: { length: sealed.length } });
  }
  const id = sealed.subarray(KEY_ID_AT, NONCE_AT);
  if (hex(id) !== hex(by.id)) throw new Fault('crypto.other-key', { facts: { expected: hex(by.id), got: hex(id) } });
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', by.key, sealed.subarray(NONCE_AT, TEXT_AT), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additional(sealed.subarray(0, NONCE_AT), place));
  decipher.setAuthTag(sealed.subarray(tagAt));
  try {
    return Uint8Array.from(Buffer.concat([decipher.update(sealed.subarray(TEXT_AT, tagAt)), decipher.final()]));
  } catch (cause) {
    throw new Fault('crypto.not-authentic', { facts: { length: sealed.length }, cause });
  }
}
