import type { Case } from '#domain/case/case.ts';
import { type PlanTurn, takePlanTurn } from '#domain/case/plan-turn.ts';
import { takeStep } from '#domain/case/step.ts';
import { isRefusal, type Transition } from '#domain/case/transition.ts';
import type { Skip } from '#domain/case/turn.ts';
import type { Allow } from '#domain/contact/evidence.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import { durationOf } from '#domain/policy/book.ts';
import type { Instant } from '#domain/time.ts';
import { caseChange } from '#store/case-store.ts';
import { aggregateName } from '#store/keys.ts';
import type { Change, Op, Stored } from '#store/ledger.ts';
import { pointTouch, unknownPoint } from '#store/point-store.ts';
import type { AdvanceNeeds } from './advance-case.ts';
import { claimTaken, countSend, preparePoint, quietTaken, waitUntil } from './claim.ts';
import { type Dossier, evidenceFor, type JudgeInput, judgeOf, loadDossier } from './dossier.ts';
import type { ToSend } from './publish.ts';
import { renderFor } from './wording.ts';

/** A change to commit and, when it is a claim, the text to send once it is won. */
export type Planned = { readonly change: Change; readonly send?: ToSend };

/** Decides one turn of a case's plan on fresh evidence. Nothing is written here. */
export async function planTurn(stored: Stored<Case>, needs: AdvanceNeeds): Promise<Planned | undefined> {
  const of = stored.state;
  const now = needs.now();
  const dossier = await loadDossier(of, needs);
  const source = dossier.account?.state?.source ?? of.reason.source;
  const input: JudgeInput = { of, dossier, now, feed: await needs.feed(source) };
  const turn = takePlanTurn(of, dossier.plan, { people: dossier.people, judge: judgeOf(input, needs) });
  const { chosen } = turn;
  if (chosen?.verdict.verdict === 'ALLOW' && chosen.candidate.step.channel === 'sms') {
    return planClaim({ stored, input, turn, allow: chosen.verdict }, needs);
  }
  const transition = takeStep(of, quietTaken(turn, proofAt(turn, input, needs)), now);
  if (isRefusal(transition)) return undefined;
  const { advance, also } = caseChange(stored, transition);
  return { change: { advances: [advance], also } };
}

type Claiming = {
  readonly stored: Stored<Case>;
  readonly input: JudgeInput;
  readonly turn: PlanTurn;
  readonly allow: Allow;
};

async function planClaim(claiming: Claiming, needs: AdvanceNeeds): Promise<Planned | undefined> {
  const { stored, input, turn, allow } = claiming;
  const candidate = turn.chosen?.candidate;
  const address = candidate?.address;
  if (candidate === undefined || address === undefined) return undefined;
  const of = stored.state;
  const { dossier, now } = input;
  const evidence = evidenceFor(candidate, input, needs);
  const attempt = nextNumber(of, turn);
  const before = dossier.points.get(address.point) ?? unknownPoint(address.point);
  const until = now + durationOf(needs.book.purpose(of.purpose).tokenValid);
  const prepared = preparePoint(before.state, of, { candidate, attempt, seed: evidence.seed, until }, now);
  if ('refused' in prepared) return planClaimless(claiming, { ruleIds: ['token.exhausted'], scope: 'address' }, needs);
  const text = renderFor({ of, candidate, template: allow.template, token: prepared.token, dossier }, needs);
  const taken = claimTaken(
    turn,
    { candidate, verdict: allow },
    { text, token: prepared.token, waitUntil: waitUntil(evidence, needs.book, now), ...proof(turn, input, needs) },
  );
  const transition = takeStep(of, taken, now);
  if (isRefusal(transition)) return undefined;
  const change = await claimChange({ stored, transition, dossier, text: text.text.reveal() }, needs);
  const ops = conditionOps({ allow, dossier, claiming, point: { before, after: prepared.point } }, needs);
  return {
    change: { advances: change.advances, also: [...(change.also ?? []), ...ops] },
    send: { caseId: of.id, attempt: numberOf(transition, attempt), to: address.value, text: text.text },
  };
}

