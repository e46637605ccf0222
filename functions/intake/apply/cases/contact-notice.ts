import { namedNotice } from '#domain/case/contacts/named.ts';
import type { Beside } from '#store/people/registry.ts';
import type { BankEvent } from '../../events.contract.ts';
import type { IntakeNeeds } from '../../ports.ts';
import { isContactOff } from '../account-reading.ts';
import { changeOf } from './moves.ts';

/**
 * Whoever is newly named as an emergency contact, or has a new number there, is told so by a case of their own: once a
 * contact and number, where policy asks for it.
 */
export function noticeBeside(event: BankEvent, needs: IntakeNeeds): Beside | undefined {
  if (isContactOff(event)) return undefined;
  const cause = { source: event.source, eventId: event.id };
  return async (changed) => {
    const transition = namedNotice(changed, { ...needs, now: needs.now(), cause });
    if (transition === undefined || (await needs.cases.load(transition.next.id)) !== undefined) return NOTHING;
    const { purpose } = transition.next;
    return changeOf([{ did: 'opened', purpose, stored: undefined, transition }], needs);
  };
}

const NOTHING = { advances: [], also: [] };
