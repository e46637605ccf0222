import type { EmergencyContact } from '../../customer/customer.ts';
import { durationOf } from '../../policy/book.ts';
import { isAboveConfirming } from '../../policy/confirming.ts';
import { defer, deny, type Finding, type Gating, when } from '../finding.ts';

/**
 * May a person named by the customer be asked? Only where every law permits it, with proof that the customer cannot be
 * reached, and with that person's standing consent. What speaks against the person excludes that person (`address`),
 * what speaks against asking anybody excludes the step.
 */
export function thirdPartyFindings(gating: Gating): readonly Finding[] {
  const { evidence } = gating;
  if (evidence.step.audience !== 'contact') return [];
  const permission = strictestPermission(gating);
  return [
    ...when(permission === 'never' || !meetsRequirements(gating), () => deny('third-party.not-permitted', 'step')),
    ...proofFindings(gating),
    ...(evidence.contact === undefined
      ? [deny('contact-point.none', 'step')]
      : contactFindings(gating, evidence.contact, permission)),
  ];
}

type Permission = 'never' | 'with-consent' | 'allow';

/** The strictest of all packs; law that is not known permits nobody. */
function strictestPermission({ evidence, book }: Gating): Permission {
  const said = evidence.jurisdictions.map((one) => book.pack(one)?.thirdParty[evidence.case.purpose] ?? 'never');
  if (said.length === 0 || said.includes('never')) return 'never';
  return said.includes('with-consent') ? 'with-consent' : 'allow';
}

function meetsRequirements({ evidence, book }: Gating): boolean {
  const wants = evidence.step.requires ?? [];
  const { severity, reason, joinedAmount } = evidence.case;
  if (wants.includes('critical') && severity !== 'critical') return false;
  const sums = [reason.amount, joinedAmount];
  return !wants.includes('above-confirming-limit') || sums.some((sum) => isAboveConfirming(book.limits, sum));
}

/** Where only time is missing the step waits for it; otherwise nobody but the customer may be asked. */
function proofFindings({ evidence }: Gating): readonly Finding[] {
  if (evidence.step.tellsNamed === true) return [];
  const { proof } = evidence;
  if (proof?.proven === true) return [];
  const from = proof?.notBefore;
  return [from === undefined ? deny('third-party.no-proof', 'step') : defer('third-party.no-proof', from)];
}

function contactFindings(gating: Gating, contact: EmergencyContact, permission: Permission): readonly Finding[] {
  const { now, book, evidence } = gating;
  const trusted = durationOf(book.limits.verifiedTrustedFor);
  const stale = contact.verifiedAt === undefined || now - contact.verifiedAt > trusted;
  return [
    ...when(contact.removed === true, () => deny('contact.removed', 'address')),
    ...when(contact.refusedAt !== undefined, () => deny('third-party.refused', 'address')),
    ...when(permission !== 'allow' && !contact.consent.given, () => deny('third-party.no-consent', 'address')),
    ...when(stale && evidence.step.tellsNamed !== true, () => deny('third-party.stale', 'address')),
  ];
}
