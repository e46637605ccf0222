import type { Allow, Verdict } from '../contact/evidence.ts';
import type { Address, Customer, EmergencyContact } from '../customer/customer.ts';
import type { Plan, PlanStep } from '../policy/types.ts';
import type { Case } from './case.ts';
import type { Decision, Position, Skip, StepRef } from './turn.ts';

/** Who and what a plan's step may use. */
export type People = {
  readonly customer: Customer | undefined;
  /** Not removed, in the customer's order. */
  readonly contacts: readonly EmergencyContact[];
};

export type Candidate = {
  readonly step: PlanStep;
  readonly position: Position;
  readonly address?: Address;
  readonly contact?: EmergencyContact;
};

/** The verdict that ended the turn, and everything excluded before it. */
export type PlanTurn = {
  readonly position: Position;
  readonly skipped: readonly Skip[];
  readonly chosen?: { readonly candidate: Candidate; readonly verdict: Exclude<Verdict, { verdict: 'DENY' }> };
  readonly denied?: Verdict;
};

export type Judge = (candidate: Candidate) => Verdict;

/**
 * Walks the plan from where the case stands until something may go, must wait, or everything is spent: next address
 * after DENY `address`, next person or step after DENY `step` or `channel`, the end after DENY `case`.
 */
export function takePlanTurn(of: Case, plan: Plan, at: { people: People; judge: Judge }): PlanTurn {
  const skipped: Skip[] = [];
  let position: Position = { step: of.step, round: of.round };
  for (let step = plan.steps[position.step]; step !== undefined; step = plan.steps[position.step]) {
    for (const candidate of candidates(step, position, at.people)) {
      const verdict = at.judge(candidate);
      if (verdict.verdict !== 'DENY') return { position, skipped, chosen: { candidate, verdict } };
      if (verdict.scope === 'case') return { position, skipped, denied: verdict };
      skipped.push({
        ...stepRef(candidate),
        scope: verdict.scope,
        ruleIds: verdict.rules,
        decision: decisionOf(verdict),
      });
      if (verdict.scope !== 'address') break;
    }
    position = following(step, position, at.people);
  }
  return { position, skipped };
}

/** The next person of a third-party step, else the next step. */
function following(step: PlanStep, position: Position, people: People): Position {
  const persons = step.audience === 'contact' ? people.contacts.length : 0;
  return position.round + 1 < persons
    ? { step: position.step, round: position.round + 1 }
    : { step: position.step + 1, round: 0 };
}

/** Addresses in order of the record; one candidate without address where there is none, so that the gate says why not. */
function candidates(step: PlanStep, position: Position, people: People): readonly Candidate[] {
  if (step.audience === 'contact') {
    const contact = people.contacts[position.round];
    if (contact === undefined) return position.round === 0 ? [{ step, position }] : [];
    const address = step.channel === 'mail' ? contact.mail : contact.phone;
    return [{ step, position, contact, ...(address === undefined ? {} : { address }) }];
  }
  const addresses = addressesOf(step, people.customer);
  return addresses.length === 0 ? [{ step, position }] : addresses.map((address) => ({ step, position, address }));
}

function addressesOf(step: PlanStep, customer: Customer | undefined): readonly Address[] {
  if (customer === undefined || step.channel === 'push') return [];
  return step.channel === 'mail' ? customer.mails : customer.phones;
}

export const stepRef = (candidate: Candidate): StepRef => ({
  id: candidate.step.id,
  channel: candidate.step.channel,
  audience: candidate.step.audience,
  ...(candidate.contact === undefined ? {} : { contactId: candidate.contact.contactId }),
  ...(candidate.address === undefined ? {} : { point: candidate.address.point }),
});

/** The verdict as it is recorded: what a regulator may read years later. */
export function decisionOf(
  verdict: Verdict,
  text?: { readonly templateId: string; readonly textHash: string },
): Decision {
  const { verdict: kind, rules, evidence, counters, localTime, zone, policy } = verdict;
  return {
    verdict: kind,
    rules,
    evidence: evidence.map(({ facts: _facts, ...item }) => item),
    counters,
    localTime,
    zone,
    policy,
    ...text,
  };
}

export const isAllow = (verdict: Verdict): verdict is Allow => verdict.verdict === 'ALLOW';
