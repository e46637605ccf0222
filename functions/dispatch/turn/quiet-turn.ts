import { addContactable, isCalendarRefusal } from '#domain/calendar/calendar.ts';
import { atLocalTime } from '#domain/calendar/zone.ts';
import type { Case } from '#domain/case/case.ts';
import { type Candidate, decisionOf, type PlanTurn, stepRef } from '#domain/case/plan-turn.ts';
import { DEFAULT_TRIES } from '#domain/case/task.ts';
import type { StepTaken, Then } from '#domain/case/turn.ts';
import { evidenceFor, type JudgeInput, type JudgeNeeds } from '#domain/contact/dossier.ts';
import type { Verdict } from '#domain/contact/evidence.ts';
import { calendarFor } from '#domain/contact/gate/time.ts';
import { durationOf } from '#domain/policy/book.ts';
import { DAY, type Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { LoadedDossier } from '#store/people/dossier-store.ts';

/** One turn of a case's plan, decided on what was just read. */
export type Turning = {
  readonly stored: Stored<Case>;
  readonly loaded: LoadedDossier;
  readonly input: JudgeInput;
  readonly turn: PlanTurn;
};

/** What every turn records: where the plan stands, what was passed over, and the proof a third party was asked on. */
export function takenOf(turning: Turning, needs: JudgeNeeds, then: Then): StepTaken {
  const { turn, input } = turning;
  const proofAt = turn.chosen === undefined ? undefined : provenAt(turn.chosen.candidate, input, needs);
  return {
    position: turn.position,
    skipped: turn.skipped,
    ...(proofAt === undefined ? {} : { proofAt }),
    then,
  };
}

function provenAt(candidate: Candidate, input: JudgeInput, needs: JudgeNeeds): Instant | undefined {
  if (candidate.step.audience !== 'contact') return undefined;
  const { proof } = evidenceFor(candidate, input, needs);
  return proof?.proven === true ? proof.at : undefined;
}

/** Every turn that sends nothing: deferred, held, suppressed, a call queued, or the plan spent. */
export function quietTaken(turning: Turning, needs: JudgeNeeds): StepTaken {
  const { turn, input } = turning;
  const { denied, chosen } = turn;
  if (denied?.verdict === 'DENY') {
    return takenOf(turning, needs, { do: 'suppress', decision: decisionOf(denied), ruleIds: denied.because });
  }
  if (chosen === undefined) return takenOf(turning, needs, { do: 'exhausted', as: input.dossier.plan.exhausted });
  return takenOf(turning, needs, quietThen(chosen.candidate, chosen.verdict, { input, needs }));
}

function quietThen(
  candidate: Candidate,
  verdict: Exclude<Verdict, { verdict: 'DENY' }>,
  by: { input: JudgeInput; needs: JudgeNeeds },
): Then {
  const at = stepRef(candidate);
  const decision = decisionOf(verdict);
  switch (verdict.verdict) {
    case 'DEFER':
      return { do: 'defer', at, decision, until: verdict.until, rule: verdict.because[0] ?? 'hours.closed' };
    case 'HOLD': {
      const known = verdict.knownEnd === undefined ? {} : { knownEnd: verdict.knownEnd };
      return { do: 'hold', decision, ruleIds: verdict.because, ...known };
    }
    case 'ALLOW':
      return {
        do: 'call',
        at,
        decision,
        tries: candidate.step.tries ?? DEFAULT_TRIES,
        waitUntil: waitUntil(candidate, by.input, by.needs),
      };
  }
}

/** When the next step falls due: contactable time below a day, calendar days from a day on. */
export function waitUntil(candidate: Candidate, input: JudgeInput, needs: JudgeNeeds): Instant {
  const ofOffer = untilOf(candidate.step, input);
  if (ofOffer !== undefined) return ofOffer;
  const wait = durationOf(candidate.step.wait);
  const calendar = calendarFor({ evidence: evidenceFor(candidate, input, needs), book: needs.book });
  const later = input.now + Math.max(wait, DAY);
  if ('rule' in calendar) return later;
  const end = addContactable(calendar, input.now, wait);
  if (isCalendarRefusal(end)) return later;
  return wait < DAY || candidate.step.nextAt === undefined
    ? end
    : atLocalTime(end, calendar.zone, candidate.step.nextAt);
}

/** Steps of an offer follow its own time; undefined for every other step. */
function untilOf({ until }: Candidate['step'], { of, now }: JudgeInput): Instant | undefined {
  if (until === undefined || of.about?.what !== 'offer') return undefined;
  const { expiresAt } = of.about;
  const at = until === 'expiry' ? expiresAt : of.openedAt + Math.round((expiresAt - of.openedAt) / 2);
  return Math.max(now, at);
}
