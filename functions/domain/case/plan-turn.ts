import type { Deny, Verdict } from '../contact/evidence.ts';
import type { Address, Customer, EmergencyContact } from '../customer/customer.ts';
import type { Plan, PlanStep } from '../policy/types.ts';
import type { Channel } from '../words.ts';
import { wasTried } from './attempts.ts';
import type { Attempt, Case } from './case.ts';
import type { Decision, Position, Skip, StepRef } from './turn.ts';

/** Who and what a plan's step may use. */
export type People = {
  readonly customer: Customer | undefined;
  /** Not removed, in the customer's order. */
  readonly contacts: readonly EmergencyContact[];
  /** Where the bank's own app can be reached; absent: nowhere. */
  readonly pushes?: readonly Address[];
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

export type PlanWalk = {
  readonly people: People;
  readonly judge: Judge;
  /** Numbers that texts lately did not reach are tried after the others. */
  readonly isSuspect?: (address: Address) => boolean;
};

/**
 * Walks the plan from where the case stands until something may go, must wait, or everything is spent: next address
 * after DENY `address`, the step's other channel or the next step after `channel`, the next step after `step`, the end
 * after `case`. A number that this case cannot reach is left out, and after a doubt that asks for another channel the
 * doubtful one.
 */
export function takePlanTurn(of: Case, plan: Plan, at: PlanWalk): PlanTurn {
  const skipped: Skip[] = [];
  const { isSuspect = () => false } = at;
  const people = onlyNamed(of, at.people);
  const doubtful = plan.doubt === 'switch-channel' ? channelInDoubt(of) : undefined;
  const refused = new Set(of.attempts.flatMap((one) => (one.refused === true ? (one.point ?? []) : [])));
  const wrong = new Set(of.attempts.flatMap((one) => (isWrongNumber(one) ? (one.point ?? []) : [])));
  let position: Position = { step: of.step, round: of.round };
  for (let step = plan.steps[position.step]; step !== undefined; step = plan.steps[position.step]) {
    const all = candidates(step, position, people).filter((one) => isReachable(one, { refused, wrong }));
    const usable = all.filter((one) => one.step.audience === 'contact' || one.step.channel !== doubtful);
    const tried = tryStep(step, suspectLast(usable, isSuspect), at.judge);
    skipped.push(...tried.skipped);
    if (tried.end !== undefined) return { position, skipped, ...tried.end };
    position = following(position, { people, ...tried, step });
  }
  return { position, skipped };
}

/** A case about one emergency contact reaches no other. */
function onlyNamed({ about }: Case, people: People): People {
  if (about?.what !== 'contact') return people;
  return { ...people, contacts: people.contacts.filter((one) => one.contactId === about.contactId) };
}

type Left = { readonly refused: ReadonlySet<string>; readonly wrong: ReadonlySet<string> };

/** Whoever cannot be texted at a number may still be called there, unless a call found that they are not there. */
const isReachable = ({ step, address }: Candidate, { refused, wrong }: Left): boolean =>
  address === undefined || (!wrong.has(address.point) && (step.channel === 'call' || !refused.has(address.point)));

const isWrongNumber = ({ state }: Attempt): boolean => state === 'INVALID' || state === 'WRONG_PARTY';

/** The channel of the customer's newest contact, where nobody knows whether it arrived. */
function channelInDoubt(of: Case): Channel | undefined {
  const newest = of.attempts.findLast((one) => one.audience === 'customer' && wasTried(one));
  return newest?.state === 'IN_DOUBT' ? newest.channel : undefined;
}

/** The step's own channel still comes before its other one. */
function suspectLast(all: readonly Candidate[], isSuspect: (address: Address) => boolean): readonly Candidate[] {
  const rank = ({ step, address }: Candidate): number =>
    step.channel !== 'call' && address !== undefined && isSuspect(address) ? 1 : 0;
  const channels = [...new Set(all.map((one) => one.step.channel))];
  return channels.flatMap((channel) =>
    all.filter((one) => one.step.channel === channel).toSorted((one, other) => rank(one) - rank(other)),
  );
}

type Tried = {
  readonly skipped: readonly Skip[];
  /** Nobody of this step can be tried: not only this person. */
  readonly over: boolean;
  readonly end?: Pick<PlanTurn, 'chosen' | 'denied'>;
};

function tryStep(step: PlanStep, all: readonly Candidate[], judge: Judge): Tried {
  const skipped: Skip[] = [];
  const closed = new Set<Channel>();
  for (const candidate of all) {
    if (closed.has(candidate.step.channel)) continue;
    const verdict = judge(candidate);
    if (verdict.verdict !== 'DENY') return { skipped, over: true, end: { chosen: { candidate, verdict } } };
    if (verdict.scope === 'case') return { skipped, over: true, end: { denied: verdict } };
    if (!isSilent(step, verdict)) skipped.push(skipOf(candidate, verdict));
    if (verdict.scope === 'step') return { skipped, over: true };
    if (verdict.scope === 'channel') closed.add(candidate.step.channel);
  }
  return { skipped, over: channelsOf(step).every((channel) => closed.has(channel)) };
}

/** "If registered": nobody is told that a step does not concern this customer. */
const isSilent = (step: PlanStep, verdict: Deny): boolean =>
  step.optional === true && verdict.because.includes('contact-point.none');

const skipOf = (candidate: Candidate, verdict: Deny): Skip => ({
  ...stepRef(candidate),
  scope: verdict.scope,
  ruleIds: verdict.because,
  decision: decisionOf(verdict),
});

/** The next person of a third-party step, else the next step. */
function following(from: Position, at: { people: People; step: PlanStep; over: boolean }): Position {
  const persons = at.step.audience === 'contact' && !at.over ? at.people.contacts.length : 0;
  return from.round + 1 < persons ? { step: from.step, round: from.round + 1 } : { step: from.step + 1, round: 0 };
}

const channelsOf = (step: PlanStep): readonly Channel[] =>
  step.orElse === undefined ? [step.channel] : [step.channel, step.orElse];

/** Whom and what to try, in order: the step's channel, then its other one. */
const candidates = (step: PlanStep, position: Position, people: People): readonly Candidate[] =>
  channelsOf(step).flatMap((channel) => candidatesBy({ ...step, channel }, position, people));

/** Addresses in order of the record; one candidate without address where there is none, so that the gate says why not. */
function candidatesBy(step: PlanStep, position: Position, people: People): readonly Candidate[] {
  if (step.audience === 'contact') {
    const contact = people.contacts[position.round];
    if (contact === undefined) return position.round === 0 ? [{ step, position }] : [];
    const address = step.channel === 'mail' ? contact.mail : contact.phone;
    return [{ step, position, contact, ...(address === undefined ? {} : { address }) }];
  }
  const addresses = addressesOf(step, people);
  return addresses.length === 0 ? [{ step, position }] : addresses.map((address) => ({ step, position, address }));
}

function addressesOf(step: PlanStep, { customer, pushes = [] }: People): readonly Address[] {
  if (customer === undefined) return [];
  if (step.channel === 'push') return pushes;
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
