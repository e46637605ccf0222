import type { Attempt, Case } from '../case/case.ts';

const MARKS = 2 ** 28 - 1;

/**
 * A provider's message id as a number of 28 bits, never 0 (by FNV-1a). It is compared with the few texts that went to
 * one number lately, and with nothing else, so that it need not be the whole id, which stands in the entry.
 */
export function messageMark(id: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) mark = Math.imul(mark ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return (mark % MARKS) + 1;
}

/** The text to this number that the provider knows by this id; undefined: none of these cases sent it. */
export function sentAs(
  cases: readonly Case[],
  by: { readonly point: string; readonly messageId: string },
): { readonly caseId: string; readonly attempt: number } | undefined {
  const mark = messageMark(by.messageId);
  const isIt = (one: Attempt): boolean => one.message === mark && one.point === by.point;
  for (const of of cases) {
    const attempt = of.attempts.find(isIt);
    if (attempt !== undefined) return { caseId: of.id, attempt: attempt.n };
  }
  return undefined;
}
