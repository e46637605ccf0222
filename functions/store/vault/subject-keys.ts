import { randomBytes } from 'node:crypto';
import type { PointId } from '#domain/ids.ts';
import { ENV } from '#runtime/env.contract.ts';
import { db, tableName } from '../client.ts';
import { createSystemStore, loadSecret, type SystemStore } from '../system-store.ts';
import { type FieldKey, fieldKey, KEY_BYTES, type Place } from './crypto.ts';
import { keyCalls } from './key-calls.ts';
import { type KeyService, kmsKeyService } from './key-service.ts';
import { pointOf } from './lookup.ts';
import type { SecretName } from './vault.contract.ts';

/**
 * The key of one subject: a customer, an emergency contact, or a bare number. `wrapped` (65 bytes) is kept on the
 * subject's item; deleting it erases everything ever sealed under it.
 */
export type SubjectKey = FieldKey & { readonly wrapped: Uint8Array };

export type Vault = {
  /** A fresh key for a subject that has none. */
  readonly newSubjectKey: () => Promise<SubjectKey>;
  /** The key whose wrapped form stands on the subject's item. @throws Fault `crypto.*` when it was not made here. */
  readonly subjectKey: (wrapped: Uint8Array) => Promise<SubjectKey>;
  /** Seals by a wrapped key: for one field; several fields of one subject take `subjectKey` once. */
  readonly seal: (wrapped: Uint8Array, place: Place, plain: string | Uint8Array) => Promise<Uint8Array>;
  readonly open: (wrapped: Uint8Array, place: Place, sealed: Uint8Array) => Promise<Uint8Array>;
  /** Seals what is nobody's and passes through a caller's hands: it opens at its place, and nowhere else. */
  readonly sealMark: (place: Place, plain: string) => Promise<Uint8Array>;
  /** @throws Fault `crypto.*` when it was not sealed here and for this place */
  readonly openMark: (place: Place, sealed: Uint8Array) => Promise<string>;
  /** Lookup id of a number (E.164) or an address. */
  readonly pointOf: (address: string) => Promise<PointId>;
};

/** A wrapped key is no field of an item: it may move with its subject, so its place is a constant. */
const WRAPPED_AT: Place = { pk: 'SUBJECT', sk: 'KEY', attribute: 'wrapped' };

/**
 * The vault of a process: each of the two secrets is read and unwrapped when first needed, once. Sealing and opening
 * then cost no call.
 */
export function createVault(deps: { store: SystemStore; keys: KeyService }): Vault {
  const secret = cached((name: SecretName) => loadSecret(name, deps));
  const dataKey = async (): Promise<FieldKey> => fieldKey(await secret('dataKey'));
  const subjectKey = async (wrapped: Uint8Array): Promise<SubjectKey> => ({
    ...fieldKey((await dataKey()).open(WRAPPED_AT, wrapped)),
    wrapped,
  });
  return {
    newSubjectKey: async () => {
      const raw = randomBytes(KEY_BYTES);
      return { ...fieldKey(raw), wrapped: (await dataKey()).seal(WRAPPED_AT, raw) };
    },
    subjectKey,
    seal: async (wrapped, place, plain) => (await subjectKey(wrapped)).seal(place, plain),
    open: async (wrapped, place, sealed) => (await subjectKey(wrapped)).open(place, sealed),
    sealMark: async (place, plain) => (await dataKey()).seal(place, plain),
    openMark: async (place, sealed) => (await dataKey()).openText(place, sealed),
    pointOf: async (address) => pointOf(await secret('lookupSecret'), address),
  };
}

let live: Vault | undefined;

/** The process's vault, on the table and the KMS key of the deployment. */
export function vault(): Vault {
  live ??= createVault({
    store: createSystemStore({ db, tableName }),
    keys: kmsKeyService(
      () => process.env[ENV.dataKeyId] ?? '',
      keyCalls(() => db().config),
    ),
  });
  return live;
}

/** Keeps what was loaded; callers at the same time share one load, and a failed one is tried again by the next. */
function cached<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const kept = new Map<K, Promise<V>>();
  return (key) => {
    const loading = kept.get(key) ?? load(key);
    kept.set(key, loading);
    return loading.catch((error: unknown) => {
      if (kept.get(key) === loading) kept.delete(key);
      throw error;
    });
  };
}
