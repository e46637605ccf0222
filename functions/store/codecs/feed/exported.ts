import { type Entry, hashOver, sealedHash } from '../entry.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * An entry as it leaves the table for the lake and the witness: one line of JSON, all of it but the sealed text, which
 * stays behind as its hash. Whoever has the lines can check the chain without a key.
 */
export const exportedLine = ({ sealed, previous, hash, ...said }: Entry): string =>
  JSON.stringify({ ...said, sealed: sealedHash(sealed), previous: base64(previous), hash: base64(hash) });

/** Whether a line says what its hash was made over. */
export function isExported(line: string): boolean {
  const { sealed, previous, hash, ...said } = JSON.parse(line) as ExportedEntry;
  const bytes = Uint8Array.from(Buffer.from(previous, 'base64'));
  return base64(hashOver({ ...said, previous: bytes }, sealed)) === hash;
}

export type ExportedEntry = Omit<Entry, 'sealed' | 'previous' | 'hash'> & {
  readonly sealed: string | null;
  readonly previous: string;
  readonly hash: string;
};
