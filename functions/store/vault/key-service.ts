import * as v from 'valibot';
import { Fault } from '#domain/errors.ts';
import { KEY_BYTES } from './crypto.ts';
import type { KeyCall } from './key-calls.ts';
import { type SecretName, VAULT_CONTEXT } from './vault.contract.ts';

/** The part of KMS the vault asks: a fresh 32-byte secret with its wrapped form, and the way back. */
export type KeyService = {
  readonly generate: (name: SecretName) => Promise<{ readonly plain: Uint8Array; readonly wrapped: Uint8Array }>;
  readonly unwrap: (name: SecretName, wrapped: Uint8Array) => Promise<Uint8Array>;
};

/**
 * KMS behind the port. The secret's name is the encryption context: a wrapped secret opens only as what it was made.
 * @throws Fault `crypto.key-service-unavailable` when KMS pushes back; other errors (no permission) as they are.
 */
export function kmsKeyService(keyId: () => string, call: KeyCall): KeyService {
  const ask = async (...[operation, input]: Parameters<KeyCall>): Promise<Answer> => {
    const answer = v.safeParse(Answer, await told(() => call(operation, { KeyId: keyId(), ...input })));
    return answer.success ? answer.output : {};
  };
  return {
    generate: async (name) => {
      const made = await ask('GenerateDataKey', { NumberOfBytes: KEY_BYTES, EncryptionContext: contextOf(name) });
      return { plain: present(made.Plaintext), wrapped: present(made.CiphertextBlob) };
    },
    unwrap: async (name, wrapped) => {
      const input = { CiphertextBlob: Buffer.from(wrapped).toString('base64'), EncryptionContext: contextOf(name) };
      return present((await ask('Decrypt', input)).Plaintext);
    },
  };
}

/** Bytes in base64. */
const Answer = v.object({ Plaintext: v.optional(v.string()), CiphertextBlob: v.optional(v.string()) });
type Answer = v.InferOutput<typeof Answer>;

const contextOf = (name: SecretName): Record<string, string> => ({ [VAULT_CONTEXT.key]: VAULT_CONTEXT[name] });

/** KMS's own words for "later". Source: KMS API reference, common and Decrypt errors. */
const LATER = /^(?:Throttling|DependencyTimeout|KMSInternal|KeyUnavailable|LimitExceeded|TimeoutError)/u;

async function told<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof Error && LATER.test(cause.name)) throw new Fault('crypto.key-service-unavailable', { cause });
    throw cause;
  }
}

function present(base64: string | undefined): Uint8Array {
  if (base64 === undefined || base64 === '') throw new Fault('crypto.key-service-unavailable');
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}
