import { randomBytes } from 'node:crypto';
import { createSystemStore } from '#store/system-store.ts';
import type { KeyService } from '#store/vault/key-service.ts';
import { createVault, type Vault } from '#store/vault/subject-keys.ts';
import type { Engine } from './engine.ts';

/**
 * Stands in for KMS: what it wraps under one name opens under no other, as with an encryption context. `calls` tells what
 * it was asked, in order.
 */
export function localKeys(): KeyService & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    generate: (name) => {
      calls.push(`generate ${name}`);
      const plain = Uint8Array.from(randomBytes(32));
      return Promise.resolve({ plain, wrapped: Uint8Array.from([...Buffer.from(`${name}:`), ...plain]) });
    },
    unwrap: (name, wrapped) => {
      calls.push(`unwrap ${name}`);
      const prefix = Buffer.from(`${name}:`);
      return prefix.equals(Buffer.from(wrapped.subarray(0, prefix.length)))
        ? Promise.resolve(wrapped.slice(prefix.length))
        : Promise.reject(new Error('wrapped under another context'));
    },
  };
}

/** A vault whose secrets stand in the engine's table. */
export const vaultOn = (engine: Engine, keys: KeyService = localKeys()): Vault =>
  createVault({ store: createSystemStore({ db: () => engine.client, tableName: () => engine.tableName }), keys });
