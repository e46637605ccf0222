import type { Attempt, Case } from '#domain/case/case.ts';
import { isAboutDebt } from '#domain/contact/calls.ts';
import type { ContactPoint, OpenQuestion } from '#domain/contact/point.ts';
import type { Sends } from '#domain/customer/customer.ts';
import type { TokenUse } from '#domain/reply/token.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { Asking } from './turn/question-token.ts';

/** A number keeps this many open questions, recent texts and send times: one more than the largest cap counts. */
const KEPT = 8;

/** The number once this text is on its way: its question open, if it asks one, the token used, the send counted. */
export function withQuestion(
  point: ContactPoint,
  asking: Asking,
  text: { readonly attempt: number; readonly until: Instant; readonly token?: string; readonly tokens: TokenUse },
): ContactPoint {
  const { of, now } = asking;
  const others = point.questions.filter((one) => one.until > now && one.token !== text.token);
  const { token } = text;
  const earlier = point.questions.find((one) => one.token === token && one.caseId === of.id);
  return {
    ...point,
    tokens: text.tokens,
    // One more open question than there is room for: the oldest gives way, its reply goes to the inbox.
    questions: token === undefined ? others : [...others, questionOf(asking, { ...text, token }, earlier)].slice(-KEPT),
    sends: [...point.sends, now].slice(-KEPT),
    recent: withRecent(point.recent, { caseId: of.id, attempt: text.attempt }),
  };
}

function questionOf(
  { of, candidate, now }: Asking,
  text: { readonly attempt: number; readonly until: Instant; readonly token: string },
  earlier: OpenQuestion | undefined,
): OpenQuestion {
  const contactId = candidate.contact?.contactId;
  return {
    token: text.token,
    caseId: of.id,
    attempt: text.attempt,
    purpose: of.purpose,
    audience: candidate.step.audience,
    ...(contactId === undefined ? {} : { contactId }),
    askedAt: now,
    ...(earlier === undefined ? {} : { since: earlier.since ?? earlier.askedAt }),
    until: text.until,
  };
}

type Recent = ContactPoint['recent'];

export const withRecent = (recent: Recent, claim: { caseId: string; attempt: number }): Recent =>
  [...recent, claim].slice(-KEPT);

type Claim = { readonly caseId: string; readonly attempt: number };

export const isClaim = (one: Claim, claim: Claim): boolean =>
  one.caseId === claim.caseId && one.attempt === claim.attempt;

/**
 * The number as if the text had never been claimed. The question stays open if an earlier text of it was sent here
 * (`earlier`), else nobody has seen it; its token stays used either way.
 */
export function withoutSend(
  point: ContactPoint,
  claim: Claim & { readonly claimedAt: Instant },
  earlier: Pick<Attempt, 'n' | 'at'> | undefined,
): ContactPoint {
  const sent = point.sends.lastIndexOf(claim.claimedAt);
  const asked = (question: OpenQuestion): OpenQuestion[] => {
    if (!isClaim(question, claim)) return [question];
    return earlier === undefined ? [] : [{ ...question, attempt: earlier.n, askedAt: earlier.at }];
  };
  return {
    ...point,
    questions: point.questions.flatMap(asked),
    sends: sent < 0 ? point.sends : point.sends.toSpliced(sent, 1),
    recent: point.recent.filter((one) => !isClaim(one, claim)),
  };
}

/** The text of the same question that reached this number before, if any. */
export const earlierText = (of: Case, n: number): Attempt | undefined => {
  const failed = of.attempts.find((one) => one.n === n);
  return of.attempts.findLast(
    (one) =>
      one.n !== n &&
      one.answer !== true &&
      one.point === failed?.point &&
      one.audience === failed?.audience &&
      (one.state === 'ACCEPTED' || one.state === 'IN_DOUBT'),
  );
};

/** Send times per person, as the caps per person and per debt count them. */
export const countSend = (sends: Sends, of: Pick<Case, 'purpose'>, now: Instant): Sends => ({
  ...sends,
  any: [...sends.any, now].slice(-KEPT),
  debt: isAboutDebt(of) ? [...sends.debt, now].slice(-KEPT) : sends.debt,
});

/** The number as a claim leaves it that counted its text there. */
export const touched = ({ state, head }: Stored<ContactPoint>, after: ContactPoint): Stored<ContactPoint> => ({
  state: { ...after, revision: state.revision + 1 },
  head,
});
