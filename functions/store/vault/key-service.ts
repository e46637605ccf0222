import type { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { Fault } from '#domain/errors.ts';
import { KEY_BYTES } from './crypto.ts';
import { type SecretName, VAULT_CONTEXT } from './vault.contract.ts';

/** The part of KMS the vault asks: a fresh 32-byte secret with its wrapped form, and the way back. */
export type KeyService = {
  readonly generate: (name: SecretName) => Promise<{ readonly plain: Uint8Array; readonly wrapped: Uint8Array }>;
  readonly unwrap: (name: SecretName, wrapped: Uint8Array) => Promise<Uint8Array>;
};

/**
 * KMS behind the port. Its client is loaded when the first secret is needed, so that functions which meet no personal
 * data never pay for it. The secret's name is the encryption context: a wrapped secret opens only as what it was made.
 * @throws Fault `crypto.key-service-unavailable` when KMS pushes back; other errors (no permission) as they are.
 */
export function kmsKeyService(keyId: () => string): KeyService {
  let loaded: Promise<Kms> | undefined;
  const kms = (): Promise<Kms> => {
    loaded ??= loadKms();
    return loaded;
  };
  return {
    generate: async (name) => {
      const { client, GenerateDataKeyCommand } = await kms();
      const input = { KeyId: keyId(), NumberOfBytes: KEY_BYTES, EncryptionContext: contextOf(name) };
      const answer = await told(() => client.send(new GenerateDataKeyCommand(input)));
      return { plain: present(answer.Plaintext), wrapped: present(answer.CiphertextBlob) };
    },
    unwrap: async (name, wrapped) => {
      const { client, DecryptCommand } = await kms();
      const input = { KeyId: keyId(), CiphertextBlob: wrapped, EncryptionContext: contextOf(name) };
      return present((await told(() => client.send(new DecryptCommand(input)))).Plaintext);
    },
  };
}

const contextOf = (name: SecretName): Record<string, string> => ({ [VAULT_CONTEXT.key]: VAULT_CONTEXT[name] });

type Kms = {
  readonly client: KMSClient;
  readonly GenerateDataKeyCommand: typeof GenerateDataKeyCommand;
  readonly DecryptCommand: typeof DecryptCommand;
};

async function loadKms(): Promise<Kms> {
  const { KMSClient, GenerateDataKeyCommand, DecryptCommand } = await import('./kms.ts');
  return { client: new KMSClient({ cacheMiddleware: true }), GenerateDataKeyCommand, DecryptCommand };
}

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

function present(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes?.length === undefined || bytes.length === 0) throw new Fault('crypto.key-service-unavailable');
  return bytes;
}
