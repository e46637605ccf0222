import type { Customer } from '../../customer/customer.ts';
import { durationOf } from '../../policy/book.ts';
import { deny, type Finding, type Gating, hold, when } from '../finding.ts';

/** May this customer be contacted for this purpose: flags, holds, consents. */
export function personFindings(gating: Gating): readonly Finding[] {
  const { customer } = gating.evidence;
  if (customer === undefined) return [hold('customer.unknown')];
  return [
    ...flagFindings(gating, customer),
    ...holdFindings(gating, customer),
    ...when(!mayBeAsked(gating, customer), () => deny('consent.missing', 'channel')),
  ];
}

const RULE_OF = {
  vulnerable: 'customer.vulnerable',
  minor: 'customer.minor',
  represented: 'customer.represented',
} as const;

/**
 * A deceased customer ends the case. A flag the purpose withholds for refuses every step, so that the case ends with a
 * person; one that is for persons only refuses automatic texts and lets a call task through. No automatic text goes to
 * a third party about a vulnerable customer, whatever the purpose (FCA FG21/1; our reading).
 */
function flagFindings({ evidence, rules }: Gating, customer: Customer): readonly Finding[] {
  const automatic = evidence.step.channel !== 'call';
  const aboutThird = evidence.step.audience === 'contact';
  const flags = (['vulnerable', 'minor', 'represented'] as const).filter((flag) => customer.flags.includes(flag));
  const refused = flags.filter(
    (flag) =>
      rules.withheld.includes(flag) ||
      (automatic && (rules.personOnly.includes(flag) || (aboutThird && flag === 'vulnerable'))),
  );
  return [
    ...when(customer.flags.includes('deceased'), () => deny('customer.deceased', 'case')),
    ...refused.map((flag) => deny(RULE_OF[flag], 'step')),
  ];
}

/** A hold ends with an event (the complaint is settled, staff resume): looked at again now and then, woken by it. */
function holdFindings({ evidence, now, book }: Gating, customer: Customer): readonly Finding[] {
  const again = now + durationOf(book.limits.recheckKnownEnd);
  const bearing = customer.holds.filter((one) => one.purposes.includes(evidence.case.purpose));
  return [
    ...[...new Set(bearing.map((one) => one.rule))].map((rule) => hold(rule, again)),
    ...when(evidence.inTrouble === true, () => hold('hold.welfare', again)),
  ];
}

/** Without a consents field the contract is the ground (not for surveys); a list permits what it names and no more. */
function mayBeAsked({ evidence, rules }: Gating, customer: Customer): boolean {
  if (evidence.step.audience === 'contact') return true;
  if (customer.consents === undefined) return rules.consent === 'contract';
  return customer.consents.some(
    (one) =>
      one.purpose === evidence.case.purpose && (one.channel === undefined || one.channel === evidence.step.channel),
  );
}
