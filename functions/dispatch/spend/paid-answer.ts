import { type AnswerEvidence, type AnswerVerdict, gateAnswer } from '#domain/contact/gate/answer.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import type { Instant } from '#domain/time.ts';
import type { DispatchNeeds } from '../ports.ts';

type Paying = { readonly parts: number; readonly to: Sensitive<string>; readonly now: Instant };

/** The gate's word on an automatic answer once its number and length are known; an answer cannot wait to be paid for. */
export async function paidAnswer(
  asked: AnswerEvidence,
  { parts, to, now }: Paying,
  { settings, purse, book }: Pick<DispatchNeeds, 'settings' | 'purse' | 'book'>,
): Promise<AnswerVerdict> {
  const destination = settings.destinationOf(to);
  const verdict = gateAnswer({ ...asked, destination }, now, book);
  if (verdict.verdict === 'DENY') return verdict;
  const spent = await purse.pay({ line: 'answers', parts, to: destination }, now);
  return spent === undefined ? verdict : gateAnswer({ ...asked, destination, spent }, now, book);
}
