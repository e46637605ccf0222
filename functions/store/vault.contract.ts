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
