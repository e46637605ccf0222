import type { Case } from '#domain/case/case.ts';
import { ended } from '#domain/case/transition.ts';
import type { Holder, OpenQuestion } from '#domain/contact/point.ts';
import { CLOCKS_APART, type Sent } from '#domain/reply/correlate.ts';
import { DAY, type Instant } from '#domain/time.ts';
import type { Audience } from '#domain/words.ts';
import type { Stored } from '#store/ledger.ts';

/** Where in a case a reply belongs. */
export type Place = {
  readonly audience: Audience;
  readonly contactId?: string;
  /** Attempt that asked. */
  readonly attempt?: number;
  readonly token?: string;
  /** Its question is open and in time. */
  readonly open: boolean;
  readonly certain: boolean;
};

export type Found = Place & { readonly stored: Stored<Case> };

/** Late replies are read for so long after a case was settled. Source: docs/behaviour.md, Case. */
const LATE_WITHIN = 30 * DAY;

export const placeOf = (question: OpenQuestion, is: { open: boolean; certain: boolean }): Place => ({
  audience: question.audience,
  ...(question.contactId === undefined ? {} : { contactId: question.contactId }),
  attempt: question.attempt,
  token: question.token,
  ...is,
});

/**
 * The case behind a text that was sent to this number lately: the one whose token is named, else the newest that had been
 * sent when the reply came in. A case that ended longer ago than 30 days takes no reply any more.
 */
export function caseOfSent(
  named: { readonly sent: readonly Sent[]; readonly token?: string },
  cases: readonly (Stored<Case> | undefined)[],
  at: { readonly at: Instant; readonly by: Instant; readonly holders: readonly Holder[] },
): Found | undefined {
  for (const [index, sent] of named.sent.entries()) {
    const stored = cases[index];
    if (stored === undefined || isLongOver(stored.state, at.at)) continue;
    if (named.token !== undefined && stored.state.token !== named.token) continue;
    if (named.token === undefined && isSentAfter(stored.state, sent, at.by)) continue;
    const token = named.token === undefined ? {} : { token: named.token };
    return { ...askedOf(stored.state, sent, at.holders), ...token, stored, open: false, certain: false };
  }
  return undefined;
}

/** By the instant of its claim, which no outcome changes. */
const isSentAfter = (of: Case, { attempt }: Sent, by: Instant): boolean =>
  of.attempts.some(({ n, at }) => n === attempt && at > by + CLOCKS_APART);

function isLongOver(of: Case, at: Instant): boolean {
  if (!ended(of)) return false;
  const end = of.resolvedAt ?? of.attempts.at(-1)?.at ?? of.openedAt;
  return at - end > LATE_WITHIN;
}

/** Whom that text went to; older ones than the case keeps are told by who holds the number. */
function askedOf(
  of: Case,
  { attempt }: Sent,
  holders: readonly Holder[],
): Pick<Place, 'audience' | 'contactId' | 'attempt'> {
  const sent = of.attempts.find((one) => one.n === attempt);
  const held = holders.find((one) => one.customerId === of.customerId);
  const audience = sent?.audience ?? held?.kind ?? 'contact';
  const contactId = sent === undefined ? held?.contactId : sent.contactId;
  return { audience, attempt, ...(contactId === undefined ? {} : { contactId }) };
}
