import type { Account } from '../account/account.ts';
import type { Case } from '../case/case.ts';
import type { Candidate, Judge, People } from '../case/plan-turn.ts';
import type { PolicyBook } from '../policy/book.ts';
import type { NumberLaw } from '../policy/contact-calendar.ts';
import type { Plan, PlanStep } from '../policy/types.ts';
import type { Sensitive } from '../sensitive.ts';
import type { Instant } from '../time.ts';
import type { Channel, Jurisdiction, Purpose } from '../words.ts';
import type { Destination, Evidence, Spent } from './evidence.ts';
import { gate } from './gate/gate.ts';
import { calendarFor } from './gate/time.ts';
import type { ContactPoint } from './point.ts';
import { type ProofResult, proofOfUnreachability } from './proof.ts';

/** Everything one case is judged by, read strongly; the loader leaves nothing out. */
export type Dossier = {
  readonly plan: Plan;
  readonly people: People;
  readonly account: Account | undefined;
  /** By point id: of every address of the customer and of the emergency contacts; absent: nothing was ever written. */
  readonly points: ReadonlyMap<string, ContactPoint>;
  /** Newest event or heartbeat of the account's source, if it beats and the purpose watches it. */
  readonly feed?: { readonly source: string; readonly newestAt: Instant };
  /** Numbers that another case is texting at this moment. */
  readonly busy?: ReadonlySet<string>;
  /** A welfare case of the customer is open; looked for where the purpose comes before court. */
  readonly inTrouble?: boolean;
  /** The case's purpose, if operations have paused it; the deployment may pause others. */
  readonly paused?: readonly Purpose[];
};

/** What the deployment and operations decide about contact. */
export type ContactSettings = {
  /** Law of a customer whose record names none. */
  readonly jurisdiction: Jurisdiction;
  readonly pausedPurposes: readonly Purpose[];
  readonly channelsOn: readonly Channel[];
  /** Law of the accounts' country, where the deployment works under one law only: account states name no country. */
  readonly accountLaw?: Jurisdiction;
  /** Law of the country that a number belongs to, and where it points to; undefined where there is no pack for it. */
  readonly lawOfNumber: (number: Sensitive<string>) => NumberLaw | undefined;
  /** Country of a number, and whether the deployment sends texts there. */
  readonly destinationOf: (number: Sensitive<string>) => Destination;
};

export type JudgeInput = {
  readonly of: Case;
  readonly dossier: Dossier;
  readonly now: Instant;
  /** What the text that this turn would have sent lacked. */
  readonly spent?: Spent;
  /** A person asks, who has a task to call. */
  readonly byPerson?: true;
};
export type JudgeNeeds = { readonly book: PolicyBook; readonly settings: ContactSettings };

/** The gate bound to one case's evidence. */
export const judgeOf =
  (input: JudgeInput, needs: JudgeNeeds): Judge =>
  (candidate) =>
    gate(evidenceFor(candidate, input, needs), input.now, needs.book);

export function evidenceFor(candidate: Candidate, input: JudgeInput, needs: JudgeNeeds): Evidence {
  const { dossier } = input;
  const { customer } = dossier.people;
  // The gate and the proof see the case as the plan stands in this turn, not as it stood before the skips.
  const of: Case = { ...input.of, step: candidate.position.step, round: candidate.position.round };
  const point = candidate.address === undefined ? undefined : dossier.points.get(candidate.address.point);
  const number = numberLaw(candidate, needs.settings);
  const base: Evidence = {
    case: of,
    plan: dossier.plan,
    step: candidate.step,
    ...(candidate.address === undefined ? {} : { address: candidate.address }),
    ...(customer === undefined ? {} : { customer }),
    // What somebody else's account says is no evidence of this customer's, and never stands in a decision about them.
    ...(dossier.account?.customerId === of.customerId ? { account: dossier.account } : {}),
    ...(point === undefined ? {} : { point }),
    ...(candidate.contact === undefined ? {} : { contact: candidate.contact }),
    ...(point !== undefined && dossier.busy?.has(point.id) === true ? { busy: true } : {}),
    ...(dossier.inTrouble === true ? { inTrouble: true } : {}),
    ...(input.byPerson === undefined ? {} : { byPerson: input.byPerson }),
    ...textEvidence(candidate, input, needs.settings),
    jurisdictions: isNowhere(candidate, input, needs.settings) ? [] : jurisdictionsOf(input, number, needs.settings),
    ...(number === undefined ? {} : { number }),
    pausedPurposes: [...needs.settings.pausedPurposes, ...(dossier.paused ?? [])],
    channelsOn: needs.settings.channelsOn,
    ...(dossier.feed === undefined ? {} : { feed: dossier.feed }),
    seed: seedOf(of.id, of.attemptCount),
  };
  return candidate.step.audience === 'contact' ? { ...base, proof: proofFor(base, input, needs) } : base;
}

