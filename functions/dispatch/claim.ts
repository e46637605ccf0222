import { addContactable, isCalendarRefusal } from '#domain/calendar/calendar.ts';
import type { Case } from '#domain/case/case.ts';
import { type Candidate, decisionOf, type PlanTurn, stepRef } from '#domain/case/plan-turn.ts';
import type { StepTaken } from '#domain/case/turn.ts';
import type { Allow, Evidence } from '#domain/contact/evidence.ts';
import { calendarFor } from '#domain/contact/gate-time.ts';
import type { ContactPoint, OpenQuestion } from '#domain/contact/point.ts';
import type { Customer } from '#domain/customer/customer.ts';
import { durationOf, type PolicyBook } from '#domain/policy/book.ts';
import { allocateToken } from '#domain/reply/token.ts';
import { type Sensitive, sensitive } from '#domain/sensitive.ts';
import { DAY, type Instant } from '#domain/time.ts';

const QUESTIONS = 8;
const RECENT = 8;
/** Send times kept per window: one more than the largest cap counts. */
const SENDS = 8;

/** A text ready to be claimed: the words, the token they carry, and the point as it will stand. */
export type Prepared = { readonly point: ContactPoint; readonly token: string };
export type Exhausted = { readonly refused: 'token.exhausted' };

/** The point once this text is on its way: the question open, the token used, the send counted. */
export function preparePoint(
  before: ContactPoint,
  of: Case,
  want: { candidate: Candidate; attempt: number; seed: number; until: Instant },
  now: Instant,
): Prepared | Exhausted {
  const audience = want.candidate.step.audience;
  const kept = audience === 'customer' && of.token !== undefined ? of.token : undefined;
  const open = before.questions.filter((question) => question.until > now && question.token !== kept);
  const allocated =
    kept === undefined
      ? allocateToken(
          before.tokens,
          open.map((question) => question.token),
          { seed: want.seed, now },
        )
      : undefined;
  if (kept === undefined && allocated === undefined) return { refused: 'token.exhausted' };
  const token = kept ?? allocated?.token ?? '';
  const contactId = want.candidate.contact?.contactId;
  const question: OpenQuestion = {
    token,
    caseId: of.id,
    attempt: want.attempt,
    purpose: of.purpose,
    audience,
    ...(contactId === undefined ? {} : { contactId }),
    askedAt: now,
    until: want.until,
  };
  return {
    token,
    point: {
      ...before,
      ...(allocated === undefined ? {} : { tokens: allocated.tokens }),
      questions: [...open, question].slice(-QUESTIONS),
      sends: [...before.sends, now].slice(-SENDS),
      recent: [...before.recent, { caseId: of.id, attempt: want.attempt }].slice(-RECENT),
    },
  };
}

/** Send times per person, as the caps per person and per debt count them. */
export function countSend(customer: Customer, of: Case, now: Instant): Customer['sends'] {
  const debt = of.purpose === 'debt_reminder' || of.purpose === 'pre_litigation';
  return {
    any: [...customer.sends.any, now].slice(-SENDS),
    debt: debt ? [...customer.sends.debt, now].slice(-SENDS) : customer.sends.debt,
  };
}

/** When the next step falls due: contactable time below a day, calendar days from a day on. */
export function waitUntil(evidence: Evidence, book: PolicyBook, now: Instant): Instant {
  const wait = durationOf(evidence.step.wait);
  const calendar = calendarFor({ evidence, book });
  if ('rule' in calendar) return now + Math.max(wait, DAY);
  const end = addContactable(calendar, now, wait);
  return isCalendarRefusal(end) ? now + Math.max(wait, DAY) : end;
}

/** The text's template may differ from the step's: a fact that is no longer fresh is asked about neutrally. */
export type ClaimText = { readonly text: Sensitive<string>; readonly templateId: string; readonly textHash: string };

export function claimTaken(
  turn: PlanTurn,
  chosen: { candidate: Candidate; verdict: Allow },
  with_: { text: ClaimText; token: string; waitUntil: Instant; proofAt?: Instant },
): StepTaken {
  const { templateId, textHash } = with_.text;
  return {
    position: turn.position,
    skipped: turn.skipped,
    ...(with_.proofAt === undefined ? {} : { proofAt: with_.proofAt }),
    then: {
      do: 'claim',
      at: stepRef(chosen.candidate),
      decision: decisionOf(chosen.verdict, { templateId, textHash }),
      token: with_.token,
      waitUntil: with_.waitUntil,
    },
  };
}

/** Every turn that sends nothing: deferred, held, suppressed, a call queued, or the plan spent. */
export function quietTaken(turn: PlanTurn, proofAt?: Instant): StepTaken {
  const base = { position: turn.position, skipped: turn.skipped, ...(proofAt === undefined ? {} : { proofAt }) };
  if (turn.denied !== undefined && turn.denied.verdict === 'DENY') {
    return { ...base, then: { do: 'suppress', decision: decisionOf(turn.denied), ruleIds: turn.denied.because } };
  }
  if (turn.chosen === undefined) return { ...base, then: { do: 'exhausted' } };
  const { candidate, verdict } = turn.chosen;
  const decision = decisionOf(verdict);
  switch (verdict.verdict) {
    case 'DEFER':
      return {
        ...base,
        then: {
          do: 'defer',
          at: stepRef(candidate),
          decision,
          until: verdict.until,
          rule: verdict.because[0] ?? 'hours.closed',
        },
      };
    case 'HOLD': {
      const known = verdict.knownEnd === undefined ? {} : { knownEnd: verdict.knownEnd };
      return { ...base, then: { do: 'hold', decision, ruleIds: verdict.because, ...known } };
    }
    case 'ALLOW':
      return { ...base, then: { do: 'call', at: stepRef(candidate), decision, tries: candidate.step.tries ?? 3 } };
  }
}

export const shown = (text: string): Sensitive<string> => sensitive(text);
