import type { Scored } from '#domain/anomaly/score.ts';
import type { Reason } from '#domain/case/case.ts';
import { durationOf, type KindOrigin, type PolicyBook } from '#domain/policy/book.ts';
import type { Plan } from '#domain/policy/types.ts';
import type { Instant } from '#domain/time.ts';
import type { Purpose, Severity } from '#domain/words.ts';
import { kindKey } from '#policies/kinds.ts';
import type { Matter } from './case-move.ts';

export type Asking = {
  readonly customerId: string;
  readonly accountId?: string;
  readonly kind: string;
  readonly origin: KindOrigin;
  /** What the sender decided itself wins. */
  readonly purpose?: Purpose | undefined;
  readonly severity?: Severity | undefined;
  readonly reason: Omit<Reason, 'code'>;
  readonly words?: string;
  readonly found?: Scored;
};

/** Characters of an account number a customer knows it by. Source: docs/behaviour.md, Levels of disclosure. */
const TAIL = 4;

export const tailOf = (account: string): string => account.slice(-TAIL);

/** Why no case comes of it: nobody planned for the purpose, or the fact is older than the purpose allows. */
export type NoMatter = { readonly refused: 'no-plan' | 'late-no-contact' };

/** What policy makes of a kind: its purpose, plan and severity; facts beyond the age limit open nothing. */
export function matterOf(asking: Asking, book: PolicyBook, now: Instant): Matter | NoMatter {
  const rule = book.kind(asking.kind, asking.origin);
  const purpose = asking.purpose ?? rule.purpose;
  const plan: Plan | undefined = purpose === rule.purpose ? book.newestPlan(rule.plan) : book.planFor(purpose);
  if (plan === undefined) return { refused: 'no-plan' };
  const { accountId, words, found } = asking;
  if (now - asking.reason.at > durationOf(book.purpose(purpose).ageLimit)) return { refused: 'late-no-contact' };
  const kind = kindKey(asking.kind);
  return {
    customerId: asking.customerId,
    ...(accountId === undefined ? {} : { accountId }),
    kind,
    origin: asking.origin,
    purpose,
    severity: asking.severity ?? rule.severity,
    plan,
    window: rule.window,
    reason: { code: kind, ...asking.reason },
    ...(words === undefined ? {} : { words }),
    ...(found === undefined ? {} : { found }),
  };
}
