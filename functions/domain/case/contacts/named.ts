import type { EmergencyContact } from '../../customer/customer.ts';
import type { PolicyBook } from '../../policy/book.ts';
import type { Instant } from '../../time.ts';
import type { Reason } from '../case.ts';
import { openCase } from '../open.ts';
import type { Transition } from '../transition.ts';
import { OWN_SOURCE } from './contact-case.ts';

const CONTACT_NOTICE = 'contact-notice';

export type Named = {
  /** As it stood, if it did. */
  readonly before: EmergencyContact | undefined;
  readonly after: EmergencyContact;
};

export type NamedAt = {
  readonly book: Pick<PolicyBook, 'limits' | 'newestPlan'>;
  readonly caseIdOf: (of: { customerId: string; kind: string; window: string }) => string;
  readonly now: Instant;
  /** The event that named them; absent: they were put on record by a request. */
  readonly cause?: Pick<Reason, 'source' | 'eventId'>;
};

/**
 * The case by which whoever is newly named as an emergency contact, or has a new number there, is told so; undefined where
 * nobody is, or policy does not ask for it. Once a contact and number: its id is the same each time.
 */
export function namedNotice({ before, after }: Named, at: NamedAt): Transition | undefined {
  const { book, caseIdOf, now } = at;
  const plan = book.newestPlan(CONTACT_NOTICE);
  const { customerId, contactId, phone } = after;
  const cause = at.cause ?? { source: OWN_SOURCE, eventId: `${customerId}.${contactId}` };
  if (!book.limits.contactNotice || plan === undefined) return undefined;
  if (phone === undefined || phone.point === before?.phone?.point) return undefined;
  return openCase(
    {
      id: caseIdOf({ customerId, kind: CONTACT_NOTICE, window: `${contactId}.${phone.point}` }),
      customerId,
      kind: CONTACT_NOTICE,
      purpose: plan.purpose,
      severity: 'low',
      plan: { id: plan.id, version: plan.version },
      reason: { code: CONTACT_NOTICE, ...cause, at: now },
      about: { what: 'contact', contactId },
    },
    now,
  );
}
