import type { Case } from '#domain/case/case.ts';
import { type Candidate, type Judge, type PlanTurn, takePlanTurn } from '#domain/case/plan-turn.ts';
import { takeStep } from '#domain/case/step.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { type JudgeInput, judgeOf } from '#domain/contact/dossier.ts';
import type { Spent } from '#domain/contact/evidence.ts';
import { hangsOnAccount } from '#domain/contact/gate/reason.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Address } from '#domain/customer/customer.ts';
import type { Instant } from '#domain/time.ts';
import type { RuleId } from '#domain/words.ts';
import type { Op, Stored } from '#store/ledger.ts';
import type { LoadedDossier } from '#store/people/dossier-store.ts';
import { type Planned, plannedMove } from '../carry-out.ts';
import type { DispatchNeeds } from '../ports.ts';
import { planClaim } from './claim.ts';
import { planErased } from './close-erased.ts';
import { type Draft, type DraftInput, draftText, isDraft } from './draft-text.ts';
import { quietTaken, type Turning } from './quiet-turn.ts';

/** Decides one turn of a case's plan on fresh evidence. Nothing is written here; undefined: the plan has no say now. */
export async function planTurn(stored: Stored<Case>, now: Instant, needs: DispatchNeeds): Promise<Planned | undefined> {
  const of = stored.state;
  const loaded = await needs.store.dossier(of);
  const erased = loaded.person === undefined ? await planErased(stored, now, needs) : undefined;
  if (erased !== undefined) return erased;
  const answer = await toldAnswer(of, loaded, needs);
  const told = { loaded, ...(answer === undefined ? {} : { answer }) };
  const decided = decide({ of, dossier: loaded.dossier, now }, told, needs);
  const spent = await payFor(decided.draft, now, needs);
  // What cannot be paid for is judged once more, knowing that.
  const { input, turn, draft } = spent === undefined ? decided : decide({ ...decided.input, spent }, told, needs);
  const turning: Turning = { stored, loaded, input, turn };
  if (draft !== undefined) return planClaim(turning, draft, needs);
  const taken = quietTaken(turning, needs);
  const transition = takeStep(of, taken, now);
  if (isRefusal(transition)) return undefined;
  const planned = plannedMove(stored, transition, needs);
  if (taken.then.do !== 'hold') return planned;
  const also = [...planned.change.also, ...stillAsRead(input, taken.then.ruleIds, needs)];
  return { ...planned, change: { ...planned.change, also } };
}

type Decided = { readonly input: JudgeInput; readonly turn: PlanTurn; readonly draft: Draft | undefined };

/** Where the plan stops on this evidence, and the text it would send there. */
function decide(input: JudgeInput, told: Pick<DraftInput, 'loaded' | 'answer'>, needs: DispatchNeeds): Decided {
  const { of, dossier } = input;
  const drafts = new Map<Candidate, Draft>();
  const turn = takePlanTurn(of, dossier.plan, {
    people: dossier.people,
    judge: judge({ input, drafts, ...told }, needs),
    isSuspect: (address) => isSuspect(address, dossier.points.get(address.point)),
  });
  return { input, turn, draft: turn.chosen === undefined ? undefined : drafts.get(turn.chosen.candidate) };
}

/** Parts are taken before the claim: a claim that is lost then, or a process that dies, has spent them. */
async function payFor(draft: Draft | undefined, now: Instant, needs: DispatchNeeds): Promise<Spent | undefined> {
  if (draft === undefined) return undefined;
  const { of, candidate } = draft.asking;
  if (candidate.address === undefined || candidate.step.channel !== 'sms') return undefined;
  const to = needs.settings.destinationOf(candidate.address.value);
  return needs.purse.pay({ line: of.purpose, parts: draft.text.parts, to }, now);
}

/** Words of the decision that this contact tells, where a mail may carry them. */
function toldAnswer(
  { about, complaintId }: Case,
  { person }: LoadedDossier,
  { store, mail }: DispatchNeeds,
): Promise<string | undefined> {
  const seq = about?.what === 'decided' ? about.answer : undefined;
  const mails = person?.customer.state.mails ?? [];
  if (seq === undefined || complaintId === undefined || person === undefined) return Promise.resolve(undefined);
  return mail === undefined || mails.length === 0
    ? Promise.resolve(undefined)
    : store.answerIn({ complaintId, seq }, person.key);
}

/** A hold waits to be woken by the customer's record or the account: one that changed since it was read would wake nobody. */
function stillAsRead(
  { of, dossier }: JudgeInput,
  ruleIds: readonly RuleId[],
  { store }: Pick<DispatchNeeds, 'store'>,
): readonly Op[] {
  const { account, people } = dossier;
  return [
    store.customerStands(of.customerId, people.customer?.gateVersion),
    ...(account !== undefined && hangsOnAccount(ruleIds)
      ? [store.accountStands(account.id, account.reasonVersion)]
      : []),
  ];
}

/** A text did not arrive there, and nobody has verified the number since. */
const isSuspect = ({ verifiedAt = 0 }: Address, point: ContactPoint | undefined): boolean =>
  point?.suspect !== undefined && point.suspect.at >= verifiedAt;

/** The gate, and after its ALLOW of a text the text itself: one that cannot be made is passed over like any refusal. */
function judge(
  at: Omit<DraftInput, 'allow'> & { readonly drafts: Map<Candidate, Draft> },
  needs: DispatchNeeds,
): Judge {
  const gate = judgeOf(at.input, needs);
  return (candidate) => {
    const verdict = gate(candidate);
    if (verdict.verdict !== 'ALLOW' || candidate.step.channel === 'call') return verdict;
    const made = draftText(candidate, { ...at, allow: verdict }, needs);
    if (!isDraft(made)) return made;
    at.drafts.set(candidate, made);
    return verdict;
  };
}
