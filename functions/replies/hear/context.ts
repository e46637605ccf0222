import type { ContactPoint, OpenQuestion } from '#domain/contact/point.ts';
import type { ReplyContext } from '#domain/reply/reading/reading.ts';
import type { Message } from '../ports.ts';
import type { Found } from './place.ts';

/** What is known of a number before a text of it is read. */
export const numberContext = (point: ContactPoint, { at }: Pick<Message, 'at'>): ReplyContext => ({
  openQuestions: point.questions.filter((one) => one.until > at).length,
  tokens: point.questions.map((one) => one.token),
  optedOut: point.optOut !== undefined,
});

/** The same once its case is found. A token found by its case was this number's too: it may be answered, if late. */
export const contextOf = (found: Found, number: ReplyContext): ReplyContext => ({
  ...number,
  purpose: found.stored.state.purpose,
  audience: found.audience,
  openQuestions: Math.max(1, number.openQuestions ?? 0),
  tokens: [...(number.tokens ?? []), ...(found.token === undefined ? [] : [found.token])],
});

/** Several questions: read as an answer to the one that matters most; a third party only where all are a third party's. */
export const amongContext = (
  questions: readonly OpenQuestion[],
  newest: OpenQuestion | undefined,
  number: ReplyContext,
): ReplyContext => ({
  ...number,
  ...(newest === undefined ? {} : { purpose: newest.purpose }),
  audience: questions.every((one) => one.audience === 'contact') ? 'contact' : 'customer',
});
