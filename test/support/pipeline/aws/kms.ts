import { randomBytes } from 'node:crypto';
import type { Call } from './call.ts';

type Input = {
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly CiphertextBlob?: string;
  readonly NumberOfBytes?: number;
};

/**
 * Stands in for KMS on the wire: what was wrapped under one encryption context opens under no other. Its "ciphertext"
 * is the context and the key turned round, which is enough to tell a wrapped key from a plain one.
 */
export function answerKms(
  { operation, body }: Pick<Call, 'operation' | 'body'>,
  random: (count: number) => Buffer = randomBytes,
): object {
  const input = JSON.parse(body) as Input;
  const context = Buffer.from(`${JSON.stringify(input.EncryptionContext ?? {})}:`);
  if (operation === 'GenerateDataKey') {
    const plain = random(input.NumberOfBytes ?? 32);
    const wrapped = Buffer.concat([context, Buffer.from(plain.toReversed())]);
    return { KeyId: 'key', Plaintext: plain.toString('base64'), CiphertextBlob: wrapped.toString('base64') };
  }
  const wrapped = Buffer.from(input.CiphertextBlob ?? '', 'base64');
  if (!wrapped.subarray(0, context.length).equals(context)) throw new Error('kms: wrapped under another context');
  return { KeyId: 'key', Plaintext: Buffer.from(wrapped.subarray(context.length).toReversed()).toString('base64') };
}
