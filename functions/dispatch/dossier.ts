import type { Account } from '#domain/account/account.ts';
import type { Case } from '#domain/case/case.ts';
import type { Candidate, Judge, People } from '#domain/case/plan-turn.ts';
import type { Evidence } from '#domain/contact/evidence.ts';
import { gate } from '#domain/contact/gate.ts';
import { calendarFor } from '#domain/contact/gate-time.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import { type ProofResult, proofOfUnreachability } from '#domain/contact/proof.ts';
import type { EmergencyContact } from '#domain/customer/customer.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Plan, PlanStep } from '#domain/policy/types.ts';
import type { Instant } from '#domain/time.ts';
import type { Channel, Jurisdiction, Purpose } from '#domain/words.ts';
import type { PersonRecord, PersonStore } from '#store/customer-store.ts';
import type { Stored } from '#store/ledger.ts';
import type { PointStore } from '#store/point-store.ts';

/** Everything one case is judged by, read strongly in three requests: person with contacts, account, points. */
export type Dossier = {
  readonly plan: Plan;
  readonly person: PersonRecord | undefined;
  readonly people: People;
  readonly account: Account | undefined;
  readonly points: ReadonlyMap<string, Stored<ContactPoint>>;
};

/** What the deployment and operations decide about contact. */
export type ContactSettings = {
  readonly jurisdiction: Jurisdiction;
  readonly pausedPurposes: readonly Purpose[];
  readonly channelsOn: readonly Channel[];
};

export type DossierNeeds = {
  readonly people: Pick<PersonStore, 'load'>;
  readonly accounts: { readonly load: (id: string) => Promise<Account | undefined> };
  readonly points: Pick<PointStore, 'loadAll'>;
  readonly book: PolicyBook;
  readonly settings: ContactSettings;
  /** Newest event or heartbeat of a source that beats; undefined for one that does not. */
  readonly feed: (source: string) => Promise<{ source: string; newestAt: Instant } | undefined>;
};

/** Throws when the case's plan version is unknown: such a case must not be guessed at. */
export async function loadDossier(of: Case, needs: DossierNeeds): Promise<Dossier> {
  const plan = needs.book.plan(of.plan.id, of.plan.version);
  if (plan === undefined)
    throw new Error(`plan ${of.plan.id}@${of.plan.version}: got none, expected a shipped version`);
  const [person, account] = await Promise.all([
    needs.people.load(of.customerId),
    of.accountId === undefined ? undefined : needs.accounts.load(of.accountId),
  ]);
  const contacts = presentContacts(person?.contacts ?? []);
  const people: People = { customer: person?.customer.state, contacts };
  const ids = pointIds(people);
  const found = await needs.points.loadAll(ids);
  const points = new Map(ids.flatMap((id, index) => pair(id, found[index])));
  return { plan, person, people, account, points };
}

const presentContacts = (contacts: readonly EmergencyContact[]): readonly EmergencyContact[] =>
  contacts.filter((contact) => contact.removed !== true).toSorted((one, other) => one.order - other.order);

const pair = (id: string, found: Stored<ContactPoint> | undefined): [string, Stored<ContactPoint>][] =>
  found === undefined ? [] : [[id, found]];

function pointIds(people: People): readonly string[] {
  const own = [...(people.customer?.phones ?? []), ...(people.customer?.mails ?? [])].map((address) => address.point);
  const others = people.contacts.flatMap((contact) => (contact.phone === undefined ? [] : [contact.phone.point]));
  return [...new Set([...own, ...others])];
}

export type JudgeInput = {
  readonly of: Case;
  readonly dossier: Dossier;
  readonly now: Instant;
  readonly feed: Awaited<ReturnType<DossierNeeds['feed']>>;
};

/** The gate bound to one case's evidence. */
export function judgeOf(input: JudgeInput, needs: Pick<DossierNeeds, 'book' | 'settings'>): Judge {
  return (candidate) => gate(evidenceFor(candidate, input, needs), input.now, needs.book);
}

export function evidenceFor(
  candidate: Candidate,
  input: JudgeInput,
  needs: Pick<DossierNeeds, 'book' | 'settings'>,
): Evidence {
  const { dossier, now } = input;
  const { customer } = dossier.people;
  // The gate and the proof see the case as the plan stands in this turn, not as it stood before the skips.
  const of: Case = { ...input.of, step: candidate.position.step, round: candidate.position.round };
  const point = candidate.address === undefined ? undefined : dossier.points.get(candidate.address.point)?.state;
  const base: Evidence = {
    case: of,
    plan: dossier.plan,
    step: candidate.step,
    ...(candidate.address === undefined ? {} : { address: candidate.address }),
    ...(customer === undefined ? {} : { customer }),
    ...(dossier.account === undefined ? {} : { account: dossier.account }),
    ...(point === undefined ? {} : { point }),
    ...(candidate.contact === undefined ? {} : { contact: candidate.contact }),
    jurisdictions: [customer?.jurisdiction ?? needs.settings.jurisdiction],
    pausedPurposes: needs.settings.pausedPurposes,
    channelsOn: needs.settings.channelsOn,
    ...(input.feed === undefined ? {} : { feed: input.feed }),
    seed: seedOf(of.id, of.attemptCount),
  };
  return candidate.step.audience === 'contact' ? { ...base, proof: proofFor(base, needs.book, now) } : base;
}

function proofFor(evidence: Evidence, book: PolicyBook, now: Instant): ProofResult {
  const textStep: PlanStep = { ...evidence.step, channel: 'sms', audience: 'customer' };
  const calendar = calendarFor({ evidence: { ...evidence, step: textStep }, book });
  if ('rule' in calendar) return { proven: false, missing: ['silence'] };
  const { plan, case: of } = evidence;
  const rule = book.purpose(of.purpose).proof;
  return proofOfUnreachability(of, { plan, rule, attempts: of.attempts, calendar }, now);
}

/** A whole number that is stable for the attempt: spreads deferred contacts over the opening. */
function seedOf(id: string, attempts: number): number {
  let hash = attempts;
  for (let index = 0; index < id.length; index += 1) hash = (hash * 31 + id.charCodeAt(index)) >>> 0;
  return hash;
}