/**
 * The law of the declared residence (the deployment's own where none is declared), of the number's country and of the
 * account's; the strictest of them holds.
 */
function jurisdictionsOf(
  { of, dossier }: JudgeInput,
  number: NumberLaw | undefined,
  settings: ContactSettings,
): readonly Jurisdiction[] {
  const laws = [
    dossier.people.customer?.jurisdiction ?? settings.jurisdiction,
    number?.jurisdiction,
    of.accountId === undefined ? undefined : settings.accountLaw,
  ];
  return [...new Set(laws.filter((law) => law !== undefined))];
}

const numberLaw = ({ address, step }: Candidate, { lawOfNumber }: ContactSettings): NumberLaw | undefined =>
  address === undefined || !DIALS.includes(step.channel) ? undefined : lawOfNumber(address.value);

/**
 * The number is of a country whose law is not on file, and the customer has declared no residence and no zone: nobody
 * knows what hours they keep, and those of the deployment are not theirs. Whoever is in trouble is asked all the same.
 */
function isNowhere({ address, step }: Candidate, { of, dossier }: JudgeInput, settings: ContactSettings): boolean {
  if (of.purpose === 'welfare') return false;
  const { jurisdiction, timezone } = dossier.people.customer ?? {};
  if (address === undefined || step.audience !== 'customer' || !DIALS.includes(step.channel)) return false;
  if (jurisdiction !== undefined || timezone !== undefined) return false;
  const isKnown = settings.destinationOf(address.value).country !== undefined;
  return isKnown && settings.lawOfNumber(address.value) === undefined;
}

/** What bears on texts alone. */
function textEvidence(
  { address, step }: Candidate,
  { spent }: JudgeInput,
  { destinationOf }: ContactSettings,
): Pick<Evidence, 'destination' | 'spent'> {
  if (step.channel !== 'sms' || address === undefined) return {};
  return { destination: destinationOf(address.value), ...(spent === undefined ? {} : { spent }) };
}

/** Channels whose addresses are telephone numbers. */
const DIALS: readonly Channel[] = ['sms', 'call'];

/** Whether the customer is out of reach is counted in the hours of the customer's own number, whoever is asked for them. */
function proofFor(evidence: Evidence, input: JudgeInput, { book, settings }: JudgeNeeds): ProofResult {
  const { number: _another, ...rest } = evidence;
  const step: PlanStep = { ...evidence.step, channel: 'sms', audience: 'customer' };
  const [phone] = input.dossier.people.customer?.phones ?? [];
  const number = phone === undefined ? undefined : settings.lawOfNumber(phone.value);
  const jurisdictions = jurisdictionsOf(input, number, settings);
  const asked: Evidence = { ...rest, step, jurisdictions, ...(number === undefined ? {} : { number }) };
  const calendar = calendarFor({ evidence: asked, book });
  if ('rule' in calendar) return { proven: false, missing: ['silence'] };
  const { plan, case: of } = evidence;
  const rule = book.purpose(of.purpose).proof;
  return proofOfUnreachability(of, { plan, rule, attempts: of.attempts, calendar }, input.now);
}

/** A whole number that is stable for the attempt: spreads deferred contacts over the opening. */
function seedOf(id: string, attempts: number): number {
  let hash = attempts;
  for (let index = 0; index < id.length; index += 1) hash = (hash * 31 + id.charCodeAt(index)) >>> 0;
  return hash;
}
