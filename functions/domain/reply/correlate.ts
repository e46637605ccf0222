import type { ContactPoint, OpenQuestion } from '../contact/point.ts';
import { durationOf } from '../policy/book.ts';
import type { Limits } from '../policy/limits.ts';
import { type Instant, SECOND } from '../time.ts';

/** What a text has on it that may name its question. */
export type Clues = {
  readonly token?: string;
  /** The text that was answered, where the carrier tells. */
  readonly answered?: Sent;
  readonly at: Instant;
  /** It had come in by then: as the carrier says; through doors whose clocks are their own, when it is read. */
  readonly by: Instant;
};

/** A text that went to this number: which case, which attempt. */
export type Sent = { readonly caseId: string; readonly attempt: number };

export type Correlated =
  /** `certain`: named by token or message, or the only question and asked lately; else nothing is settled by it. */
  | { readonly to: 'question'; readonly question: OpenQuestion; readonly certain: boolean }
  | { readonly to: 'several'; readonly questions: readonly OpenQuestion[] }
  /** Its time is over: the reply is late, whatever its case has become. */
  | { readonly to: 'expired'; readonly question: OpenQuestion }
  /** A token that no question of this number has: maybe of a case that was closed lately, maybe of another number. */
  | { readonly to: 'token'; readonly token: string; readonly sent: readonly Sent[] }
  /** Texts that went to this number lately, newest first. */
  | { readonly to: 'sent'; readonly sent: readonly Sent[] }
  | { readonly to: 'nothing' };

/** The clock of the carrier and ours differ a little. */
export const CLOCKS_APART = 5 * SECOND;

/**
 * Which question a text answers, first sign wins: its token, the message it answers, the only open question; then what
 * was sent lately. What was first asked after the text had come in is answered by none of the last two, however late the
 * text is read. Source: docs/behaviour.md, Replies.
 */
export function correlate(whole: ContactPoint, clues: Clues, limits: Limits): Correlated {
  const isUnasked = (one: OpenQuestion): boolean => (one.since ?? one.askedAt) > clues.by + CLOCKS_APART;
  const unasked = clues.token === undefined ? whole.questions.filter(isUnasked) : [];
  const point = { ...whole, questions: whole.questions.filter((one) => !unasked.includes(one)) };
  const recent = whole.recent.filter(({ caseId }) => !unasked.some((one) => one.caseId === caseId)).toReversed();
  if (clues.token !== undefined) return byToken(point, { ...clues, token: clues.token }, recent);
  return byMessage(whole, clues) ?? byQuestions(point, clues, limits) ?? bySent(recent);
}

function byToken(point: ContactPoint, clues: Clues & { readonly token: string }, sent: readonly Sent[]): Correlated {
  const question = point.questions.find((one) => one.token === clues.token);
  return question === undefined ? { to: 'token', token: clues.token, sent } : named(question, clues.at);
}

const named = (question: OpenQuestion, at: Instant): Correlated =>
  question.until > at ? { to: 'question', question, certain: true } : { to: 'expired', question };

function byMessage(point: ContactPoint, clues: Clues): Correlated | undefined {
  const { answered: sent } = clues;
  if (sent === undefined) return undefined;
  const question = point.questions.find((one) => one.caseId === sent.caseId);
  return question === undefined ? { to: 'sent', sent: [sent] } : named(question, clues.at);
}

function byQuestions(point: ContactPoint, { at }: Clues, limits: Limits): Correlated | undefined {
  const open = point.questions.filter((one) => one.until > at);
  const [only] = open;
  if (open.length > 1) return { to: 'several', questions: open };
  if (only !== undefined) {
    return { to: 'question', question: only, certain: at - only.askedAt <= durationOf(limits.bareDigitWithin) };
  }
  const expired = point.questions.at(-1);
  return expired === undefined ? undefined : { to: 'expired', question: expired };
}

const bySent = (sent: readonly Sent[]): Correlated => (sent.length === 0 ? { to: 'nothing' } : { to: 'sent', sent });
