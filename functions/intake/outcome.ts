import type { Issue } from '#runtime/wire.ts';

/** Why an event was refused; stable, told to the sender or kept with it in quarantine. */
export const REJECTIONS = {
  'event.invalid': 'not an event of a known type with the data that type has',
  'event.too-large': 'more than 64 KB',
  'event.source-not-allowed': 'the sender may not speak for this source',
  'event.id-reused': 'its identity was used before by an event that said something else',
  'event.too-late': 'below the newest 48 sequences of its account, or another event more than 90 days old',
  'event.older': 'a newer record of this person is known',
  'event.customer-unknown': 'an emergency contact of a customer nobody has told us of',
  'event.customer-erased': 'this person asked to be forgotten, and no record or matter brings them back',
  'event.contacts-full': 'the customer has as many emergency contacts as there may be',
} as const;
export type RejectionCode = keyof typeof REJECTIONS;

/**
 * What a refused event answers when it came alone. Source: docs/message-contracts.md, Events in. The registry
 * routes have statuses of their own for what they share.
 */
export const STATUS_ALONE: Readonly<Record<RejectionCode, number>> = {
  'event.invalid': 400,
  'event.too-large': 413,
  'event.source-not-allowed': 400,
  'event.id-reused': 409,
  'event.too-late': 400,
  'event.older': 400,
  'event.customer-unknown': 400,
  'event.customer-erased': 409,
  'event.contacts-full': 400,
};

/** What became of one event. */
export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'rejected'; readonly code: RejectionCode; readonly issues?: readonly Issue[] };

export type Rejected = Extract<Outcome, { kind: 'rejected' }>;

export const ACCEPTED: Outcome = { kind: 'accepted' };
export const DUPLICATE: Outcome = { kind: 'duplicate' };
export const rejected = (code: RejectionCode, issues?: readonly Issue[]): Rejected =>
  issues === undefined ? { kind: 'rejected', code } : { kind: 'rejected', code, issues };
export const invalid = (pointer: string, detail: string): Rejected => rejected('event.invalid', [{ pointer, detail }]);
