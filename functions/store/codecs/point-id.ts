/** Point ids as the vault makes them: 16 bytes in base64url. */
const POINT_ID = /^[A-Za-z0-9_-]{21}[AQgw]$/u;
const POINT_BYTES = 16;

/** 16 bytes for an id of the vault's; any other is its own text behind one 0, or two where one would make 16 bytes. */
export function packPoint(id: string): Uint8Array {
  if (POINT_ID.test(id)) return Uint8Array.from(Buffer.from(id, 'base64url'));
  const text = Buffer.from(id, 'utf8');
  const zeros = text.length + 1 === POINT_BYTES ? 2 : 1;
  return Uint8Array.from(Buffer.concat([new Uint8Array(zeros), text]));
}

export function unpackPoint(bytes: Uint8Array): string {
  if (bytes.length === POINT_BYTES) return Buffer.from(bytes).toString('base64url');
  return Buffer.from(bytes.subarray(bytes.findIndex((byte) => byte !== 0))).toString('utf8');
}
