import type { ContactPoint, OpenQuestion } from '../contact/point.ts';
import { durationOf } from '../policy/book.ts';
import type { Limits } from '../policy/limits.ts';
import type { Instant } from '../time.ts';

/** What a text has on it that may name its question. */
export type Clues = {
  readonly token?: string;
  /** The text that was answered, where the carrier tells. */
  readonly answered?: Sent;
  readonly at: Instant;
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

/**
 * Which question a text answers, first sign wins: its token, the message it answers, the only open question; then what
 * was sent lately. Source: docs/behaviour.md, Replies.
 */
export function correlate(point: ContactPoint, clues: Clues, limits: Limits): Correlated {
  const recent = point.recent.toReversed();
  if (clues.token !== undefined) return byToken(point, { ...clues, token: clues.token }, recent);
  return byMessage(point, clues) ?? byQuestions(point, clues, limits) ?? bySent(recent);
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
