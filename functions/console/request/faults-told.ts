/** Faults of the layers below that may reach a caller, each with a heading in docs/errors.md. */
export const FAULTS_TOLD = [
  'request.not-json',
  'request.not-utf8',
  'request.too-large',
  'request.too-deep',
  'request.odd-text',
  'request.timed-out',
  'store.conflict',
  'store.throttled',
  'crypto.key-service-unavailable',
] as const;