/** A deferred attempt that wakes keeps its number. */
function nextNumber(of: Case, turn: PlanTurn): number {
  const last = of.attempts.at(-1);
  const same = last?.state === 'DEFERRED' && last.step === turn.chosen?.candidate.step.id && turn.skipped.length === 0;
  return same ? last.n : of.attemptCount + turn.skipped.length + 1;
}

const numberOf = (transition: Transition, planned: number): number => transition.next.attempts.at(-1)?.n ?? planned;

async function planClaimless(
  claiming: Claiming,
  refusal: Pick<Skip, 'ruleIds' | 'scope'>,
  needs: AdvanceNeeds,
): Promise<Planned | undefined> {
  const { stored, turn, input } = claiming;
  const { chosen: _none, ...rest } = turn;
  const next = { step: turn.position.step + 1, round: 0 };
  const candidate = turn.chosen?.candidate;
  const skip: Skip[] =
    candidate === undefined
      ? []
      : [
          {
            id: candidate.step.id,
            channel: candidate.step.channel,
            audience: candidate.step.audience,
            decision: {},
            ...refusal,
          },
        ];
  const of: Case = { ...stored.state, ...next };
  const again = takePlanTurn(of, input.dossier.plan, { people: input.dossier.people, judge: judgeOf(input, needs) });
  const merged: PlanTurn = { ...rest, ...again, skipped: [...turn.skipped, ...skip, ...again.skipped] };
  if (merged.chosen?.verdict.verdict === 'ALLOW' && merged.chosen.candidate.step.channel === 'sms') return undefined;
  const transition = takeStep(of, quietTaken(merged), input.now);
  if (isRefusal(transition)) return undefined;
  const { advance, also } = caseChange(stored, transition);
  return { change: { advances: [advance], also } };
}

async function claimChange(
  claim: { stored: Stored<Case>; transition: Transition; dossier: Dossier; text: string },
  needs: AdvanceNeeds,
): Promise<Change> {
  const key = claim.dossier.person?.key;
  const at = { aggregate: aggregateName('case', claim.stored.state.id), seq: claim.transition.next.version };
  const sealed = key === undefined ? undefined : await needs.seal(key, at, claim.text);
  const { advance, also } = caseChange(claim.stored, claim.transition, sealed);
  return { advances: [advance], also };
}

type Standing = {
  readonly allow: Allow;
  readonly dossier: Dossier;
  readonly claiming: Claiming;
  readonly point: { before: Stored<ContactPoint>; after: ContactPoint };
};

/** What the claim must find unchanged: the reason, the customer's standing, the number, the contact person. */
function conditionOps({ allow, dossier, claiming, point }: Standing, needs: AdvanceNeeds): Op[] {
  const { conditions } = allow;
  const ops: Op[] = [pointTouch(point.before, point.after)];
  const customer = dossier.people.customer;
  if (customer !== undefined) {
    const counts = claiming.turn.chosen?.candidate.step.audience === 'customer';
    ops.push(
      needs.people.touch(
        customer,
        counts ? countSend(customer, claiming.stored.state, claiming.input.now) : customer.sends,
      ),
    );
  }
  if (conditions.accountId !== undefined && conditions.reasonVersion !== undefined) {
    ops.push(needs.accounts.stands(conditions.accountId, conditions.reasonVersion));
  }
  const contact = claiming.turn.chosen?.candidate.contact;
  if (contact !== undefined) ops.push(needs.people.contactStands(contact));
  return ops;
}

function proofAt(turn: PlanTurn, input: JudgeInput, needs: AdvanceNeeds): Instant | undefined {
  if (turn.chosen?.candidate.step.audience !== 'contact') return undefined;
  const evidence = evidenceFor(turn.chosen.candidate, input, needs);
  return evidence.proof?.proven === true ? (input.of.proofAt ?? evidence.proof.at) : undefined;
}

const proof = (turn: PlanTurn, input: JudgeInput, needs: AdvanceNeeds): { proofAt?: Instant } => {
  const at = proofAt(turn, input, needs);
  return at === undefined ? {} : { proofAt: at };
};
