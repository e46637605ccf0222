import { openCase } from '#domain/case/open.ts';
import type { Beside } from '#store/people/registry.ts';
import type { BankEvent } from '../events.contract.ts';
import type { IntakeNeeds } from '../ports.ts';
import { isContactOff } from './account-reading.ts';
import { changeOf } from './moves.ts';

const CONTACT_NOTICE = 'contact-notice';

/**
 * Whoever is newly named as an emergency contact, or has a new number there, is told so by a case of their own: once a
 * contact and number, where policy asks for it.
 */
export function noticeBeside(event: BankEvent, needs: IntakeNeeds): Beside | undefined {
  const plan = needs.book.newestPlan(CONTACT_NOTICE);
  if (!needs.book.limits.contactNotice || plan === undefined || isContactOff(event)) return undefined;
  return async ({ before, after }) => {
    const { customerId, contactId, phone } = after;
    if (phone === undefined || phone.point === before?.phone?.point) return NOTHING;
    const id = needs.caseIdOf({ customerId, kind: CONTACT_NOTICE, window: `${contactId}.${phone.point}` });
    if ((await needs.cases.load(id)) !== undefined) return NOTHING;
    const now = needs.now();
    const transition = openCase(
      {
        id,
        customerId,
        kind: CONTACT_NOTICE,
        purpose: plan.purpose,
        severity: 'low',
        plan: { id: plan.id, version: plan.version },
        reason: { code: CONTACT_NOTICE, source: event.source, eventId: event.id, at: now },
        about: { what: 'contact', contactId },
      },
      now,
    );
    return changeOf([{ did: 'opened', purpose: plan.purpose, stored: undefined, transition }], needs);
  };
}

const NOTHING = { advances: [], also: [] };
