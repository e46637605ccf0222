/** Case ids as we make them: 20 characters of base32, 100 bits. */
const CASE_ID = /^[a-z2-7]{20}$/u;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** 13 bytes for an id of ours, its own text behind a 0 for any other (a foreign id in a test). */
export function packCaseId(id: string): Uint8Array {
  if (!CASE_ID.test(id)) return Buffer.concat([Uint8Array.of(0), Buffer.from(id, 'utf8')]);
  let value = 1n;
  for (const letter of id) value = value * 32n + BigInt(BASE32.indexOf(letter));
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(26, '0'), 'hex'));
}

export function unpackCaseId(bytes: Uint8Array): string {
  if (bytes[0] === 0) return Buffer.from(bytes.subarray(1)).toString('utf8');
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let id = '';
  for (; rest > 1n; rest /= 32n) id = BASE32.charAt(Number(rest % 32n)) + id;
  return id;
}
