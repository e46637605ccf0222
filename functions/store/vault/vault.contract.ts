/**
 * Encryption context under which KMS wraps the vault's secrets. Every role that may unwrap is bound to this context, so
 * that the same KMS key opens nothing else for it. A wrapped secret only opens under the context it was wrapped with.
 */
export const VAULT_CONTEXT = {
  key: 'liaison',
  /** The data key that wraps the subjects' keys. */
  dataKey: 'data-key',
  /** The secret behind the lookup of numbers. */
  lookupSecret: 'lookup-secret',
} as const;

/** Where the wrapped secrets stand in the table: partition `SYS#keys`, one item each. */
export const VAULT_ITEMS = { kind: 'keys', dataKey: 'data-key', lookupSecret: 'hmac' } as const;

/** The lookup secret is never rotated: an opt-out must not hide behind an old key. */
export type SecretName = 'dataKey' | 'lookupSecret';
