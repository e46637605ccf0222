import { type Entry, sealedHash } from '../entry.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * An entry as it leaves the table for the lake and the witness: one line of JSON, all of it but the sealed text, which
 * stays behind as its hash. Whoever has the lines can check the chain without a key.
 */
export const exportedLine = ({ sealed, previous, hash, ...said }: Entry): string =>
  JSON.stringify({ ...said, sealed: sealedHash(sealed), previous: base64(previous), hash: base64(hash) });

/** Loaded when first needed: who takes entries out never reads them back. */
const zlib = () => process.getBuiltinModule('node:zlib');
const GZIP = [0x1f, 0x8b];

/** The entries of one exported object, packed or plain; an object may hold a line twice. */
export function readExported(bytes: Uint8Array): readonly ExportedEntry[] {
  const isPacked = GZIP.every((byte, at) => bytes[at] === byte);
  const text = (isPacked ? zlib().gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ExportedEntry]));
}

/** An exported entry as the table has it, but for its sealed text, which never left. */
export const asEntry = ({ sealed: _hash, previous, hash, ...said }: ExportedEntry): Entry => ({
  ...said,
  previous: Uint8Array.from(Buffer.from(previous, 'base64')),
  hash: Uint8Array.from(Buffer.from(hash, 'base64')),
});

export type ExportedEntry = Omit<Entry, 'sealed' | 'previous' | 'hash'> & {
  readonly sealed: string | null;
  readonly previous: string;
  readonly hash: string;
};
